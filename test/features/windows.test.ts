import { describe, expect, test } from '@jest/globals';
import { isUserError } from '../../shared/errors/index.ts';
import { visitArrays } from '../../shared/features/arrays.ts';
import { applyTransform, fitTransform, readArrays } from '../../shared/features/index.ts';
import { RowProblems } from '../../shared/features/row-problems.ts';
import { tableOf } from '../data/data-support.ts';

const WHERE = { file: 'mlops.yml', line: 1 };

/** Rows in no order; two stations. */
const CSV = `when,station,load,temp,y
2026-01-03,a,3,30,0
2026-01-01,a,1,10,1
2026-01-02,b,20,,0
2026-01-02,a,2,20,1
2026-01-01,b,10,5,0
2026-01-03,a,33,31,1
2026-01-04,a,4,40,0
`;

const window = { length: 2, by: 'when', group: ['station'] };
const feature = {
  kind: 'array',
  name: 'past',
  columns: ['load', 'temp'],
  shape: [2, 2],
  scaling: 'none',
  window,
  where: WHERE,
} as const;

async function fit(csv = CSV, kinds: object = feature) {
  const table = await tableOf(csv, { path: ['data.csv'] });
  const rows = Int32Array.from({ length: table.rowCount }, (_, row) => row);
  const { transform } = fitTransform(table, rows, {
    label: 'y',
    task: 'binary-classification',
    ignore: ['when', 'station'],
    kinds: [kinds as typeof feature],
  });
  return { table, rows, transform };
}

describe('the rows before a row', () => {
  test('are those of its group that are older, the oldest first, whatever the order of the data', async () => {
    const { table, rows, transform } = await fit();
    const array = transform.features.find(({ kind }) => kind === 'array');
    if (array?.kind !== 'array') throw new Error('there is no array');
    expect(array).toMatchObject({ width: 4, shape: [2, 2], columns: ['load', 'temp'], window });
    const none = Number.NaN;
    const past = readArrays(array, table, rows);
    expect(Array.from(rows, (row) => [...past.subarray(4 * row, 4 * row + 4)])).toEqual([
      [1, 10, 2, 20],
      [none, none, none, none],
      [none, none, 10, 5],
      [none, none, 1, 10],
      [none, none, none, none],
      // A row of the same time is no past.
      [1, 10, 2, 20],
      [3, 30, 33, 31],
    ]);
    // What is not there is the mean of what training rows have in its channel: load 1, 2, 10, 1, 1, 2, 3, 33.
    expect(array.fill[0]).toBeCloseTo(53 / 8, 12);
    const vectors = applyTransform(transform, table, Int32Array.of(3));
    expect([...vectors.data.subarray(array.offset, array.offset + 4)]).toEqual([
      ...[Math.fround(array.fill[0] ?? 0), Math.fround(array.fill[1] ?? 0), 1, 10],
    ]);
  });

  test('tell a bad cell once, however many windows read it', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, day) => `2026-01-${day + 10},a,${day === 3 ? 'bad' : day},1,${day % 2}`,
    );
    const csv = `when,station,load,temp,y\n${rows.join('\n')}\n`;
    const many = { ...feature, columns: ['load'], window: { ...window, length: 8 } };
    const table = await tableOf(csv, { path: ['data.csv'] });
    const problems = new RowProblems(table);
    const array = { columns: ['load'], width: 8, window: many.window };
    visitArrays(array, table, Int32Array.from(rows.keys()), problems, () => undefined);
    let found: unknown;
    try {
      problems.throwIfAny();
    } catch (error) {
      found = error;
    }
    expect(isUserError(found) && found.problems.length).toBe(1);
  });

  test('take no column from the features of their own', async () => {
    const { transform } = await fit();
    const columns = transform.features.flatMap((one) => ('column' in one ? [one.column] : []));
    expect(columns).toEqual(['load', 'temp']);
  });

  test('may have the past of the label', async () => {
    const { table, transform } = await fit(CSV, { ...feature, columns: ['y'], shape: [2, 1] });
    const array = transform.features.find(({ kind }) => kind === 'array');
    if (array?.kind !== 'array') throw new Error('there is no array');
    expect([...readArrays(array, table, Int32Array.of(6))]).toEqual([0, 1]);
  });

  test.each([
    [
      'a time that is none',
      CSV.replace('2026-01-04', 'soon'),
      feature,
      /"soon" in "when", by which windows are made, is no time/,
    ],
    [
      'a missing time',
      CSV.replace('2026-01-04', ''),
      feature,
      /The row has no "when", by which windows are made/,
    ],
    [
      'a word in a channel',
      CSV.replace('a,33', 'a,much'),
      feature,
      /Column "load" holds "much" where the model reads a number/,
    ],
    [
      'a time column that is none',
      CSV,
      { ...feature, window: { ...window, by: 'whenn' } },
      /names a column "whenn".*Did you mean "when"/s,
    ],
    [
      'a group that is none',
      CSV,
      { ...feature, window: { ...window, group: ['town'] } },
      /names a column "town"/,
    ],
    [
      'more numbers than fit',
      CSV,
      { ...feature, columns: ['*'], window: { ...window, length: 300_000 } },
      /The window "past" has \d+ numbers, more than 1048576/,
    ],
    [
      'a channel that is none',
      CSV,
      { ...feature, columns: ['lod'] },
      /names a column "lod".*Did you mean "load"/s,
    ],
  ])('refuse %s', async (_what, csv, kinds, message) => {
    await expect(fit(csv, kinds)).rejects.toThrow(message);
  });
});
