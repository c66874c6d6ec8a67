export * from './contract.ts';
export * from './training-report.ts';
