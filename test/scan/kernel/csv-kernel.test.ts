import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CsvScanner } from '../../../shared/scan/csv-scanner.ts';
import { CsvKernelScanner, MemoryFull, ScanKernel } from '../../../shared/scan/kernel/index.ts';
import type { ScanState } from '../../../shared/scan/scan-state.ts';
import { STATE_LIMITS, type StateLimits } from '../../../shared/scan/state-limits.ts';
import { SMALL_LIMITS } from '../row-support.ts';
import { fillMemory } from './fill-memory.ts';
import { firstDifference } from './first-difference.ts';
import { csvFile, csvSoup } from './fuzzed-csv.ts';
import { referenceRows, referenceState } from './reference-csv.ts';

/** More on request: FUZZ_RUNS=50000 npm test -- test/scan/kernel */
const RUNS = Number(process.env.FUZZ_RUNS ?? 150);

interface Scan {
  readonly delimiter?: string;
  readonly missingValues?: ReadonlySet<string>;
  readonly limits?: StateLimits;
  readonly windowBytes?: number;
  readonly chunkBytes?: number;
}

/** The state of files with headers, or why the kernel refuses one. */
function scan(files: readonly Buffer[], names: readonly string[], options: Scan = {}) {
  const { delimiter = ',', limits = STATE_LIMITS, chunkBytes = 1 << 16 } = options;
  const kernel = new ScanKernel(names, options.missingValues ?? [], limits);
  for (const [file, bytes] of files.entries()) {
    const places = headerOf(bytes, delimiter).map((name) => names.indexOf(name));
    const windowBytes = options.windowBytes ?? 1 << 18;
    const scanner = new CsvKernelScanner(kernel, { file, delimiter, places, windowBytes });
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      scanner.push(bytes.subarray(at, at + chunkBytes));
    }
    scanner.finish();
    if (scanner.refusal !== null) return scanner.refusal;
  }
  return kernel.state();
}

function headerOf(bytes: Buffer, delimiter: string): string[] {
  let names: string[] | null = null;
  const scanner = new CsvScanner(delimiter, (row) => {
    names ??= Array.from({ length: row.cellCount }, (_, index) => row.text(index));
  });
  scanner.push(bytes);
  scanner.finish();
  return names ?? [];
}

function expectTwins(
  files: readonly Buffer[],
  names: readonly string[],
  options: Scan & { readonly delimiter: string },
): void {
  const rows = files.map((bytes) => referenceRows(bytes, options.delimiter));
  const sound = rows.filter((one) => one !== null);
  const expected =
    sound.length < rows.length
      ? null
      : referenceState(
          sound,
          names,
          options.missingValues ?? new Set(),
          options.limits ?? STATE_LIMITS,
        );
  const state = scan(files, names, options);
  if (expected === null) expect(typeof state).toBe('string');
  else expect(firstDifference(state, expected)).toBeNull();
}

describe('the kernel and its TypeScript twin', () => {
  const names = (width: number) => Array.from({ length: width }, (_, column) => `c${column}`);
  const widthOf = (bytes: Buffer, delimiter: string) => headerOf(bytes, delimiter).length;
  const missingValues = new Set(['NA', 'null', '-1', 'é']);

  test.each([
    ['limits of real data', STATE_LIMITS],
    ['small limits', SMALL_LIMITS],
  ])('agree on every figure of fuzzed files, with %s', (_, limits) => {
    fc.assert(
      fc.property(
        csvFile,
        fc.integer({ min: 8, max: 12 }),
        fc.integer({ min: 1, max: 300 }),
        fc.boolean(),
        ({ bytes, delimiter }, bits, chunkBytes, someMissing) => {
          expectTwins([bytes], names(widthOf(bytes, delimiter)), {
            delimiter,
            limits,
            windowBytes: 2 ** bits,
            chunkBytes,
            missingValues: someMissing ? missingValues : new Set(),
          });
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('agree on what no program wrote', () => {
    fc.assert(
      fc.property(csvSoup, ({ bytes, delimiter }) => {
        expectTwins([bytes], ['c0', 'c1'], { delimiter, windowBytes: 256 });
      }),
      { numRuns: RUNS },
    );
  });

  test('agree on files whose columns come in another order', () => {
    const first = Buffer.from('a,b\n1,x\n2,y\n');
    const second = Buffer.from('b,a\nx,1\nz,3.5\n');
    expectTwins([first, second], ['a', 'b'], { delimiter: ',' });
  });

  test('agree beyond the limits of real data', () => {
    const lines = ['id,word,few,money,long'];
    for (let row = 0; row < 130_000; row++) {
      const word = row % 3 === 0 ? `"word, ${row}"` : `w${row % 50_000}`;
      const long = row % 997 === 0 ? 'é'.repeat(row % 1_500) : '';
      lines.push(`${row},${word},${row % 7},${(row * 7919) / 1024},${long}`);
    }
    const bytes = Buffer.from(`${lines.join('\r\n')}\r\n`);
    expectTwins([bytes], ['id', 'word', 'few', 'money', 'long'], { delimiter: ',' });
  });
});

describe('sums', () => {
  test('of doubles are exact', () => {
    const double = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(double, { minLength: 1, maxLength: 40 }), (values) => {
        const bytes = Buffer.from(`x\n${values.map(String).join('\n')}\n`);
        const { numbers } = (scan([bytes], ['x'], { limits: SMALL_LIMITS }) as ScanState)
          .columns[0] as ScanState['columns'][number];
        const exact = values.map((value) => scaled(value));
        expect(numbers.sum).toBe(exact.reduce((sum, value) => sum + value, 0n));
        expect(numbers.sumOfSquares).toBe(exact.reduce((sum, value) => sum + value * value, 0n));
      }),
      { numRuns: RUNS },
    );
  });

  /** x · 2¹⁰⁷⁴ */
  function scaled(value: number): bigint {
    const bits = new BigUint64Array(new Float64Array([value]).buffer)[0] ?? 0n;
    const exponent = (bits >> 52n) & 0x7ffn;
    const fraction = bits & 0xfffffffffffffn;
    const size = exponent === 0n ? fraction : (fraction | (1n << 52n)) << (exponent - 1n);
    return value < 0 ? -size : size;
  }
});

test('the kernel refuses to read on when its 4 GiB of memory are full', () => {
  const kernel = new ScanKernel(['a']);
  const scanner = new CsvKernelScanner(kernel, { file: 0, delimiter: ',', places: [0] });
  fillMemory(kernel.exports);
  for (let row = 0; row < 10_000; row++) scanner.push(Buffer.from(`text ${row}\n`));
  scanner.finish();
  expect(scanner.refusal).toBe('memory-full');
});

test('the kernel says so when its state or another file finds no memory left', () => {
  const kernel = new ScanKernel(['a']);
  const file = { file: 0, delimiter: ',', places: [0] };
  const scanner = new CsvKernelScanner(kernel, file);
  for (let row = 0; row < 2000; row++) scanner.push(Buffer.from(`${row}.5\n`));
  scanner.finish();
  expect(scanner.refusal).toBeNull();
  fillMemory(kernel.exports);
  expect(() => new CsvKernelScanner(kernel, { ...file, file: 1 })).toThrow(MemoryFull);
  expect(() => kernel.state()).toThrow(MemoryFull);
});
