import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RowPlaces } from '../../shared/data/checks/row-places.ts';
import { hashPlace, type Place } from '../../shared/scan/index.ts';
import { exampleRows, SMALL_LIMITS, stateOf } from '../scan/row-support.ts';

const NAMES = ['a', 'b', 'c', 'd'];
const before = (a: Place, b: Place) => a.file - b.file || a.line - b.line;

describe('places of sampled rows', () => {
  test.each([
    ['all rows', undefined],
    ['tables of few rows', SMALL_LIMITS],
  ])('%s: what is told is the first row of that content', (_, limits) => {
    let told = 0;
    fc.assert(
      fc.property(exampleRows, (rows) => {
        const state = stateOf(rows, NAMES, limits);
        const places = new RowPlaces(state, NAMES);
        const byHash = new Map(rows.map((row) => [hashPlace(row.file, row.position), row]));
        for (const [index, hash] of state.sample.hashes.entries()) {
          const [found] = places.firstOf([index], 1);
          const row = byHash.get(hash);
          if (found === undefined || row === undefined) continue;
          told++;
          const exact = stateOf([row], NAMES).contents.hashes[0];
          const equal = rows.filter(
            (other) => stateOf([other], NAMES).contents.hashes[0] === exact,
          );
          const { file, line } = equal.toSorted(before)[0] ?? { file: -1, line: -1 };
          expect(found).toEqual({ file, line });
        }
      }),
    );
    expect(told).toBeGreaterThan(30);
  });

  test('every row of plain cells is told, whatever their kinds', () => {
    const cells = ['3', '3.5', 'x', 'true', 'FALSE', 'nan', 'inf', '-0', '', 'é😀', '1e300'];
    const rows = cells.map((text, index) => ({
      file: 1,
      line: 2 * index + 2,
      position: 10 * index,
      cells: [text, String(index), { string: '12' }],
    }));
    const state = stateOf(rows, NAMES);
    const places = new RowPlaces(state, NAMES);
    const told = places.firstOf(state.sample.hashes.keys(), 20);
    // The last one is a whole number beyond 2⁵³.
    expect(told).toEqual(rows.slice(0, -1).map(({ file, line }) => ({ file, line })));
    expect(places.firstOf(state.sample.hashes.keys(), 2)).toEqual(told.slice(0, 2));
  });
});
