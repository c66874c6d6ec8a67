export * from './compare-tables.ts';
export * from './drift-report.ts';
export * from './summary.ts';
