import { describe, expect, test } from '@jest/globals';
import {
  applyTransform,
  fitTransform,
  hashBucket,
  parseTransform,
} from '../../shared/features/index.ts';
import { allRows, csv, makeTable, problemsOf } from './tables.ts';

const where = { file: 'mlops.yml', line: 3, column: 3 };

async function fit(x: readonly (string | number)[], buckets: number) {
  const table = await makeTable(csv({ x, label: x.map((_, row) => (row % 2 ? 'a' : 'b')) }));
  const { transform } = fitTransform(table, allRows(table), {
    label: 'label',
    task: 'binary-classification',
    ignore: [],
    kinds: [{ column: 'x', kind: 'hashing', buckets, where }],
  });
  return { transform, table };
}

/** The one place of each row that is 1. */
function hotPlaces({ data, columns }: { readonly data: Float32Array; readonly columns: number }) {
  return Array.from({ length: data.length / columns }, (_, row) => {
    const vector = [...data.slice(row * columns, (row + 1) * columns)];
    expect(vector.filter((value) => value !== 0)).toEqual([1]);
    return vector.indexOf(1);
  });
}

describe('hashing', () => {
  // scikit-learn 1.9.1: sklearn.utils.murmurhash3_32(text.encode(), seed=0, positive=True) % 100 and % 7
  test.each([
    ['', 0, 0],
    ['a', 50, 4],
    ['red', 21, 2],
    ['größe', 91, 3],
    ['日本', 58, 5],
    ['\u{1f600}', 46, 4],
    ['1', 39, 5],
    ['hello world', 83, 0],
  ])('%j is in bucket %d of 100 and %d of 7', (text, ofHundred, ofSeven) => {
    expect(hashBucket(text, 100)).toBe(ofHundred);
    expect(hashBucket(text, 7)).toBe(ofSeven);
  });

  test('gives words, values that training never showed and missing ones their places', async () => {
    const { transform } = await fit(['a', 'red', '', 'a'], 100);
    expect(transform.features).toEqual([
      { kind: 'hashing', column: 'x', offset: 0, width: 101, buckets: 100 },
    ]);
    const later = await makeTable('x\nred\nhello world\nNA\na\n');
    const matrix = applyTransform(transform, later, allRows(later));
    expect(hotPlaces(matrix)).toEqual([21, 83, 100, 50]);
    expect(parseTransform(JSON.stringify(transform), 'transform.json')).toEqual(transform);
  });

  test('gives a number one place, whatever its spelling and the rest of the column', async () => {
    const { transform, table } = await fit([1, '1.0', '1e0', 2, ''], 100);
    const numbers = hotPlaces(applyTransform(transform, table, allRows(table)));
    expect(numbers.slice(0, 3)).toEqual([39, 39, 39]);
    expect(numbers[4]).toBe(100);
    const words = await makeTable('x\n1.0\nred\n');
    expect(hotPlaces(applyTransform(transform, words, allRows(words)))).toEqual([39, 21]);
  });

  test.each([
    [['', '', ''], 'x: no value in the training split'],
    [['q', 'q', 'q'], 'x: always "q" in the training split'],
    [[1, 'inf', 2], 'data.csv:3: The value of column "x" is infinite'],
  ])('of %j has nothing to learn or is refused', async (x, message) => {
    await expect(fit(x, 10)).rejects.toThrow(message);
  });

  test('a transform.json whose width is another is refused', async () => {
    const { transform } = await fit(['a', 'b', 'c'], 10);
    const text = JSON.stringify(transform).replace('"buckets":10', '"buckets":11');
    expect(problemsOf(() => parseTransform(text, 'transform.json'))).toContain(
      'has the width 11 for 11 buckets',
    );
  });
});
