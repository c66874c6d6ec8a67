export * from './checkpoint.ts';
export * from './contract.ts';
export { startEngine } from './engine.ts';
export * from './load-predictor.ts';
export * from './train-model.ts';
export * from './training-report.ts';
