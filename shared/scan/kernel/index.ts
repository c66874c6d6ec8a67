export { type CsvFile, CsvKernelScanner, type KernelRefusal } from './csv-kernel-scanner.ts';
export { type JsonKernelOptions, JsonKernelScanner, type JsonPart } from './json-kernel-scanner.ts';
export { MemoryFull } from './memory-full.ts';
export { type ByteSource, type ReadProgress, readCsvFile } from './read-csv-file.ts';
export type { RowRules } from './row-rules.ts';
export { ScanKernel } from './scan-kernel.ts';
