import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BatchStatistics } from '../../shared/scan/batch-statistics.ts';
import { Row } from '../../shared/scan/cell.ts';
import type { ColumnBatch, ColumnVector, PlainValues } from '../../shared/scan/column-batch.ts';
import { lengthOfValues, utf8OfTexts } from '../../shared/scan/column-batch.ts';
import { ColumnStatistics } from '../../shared/scan/column-statistics.ts';
import { ContentTable } from '../../shared/scan/content-table.ts';
import { Hasher } from '../../shared/scan/hasher.ts';
import { BatchKernel } from '../../shared/scan/kernel/batch-kernel.ts';
import { MemoryFull } from '../../shared/scan/kernel/memory-full.ts';
import { mergeStates } from '../../shared/scan/merge-states.ts';
import { SampleBuilder } from '../../shared/scan/row-sample.ts';
import { RowStatistics } from '../../shared/scan/row-statistics.ts';
import type { ScanState } from '../../shared/scan/scan-state.ts';
import { STATE_LIMITS, type StateLimits } from '../../shared/scan/state-limits.ts';
import { giveRows } from '../../shared/sources/index.ts';
import { fillMemory } from './kernel/fill-memory.ts';
import { SMALL_LIMITS } from './row-support.ts';

const NAMES = ['a', 'ü', 'c'];

const numbers = fc.oneof(
  fc.constantFrom(0, -0, 1, -3, 2.5, 1e-310, 2 ** 53, -(2 ** 60), 1e300, 0.1),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  fc.double(),
  fc.integer(),
);
const texts = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    '1',
    '-3',
    '2.5',
    '1,5',
    '1,234',
    'nan',
    'TRUE',
    'é日本',
    'longer than twelve',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

/** Values of one kind; `plain` of more rows than there are values repeats them. */
const values: fc.Arbitrary<PlainValues> = fc.oneof(
  fc
    .record({
      whole: fc.boolean(),
      list: fc.array(numbers, { minLength: 1 }),
      hasDigits: fc.boolean(),
    })
    .map(({ whole, list, hasDigits }) => {
      const big = list.flatMap((number, at) =>
        whole && Number.isInteger(number) && Math.abs(number) > 2 ** 53
          ? [[at, `${BigInt(number) + 1n}`] as const]
          : [],
      );
      const digits = hasDigits && big.length > 0 ? new Map(big) : null;
      return { kind: 'numbers' as const, whole, numbers: Float64Array.from(list), digits };
    }),
  fc
    .array(fc.boolean(), { minLength: 1 })
    .map((list) => ({ kind: 'booleans' as const, booleans: Uint8Array.from(list, Number) })),
  fc
    .array(texts, { minLength: 1 })
    .map((list) => ({ kind: 'texts' as const, texts: list, invalid: null })),
  fc.array(texts, { minLength: 1 }).map(utf8OfTexts),
);

/** Rows of one column: the values themselves, or codes of them; some rows lack theirs. */
const vectors = fc
  .record({ plain: values, seed: fc.nat(), coded: fc.boolean(), complete: fc.boolean() })
  .map(({ plain, seed, coded, complete }) => {
    let state = seed;
    const next = () => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return state >>> 16;
    };
    const length = lengthOfValues(plain);
    return (rowCount: number): ColumnVector => {
      const rows = { length: rowCount };
      const valid = complete ? null : Uint8Array.from(rows, () => (next() % 5 === 0 ? 0 : 1));
      if (!coded && length >= rowCount) return { valid, offsets: null, values: plain };
      const codes = Int32Array.from(rows, () => next() % length);
      return { valid, offsets: null, values: { kind: 'coded', codes, dictionary: plain } };
    };
  });

const batches = fc.array(
  fc
    .record({
      wanted: fc.integer({ min: 1, max: 12 }),
      columns: fc.tuple(vectors, vectors, vectors),
      file: fc.nat({ max: 1 }),
    })
    .map(({ wanted, columns, file }) => ({
      file,
      rowCount: wanted,
      columns: columns.map((make) => make(wanted)),
    })),
  { minLength: 1, maxLength: 5 },
);

interface Part {
  readonly batch: ColumnBatch;
  readonly file: number;
}

