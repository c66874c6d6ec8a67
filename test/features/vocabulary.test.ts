import { describe, expect, test } from '@jest/globals';
import type { OneHotFeatureConfiguration } from '../../shared/config/index.ts';
import { applyTransform, fitTransform } from '../../shared/features/index.ts';
import { allRows, csv, makeTable, problemsOf } from './tables.ts';

const where = { file: 'mlops.yml', line: 3, column: 3 };

/** `more` rows follow that are not in the training split. */
async function fit(
  cells: readonly (string | number)[],
  vocabulary?: OneHotFeatureConfiguration['vocabulary'],
  more: readonly (string | number)[] = [],
) {
  const w = [...cells, ...more];
  const n = w.map((_, row) => row);
  const table = await makeTable(csv({ w, n, label: n.map((row) => (row % 2 ? 'a' : 'b')) }));
  const { transform, dropped } = fitTransform(table, allRows(table).slice(0, cells.length), {
    label: 'label',
    task: 'multiclass-classification',
    ignore: [],
    features: ['w'],
    kinds: [
      { column: 'w', kind: 'one-hot', ...(vocabulary === undefined ? {} : { vocabulary }), where },
    ],
  });
  const { data, columns } = applyTransform(transform, table, allRows(table));
  const vectors = w.map((_, row) => [...data.slice(row * columns, (row + 1) * columns)]);
  return { feature: transform.features[0], dropped, vectors };
}

const WORDS = ['c', 'a', 'b', 'c', '', 'b', 'd', 'c', 'e', 'e'];

describe('one-hot with a vocabulary', () => {
  // As the categories that scikit-learn 1.9.1 does not call infrequent, OneHotEncoder(max_categories=top + 1) and
  // OneHotEncoder(min_frequency=minCount); only of equally frequent ones (b and e) it keeps the last.
  test.each([
    [{ top: 3 }, ['b', 'c', 'e']],
    [{ top: 2 }, ['b', 'c']],
    [{ top: 99 }, ['a', 'b', 'c', 'd', 'e']],
    [{ minCount: 2 }, ['b', 'c', 'e']],
    [{ minCount: 3 }, ['c']],
    [{ top: 1, minCount: 2 }, ['c']],
    [undefined, ['a', 'b', 'c', 'd', 'e']],
  ])('%j keeps %j', async (vocabulary, expected) => {
    const { feature } = await fit(WORDS, vocabulary);
    expect(feature).toEqual({
      kind: 'one-hot',
      column: 'w',
      offset: 0,
      width: expected.length + 2,
      vocabulary: expected,
    });
  });

  test('counts training rows alone, and gives the rest the place of unknown values', async () => {
    const { feature, vectors } = await fit(WORDS, { top: 1 }, ['a', 'a', 'a', 'a', 'new', '']);
    expect(feature).toMatchObject({ vocabulary: ['c'] });
    const [known, unknown, missing] = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ];
    expect(vectors.slice(0, 5)).toEqual([known, unknown, unknown, known, missing]);
    expect(vectors.slice(10)).toEqual([unknown, unknown, unknown, unknown, unknown, missing]);
  });

  test('keeps the most frequent of more values than are learned otherwise', async () => {
    const cells = Array.from({ length: 300 }, (_, row) => (row < 150 ? `w${row}` : `v${row % 2}`));
    await expect(fit(cells)).rejects.toThrow('152 different values in the training split');
    expect((await fit(cells, { top: 2 })).feature).toMatchObject({ vocabulary: ['v0', 'v1'] });
    expect((await fit(cells, { minCount: 2 })).feature).toMatchObject({ vocabulary: ['v0', 'v1'] });
    expect((await fit(cells, { top: 120 })).feature).toMatchObject({ width: 122 });
  });

  test('takes numbers as categories, whatever their spelling', async () => {
    const { feature, vectors } = await fit([10, '2.0', '', 2, '1e1', 3], { minCount: 2 }, ['2.00']);
    expect(feature).toMatchObject({ vocabulary: ['10', '2'] });
    expect(vectors).toEqual([
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 0, 1],
      [0, 1, 0, 0],
      [1, 0, 0, 0],
      [0, 0, 1, 0],
      [0, 1, 0, 0],
    ]);
  });

  test.each([
    ['numbers', [1, 2, 10, 2], 'w\n1.0\n1e1\nred\n+2\n3.0\n', [0, 1, 3, 2, 3]],
    ['words', ['1.0', '2', 'x', '2'], 'w\n1\n1.0\n2.0\nx\n', [3, 0, 3, 2]],
    ['words, read as numbers later', ['1.0', '2', 'x', '2'], 'w\n1\n2.0\n3\n', [0, 1, 3]],
  ] as const)('learned from %s knows values in a later file', async (_, cells, later, expected) => {
    const table = await makeTable(csv({ w: cells, label: ['a', 'b', 'a', 'b'] }));
    const kinds = [{ column: 'w', kind: 'one-hot', where } as const];
    const request = { label: 'label', task: 'binary-classification', ignore: [], kinds } as const;
    const { transform } = fitTransform(table, allRows(table), request);
    const next = await makeTable(later);
    const { data, columns } = applyTransform(transform, next, allRows(next));
    const hot = expected.map((_, row) =>
      data.subarray(row * columns, (row + 1) * columns).indexOf(1),
    );
    expect(hot).toEqual(expected);
  });

  test.each([
    ['', undefined, 'w: no value in the training split'],
    [7, undefined, 'w: always 7 in the training split'],
    ['x', { top: 3 }, 'w: always "x" in the training split'],
  ])('of %j in every row is dropped', async (cell, vocabulary, reason) => {
    await expect(fit([cell, cell, cell], vocabulary)).rejects.toThrow(reason);
  });

  test('of rare values alone is dropped', async () => {
    await expect(fit(['x', 'y', 'z'], { minCount: 2 })).rejects.toThrow(
      'w: no value stands in 2 rows of the training split, as features.w.vocabulary.min-count asks',
    );
  });

  test('refuses infinite numbers at their lines', async () => {
    const table = await makeTable('w,label\n1,a\ninf,b\n');
    const kinds = [{ column: 'w', kind: 'one-hot', where } as const];
    const request = { label: 'label', task: 'binary-classification', ignore: [], kinds } as const;
    expect(problemsOf(() => fitTransform(table, allRows(table), request))).toMatch(
      /^data\.csv:3: The value of column "w" is infinite/,
    );
  });
});
