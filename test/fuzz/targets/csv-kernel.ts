import { CsvKernelScanner, ScanKernel } from '../../../shared/scan/kernel/index.ts';
import type { ScanState } from '../../../shared/scan/scan-state.ts';
import { firstDifference } from '../../scan/kernel/first-difference.ts';
import { referenceRows, referenceState } from '../../scan/kernel/reference-csv.ts';
import { SMALL_LIMITS } from '../../scan/row-support.ts';
import type { FuzzTarget } from '../target.ts';

/** Of a file without a header; the first byte is the length of its chunks. Either refused or to the bit the twin's. */
export const target: FuzzTarget = {
  seeds: [
    '\u0005a,b\n1,2\n-1.5e3,"x ""y"""\n',
    '\u00ffa\r\n"1\r\n"\r\n5" z\rnan\n',
    '\u0001é,\n,😀\n',
  ],
  words: [
    '"',
    '""',
    '",',
    ',"',
    '"\n',
    '\r\n',
    '1e999',
    '-inf',
    '1.234,5',
    '9007199254740993',
    'é',
  ],
  longest: 300,
  run(input) {
    const bytes = Buffer.from(input.subarray(1));
    const rows = referenceRows(bytes, ',');
    const header = rows?.[0]?.cells ?? [];
    const names = header.map((name) => name.toString());
    if (names.length === 0 || new Set(names).size < names.length) return;
    const expected = rows && referenceState([rows], names, new Set(), SMALL_LIMITS);
    const state = scan(bytes, names, 1 + (input[0] ?? 0));
    if ((state === null) !== (expected === null)) {
      throw new Error(state === null ? 'refused by the kernel alone' : 'read by the kernel alone');
    }
    if (state === null || expected === null) return;
    const difference = firstDifference(state, expected);
    if (difference !== null) throw new Error(String(difference));
  },
};

function scan(bytes: Buffer, names: readonly string[], length: number): ScanState | null {
  const kernel = new ScanKernel(names, [], SMALL_LIMITS);
  const places = names.map((_, index) => index);
  const scanner = new CsvKernelScanner(kernel, {
    file: 0,
    delimiter: ',',
    places,
    windowBytes: 256,
  });
  for (let at = 0; at < bytes.length; at += length) scanner.push(bytes.subarray(at, at + length));
  scanner.finish();
  return scanner.refusal === null ? kernel.state() : null;
}
