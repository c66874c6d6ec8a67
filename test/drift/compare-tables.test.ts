import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import schema from '../../schemas/drift.schema.json' with { type: 'json' };
import {
  compareTables,
  type DriftReport,
  type DriftSettings,
  driftHeadline,
  renderDriftSummary,
} from '../../shared/drift/index.ts';
import { UserError } from '../../shared/errors/index.ts';
import { prettyJson } from '../../shared/lineage/index.ts';
import { SeededRandom } from '../../shared/numeric/index.ts';
import { source } from './tables.ts';

const SETTINGS: DriftSettings = {
  driftShare: 0.5,
  falseDiscoveryRate: 0.05,
  distanceThreshold: 0.1,
  minExamples: 30,
  excluded: [],
  dates: [],
};
const validate = new Ajv2020().compile(schema);

function compare(
  reference: Parameters<typeof source>[0],
  current: Parameters<typeof source>[0],
  settings: Partial<DriftSettings> = {},
): DriftReport {
  const report = compareTables(source(reference), source(current), { ...SETTINGS, ...settings });
  // What is not finite becomes null in JSON and breaks the schema.
  expect(validate(JSON.parse(prettyJson(report))) ? [] : validate.errors).toEqual([]);
  return report;
}

function only(report: DriftReport) {
  const [column] = report.columns;
  if (column === undefined) throw new Error('no column was compared');
  return column;
}

function uniform(count: number, stream: string, shift = 0): number[] {
  const random = new SeededRandom(7, stream);
  return Array.from({ length: count }, () => shift + random.uniform());
}

function words(count: number, stream: string, vocabulary: readonly string[]): string[] {
  const random = new SeededRandom(7, stream);
  return Array.from({ length: count }, () => vocabulary[random.integer(vocabulary.length)] ?? '');
}

describe('which method a column gets', () => {
  const sizes = { small: 1000, large: 1001 };
  test.each([
    ['many numbers, small reference', sizes.small, 'many', 'kolmogorov-smirnov'],
    ['five numbers, small reference', sizes.small, 'five', 'chi-square'],
    ['six numbers, small reference', sizes.small, 'six', 'kolmogorov-smirnov'],
    ['two numbers, small reference', sizes.small, 'two', 'two-proportion-z'],
    ['three words, small reference', sizes.small, 'words', 'chi-square'],
    ['two words, small reference', sizes.small, 'yes-no', 'two-proportion-z'],
    ['many numbers, large reference', sizes.large, 'many', 'wasserstein'],
    ['five numbers, large reference', sizes.large, 'five', 'jensen-shannon'],
    ['two numbers, large reference', sizes.large, 'two', 'jensen-shannon'],
    ['three words, large reference', sizes.large, 'words', 'jensen-shannon'],
  ])('%s', (_name, rows, kind, method) => {
    const make = (count: number, stream: string): (number | string)[] => {
      const random = new SeededRandom(1, stream);
      const below = { five: 5, six: 6, two: 2 }[kind];
      if (below !== undefined) return Array.from({ length: count }, () => random.integer(below));
      if (kind === 'words') return words(count, stream, ['a', 'b', 'c']);
      if (kind === 'yes-no') return words(count, stream, ['yes', 'no']);
      return uniform(count, stream);
    };
    const report = compare({ x: make(rows, 'reference') }, { x: make(200, 'current') });
    expect(only(report).method).toBe(method);
    expect(only(report).drifted).toBe(false);
    expect(only(report).pValue === undefined).toBe(rows === sizes.large);
  });
});

