import { runStep } from './mlops-actions.js';

await runStep('report-drift');
