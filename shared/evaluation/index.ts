export * from './evaluation-report.ts';
export * from './predictions.ts';
