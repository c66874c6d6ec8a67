import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cellOfValues } from '../../shared/scan/index.ts';
import { dateText, timestampText, timeText } from '../../shared/sources/temporal-text.ts';
import { dates, timestamps } from '../../shared/sources/temporal-values.ts';
import { ValueTarget } from '../../shared/sources/value-target.ts';

test('dates and times before, at and far from 1970, to the last digit', () => {
  expect(dateText(0)).toBe('1970-01-01');
  expect(dateText(-719_529)).toBe('-000001-12-31');
  expect(timestampText(-1n, 6, 'Z')).toBe('1969-12-31T23:59:59.999999Z');
  // A quotient of doubles rounds this up to the next second.
  expect(timestampText(8_999_999_999_999_999n, 6, '')).toBe('2255-03-14T15:59:59.999999');
  expect(timestampText(1_700_000_000_123_456_789n, 9, '')).toBe('2023-11-14T22:13:20.123456789');
  expect(timestampText(1_709_168_523n, 0, 'Z')).toBe('2024-02-29T01:02:03Z');
  expect(timeText(3_723_000_004n, 6)).toBe('01:02:03.000004');
});

const LARGEST = 2n ** 63n - 1n;
const counts = fc.oneof(
  fc.bigInt({ min: -LARGEST - 1n, max: LARGEST }),
  fc.bigInt({ min: -(10n ** 18n), max: 2n * 10n ** 18n }),
  fc.bigInt({ min: -(10n ** 12n), max: 10n ** 16n }),
  fc.bigInt({ min: -100_000n, max: 100_000n }),
  fc.constantFrom(LARGEST, -LARGEST - 1n, 8_999_999_999_999_999n, 86_400_000_000_000n),
);

test('times written as bytes are the same as texts', () => {
  fc.assert(
    fc.property(
      fc.array(counts, { maxLength: 50 }),
      fc.constantFrom(0, 3, 6, 9),
      fc.constantFrom('' as const, 'Z' as const),
      (given, digits, zone) => {
        const bytes = new Uint8Array(BigInt64Array.from(given).buffer);
        const target = new ValueTarget('texts', false, given.length);
        timestamps(digits, zone).read(bytes, 0, target, 0, given.length);
        const values = target.values();
        expect(given.map((_, at) => cellOfValues(values, at).text)).toEqual(
          given.map((count) => timestampText(count, digits, zone)),
        );
      },
    ),
    { numRuns: 1000 },
  );
});

test('dates written as bytes are the same as texts', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })), (days) => {
      const target = new ValueTarget('texts', false, days.length);
      dates().read(new Uint8Array(Int32Array.from(days).buffer), 0, target, 0, days.length);
      const values = target.values();
      expect(days.map((_, at) => cellOfValues(values, at).text)).toEqual(days.map(dateText));
    }),
  );
});