function placed(
  given: readonly { file: number; rowCount: number; columns: ColumnVector[] }[],
): Part[] {
  const rows = [0, 0];
  return [...given]
    .sort((a, b) => a.file - b.file)
    .map(({ file, rowCount, columns }) => {
      const firstRow = rows[file] ?? 0;
      rows[file] = firstRow + rowCount;
      return { file, batch: { firstRow, rowCount, columns } };
    });
}

const places = [2, 0, 1];

function byBatch(
  parts: readonly Part[],
  missing: ReadonlySet<string>,
  limits: StateLimits,
): ScanState {
  const statistics = new RowStatistics(limits);
  for (const { batch, file } of parts) {
    statistics.addBatch({ batch, places, names: NAMES, file, missingValues: missing });
  }
  return statistics.state(NAMES);
}

function addRows(
  statistics: RowStatistics,
  { batch, file }: Part,
  missing: ReadonlySet<string>,
): void {
  const row = new Row(NAMES);
  row.resize(NAMES.length);
  row.hasTypes = true;
  row.file = file;
  giveRows(batch, row, places, missing, (index) => {
    row.position = index;
    row.line = index + 1;
    statistics.add(row);
  });
}

function byRow(
  parts: readonly Part[],
  missing: ReadonlySet<string>,
  limits: StateLimits,
): ScanState {
  const statistics = new RowStatistics(limits);
  for (const part of parts) addRows(statistics, part, missing);
  return statistics.state(NAMES);
}

describe.each([
  ['ordinary', STATE_LIMITS],
  ['small', SMALL_LIMITS],
])('batches, with %s limits', (_, limits) => {
  test.each([[[]], [['a', '-3', '0', '2.5', 'true', 'nan', 'inf', '1']]])(
    'give the state that their rows give; missing values: %j',
    (missingValues) => {
      const missing = new Set(missingValues);
      fc.assert(
        fc.property(batches, (given) => {
          const parts = placed(given);
          expect(byBatch(parts, missing, limits)).toStrictEqual(byRow(parts, missing, limits));
        }),
        { numRuns: 150 },
      );
    },
  );

  test('may stand among rows, and in parts that are merged', () => {
    fc.assert(
      fc.property(batches, fc.nat({ max: 5 }), (given, cut) => {
        const parts = placed(given);
        const whole = byRow(parts, new Set(), limits);
        const mixed = new RowStatistics(limits);
        for (const [index, part] of parts.entries()) {
          if (index % 2 === cut % 2) addRows(mixed, part, new Set());
          else {
            mixed.addBatch({ ...part, places, names: NAMES, missingValues: new Set() });
          }
        }
        expect(mixed.state(NAMES)).toStrictEqual(whole);
        const merged = mergeStates(
          byBatch(parts.slice(0, cut), new Set(), limits),
          byBatch(parts.slice(cut), new Set(), limits),
          undefined,
          limits,
        );
        expect(merged).toStrictEqual(whole);
      }),
      { numRuns: 100 },
    );
  });
});

test('no batch comes after the state was read', () => {
  const column = { valid: null, offsets: null, values: utf8OfTexts(['x']) };
  const batch = { firstRow: 0, rowCount: 1, columns: [column, column, column] };
  const part = { batch, places, names: NAMES, file: 0, missingValues: new Set<string>() };
  const statistics = new RowStatistics();
  statistics.addBatch(part);
  expect(statistics.state().rows).toBe(1);
  expect(() => statistics.addBatch(part)).toThrow('after the state');
});

test('the kernel says when its 4 GiB of memory are full', () => {
  const missing = new Set<string>();
  const kernel = new BatchKernel(missing, STATE_LIMITS);
  fillMemory(kernel.exports);
  const sample = new SampleBuilder(STATE_LIMITS);
  sample.widen(1);
  const targets = {
    columns: [new ColumnStatistics(STATE_LIMITS)],
    sample,
    contents: new ContentTable(STATE_LIMITS.contents),
    hasher: new Hasher(),
  };
  const statistics = new BatchStatistics(targets, missing, STATE_LIMITS, kernel);
  const rowCount = 10_000;
  const texts = Array.from({ length: rowCount }, (_, row) => `text ${row}`);
  const column = { valid: null, offsets: null, values: utf8OfTexts(texts) };
  const batch = { firstRow: 0, rowCount, columns: [column] };
  expect(() =>
    statistics.add({ batch, places: [0], names: ['a'], file: 0, missingValues: missing }),
  ).toThrow(MemoryFull);
});
