import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cellText, findColumn, type RowSplits, splitRows } from '../../shared/data/index.ts';
import { tableOf } from './data-support.ts';

const fractions = { train: 0.7, validation: 0.1, evaluation: 0.2 };
const NAMES = ['train', 'validation', 'evaluation'] as const;

/** Texts of `column` in each split. */
async function split(
  csv: string,
  by: 'time' | 'stratified',
  given: { key?: string[]; column?: string },
  column: string,
): Promise<Record<(typeof NAMES)[number], string[]>> {
  const table = await tableOf(csv);
  const splits: RowSplits = splitRows(table, { by, key: [], fractions, ...given });
  const found = findColumn(table, column);
  if (found === undefined) throw new Error(`no ${column}`);
  return Object.fromEntries(
    NAMES.map((name) => [name, [...splits[name]].map((row) => cellText(found, row) ?? '')]),
  ) as Record<(typeof NAMES)[number], string[]>;
}

describe('by time', () => {
  const day = (offset: number) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString();

  test('the oldest rows train, the newest judge, whatever the order of rows', async () => {
    const rows = Array.from({ length: 50 }, (_, n) => (n * 37) % 50);
    const dates = `day,y\n${rows.map((n) => `${day(n).slice(0, 10)},1`).join('\n')}\n`;
    const found = await split(dates, 'time', { key: ['day'] }, 'day');
    const sorted = (texts: string[]) => [...texts].sort();
    const all = sorted(rows.map((n) => day(n).slice(0, 10)));
    expect(sorted(found.train)).toEqual(all.slice(0, 35));
    expect(sorted(found.validation)).toEqual(all.slice(35, 40));
    expect(sorted(found.evaluation)).toEqual(all.slice(40));
  });

  test('instants are compared as instants: offsets count, none is UTC, a blank is a T', async () => {
    const times = [
      '2026-01-01T10:00:00+05:00', // 05:00Z
      '2026-01-01 06:00:00',
      '2026-01-01T07:00:00Z',
      '2026-01-01T03:00:00-05:00', // 08:00Z
      '2026-01-01T09:00:00.5Z',
    ];
    const csv = `t,y\n${[4, 1, 3, 0, 2].map((n) => `${times[n]},1`).join('\n')}\n`;
    const found = await split(csv, 'time', { key: ['t'] }, 't');
    expect(found.train.sort()).toEqual([times[0], times[1], times[2], times[3]].sort());
    expect(found.evaluation).toEqual([times[4]]);
  });

  test.each([
    ['hours alone in an offset', '2026-01-01T10:00:00+05', '2026-01-01T05:00:00Z'],
    ['an offset without a colon', '2026-01-01T10:00:00-0530', '2026-01-01T15:30:00Z'],
    ['small letters', '2026-01-01t10:00:00z', '2026-01-01T10:00:00Z'],
    ['a leap second', '2016-12-31T23:59:60.5Z', '2017-01-01T00:00:00.5Z'],
    ['a day alone', '2026-01-01', '2026-01-01T00:00:00Z'],
    ['a time without seconds', '2026-01-01 10:20', '2026-01-01T10:20:00Z'],
    ['one with a T and an offset', '2026-01-01T10:20+05:30', '2026-01-01T04:50:00Z'],
    ['one in UTC', '2026-01-01t10:20z', '2026-01-01T10:20:00Z'],
    ['a day between slashes', '2026/01/01', '2026-01-01T00:00:00Z'],
    ['slashes and a time', '2026/01/01 10:20', '2026-01-01T10:20:00Z'],
    ['slashes, seconds and an offset', '2026/01/01T10:20:30.5-01', '2026-01-01T11:20:30.5Z'],
  ])('%s is read as what it is', async (_, text, equal) => {
    // Equal times stay together, and a later or an earlier one does not.
    const instant = Date.parse(equal);
    const [before, after] = [-1, 1].map((step) => new Date(instant + step).toISOString());
    const csv = `t,y\n${[before, text, equal, after].map((time) => `${time},1`).join('\n')}\n`;
    const quarters = { train: 0.25, validation: 0.5, evaluation: 0.25 };
    const table = await tableOf(csv);
    expect(splitRows(table, { by: 'time', key: ['t'], fractions: quarters })).toEqual({
      train: Int32Array.of(0),
      validation: Int32Array.of(1, 2),
      evaluation: Int32Array.of(3),
    });
    const half = { train: 0.5, validation: 0.25, evaluation: 0.25 };
    const { train } = splitRows(table, { by: 'time', key: ['t'], fractions: half });
    // A cut between the two that are equal goes to the earlier end.
    expect(train).toEqual(Int32Array.of(0));
  });

  test('property: no row of a later split is older; equal times stay together', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1990, max: 2030 }), { minLength: 1, maxLength: 60 }),
        async (years) => {
          const csv = `year,y\n${years.map((year) => `${year},1`).join('\n')}\n`;
          const found = await split(csv, 'time', { key: ['year'] }, 'year');
          const [train, validation, evaluation] = NAMES.map((name) => found[name].map(Number));
          const all = [train, validation, evaluation].map((part) => part ?? []);
          expect(all.flat().sort()).toEqual([...years].sort());
          for (const [index, part] of all.entries()) {
            for (const later of all.slice(index + 1).flat()) {
              expect(Math.max(...part)).toBeLessThan(later);
            }
          }
          const most = Math.max(...years.map((y) => years.filter((other) => other === y).length));
          // Rounding moves a cut by half a row, rows of one time by at most half of theirs.
          const off = Math.abs((all[0]?.length ?? 0) - years.length * 0.7);
          expect(off).toBeLessThanOrEqual(0.5 + most / 2);
        },
      ),
    );
  });

  test('cells that are no time are mistakes at their lines', async () => {
    const work = split(
      't,y\n2026-01-01,1\n,1\nsoon,1\n2026-02-30,1\n',
      'time',
      { key: ['t'] },
      't',
    );
    await expect(work).rejects.toThrow(
      /data\.csv:3: The row has no "t", by which rows are split[\s\S]*data\.csv:4: "soon" in "t", by which rows are split, is no time[\s\S]*data\.csv:5: "2026-02-30"/,
    );
  });

  test('thousands of them are counted, not listed', async () => {
    const csv = `t,y\n2026-01-01,1\n${'soon,1\n'.repeat(3000)}`;
    const error = await split(csv, 'time', { key: ['t'] }, 't').catch((one: Error) => one);
    const { message } = error as Error;
    expect(message).toContain('2990 more rows have no time in "t"');
    expect(message.length).toBeLessThan(3000);
  });

  test('a column that is none is named with the nearest', async () => {
    await expect(split('time,y\n1,1\n', 'time', { key: ['tiem'] }, 'y')).rejects.toThrow(
      'Did you mean "time"?',
    );
  });
});

