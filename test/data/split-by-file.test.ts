import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { FileSplitConfiguration } from '../../shared/config/index.ts';
import { countSharedRows, readTable, splitTable } from '../../shared/data/index.ts';
import { isUserError } from '../../shared/errors/index.ts';
import { memoryPorts } from '../../shared/platform/index.ts';
import { dataConfiguration } from './data-support.ts';

const NAMES = ['train', 'validation', 'evaluation'] as const;

function csv(from: number, count: number): string {
  return `id,y\n${Array.from({ length: count }, (_, n) => `${from + n},${n % 2}`).join('\n')}\n`;
}

const FILES = {
  'data/a.csv': csv(0, 400),
  'data/b.csv': csv(400, 100),
  'data/test-1.csv': csv(500, 30),
  'data/test-2.csv': csv(530, 20),
  'data/extra.csv': csv(550, 5),
};

async function splitFiles(
  split: Omit<FileSplitConfiguration, 'by'>,
  files: Readonly<Record<string, string>> = FILES,
  path: readonly string[] = Object.keys(files),
) {
  const ports = memoryPorts(files);
  const { table } = await readTable(ports.files, dataConfiguration({ path }));
  const splits = await splitTable(ports.files, table, { by: 'file', ...split });
  const named = NAMES.map((name) => {
    const places = [...splits[name]].map((row) => table.files[table.fileOfRow[row] ?? 0]);
    return [name, [...new Set(places)]] as const;
  });
  return { table, splits, files: Object.fromEntries(named) };
}

async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (isUserError(error)) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('by file', () => {
  test('each file goes to the split that names it, by path or by glob', async () => {
    const { files, splits } = await splitFiles({
      train: ['data/a.csv'],
      validation: ['data/b.csv', 'data/extra.csv'],
      evaluation: ['data/test-*.csv'],
    });
    expect(files).toEqual({
      train: ['data/a.csv'],
      validation: ['data/b.csv', 'data/extra.csv'],
      evaluation: ['data/test-1.csv', 'data/test-2.csv'],
    });
    expect([...splits.evaluation]).toEqual(Array.from({ length: 50 }, (_, n) => 500 + n));
  });

  test('files that none names train', async () => {
    const { files } = await splitFiles({
      validation: ['data/b.csv'],
      evaluation: ['data/test-*.csv'],
    });
    expect(files.train).toEqual(['data/a.csv', 'data/extra.csv']);
  });

  test('without files of its own, validation has an eighth of the training rows, and keeps them when rows are added', async () => {
    const { splits, table } = await splitFiles({ evaluation: ['data/test-*.csv'] });
    const learned = splits.train.length + splits.validation.length;
    expect(learned).toBe(505);
    // Four standard deviations of a binomial share at n = 505.
    expect(Math.abs(splits.validation.length / learned - 1 / 8)).toBeLessThan(0.059);
    const more = { 'data/0.csv': csv(9000, 50), ...FILES };
    const larger = await splitFiles({ evaluation: ['data/test-*.csv'] }, more);
    const ids = (rows: Int32Array, from: typeof table) =>
      [...rows]
        .map((row) => (from.columns[0] as { values: Float64Array }).values[row] ?? 0)
        .filter((id) => id < 9000);
    expect(ids(larger.splits.validation, larger.table)).toEqual(ids(splits.validation, table));
  });

  test('whatever the files and the order of them, every row is in the split of its file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ rows: fc.integer({ min: 1, max: 9 }), place: fc.nat(2) }), {
          minLength: 1,
          maxLength: 8,
        }),
        async (given) => {
          const evaluation = given.flatMap(({ place }, n) => (place === 2 ? [`f${n}.csv`] : []));
          const validation = given.flatMap(({ place }, n) => (place === 1 ? [`f${n}.csv`] : []));
          fc.pre(evaluation.length > 0 && validation.length > 0);
          const files = Object.fromEntries(
            given.map(({ rows }, n) => [`f${n}.csv`, csv(n * 10, rows)]),
          );
          const { splits, table } = await splitFiles({ validation, evaluation }, files);
          const expected = [[], [], []] as number[][];
          for (let row = 0; row < table.rowCount; row++) {
            const file = Number(/\d+/.exec(table.files[table.fileOfRow[row] ?? 0] ?? '')?.[0]);
            expected[given[file]?.place ?? 0]?.push(row);
          }
          expect(NAMES.map((name) => [...splits[name]])).toEqual(expected);
        },
      ),
    );
  });

  test.each([
    [
      'a path of no file',
      { evaluation: ['data/tets-1.csv'] },
      'There is no data file data/tets-1.csv. Did you mean data/test-1.csv?',
    ],
    [
      'globs of no file, all at once',
      { validation: ['v*.csv'], evaluation: ['t*.csv'] },
      'No data file matches v*.csv. Check data.split.files: it starts at the folder of mlops.yml.\nNo data file matches t*.csv. Check data.split.files: it starts at the folder of mlops.yml.',
    ],
    [
      'a file in two splits',
      { validation: ['data/test-1.csv'], evaluation: ['data/test-*.csv'] },
      'data/test-1.csv: The file is both in validation and in evaluation. Make the paths in data.split.files name it once.',
    ],
    [
      'a file in no split',
      { train: ['data/a.csv', 'data/b.csv'], evaluation: ['data/test-*.csv'] },
      'data/extra.csv: The file is in no split. Name it in data.split.files, or leave data.split.files.train out, so that all other files train.',
    ],
  ])('%s is refused', async (_, split, message) => {
    expect(await refusal(splitFiles(split))).toBe(message);
  });

  test('a file that is none of the data is refused', async () => {
    const path = ['data/a.csv', 'data/test-1.csv'];
    expect(await refusal(splitFiles({ evaluation: ['data/test-*.csv'] }, FILES, path))).toBe(
      'data/test-2.csv: The file of data.split.files.evaluation is none of data.path. Add it to data.path, which names all data, or take it out of data.split.files.',
    );
  });
});

test('evaluation rows that stand in training or validation are counted, by value and by the columns asked for', async () => {
  const { table, splits } = await splitFiles(
    { validation: ['v.csv'], evaluation: ['e.csv'] },
    {
      't.csv': 'id,x,y\n1,1,a\n2,2,b\n3,,c\n',
      'v.csv': 'id,x,y\n4,9,a\n',
      'e.csv': 'id,x,y\n5,1.0,a\n6,9,a\n7,,c\n8,2,a\n9,7,b\n',
    },
  );
  expect(countSharedRows(table, splits, ['x', 'y'])).toBe(3);
  expect(countSharedRows(table, splits, ['id', 'x', 'y'])).toBe(0);
  expect(countSharedRows(table, splits, ['y'])).toBe(5);
});
