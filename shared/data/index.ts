export * from './reports.ts';
export * from './table.ts';
