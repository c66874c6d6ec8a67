export * from './draw-parameters.ts';
export * from './halving.ts';
export * from './merge-trials.ts';
export * from './parse-trials.ts';
export * from './trials.ts';
export * from './tuning-report.ts';
