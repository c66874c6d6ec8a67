import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countSlots } from '../../shared/data/slot-counts.ts';

test('counts every value once, in order of first appearance', () => {
  const slot = fc.oneof(
    fc.bigInt({ min: 0n, max: 9n }),
    fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  );
  // Equal in their lower or upper halves.
  const near = fc.tuple(fc.bigInt({ min: 0n, max: 3n }), fc.bigInt({ min: 0n, max: 3n }));
  const any = fc.oneof(
    slot,
    near.map(([high, low]) => (high << 32n) | low),
  );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 300 }), fc.nat({ max: 3 }), (values, before) => {
      const expected = new Map<bigint, number>();
      for (const value of values) expected.set(value, (expected.get(value) ?? 0) + 1);
      // In the middle of other memory.
      const all = BigUint64Array.from([...new Array<bigint>(before).fill(7n), ...values, 7n]);
      const found = countSlots(all.subarray(before, before + values.length));
      expect([...found.slots()]).toEqual([...expected.keys()]);
      expect(found.distinct).toBe(expected.size);
      for (const [entry, value] of [...expected.keys()].entries()) {
        expect(found.slotAt(entry)).toBe(value);
      }
      expect([...found.counts]).toEqual([...expected.values()]);
      for (const value of [...values, 77n]) {
        expect(found.countOf(value)).toBe(expected.get(value) ?? 0);
      }
    }),
  );
});

test.each([255, 256, 65_535, 65_536])('holds a count of %d', (times) => {
  const found = countSlots(new BigUint64Array(times + 2).fill(3n, 1, times + 1));
  expect([...found.counts]).toEqual([2, times]);
  expect(found.countOf(3n)).toBe(times);
});
