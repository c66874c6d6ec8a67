import { runStep } from './mlops-actions.js';

await runStep('evaluate-gate');
