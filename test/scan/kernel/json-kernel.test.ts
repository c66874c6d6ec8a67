import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type JsonKernelOptions, JsonKernelScanner } from '../../../shared/scan/kernel/index.ts';
import { LONGEST_ROW, MOST_COLUMNS } from '../../../shared/scan/limits.ts';
import { STATE_LIMITS } from '../../../shared/scan/state-limits.ts';
import { SMALL_LIMITS } from '../row-support.ts';
import { firstDifference } from './first-difference.ts';
import { jsonFile, jsonSoup } from './fuzzed-json.ts';
import { referenceRows, referenceState } from './reference-json.ts';

/** More on request: FUZZ_RUNS=50000 npm test -- test/scan/kernel */
const RUNS = Number(process.env.FUZZ_RUNS ?? 100);

interface Scan extends JsonKernelOptions {
  readonly chunkBytes?: number;
  readonly given?: readonly string[];
}

/** Null when the kernel refuses a file. */
function scan(files: readonly Buffer[], options: Scan = {}) {
  const { chunkBytes = 1 << 16, given = [] } = options;
  const scanner = new JsonKernelScanner(given, options);
  for (const [file, bytes] of files.entries()) {
    scanner.begin({ file });
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      scanner.push(bytes.subarray(at, at + chunkBytes));
    }
    scanner.finish();
  }
  const state = scanner.state();
  return state === null ? null : { names: scanner.names, state };
}

function reference(files: readonly Buffer[], options: Scan = {}) {
  const rows = files.map((bytes, file) => referenceRows(bytes, file));
  const sound = rows.filter((one) => one !== null);
  if (sound.length < rows.length) return null;
  const missingValues = new Set(options.missingValues ?? []);
  const { limits = STATE_LIMITS, given } = options;
  return referenceState(sound.flat(), missingValues, limits, given);
}

