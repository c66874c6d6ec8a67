export { compareCodePoints } from './code-points.ts';
export * from './data-schema.ts';
export * from './examine-data.ts';
export { type ParsedSchema, parseSchema } from './parse-schema.ts';
export * from './read-table.ts';
export * from './reports.ts';
export type { ScanOptions } from './scan-rows.ts';
export * from './split-rows.ts';
export * from './table.ts';
