import { describe, expect, test } from '@jest/globals';
import type { FeatureConfiguration } from '../../shared/config/index.ts';
import {
  applyTransform,
  fitTransform,
  nameOfFeature,
  parseTransform,
} from '../../shared/features/index.ts';
import { allRows, csv, makeTable, problemsOf } from './tables.ts';

const where = { file: 'mlops.yml', line: 3, column: 3 };

function cross(name: string, columns: string[], buckets = 100): FeatureConfiguration {
  return { kind: 'cross', name, columns, buckets, where };
}

async function fit(
  columns: Readonly<Record<string, readonly (string | number)[]>>,
  kinds: readonly FeatureConfiguration[],
) {
  const rows = Object.values(columns)[0] ?? [];
  const label = rows.map((_, row) => (row % 2 ? 'a' : 'b'));
  const table = await makeTable(csv({ ...columns, label }));
  const request = { label: 'label', task: 'binary-classification', ignore: [], kinds } as const;
  return { ...fitTransform(table, allRows(table), request), table };
}

const COLUMNS = {
  colour: ['red', 'red', 'größe', '', 'a_X_b'],
  size: ['small', '1.0', '日本', 'small', '2.50'],
};

describe('cross', () => {
  test('hashes the values of its columns together, after the features of the columns', async () => {
    const { transform, table } = await fit(COLUMNS, [cross('both', ['colour', 'size'])]);
    expect(transform.features.map(nameOfFeature)).toEqual(['colour', 'size', 'both']);
    const feature = transform.features[2];
    expect(feature).toEqual({
      kind: 'cross',
      name: 'both',
      columns: ['colour', 'size'],
      offset: feature?.offset,
      width: 101,
      buckets: 100,
    });
    const { data, columns } = applyTransform(transform, table, allRows(table));
    expect(columns).toBe(transform.width);
    const hot = COLUMNS.colour.map((_, row) => {
      const start = row * columns + (feature?.offset ?? 0);
      const places = data.slice(start, start + 101);
      expect(places.reduce((sum, value) => sum + value, 0)).toBe(1);
      return places.indexOf(1);
    });
    // scikit-learn 1.9.1: sklearn.utils.murmurhash3_32('red_X_small'.encode(), seed=0, positive=True) % 100, then of
    // 'red_X_1', 'größe_X_日本' and 'a_X_b_X_2.5'; the fourth row lacks a colour.
    expect(hot).toEqual([99, 66, 91, 100, 3]);
    expect(parseTransform(JSON.stringify(transform), 'transform.json')).toEqual(transform);
  });

  test('gives columns of numbers the place that words of the same spelling have', async () => {
    const { transform } = await fit({ x: [1, 3, 2], y: [2, 2, 5] }, [cross('c', ['x', 'y'], 7)]);
    const offset = transform.features[2]?.offset ?? 0;
    for (const text of ['x,y\n1,2\n', 'x,y\n1.0,2\n', 'x,y\n1,2.00\n']) {
      const later = await makeTable(text);
      // As above, of '1_X_2' % 7.
      const { data } = applyTransform(transform, later, allRows(later));
      expect(data.slice(offset, offset + 8).indexOf(1)).toBe(3);
    }
    const words = await makeTable('x,y\n1,2\nnone,2\n');
    expect(problemsOf(() => applyTransform(transform, words, allRows(words)))).toContain(
      'data.csv:3: Column "x" holds "none"',
    );
  });

  test('order in the configuration decides nothing', async () => {
    const crosses = [cross('m', ['colour', 'size']), cross('b', ['size', 'colour'])];
    const one = await fit(COLUMNS, crosses);
    const other = await fit(COLUMNS, crosses.toReversed());
    expect(other.transform).toEqual(one.transform);
    expect(one.transform.features.map(nameOfFeature)).toEqual(['colour', 'size', 'b', 'm']);
  });

  test('that says nothing is dropped with the reason', async () => {
    const gaps = { colour: ['red', '', 'blue', ''], size: ['', 'S', '', 'L'], n: [1, 2, 3, 4] };
    expect((await fit(gaps, [cross('c', ['colour', 'size'])])).dropped).toEqual([
      { column: 'c', reason: 'no row of the training split has a value in all of its columns' },
    ]);
    const same = { colour: ['red', 'red'], size: ['S', 'S'], n: [1, 2] };
    expect((await fit(same, [cross('c', ['colour', 'size'])])).dropped).toContainEqual({
      column: 'c',
      reason: 'always "red_X_S" in the training split',
    });
  });

  test.each([
    [
      cross('c', ['colour', 'sizes', 'weight']),
      [
        'mlops.yml:3:3: The cross "c" names a column "sizes" that is not in the data. Did you mean "size"?',
        'mlops.yml:3:3: The cross "c" names a column "weight" that is not in the data. The columns are: colour, size, label.',
      ],
    ],
    [
      cross('size', ['colour', 'size']),
      ['mlops.yml:3:3: The cross "size" has the name of a column. Give it another name.'],
    ],
  ])('of unknown columns or with a name that is taken is refused', async (feature, expected) => {
    await expect(fit(COLUMNS, [feature])).rejects.toThrow(expected.join('\n'));
  });

  test('an infinite number is refused at its line', async () => {
    await expect(
      fit({ x: [1, 'inf', 2], y: ['a', 'b', 'a'] }, [
        { kind: 'quantile-buckets', column: 'x', buckets: 2, where },
        cross('c', ['x', 'y']),
      ]),
    ).rejects.toThrow('data.csv:3: The value of column "x" is infinite');
  });

  test.each([
    ['"buckets":100', '"buckets":99', 'has the width 101 for 99 buckets'],
    ['"columns":["colour","size"]', '"columns":["colour","label"]', 'which is the label'],
    ['"name":"both"', '"name":"size"', 'which the label or another feature reads'],
    ['"columns":["colour","size"]', '"columns":["colour"]', 'must NOT have fewer than 2 items'],
  ])('a transform.json with %s as %s is refused', async (from, to, message) => {
    const { transform } = await fit(COLUMNS, [cross('both', ['colour', 'size'])]);
    const text = JSON.stringify(transform).replace(from, to);
    expect(problemsOf(() => parseTransform(text, 'transform.json'))).toContain(message);
  });
});
