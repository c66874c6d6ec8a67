import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  openSplitter,
  RowPicker,
  readPieces,
  readTable,
  sampleSplits,
  splitTable,
  surveyData,
  type Table,
} from '../../shared/data/index.ts';
import { memoryPorts } from '../../shared/platform/index.ts';
import { dataConfiguration } from './data-support.ts';

type Files = Readonly<Record<string, string>>;

async function wholeTable(content: Files): Promise<Table> {
  const data = dataConfiguration({ path: Object.keys(content) });
  return (await readTable(memoryPorts(content).files, data)).table;
}

/** The table of all pieces, and the rows that they begin with. */
async function joinPieces(content: Files, pieceCells: number) {
  const { files } = memoryPorts(content);
  const data = dataConfiguration({ path: Object.keys(content) });
  const survey = await surveyData(files, data);
  const picker = new RowPicker();
  const firsts: number[] = [];
  await readPieces(
    files,
    data,
    survey,
    (piece, first) => {
      firsts.push(first);
      picker.add(piece, Array(piece.rowCount).keys());
    },
    { pieceCells },
  );
  return { table: picker.toTable(), firsts, survey };
}

describe('a data set in pieces', () => {
  const cell = fc.oneof(
    fc.constantFrom('', 'nan', 'inf', '-inf', '1', '2.0', '3.5', 'a', 'b c', '9007199254740993'),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  );
  const csv = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 30,
      }),
    )
    // A line without a character is none.
    .map((rows) => {
      const header = ['k', ...(rows[0] ?? []).map((_, index) => `c${index}`)];
      const lines = rows.map((cells, row) => [`${row}`, ...cells].join(','));
      return `${header.join(',')}\n${lines.join('\n')}\n`;
    });

  test('is the table in memory, cell by cell, whatever the size of a piece', async () => {
    await fc.assert(
      fc.asyncProperty(csv, fc.integer({ min: 1, max: 40 }), async (content, pieceCells) => {
        const { table } = await joinPieces({ 'a.csv': content }, pieceCells);
        expect(table).toEqual(await wholeTable({ 'a.csv': content }));
      }),
      { numRuns: 300 },
    );
  });

  test('has columns that later rows bring, from its beginning', async () => {
    const content = {
      'a.jsonl': '{"a":1}\n{"a":2,"late":"x"}\n{"a":3,"late":"y","number":4}\n{"late":"x"}\n',
      'b.jsonl': '{"a":5,"number":6.5}\n',
    };
    const { table, firsts, survey } = await joinPieces(content, 6);
    expect(firsts).toEqual([0, 2, 4]);
    expect(table).toEqual(await wholeTable(content));
    expect(survey.columns).toEqual([
      { name: 'a', kind: 'numeric', integers: true },
      { name: 'late', kind: 'categorical', integers: true },
      { name: 'number', kind: 'numeric', integers: false },
    ]);
    expect(survey.rowCount).toBe(5);
  });

  test('puts each row where the table in memory has it, by hash and by file', async () => {
    const rows = (from: number) =>
      Array.from({ length: 200 }, (_, row) => `${from + row},${row % 3 ? row : `${row}.0`}`);
    const content = {
      'a.csv': `x,y\n${rows(0).join('\n')}\n`,
      'b.csv': `x,y\n${rows(1000).join('\n')}\n`,
    };
    const { files } = memoryPorts(content);
    const given = { path: Object.keys(content) };
    const hash = dataConfiguration(given);
    const splits = [hash.split, { by: 'file', evaluation: ['b.csv'] } as const];
    for (const split of splits) {
      const data = { ...hash, split };
      const survey = await surveyData(files, data);
      const splitPiece = await openSplitter(files, split);
      const found = { train: [], validation: [], evaluation: [] } as Record<string, number[]>;
      await readPieces(
        files,
        data,
        survey,
        (piece, first) => {
          for (const [name, places] of Object.entries(splitPiece(piece)))
            found[name]?.push(...[...(places as Int32Array)].map((row) => first + row));
        },
        { pieceCells: 14 },
      );
      const { table } = await readTable(files, data);
      const whole = await splitTable(files, table, split);
      for (const name of ['train', 'validation', 'evaluation'] as const) {
        expect(found[name]).toEqual([...whole[name]]);
        expect(whole[name].length).toBeGreaterThan(0);
      }
    }
  });

  test('samples fewer rows of a wide table, and all of a split that is asked for whole', async () => {
    const names = Array.from({ length: 2000 }, (_, column) => `c${column}`);
    const rows = Array.from({ length: 5000 }, (_, row) => `${row}${',1'.repeat(1999)}`);
    const { files } = memoryPorts({ 'data.csv': `${names.join()}\n${rows.join('\n')}\n` });
    const data = dataConfiguration();
    const most = { train: 4000, validation: 0, evaluation: Number.POSITIVE_INFINITY };
    const wide = await sampleSplits(files, data, { most });
    // 2²³ cells are 4,194 rows of 2,000: more than are asked for. Each training row is taken with the probability 4,000 / 5,000.
    expect(Math.abs(wide.splits.train.length / wide.examples.train - 0.8)).toBeLessThan(0.04);
    expect(wide.splits.evaluation.length).toBe(wide.examples.evaluation);
    expect(wide.splits.validation.length).toBe(0);
    const wider = await sampleSplits(files, data, { most: { ...most, train: 100_000 } });
    expect(Math.abs(wider.splits.train.length / wider.examples.train - 0.839)).toBeLessThan(0.04);
  });

  test('tells of files that are gone, or new, or called otherwise', async () => {
    const { files } = memoryPorts({ 'a.csv': 'x,y\n1,2\n', 'b.csv': 'x,y\n3,4\n' });
    const data = dataConfiguration({ path: ['*.csv'] });
    const survey = await surveyData(files, data);
    const refused = () =>
      expect(readPieces(files, data, survey, () => undefined)).rejects.toThrow(
        /[abc]\.csv.*changed while it was read/,
      );
    await files.rename('b.csv', 'c.csv');
    await refused();
    await files.remove('c.csv');
    await refused();
    for (const path of ['b.csv', 'c.csv']) await files.writeAll([{ path, content: 'x,y\n3,4\n' }]);
    await refused();
  });

  test('tells of files that have changed since the survey', async () => {
    const { files } = memoryPorts({ 'data.csv': 'x,y\n1,2\n3,4\n' });
    const data = dataConfiguration();
    const survey = await surveyData(files, data);
    for (const changed of ['x,y\n1,2\n3,5\n', 'x,y\n1,2\n3,word\n', 'x,y,z\n1,2,3\n']) {
      await files.writeAll([{ path: 'data.csv', content: changed }]);
      await expect(readPieces(files, data, survey, () => undefined)).rejects.toThrow(
        /data\.csv.* changed while it was read/,
      );
    }
  });
});