describe('stratified', () => {
  const csvOf = (rows: readonly (readonly [number, string])[]) =>
    `id,kind\n${rows.map((row) => row.join()).join('\n')}\n`;

  test('property: each value has its fractions to half a row, in any order of rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 15, max: 60 }), { minLength: 1, maxLength: 3 }),
        fc.integer(),
        async (sizes, turn) => {
          const rows = sizes.flatMap((size, kind) =>
            Array.from({ length: size }, (_, n) => [n * 10 + kind, 'abc'[kind] ?? ''] as const),
          );
          const found = await split(csvOf(rows), 'stratified', { column: 'kind' }, 'id');
          for (const [kind, size] of sizes.entries()) {
            const count = (name: (typeof NAMES)[number]) =>
              found[name].filter((id) => Number(id) % 10 === kind).length;
            expect(count('train')).toBe(Math.round(size * 0.7));
            expect(count('train') + count('validation')).toBe(Math.round(size * (0.7 + 0.1)));
            expect(NAMES.reduce((sum, name) => sum + count(name), 0)).toBe(size);
          }
          const at = Math.abs(turn) % rows.length;
          const turned = await split(
            csvOf([...rows.slice(at), ...rows.slice(0, at)].reverse()),
            'stratified',
            { column: 'kind' },
            'id',
          );
          for (const name of NAMES) expect(turned[name].sort()).toEqual(found[name].sort());
        },
      ),
      { numRuns: 50 },
    );
  });

  test('rows of one value and one key stay together', async () => {
    const csv = `who,kind\n${Array.from({ length: 40 }, (_, n) => `p${n >> 2},${n >> 2 < 5 ? 'a' : 'b'}`).join('\n')}\n`;
    const found = await split(csv, 'stratified', { column: 'kind', key: ['who'] }, 'who');
    const splitsOf = (who: string) => NAMES.filter((name) => found[name].includes(who));
    for (let n = 0; n < 10; n++) expect(splitsOf(`p${n}`)).toHaveLength(1);
  });

  test('too many values are refused', async () => {
    const csv = `id,kind\n${Array.from({ length: 20 }, (_, n) => `${n},k${n}`).join('\n')}\n`;
    await expect(split(csv, 'stratified', { column: 'kind' }, 'id')).rejects.toThrow(
      '"kind" has 20 different values in 20 rows, too many to give each split its share',
    );
  });
});
