import { type CsvFile, CsvKernelScanner, type KernelRefusal } from './csv-kernel-scanner.ts';
import type { ScanKernel } from './scan-kernel.ts';

/** Told after every piece that is read. */
export type ReadProgress = (done: { readonly bytes: number; readonly rows: number }) => void;

export interface ByteSource {
  /** Fills `into` with bytes from `position` on, as many as come at once; 0 at the end. */
  read(into: Uint8Array, position: number): number;
}

/** Reads a CSV file straight into the kernel's memory, from `csv.position` on. Null, or why the kernel can't. */
export function readCsvFile(
  kernel: ScanKernel,
  csv: CsvFile,
  source: ByteSource,
  onProgress?: ReadProgress,
): KernelRefusal | null {
  const scanner = new CsvKernelScanner(kernel, csv);
  let position = csv.position ?? 0;
  while (scanner.refusal === null) {
    const bytes = source.read(scanner.room(), position);
    if (bytes === 0) break;
    position += bytes;
    scanner.filled(bytes);
    onProgress?.({ bytes: position, rows: kernel.rows });
  }
  scanner.finish();
  return scanner.refusal;
}
