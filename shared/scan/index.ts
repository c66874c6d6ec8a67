export * from './cell.ts';
export type { ByteAutomaton, CellPredicate } from './cell-predicate.ts';
export { type CsvFault, type CsvRow, CsvScanner } from './csv-scanner.ts';
export { acceptsText, failsPredicate } from './fails-predicate.ts';
export * from './hash.ts';
export * from './limits.ts';
export * from './scan-state.ts';
export { firstInvalidByte } from './utf8.ts';
