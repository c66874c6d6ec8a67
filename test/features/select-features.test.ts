import { expect, test } from '@jest/globals';
import { applyTransform, fitTransform, selectFeatures } from '../../shared/features/index.ts';
import { allRows, csv, makeTable } from './tables.ts';

const n = Array.from({ length: 24 }, (_, row) => row);

test('what is left is what would be fitted without the others', async () => {
  const table = await makeTable(
    csv({
      a: n.map((row) => (row % 5 === 0 ? '' : row * 1.5)),
      kind: n.map((row) => ['x', 'y', 'z'][row % 3] as string),
      b: n.map((row) => row ** 2),
      label: n.map((row) => (row % 2 ? 'yes' : 'no')),
    }),
  );
  const fit = (ignore: string[]) =>
    fitTransform(table, allRows(table), {
      label: 'label',
      task: 'binary-classification',
      ignore,
      kinds: [
        {
          kind: 'cross',
          name: 'both',
          columns: ['kind', 'a'],
          buckets: 7,
          where: { file: 'mlops.yml', line: 1 },
        },
      ],
    }).transform;
  const all = fit([]);
  const encoded = applyTransform(all, table, allRows(table));
  const { transform, select } = selectFeatures(all, new Set(['b', 'both', 'a', 'kind']));
  expect(transform).toEqual(all);
  expect(select(encoded)).toEqual(encoded);

  const fewer = selectFeatures(all, new Set(['kind', 'a', 'both']));
  expect(fewer.transform).toEqual(fit(['b']));
  expect(fewer.select(encoded)).toEqual(applyTransform(fit(['b']), table, allRows(table)));
  // A cross stays without the features of its columns.
  const cross = selectFeatures(all, new Set(['both'])).transform;
  expect(cross.features.map(({ offset }) => offset)).toEqual([0]);
  expect(cross.width).toBe(8);
});
