import type { DateFeatureConfiguration, DatePart } from '../config/index.ts';
import { type Column, cellText, parseTime, type Table, TIME_EXAMPLES } from '../data/index.ts';
import { UserError } from '../errors/index.ts';
import { computeMoments } from '../numeric/index.ts';
import { angleOf, daysSince, isMidnight, widthOfDate } from './date-parts.ts';
import { constant, type DroppedColumn, noValue } from './dropped.ts';
import { RowProblems } from './row-problems.ts';
import type { DateTransform, DateTrend } from './transform.ts';

/**
 * Learns from the training rows which parts of a date tell something, where `parts` does not say it, and how the trend is
 * scaled. Throws a `UserError` for a column of numbers, whose unit nothing tells, and with the first places for cells
 * that are no dates.
 */
export function fitDate(
  table: Table,
  rows: Int32Array,
  column: Column,
  offset: number,
  { parts: asked, trend: hasTrend, where }: Omit<DateFeatureConfiguration, 'kind' | 'column'>,
): DateTransform | DroppedColumn {
  const { name } = column;
  if (column.kind === 'numeric') {
    if (rows.every((row) => Number.isNaN(column.values[row]))) return noValue(name);
    throw new UserError({
      what: `date needs dates, and column "${name}" holds numbers`,
      where,
      remedy: `Write ${TIME_EXAMPLES}, or choose another kind for features.${name}`,
    });
  }
  const problems = new RowProblems(table);
  const times = readTimes(column, rows, problems);
  problems.throwIfAny();
  const present = times.filter((time) => !Number.isNaN(time));
  const [first] = present;
  if (first === undefined) return noValue(name);
  if (present.length === rows.length && present.every((time) => time === first)) {
    return constant(name, `"${cellText(column, rows[0] ?? 0)}"`);
  }
  const parts = asked ?? partsThatTell(present);
  const trend = hasTrend ? fitTrend(present) : undefined;
  const width = widthOfDate(parts, trend);
  return {
    kind: 'date',
    column: name,
    offset,
    width,
    parts,
    ...(trend === undefined ? {} : { trend }),
  };
}

/** Days without a time of day have one hour alone. Months are left to the day of the year, which tells more. */
function partsThatTell(times: Float64Array): DatePart[] {
  const days: DatePart[] = ['day-of-week', 'day-of-month', 'day-of-year'];
  return times.every(isMidnight) ? days : ['hour-of-day', ...days];
}

function fitTrend(times: Float64Array): DateTrend {
  const start = times.reduce(
    (earliest, time) => Math.min(earliest, time),
    Number.POSITIVE_INFINITY,
  );
  const { mean, deviation } = computeMoments(times.map((time) => daysSince(start, time)));
  return { start, mean, deviation: deviation === 0 ? 1 : deviation };
}

/** Writes the vectors of `rows`; cells that are no dates are problems. */
export function encodeDates(
  { parts, trend, offset, width }: DateTransform,
  column: Column,
  rows: Int32Array,
  data: Float32Array,
  stride: number,
  problems: RowProblems,
): void {
  for (const [place, time] of readTimes(column, rows, problems).entries()) {
    let target = place * stride + offset;
    if (Number.isNaN(time)) {
      data[target + width - 1] = 1;
      continue;
    }
    for (const part of parts) {
      const angle = angleOf(part, time);
      data[target++] = Math.sin(angle);
      data[target++] = Math.cos(angle);
    }
    if (trend === undefined) continue;
    data[target] = (daysSince(trend.start, time) - trend.mean) / trend.deviation;
  }
}

/** Milliseconds since 1970 of each of `rows`, NaN for a missing date and for a cell that is none, which is a problem. */
function readTimes(column: Column, rows: Int32Array, problems: RowProblems): Float64Array {
  const timeOf = timeReader(column);
  return Float64Array.from(rows, (row) => {
    const time = timeOf(row);
    const text = Number.isNaN(time) ? cellText(column, row) : null;
    if (text !== null) {
      problems.add(
        row,
        `Column "${column.name}" holds ${JSON.stringify(text)} where the model reads a date`,
        `Write ${TIME_EXAMPLES}, or name this text in data.missing-values`,
      );
    }
    return time;
  });
}

/** Gives the time in a row in milliseconds since 1970; NaN where it is missing and where the cell is no date. */
export function timeReader(column: Column): (row: number) => number {
  if (column.kind === 'numeric') return () => Number.NaN;
  const times = column.vocabulary.map(parseTime);
  return (row) => times[column.codes[row] as number] ?? Number.NaN;
}
