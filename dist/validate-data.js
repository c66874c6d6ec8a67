import { runStep } from './mlops-actions.js';

await runStep('validate-data');
