// npm run pipeline [-- --config <file>]: the six actions in order, on the penguins unless told otherwise.
import { main } from '../dist/mlops-actions.js';

const words = process.argv.slice(2);
const named = words.some((word) => word === '--config' || word.startsWith('--config='));
await main(['pipeline', ...(named ? [] : ['--config', 'examples/penguins/mlops.yml']), ...words]);
