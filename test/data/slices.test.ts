import { describe, expect, test } from '@jest/globals';
import type { SliceRequest } from '../../shared/config/index.ts';
import { examineData, type StatisticsReport } from '../../shared/data/index.ts';
import { memoryPorts } from '../../shared/platform/index.ts';
import { dataConfiguration } from './data-support.ts';

async function statisticsOf(
  text: string,
  slices: readonly SliceRequest[],
  file = 'data.csv',
): Promise<StatisticsReport> {
  const { files } = memoryPorts({ [file]: text });
  const configuration = dataConfiguration({ path: [file], label: 'y' });
  return (await examineData(files, configuration, null, { requested: { slices } })).statistics;
}

async function sizesOf(text: string, slices: readonly SliceRequest[], file?: string) {
  const report = await statisticsOf(text, slices, file);
  return report.slices?.map(({ slice, examples }) => [slice, examples]);
}

const PENGUINS = 'y,sex,island,mass\n1,f,A,3.0\n0,m,A,4\n1,,B,3\n0,f,B,\n1,f,A,5\n';

describe('slices', () => {
  test('are left out where none are asked for', async () => {
    const report = await statisticsOf(PENGUINS, []);
    expect(report.slices).toBeUndefined();
  });

  test('the largest first, equally large ones by value, missing last', async () => {
    expect(await sizesOf(PENGUINS, [{ sex: '*' }])).toEqual([
      [{ sex: 'f' }, 3],
      [{ sex: 'm' }, 1],
      [{ sex: '(missing)' }, 1],
    ]);
  });

  test('of several columns, and of single values', async () => {
    expect(await sizesOf(PENGUINS, [{ island: 'A', sex: '*' }])).toEqual([
      [{ island: 'A', sex: 'f' }, 2],
      [{ island: 'A', sex: 'm' }, 1],
    ]);
    expect(await sizesOf(PENGUINS, [{ sex: '(missing)' }])).toEqual([[{ sex: '(missing)' }, 1]]);
  });

  test('a slice asked for twice stands once', async () => {
    expect(await sizesOf(PENGUINS, [{ sex: 'f' }, { sex: '*' }])).toHaveLength(3);
  });

  test('a value that no row has is a slice without rows', async () => {
    const report = await statisticsOf(PENGUINS, [{ sex: 'x' }]);
    expect(report.slices).toMatchObject([{ slice: { sex: 'x' }, examples: 0 }]);
  });

  test('numbers count by value, under their most frequent spelling', async () => {
    expect(await sizesOf(PENGUINS, [{ mass: '3.00' }])).toEqual([[{ mass: '3.00' }, 2]]);
    expect(await sizesOf(PENGUINS, [{ mass: '*' }])).toEqual([
      [{ mass: '3' }, 2],
      [{ mass: '4' }, 1],
      [{ mass: '5' }, 1],
      [{ mass: '(missing)' }, 1],
    ]);
  });

  test('a slice that is all rows has the figures of all rows', async () => {
    const report = await statisticsOf(
      'y,k,n,t,b\n1,a,1.5,x,true\n0,a,nan,yy,TRUE\n1,a,-inf,,false\n0,a,1.50,x,\n',
      [{ k: 'a' }],
    );
    const [slice] = report.slices ?? [];
    expect(slice?.columns).toEqual(
      report.columns.map(({ name, type, present, missing, distinct, top, numeric, text }) => ({
        name,
        type,
        present,
        missing,
        distinct,
        top,
        ...(numeric === undefined ? {} : { numeric }),
        ...(text === undefined ? {} : { text }),
      })),
    );
  });

  test('strings of JSON are not the numbers that they read like', async () => {
    const lines = '{"y":1,"k":"1"}\n{"y":0,"k":"1.0"}\n{"y":1,"k":"1"}\n{"y":0,"k":"true"}\n';
    expect(await sizesOf(lines, [{ k: '*' }], 'data.jsonl')).toEqual([
      [{ k: '1' }, 2],
      [{ k: '1.0' }, 1],
      [{ k: 'true' }, 1],
    ]);
  });

  test('of lists only how many there are', async () => {
    const lines = '{"y":1,"k":"a","l":[1,2]}\n{"y":0,"k":"a","l":[]}\n';
    const report = await statisticsOf(lines, [{ k: '*' }], 'data.jsonl');
    expect(report.slices?.[0]?.columns[2]).toEqual({
      name: 'l',
      type: 'integer',
      present: 1,
      missing: 1,
    });
  });

  test('100 of them, and the rest is named', async () => {
    const rows = Array.from({ length: 250 }, (_, row) => `${row % 2},t${row}\n`);
    const report = await statisticsOf(`y,t\n${rows.join('')}t\n`.replace(/t\n$/, '1,t7\n'), [
      { t: '*' },
    ]);
    expect(report.slices).toHaveLength(100);
    expect(report.slices?.[0]).toMatchObject({ slice: { t: 't7' }, examples: 2 });
    expect(report.omittedSlices?.count).toBe(150);
    expect(report.omittedSlices?.largest).toHaveLength(100);
    expect(report.omittedSlices?.largest[0]?.examples).toBe(1);
  });

  test('wide tables have fewer slices', async () => {
    const names = Array.from({ length: 1_000 }, (_, index) => `c${index}`);
    const row = (place: number) => `${place % 2},${names.map(() => place).join(',')}\n`;
    const text = `y,${names.join(',')}\n${Array.from({ length: 10 }, (_, place) => row(place)).join('')}`;
    const report = await statisticsOf(text, [{ c0: '*' }]);
    expect(report.slices).toHaveLength(4);
    expect(report.omittedSlices?.count).toBe(6);
  });

  test('do not depend on the order of rows', async () => {
    const [head = '', ...rows] = PENGUINS.trimEnd().split('\n');
    const turned = `${[head, ...rows.toReversed()].join('\n')}\n`;
    const requests = [{ sex: '*' }, { island: '*', mass: '*' }];
    expect((await statisticsOf(turned, requests)).slices).toEqual(
      (await statisticsOf(PENGUINS, requests)).slices,
    );
  });

  test('a name that is no column, and lists, are mistakes of the configuration', async () => {
    await expect(statisticsOf(PENGUINS, [{ sexx: '*' }])).rejects.toThrow(
      'validation.slices names a column "sexx" that is not in the data',
    );
    await expect(
      statisticsOf('{"y":1,"l":[1]}\n{"y":0,"l":[2]}\n', [{ l: '*' }], 'data.jsonl'),
    ).rejects.toThrow('whose cells are lists');
  });
});