describe('what counts as drift', () => {
  test('identical samples never drift', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            n: fc.option(fc.double({ noNaN: true }), { nil: null }),
            c: fc.option(fc.string({ maxLength: 3 }), { nil: null }),
          }),
          { minLength: 1, maxLength: 60 },
        ),
        (rows) => {
          const columns = { n: rows.map(({ n }) => n), c: rows.map(({ c }) => c) };
          const report = compare(columns, columns, { minExamples: 1 });
          expect(report.status).toBe('no-drift');
          expect(report.driftedColumns).toBe(0);
        },
      ),
      { numRuns: 200 },
    );
  });

  test.each([300, 3000])('a shift is found with %d reference rows', (rows) => {
    const reference = { x: uniform(rows, 'r'), w: words(rows, 'r', ['a', 'b', 'c']) };
    const current = { x: uniform(200, 'c', 0.3), w: words(200, 'c', ['a', 'a', 'a', 'b', 'c']) };
    const report = compare(reference, current);
    expect(report.status).toBe('drift');
    expect(report.driftShare).toBe(1);
    expect(report.columns.every(({ drifted }) => drifted)).toBe(true);
  });

  test('exactly the configured share is enough, and less is not', () => {
    const reference = { a: uniform(200, 'a'), b: uniform(200, 'b') };
    const current = { a: uniform(200, 'c', 1), b: uniform(200, 'd') };
    expect(compare(reference, current, { driftShare: 0.5 }).status).toBe('drift');
    expect(compare(reference, current, { driftShare: 0.51 }).status).toBe('no-drift');
    expect(compare(reference, reference, { driftShare: 0 }).status).toBe('no-drift');
  });

  test('most drifted first', () => {
    const reference = { a: uniform(200, 'a'), b: uniform(200, 'b'), c: uniform(200, 'c') };
    const current = { a: uniform(200, 'd'), b: uniform(200, 'e', 0.2), c: uniform(200, 'f', 2) };
    const names = compare(reference, current).columns.map(({ column }) => column);
    expect(names).toEqual(['c', 'b', 'a']);
  });

  test('false alarms stay below 5 % over 20 columns that did not change', () => {
    const random = new SeededRandom(11, 'null');
    const runs = 200;
    let alarms = 0;
    for (let run = 0; run < runs; run++) {
      const columns = (rows: number) => {
        const cells = new Map<string, (number | string | null)[]>();
        for (let column = 0; column < 20; column++) {
          const cell = () => {
            const value = random.uniform();
            if (column < 8) return value;
            if (column < 12) return value < 0.1 ? null : random.uniform();
            if (column < 16) return value < 0.03 ? 'rare' : 'common';
            return String(Math.floor(value * value * 12));
          };
          cells.set(`c${column}`, Array.from({ length: rows }, cell));
        }
        return cells;
      };
      const report = compareTables(source(columns(150)), source(columns(60)), SETTINGS);
      if (report.driftedColumns > 0) alarms++;
    }
    // 5 % of 200, and three standard deviations of that count.
    expect(alarms).toBeLessThanOrEqual(10 + 9);
  });

  test('a small current sample does not drift by chance where a distance decides', () => {
    const random = new SeededRandom(3, 'small');
    let alarms = 0;
    let over = 0;
    for (let run = 0; run < 50; run++) {
      const make = (rows: number) => Array.from({ length: rows }, () => random.uniform());
      const report = compareTables(source({ x: make(1500) }), source({ x: make(40) }), SETTINGS);
      if (only(report).statistic >= 0.1) over++;
      if (only(report).drifted) alarms++;
    }
    expect(over).toBeGreaterThan(20);
    expect(alarms).toBeLessThanOrEqual(7);
  });

  test('too few examples give no verdict, and the numbers all the same', () => {
    const report = compare({ x: uniform(200, 'a') }, { x: uniform(29, 'b', 5) });
    expect(report.status).toBe('insufficient-data');
    expect(only(report)).toMatchObject({ statistic: 1, drifted: false });
    expect(report.reason).toBe(
      'The reference has 200 rows and the current data 29: drift is judged from 30 on',
    );
    expect(compare({ x: [] }, { x: uniform(40, 'b') }).columns).toEqual([]);
  });
});

