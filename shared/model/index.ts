export * from './contract.ts';
export * from './load-predictor.ts';
export * from './train-model.ts';
export * from './training-report.ts';