/** What the kernel leaves to JavaScript in files that have no fault. */
const LEFT_OUT =
  /\\ud[89a-f]|[\v\f\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]|[[{].*[[{]/i;

const lines = (...rows: readonly string[]) => Buffer.from(rows.map((row) => `${row}\n`).join(''));

describe('the JSON Lines kernel and its TypeScript twin', () => {
  const missingValues = ['NA', 'null', '-1', 'é', 'true'];
  const windows = fc.oneof(fc.integer({ min: 130, max: 400 }), fc.constant(1 << 18));

  test.each([
    ['limits of real data', STATE_LIMITS],
    ['small limits', SMALL_LIMITS],
  ])('agree on every figure of fuzzed files, with %s', (_, limits) => {
    fc.assert(
      fc.property(
        fc.array(jsonFile, { minLength: 1, maxLength: 2 }),
        windows,
        fc.integer({ min: 1, max: 300 }),
        (files, windowBytes, chunkBytes) => {
          const options = { limits, windowBytes, chunkBytes, missingValues };
          const state = scan(files, options);
          expect(state).not.toBeNull();
          expect(firstDifference(state, reference(files, options))).toBeNull();
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('agree on damaged files, or the kernel leaves them to its twin', () => {
    let read = 0;
    fc.assert(
      fc.property(jsonSoup, windows, (bytes, windowBytes) => {
        const state = scan([bytes], { windowBytes, missingValues });
        const expected = reference([bytes], { missingValues });
        if (state === null) {
          if (expected !== null) expect(bytes.toString()).toMatch(LEFT_OUT);
          return;
        }
        read++;
        expect(firstDifference(state, expected)).toBeNull();
      }),
      { numRuns: RUNS * 4 },
    );
    // Some damage is none.
    expect(read).toBeGreaterThan(0);
  });
});

describe('the JSON Lines kernel', () => {
  test('takes keys that come late, in any order, into columns of their own', () => {
    const rows = Array.from({ length: 60 }, (_, index) => `{"id":${index},"k${index % 7}":"v"}`);
    const files = [lines(...rows), lines('{"k9":1,"id":"7"}', '{}', '{"id":null,"k0":true}')];
    const options = { windowBytes: 200 };
    const state = scan(files, options);
    expect(state?.names).toEqual(['id', 'k0', 'k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k9']);
    expect(firstDifference(state, reference(files, options))).toBeNull();
  });

  test('keeps the columns that it is given, be their names ever so long', () => {
    const given = ['z', '', 'n'.repeat(5000), 'a'];
    const files = [lines('{"a":1,"b":2}', '{"b":3,"z":"x"}')];
    expect(firstDifference(scan(files, { given }), reference(files, { given }))).toBeNull();
    expect(scan([lines(`{"${'n'.repeat(5000)}":1}`)], { given })).toBeNull();
  });

  test('says the same of texts that a string and a number share', () => {
    const files = [lines('{"a":1}', '{"a":"1"}', '{"a":true}', '{"a":"true"}', '{"a":"1"}')];
    const state = scan(files);
    expect(state?.state.columns[0]?.kinds).toEqual([0, 1, 0, 0, 0, 1, 3]);
    expect(firstDifference(state, reference(files))).toBeNull();
  });

  test.each([
    '{"a":01}',
    '{"a":1.}',
    '{"a":.5}',
    '{"a":+1}',
    '{"a":-}',
    '{"a":1e}',
    '{"a":1.5.2}',
    '{"a":12345678901234567.}',
    '{"a":NaN}',
    '{"a":nullx}',
    '{"a":tru}',
    '{"a":1,"a":2}',
    '{"a":1,"\\u0061":2}',
    '{"a":1,}',
    '{,}',
    '{"a" 1}',
    '{"a":1}}',
    '{"a":1} {"a":2}',
    '{"a":"\u0001"}',
    '{"a":"\\x"}',
    '{"a":"\\u12g4"}',
    '{"a":"x}',
    '{"":1}',
    '[1]',
    '1',
    '{"a":[1]}',
    '{"a":{"b":1}}',
    '{"a":"\\ud83d"}',
    '{"a":"\\ude00\\ud83d"}',
    '{a:1}',
    "{'a':1}",
  ])('leaves %s to JavaScript, wherever it stands', (row) => {
    const sound = '{"a":1}';
    expect(scan([lines(row)])).toBeNull();
    expect(scan([lines(sound, sound, row)])).toBeNull();
    expect(scan([lines(sound, row, '{"b":2}')], { windowBytes: 160 })).toBeNull();
    expect(scan([Buffer.from(`${sound}\n${row}`)])).toBeNull();
  });

  test('leaves bytes that are no UTF-8 to JavaScript', () => {
    expect(
      scan([Buffer.from([...Buffer.from('{"a":"'), 0xff, ...Buffer.from('"}\n')])]),
    ).toBeNull();
  });

  test('tells rows apart by place in parts of a file', () => {
    const whole = lines('{"a":1,"b":"x"}', '{"a":2,"b":"y"}', '{"a":2,"b":"y"}');
    const start = 16 * 2;
    const scanner = new JsonKernelScanner();
    scanner.begin({ file: 0 });
    scanner.push(whole.subarray(0, start));
    scanner.finish();
    scanner.begin({ file: 0, position: start, line: 3 });
    scanner.push(whole.subarray(start));
    scanner.finish();
    const parts = { names: scanner.names, state: scanner.state() };
    expect(firstDifference(parts, reference([whole]))).toBeNull();
  });

  test('reads long rows, and leaves longer ones to JavaScript', () => {
    const row = (bytes: number) =>
      lines('{"a":1}', `{"a":"${'é\\n'.repeat(bytes >> 2)}"}`, '{"a":2}');
    const long = [row(3_000_000)];
    expect(firstDifference(scan(long), reference(long))).toBeNull();
    expect(scan([row(LONGEST_ROW + 64)])).toBeNull();
  });

  test('leaves tables that are too wide to JavaScript', () => {
    const row = (from: number, end: number) =>
      `{${Array.from({ length: end - from }, (_, index) => `"c${from + index}":1`).join(',')}}`;
    const limits = { ...STATE_LIMITS, sampleRows: () => 10 };
    const widest = [lines(row(0, 6000), row(6000, MOST_COLUMNS))];
    expect(scan(widest, { limits })?.names.length).toBe(MOST_COLUMNS);
    expect(scan([lines(row(0, 6000), row(6000, MOST_COLUMNS + 1))], { limits })).toBeNull();
  });

  test('leaves rows whose keys never end to JavaScript', () => {
    const rows = (count: number) =>
      lines(...Array.from({ length: count }, (_, row) => `{"key ${row}":"${'x'.repeat(100)}"}`));
    const options = { windowBytes: 300 };
    expect(scan([rows(12)], options)?.names).toHaveLength(12);
    expect(scan([rows(200)], options)).toBeNull();
    expect(scan([rows(200)])?.names).toHaveLength(200);
  });

  test('finds keys among many', () => {
    const keys = Array.from({ length: 500 }, (_, index) => `key ${index}`);
    const shuffled = keys.map((_, index) => keys[(index * 7) % keys.length] ?? '');
    const row = (order: readonly string[]) => `{${order.map((key) => `"${key}":1`).join(', ')}}`;
    const files = [lines(row(keys), row(shuffled), row(keys))];
    expect(firstDifference(scan(files), reference(files))).toBeNull();
  });
});
