import { runStep } from './mlops-actions.js';

await runStep('export-tflite');
