import { main } from './mlops-actions.js';

await main(process.argv.slice(2));
