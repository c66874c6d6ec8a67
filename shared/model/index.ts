export * from './checkpoint.ts';
export * from './contract.ts';
export { startEngine } from './engine.ts';
export { LayersTrainingStep } from './layers-training-step.ts';
export * from './load-predictor.ts';
export { ReplayTrainingStep } from './replay/index.ts';
export * from './train-model.ts';
export * from './training-report.ts';
