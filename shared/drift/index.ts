export * from './drift-report.ts';
