export * from './replay-training-step.ts';
