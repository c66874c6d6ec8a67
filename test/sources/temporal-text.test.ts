import { expect, test } from '@jest/globals';
import { dateText, timestampText, timeText } from '../../shared/sources/temporal-text.ts';

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
