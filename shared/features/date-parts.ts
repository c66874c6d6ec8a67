import type { DatePart } from '../config/index.ts';
import type { DateTransform } from './transform.ts';

const MILLISECONDS_PER_HOUR = 3_600_000;
const MILLISECONDS_PER_DAY = 24 * MILLISECONDS_PER_HOUR;

/**
 * How each part of a date goes round: its smallest value and how many values until that comes again. The longest month
 * and year stand for all, so that a part alone says where in the circle it is. Stored models depend on it: it never
 * changes.
 */
export const CYCLES: Readonly<
  Record<DatePart, { readonly first: number; readonly period: number }>
> = {
  'hour-of-day': { first: 0, period: 24 },
  'day-of-week': { first: 0, period: 7 },
  'day-of-month': { first: 1, period: 31 },
  'month-of-year': { first: 1, period: 12 },
  'day-of-year': { first: 1, period: 366 },
};

/**
 * A part of a date in UTC, NaN for NaN. `time` is in milliseconds since 1970. Hours have a fraction (14:30 is 14.5);
 * Monday is 0; days of month and year and months begin at 1.
 */
export function partOf(part: DatePart, time: number): number {
  const day = Math.floor(time / MILLISECONDS_PER_DAY);
  switch (part) {
    case 'hour-of-day':
      return (time - day * MILLISECONDS_PER_DAY) / MILLISECONDS_PER_HOUR;
    case 'day-of-week':
      // 1970 began on a Thursday.
      return (((day + 3) % 7) + 7) % 7;
    case 'day-of-month':
      return new Date(time).getUTCDate();
    case 'month-of-year':
      return new Date(time).getUTCMonth() + 1;
    case 'day-of-year': {
      // Date.UTC takes the years 0 to 99 for those after 1900.
      const newYear = new Date(0).setUTCFullYear(new Date(time).getUTCFullYear(), 0, 1);
      return day - newYear / MILLISECONDS_PER_DAY + 1;
    }
  }
}

/** The place of a date in the circle of a part, in radians. */
export function angleOf(part: DatePart, time: number): number {
  const { first, period } = CYCLES[part];
  return (2 * Math.PI * (partOf(part, time) - first)) / period;
}

/** Days, with fraction, between two times in milliseconds. */
export function daysSince(start: number, time: number): number {
  return (time - start) / MILLISECONDS_PER_DAY;
}

export function isMidnight(time: number): boolean {
  return time % MILLISECONDS_PER_DAY === 0;
}

export function widthOfDate(parts: readonly DatePart[], trend: DateTransform['trend']): number {
  return 2 * parts.length + (trend === undefined ? 1 : 2);
}
