export { DenseTrainingStep } from './dense-training-step.ts';
