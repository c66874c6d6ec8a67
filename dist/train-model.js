import { runStep } from './mlops-actions.js';

await runStep('train-model');