describe('many rare categories', () => {
  const cells = (count: number, name: string, kinds: number) =>
    Array.from({ length: count }, (_, row) => `${name}-${row % kinds}`);

  test.each([
    ['jensen-shannon', 1500, 1500],
    ['jensen-shannon', 1500, 40],
    ['chi-square', 900, 900],
    ['chi-square', 900, 40],
  ])('all replaced is drift: %s, %d rows against %d', (method, before, now) => {
    const reference = { random: uniform(before, 'a'), user: cells(before, 'user', 300) };
    const current = { random: uniform(now, 'b'), user: cells(now, 'neu', 300) };
    const [column, other] = compare(reference, current).columns;
    expect(column).toMatchObject({ column: 'user', method, drifted: true });
    expect(column?.comparable).toBeUndefined();
    expect(other?.drifted).toBe(false);
    const reversed = only(compare({ user: current.user }, { user: cells(1500, 'user', 300) }));
    expect(reversed.drifted || reversed.comparable === false).toBe(true);
  });

  test('replaced beside a common one is drift, too, in tables too large to shuffle', () => {
    const half = (count: number, name: string) =>
      cells(count, name, count / 5).map((user, row) => (row % 2 === 0 ? 'guest' : user));
    const small = only(compare({ user: half(900, 'a') }, { user: half(900, 'b') }));
    expect(small).toMatchObject({ method: 'chi-square', drifted: true });
    expect(small.formula).toMatch(/180 rarest of 181 values.*permutations.*doubled.*the common/);
    expect(only(compare({ user: half(900, 'a') }, { user: half(900, 'a') })).drifted).toBe(false);
    const large = only(compare({ user: half(40_000, 'a') }, { user: half(40_000, 'b') }));
    expect(large).toMatchObject({ method: 'jensen-shannon', drifted: true });
  });

  test.each([
    [900, 900, 0],
    [900, 100, 0],
    [1500, 1500, 0.1],
    [1500, 60, 0.1],
  ])(
    'false alarms stay below 5 % for two samples of 300 categories: %d and %d rows',
    (reference, current, threshold) => {
      const random = new SeededRandom(17, `rare ${reference} ${current}`);
      const runs = 200;
      const draw = (rows: number, power: number) =>
        Array.from({ length: rows }, () => `v${Math.floor(300 * random.uniform() ** power)}`);
      let alarms = 0;
      for (let run = 0; run < runs; run++) {
        const columns = (rows: number) => ({ even: draw(rows, 1), skewed: draw(rows, 3) });
        const { driftedColumns, columns: judged } = compareTables(
          source(columns(reference)),
          source(columns(current)),
          SETTINGS,
        );
        if (driftedColumns > 0) alarms++;
        // The distance alone would have called some of them drifted.
        if (threshold > 0)
          expect(judged.some(({ statistic }) => statistic >= threshold)).toBe(true);
      }
      expect(alarms).toBeLessThanOrEqual(10 + 9);
    },
  );

  test('two halves of one sample do not drift', () => {
    const all = words(3000, 'halves', cells(300, 'user', 300));
    const halves = [all.slice(0, 1500), all.slice(1500)] as const;
    const column = only(compare({ user: halves[0] }, { user: halves[1] }));
    expect(column).toMatchObject({ drifted: false, method: 'jensen-shannon' });
    expect(column.statistic).toBeGreaterThan(0.1);
    expect(column.reason).toMatch(/by chance/);
  });
});

