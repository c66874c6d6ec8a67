export * from './deployment-report.ts';
