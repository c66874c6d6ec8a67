import { describe, expect, test } from '@jest/globals';
import { examineData } from '../../shared/data/index.ts';
import { isUserError } from '../../shared/errors/index.ts';
import { memoryPorts } from '../../shared/platform/index.ts';
import { dataConfiguration } from './data-support.ts';

async function examine(text: string, weight = 'w', file = 'data.csv') {
  const { files } = memoryPorts({ [file]: text });
  const configuration = dataConfiguration({ path: [file], label: 'y' });
  return (await examineData(files, configuration, null, { requested: { weight } })).statistics;
}

async function faultOf(text: string, weight?: string, file?: string) {
  try {
    await examine(text, weight, file);
  } catch (error) {
    if (!isUserError(error)) throw error;
    const [{ what, where } = { what: '', where: undefined }] = error.problems;
    return { what, where };
  }
  throw new Error('the weights were taken');
}

describe('weighted statistics', () => {
  test('a row that counts three times is three rows', async () => {
    const report = await examine('y,x,t,w\n0,1,a,3\n1,5,b,1\n0,,b,2\n1,7,c,0\n');
    expect(report.weight).toEqual({ column: 'w', total: 6 });
    const [, x, t] = report.columns;
    expect(x?.weighted).toMatchObject({
      present: 4,
      missing: 2,
      // np.average([1, 1, 1, 5]), np.std([1, 1, 1, 5])
      numeric: { mean: 2, deviation: Math.sqrt(3) },
    });
    expect(x?.weighted?.numeric?.quantiles.map(({ value }) => value)).toEqual([
      ...Array.from({ length: 10 }, () => 1),
      5,
      5,
      5,
    ]);
    expect(t?.weighted?.top).toEqual([
      { value: 'a', weight: 3 },
      { value: 'b', weight: 3 },
    ]);
  });

  test('equal numbers have no deviation, and lists no figures', async () => {
    const report = await examine(
      '{"y":1,"x":0.1,"l":[1],"w":0.3}\n{"y":0,"x":0.1,"l":[2,3],"w":0.7}\n',
      'w',
      'data.jsonl',
    );
    const [, x, l] = report.columns;
    expect(x?.weighted?.numeric).toMatchObject({ mean: 0.1, deviation: 0 });
    expect(Object.keys(l?.weighted ?? {})).toEqual(['present', 'missing']);
  });

  test('columns have none where no weight is named', async () => {
    const { files } = memoryPorts({ 'data.csv': 'y,w\n0,1\n1,2\n' });
    const { statistics } = await examineData(files, dataConfiguration({ label: 'y' }), null);
    expect(statistics.weight).toBeUndefined();
    expect(statistics.columns.every(({ weighted }) => weighted === undefined)).toBe(true);
  });
});

describe('weights that are none are one mistake, with its first line', () => {
  test('missing, texts, nan, below 0', async () => {
    expect(await faultOf('y,w\n0,1\n1,-2\n0,\n1,nan\n0,many\n1,true\n')).toEqual({
      what: 'validation.weight names the column "w", which can\'t weigh: 1 cell missing, 2 cells with a text, 1 cell with nan or an infinity, numbers below 0, the least being -2',
      where: { file: 'data.csv', line: 5 },
    });
  });

  test.each([
    ['all 0', 'y,w\n0,0\n1,0.0\n', 'no weight above 0'],
    ['infinite', 'y,w\n0,1\n1,inf\n', '1 cell with nan or an infinity'],
    ['texts', 'y,w\n0,a\n1,b\n', '2 cells with a text'],
    ['none there', 'y,w\n0,\n1,\n', '2 cells missing'],
  ])('%s', async (_, text, what) => {
    expect((await faultOf(text)).what).toBe(
      `validation.weight names the column "w", which can't weigh: ${what}`,
    );
  });

  test('lists', async () => {
    const lines = '{"y":1,"w":[1]}\n{"y":0,"w":[2,3]}\n';
    expect((await faultOf(lines, 'w', 'data.jsonl')).what).toMatch(/cells are lists$/);
  });

  test('a name that is no column', async () => {
    expect((await faultOf('y,w\n0,1\n1,2\n', 'weight')).what).toBe(
      'validation.weight names a column "weight" that is not in the data',
    );
  });
});
