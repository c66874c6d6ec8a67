import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { examineData } from '../../shared/data/index.ts';
import { memoryPorts } from '../../shared/platform/index.ts';
import { areSizesOf, countedSize, mergeSizes, sizesOf } from '../../shared/scan/list-sizes.ts';
import { dataConfiguration } from './data-support.ts';

async function valuesPerExample(sizes: readonly number[], shards = 1) {
  const path = Array.from({ length: shards }, (_, index) => `${index}.jsonl`);
  const files = Object.fromEntries(
    path.map((name, shard) => [
      name,
      sizes
        .filter((_, index) => index % shards === shard)
        .map((size, index) => `${JSON.stringify({ y: index % 2, l: Array(size).fill(index) })}\n`)
        .join(''),
    ]),
  );
  const configuration = dataConfiguration({ path, label: 'y' });
  const { statistics } = await examineData(memoryPorts(files).files, configuration, null);
  return statistics.columns[1]?.valuesPerExample;
}

describe('how many values lists have', () => {
  test('equals NumPy', async () => {
    const sizes = Array.from({ length: 40 }, (_, index) => ((index * index * 7) % 13) + 1);
    const found = await valuesPerExample(sizes);
    // NumPy 2.4.6: x = np.array([(i * i * 7) % 13 + 1 for i in range(40)]); x.mean(),
    // np.quantile(x, [.05, .1, .2, .25, .3, .4, .5, .6, .7, .75, .8, .9, .95])
    expect(found).toMatchObject({ min: 1, max: 12, mean: 6.85 });
    const expected = [1, 2.8, 3, 5.25, 6, 6.6, 7, 8, 8.3, 9, 9, 12, 12];
    expect(found?.quantiles).toHaveLength(expected.length);
    for (const [index, value] of expected.entries()) {
      expect(found?.quantiles[index]?.value).toBeCloseTo(value, 12);
    }
    expect(await valuesPerExample(sizes, 3)).toEqual(found);
  });

  test('a cell that is no list has one value, an empty list none', async () => {
    const { files } = memoryPorts({
      'data.jsonl': '{"y":1,"l":5}\n{"y":0,"l":[]}\n{"y":1,"l":[1,2,3]}\n{"y":0,"l":[1]}\n',
    });
    const configuration = dataConfiguration({ path: ['data.jsonl'] });
    const { statistics } = await examineData(files, configuration, null);
    const values = statistics.columns[1]?.valuesPerExample;
    expect(values).toMatchObject({ min: 1, max: 3, mean: 5 / 3 });
    expect(values?.quantiles.find(({ q }) => q === 0.5)?.value).toBe(1);
  });

  test('are counted by ten binary digits from 1,024 on', () => {
    expect([1, 1023, 1024, 1025, 2047, 2048, 2051, 1_000_000].map(countedSize)).toEqual([
      1, 1023, 1024, 1024, 2046, 2048, 2048, 999_424,
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (size) => {
        const counted = countedSize(size);
        expect(counted).toBeLessThanOrEqual(size);
        expect(size - counted).toBeLessThan(Math.max(1, size / 512));
        expect(countedSize(counted)).toBe(counted);
      }),
    );
  });

  test('merge as if they had been counted together; what no list has is refused', () => {
    const counts = (list: readonly number[]) => {
      const found = new Map<number, number>();
      for (const size of list.map(countedSize)) found.set(size, (found.get(size) ?? 0) + 1);
      return sizesOf(found);
    };
    const lists = fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1 });
    fc.assert(
      fc.property(lists, lists, (a, b) => {
        const all = [...a, ...b];
        const sizes = mergeSizes(counts(a), counts(b));
        expect(sizes).toEqual(counts(all));
        const state = {
          examples: all.length,
          min: Math.min(...all),
          max: Math.max(...all),
          total: all.reduce((sum, size) => sum + size, 0),
          sizes,
        };
        expect(areSizesOf(state)).toBe(true);
        expect(areSizesOf({ ...state, examples: all.length + 1 })).toBe(false);
        expect(areSizesOf({ ...state, max: 2 * state.max })).toBe(false);
        expect(areSizesOf({ ...state, sizes: [...sizes, [1, 1]] })).toBe(false);
        expect(areSizesOf({ ...state, sizes: [] })).toBe(false);
      }),
    );
  });
});
