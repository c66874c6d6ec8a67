export * from './export-report.ts';
