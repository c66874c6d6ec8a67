import { describe, expect, test } from '@jest/globals';
import { collectDataFacts, shareInReference } from '../../shared/report/index.ts';
import { dataFixture, TRIP_COLUMNS } from './fixtures/data.ts';

const valuesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ value: `v${index}`, count: 5 }));

describe('the share of a value in the reference', () => {
  test.each([
    ['a frequent one', 'v1', 19, 0.05],
    ['one that is not among all of them', 'x', 19, 0],
    ['one that is not among the twenty most frequent', 'x', 20, null],
    ['of a column whose values are not listed', 'x', 0, null],
  ])('%s', (_, value, count, share) => {
    const reference = { present: 100, missing: 0, top: valuesOf(count) };
    expect(shareInReference(reference, value)).toBe(share);
  });

  test('without a reference', () => {
    expect(shareInReference(null, 'x')).toBeNull();
    expect(shareInReference({ present: 0, missing: 9 }, 'x')).toBeNull();
  });
});

test('differences above their threshold come first, then the largest', () => {
  const { statistics, anomalies } = dataFixture(TRIP_COLUMNS);
  const { differences } = collectDataFacts(statistics, anomalies);
  expect(differences[0]).toMatchObject({ column: 'payment_type', exceeded: true, at: 'Gentoo' });
  const rest = differences.slice(1).map(({ value }) => value);
  expect(rest).toEqual([...rest].sort((a, b) => b - a));
});
