import { runStep } from './mlops-actions.js';

await runStep('deploy-model');