describe('identifiers', () => {
  const ids = (count: number, prefix: string) =>
    Array.from({ length: count }, (_, row) => `${prefix}${row}`);

  test.each([
    [300, 100],
    [3000, 100],
    [3000, 3000],
  ])('are neither drifted nor the same: %d rows against %d', (before, now) => {
    const reference = { id: ids(before, 'a'), x: uniform(before, 'a') };
    const report = compare(reference, { id: ids(now, 'b'), x: uniform(now, 'b', 3) });
    expect(report).toMatchObject({ status: 'drift', driftedColumns: 1, driftShare: 1 });
    expect(report.columns[1]).toMatchObject({ column: 'id', drifted: false, comparable: false });
    expect(report.columns[1]?.pValue).toBeUndefined();
    expect(report.columns[1]?.reason).toMatch(/^Not comparable.*identifier.*data\.ignore$/);
    expect(report.reason).toMatch(/^1 of 1 column drifted.*; 1 more column can't be compared$/);
    expect(renderDriftSummary('m', report)).toContain('not comparable');
  });

  test('alone give no verdict', () => {
    const report = compare({ id: ids(300, 'a') }, { id: ids(300, 'b') });
    expect(report).toMatchObject({ status: 'insufficient-data', driftShare: 0 });
    expect(report.reason).toMatch(/^No column can be compared/);
    expect(driftHeadline(report)).toBe('no column can be compared');
    expect(renderDriftSummary('m', report)).toMatch(/^## ⚠️ m.*no column can be compared\n/);
  });

  test('are compared by how often one is missing', () => {
    const some = ids(300, 'b').map((id, row) => (row % 3 === 0 ? null : id));
    for (const before of [300, 3000]) {
      const column = only(compare({ id: ids(before, 'a') }, { id: some }));
      expect(column).toMatchObject({ drifted: true, currentMissing: 100 });
      expect(column.reason).toContain('only the share of missing values');
    }
  });

  test('that became one value drift, and so does one value that became identifiers', () => {
    const same = Array.from({ length: 100 }, () => 'x');
    expect(only(compare({ id: ids(3000, 'a') }, { id: same })).drifted).toBe(true);
    expect(only(compare({ id: same }, { id: ids(100, 'a') })).drifted).toBe(true);
  });

  test('that are the same in both data sets are compared, and are the same', () => {
    expect(only(compare({ id: ids(300, 'a') }, { id: ids(300, 'a') }))).toMatchObject({
      drifted: false,
      method: 'chi-square',
    });
    expect(compare({ id: ids(300, 'a') }, { id: ids(300, 'a') }).status).toBe('no-drift');
  });
});

describe('missing values', () => {
  const present = uniform(200, 'a');
  const gaps = (every: number, stream: string) =>
    uniform(200, stream).map((value, row) => (row % every === 0 ? null : value));

  test.each([
    ['two-proportion-z', present],
    ['jensen-shannon', uniform(2000, 'many')],
  ])('a numeric column drifts by its gaps alone: %s', (method, reference) => {
    const column = only(compare({ x: reference }, { x: gaps(4, 'b') }));
    expect(column).toMatchObject({ method, drifted: true, currentMissing: 50 });
    expect(column.formula).toContain('25 % of 200 current rows');
    expect(column.buckets.at(-1)).toEqual({ label: 'missing', reference: 0, current: 0.25 });
  });

  test('the same gaps in both leave the values to decide, at twice their p-value', () => {
    const shifted = gaps(4, 'b').map((value) => (value === null ? null : value + 0.3));
    const column = only(compare({ x: gaps(4, 'a') }, { x: shifted }));
    expect(column).toMatchObject({ method: 'kolmogorov-smirnov', drifted: true });
    expect(column.formula).toContain('doubled');
    const present = (cells: (number | null)[]) => cells.filter((cell) => cell !== null);
    const alone = only(compare({ x: present(gaps(4, 'a')) }, { x: present(shifted) }));
    expect(column.pValue).toBe(2 * (alone.pValue ?? Number.NaN));
  });

  test('missing is a category of its own', () => {
    const reference = words(200, 'a', ['a', 'b']);
    const current = words(200, 'b', ['a', 'b']).map((word, row) => (row % 4 === 0 ? null : word));
    const column = only(compare({ w: reference }, { w: current }));
    expect(column).toMatchObject({ method: 'chi-square', drifted: true });
  });

  test.each([100, 2000])('a column that is empty in both does not drift (%d rows)', (rows) => {
    const none = Array.from({ length: rows }, () => null);
    const column = only(compare({ x: none }, { x: none }));
    expect(column).toMatchObject({ drifted: false, statistic: 0 });
  });

  test.each([100, 2000])('a column that became empty drifts (%d rows)', (rows) => {
    const none = Array.from({ length: 100 }, () => null);
    expect(only(compare({ x: uniform(rows, 'a') }, { x: none })).drifted).toBe(true);
    expect(only(compare({ w: words(rows, 'a', ['a', 'b']) }, { w: none })).drifted).toBe(true);
    const was = Array.from({ length: rows }, () => null);
    expect(only(compare({ x: was }, { x: uniform(100, 'b') })).drifted).toBe(true);
  });

  test('infinite values count as missing', () => {
    const current = uniform(200, 'b').map((value, row) => (row < 3 ? Infinity : value));
    expect(only(compare({ x: present }, { x: current }))).toMatchObject({ currentMissing: 3 });
  });
});

describe('odd columns', () => {
  test.each([100, 2000])('a reference that does not vary (%d rows)', (rows) => {
    const constant = Array.from({ length: rows }, () => 5);
    expect(only(compare({ x: constant }, { x: uniform(100, 'b') })).drifted).toBe(true);
    const same = Array.from({ length: 50 }, () => 5);
    expect(only(compare({ x: constant }, { x: same })).drifted).toBe(false);
  });

  test('numbers that became text drift, with the reason', () => {
    const current = uniform(100, 'b').map((value, row) =>
      row === 7 ? 'n/a\n@team' : String(value),
    );
    const column = only(compare({ x: uniform(100, 'a') }, { x: current }));
    expect(column.drifted).toBe(true);
    expect(column.pValue).toBeUndefined();
    expect(column.reason).toContain('such as n/a␤@team');
  });

  test('text that happens to be numbers today is compared as text', () => {
    const codes = words(200, 'a', ['1', '2', 'x']);
    const column = only(compare({ w: codes }, { w: Array.from({ length: 100 }, () => 1) }));
    expect(column).toMatchObject({ kind: 'categorical', method: 'chi-square', drifted: true });
  });

  test('a new category drifts when it is frequent', () => {
    const reference = words(300, 'a', ['a', 'b', 'c']);
    const often = words(100, 'b', ['a', 'b', 'c', 'new']);
    expect(only(compare({ w: reference }, { w: often })).drifted).toBe(true);
    const once = [...words(99, 'b', ['a', 'b', 'c']), 'new'];
    expect(only(compare({ w: reference }, { w: once })).drifted).toBe(false);
  });

  test('buckets are intervals of the reference with shares that add up to 1', () => {
    const { buckets } = only(compare({ x: uniform(1000, 'a') }, { x: uniform(100, 'b', 0.5) }));
    expect(buckets).toHaveLength(10);
    expect(buckets[0]?.label).toMatch(/^< 0\.\d+$/);
    expect(buckets[9]?.label).toMatch(/^≥ 0\.\d+$/);
    expect(new Set(buckets.map(({ label }) => label)).size).toBe(10);
    for (const side of ['reference', 'current'] as const) {
      expect(buckets.reduce((sum, bucket) => sum + bucket[side], 0)).toBeCloseTo(1, 12);
    }
    for (const { reference } of buckets) expect(reference).toBeCloseTo(0.1, 1);
  });

  test('edges are not rounded further than the bars allow', () => {
    // Years such as these round to 1900, 1910, 1920, …, and bars between them hold 5 to 15 %.
    const years = Array.from({ length: 500 }, (_, row) => 1900 + (row % 125));
    const { buckets } = only(compare({ x: years }, { x: years }));
    for (const { reference } of buckets) expect(Math.abs(reference - 0.1)).toBeLessThan(0.011);
    const fine = uniform(500, 'a').map((value) => 1000 * value);
    const labels = only(compare({ x: fine }, { x: fine })).buckets.map(({ label }) => label);
    for (const label of labels) expect(label).toMatch(/^[<≥]? ?[\d.]{2,4}( … [\d.]{2,4})?$/);
  });

  test('more than ten categories end in "other"', () => {
    const many = Array.from({ length: 30 }, (_, index) => `w${index}`);
    const { buckets } = only(compare({ w: words(500, 'a', many) }, { w: words(100, 'b', many) }));
    expect(buckets).toHaveLength(11);
    expect(buckets[10]?.label).toBe('20 other values');
  });
});

describe('which columns are compared', () => {
  const reference = { a: uniform(50, 'a'), b: uniform(50, 'b'), label: uniform(50, 'l') };

  test('the label is left out, and columns of one side are told', () => {
    const current = { a: uniform(50, 'c'), z: uniform(50, 'd') };
    const report = compare(reference, current, { excluded: ['label'] });
    expect(report.columns.map(({ column }) => column)).toEqual(['a']);
    expect(report).toMatchObject({ onlyInReference: ['b'], onlyInCurrent: ['z'] });
    expect(driftHeadline(report)).toBe(
      'no drift, 0 of 1 column (Benjamini–Hochberg, 5 %), 1 column gone',
    );
  });

  test('named columns alone are compared, the label too if it is named', () => {
    const report = compare(reference, reference, { columns: ['label'], excluded: ['label'] });
    expect(report.columns.map(({ column }) => column)).toEqual(['label']);
    expect(report.onlyInReference).toEqual([]);
  });

  describe('a column that the model reads as dates', () => {
    const days = (month: string) =>
      Array.from(
        { length: 60 },
        (_, row) => `2026-${month}-${String(1 + (row % 28)).padStart(2, '0')}`,
      );
    const older = { a: uniform(60, 'a'), sold: days('01') };
    const newer = { a: uniform(60, 'b'), sold: days('11') };

    test('has not drifted because time went on', () => {
      expect(compare(older, newer, { driftShare: 0.1 }).status).toBe('drift');
      const report = compare(older, newer, { driftShare: 0.1, dates: ['sold'] });
      expect(report.status).toBe('no-drift');
      const sold = report.columns.find(({ column }) => column === 'sold');
      expect(sold).toMatchObject({ drifted: false, comparable: false });
      expect(sold?.reason).toBe(
        'Not comparable: dates move on with time, so that later data always differs. Name the column in monitoring.columns to compare it all the same',
      );
    });

    test('has drifted when it is missing more often', () => {
      const gaps = newer.sold.map((day, row) => (row % 3 === 0 ? null : day));
      const report = compare(older, { ...newer, sold: gaps }, { driftShare: 0.1, dates: ['sold'] });
      expect(report.status).toBe('drift');
      const sold = report.columns.find(({ column }) => column === 'sold');
      expect(sold).toMatchObject({ drifted: true, method: 'two-proportion-z' });
      expect(sold?.reason).toContain('only the share of missing values can be compared');
    });

    test('is compared where it is named', () => {
      const named = { columns: ['a', 'sold'], dates: ['sold'], driftShare: 0.1 };
      expect(compare(older, newer, named).status).toBe('drift');
    });
  });

  test('every wrong name is told at once', () => {
    const attempt = () => compare(reference, { a: [1] }, { columns: ['a', 'b', 'lable'] });
    expect(attempt).toThrow(UserError);
    expect(attempt).toThrow(
      /names "b", and the current data has no such column[\s\S]*"lable"[\s\S]*did you mean "label"/,
    );
  });

  test('nothing in common is an error', () => {
    expect(() => compare({ a: [1] }, { b: [1] })).toThrow(/no column in common/);
  });
});

describe('the summary', () => {
  const hostile = 'x|`y`\n<script>alert(1)</script> @team #1 ::error::';
  const columns = (shift: number, word: string) =>
    new Map<string, (number | string)[]>([
      [hostile, uniform(100, `x${shift}`, shift)],
      ['__proto__', words(100, `w${shift}`, ['constructor', word])],
    ]);

  test('escapes names and values from the data', () => {
    const report = compareTables(source(columns(0, 'a')), source(columns(3, hostile)), SETTINGS);
    const summary = renderDriftSummary('m', report);
    expect(report.status).toBe('drift');
    expect(summary).not.toMatch(/<script|@team|`y`|\n::error/);
    expect(summary.split('\n').filter((line) => line.startsWith('| '))).toHaveLength(
      // Header, rule and a row a column; then a header, a rule and the buckets of each drifted column.
      4 + report.columns.reduce((rows, { buckets }) => rows + 2 + buckets.length, 0),
    );
    expect(summary).toContain('mean 0.');
  });

  test('says which rule decided', () => {
    const small = compare({ x: uniform(50, 'a') }, { x: uniform(50, 'b') });
    expect(driftHeadline(small)).toBe('no drift, 0 of 1 column (Benjamini–Hochberg, 5 %)');
    const large = compare({ x: uniform(1500, 'a') }, { x: uniform(50, 'b', 1) });
    expect(driftHeadline(large)).toBe('drift, 1 of 1 column (distance 0.1)');
    const few = compare({ x: uniform(50, 'a') }, { x: uniform(5, 'b') });
    expect(driftHeadline(few)).toBe('too few examples to judge drift: 5 against 50');
  });

  test('is short for a thousand columns', () => {
    const wide = new Map(
      Array.from({ length: 1000 }, (_, index) => [`c${index}`, uniform(30, 'a')] as const),
    );
    const report = compareTables(source(wide), source(wide), SETTINGS);
    const summary = renderDriftSummary('m', report);
    expect(summary).toContain('900 more columns in drift.json');
    expect(summary.length).toBeLessThan(100_000);
  });
});
