import type { NumberFeatureConfiguration } from '../config/index.ts';
import { distributionOf, type NumericColumn, quantileOf, type Table } from '../data/index.ts';
import { computeMoments } from '../numeric/index.ts';
import { constant, type DroppedColumn, noValue } from './dropped.ts';
import { tooLarge } from './labels.ts';
import { clipValue, hasNoLogarithm } from './number-features.ts';
import { RowProblems } from './row-problems.ts';
import type { Clip, NumberTransform } from './transform.ts';

/**
 * Learns from the training rows how a column of numbers is scaled. Throws a `UserError` with the first places for an
 * infinite value and, where a logarithm is asked for, for a value of −1 or less that `clip` does not raise above it.
 */
export function fitNumber(
  table: Table,
  rows: Int32Array,
  column: NumericColumn,
  offset: number,
  { kind, clip: asked }: Pick<NumberFeatureConfiguration, 'kind' | 'clip'>,
): NumberTransform | DroppedColumn {
  const values = Float64Array.from(rows, (row) => column.values[row] as number);
  refuseInfinite(table, rows, column.name, values);
  if (values.every(Number.isNaN)) return noValue(column.name);
  const clip = asked === undefined ? undefined : limitsOf(asked, values);
  const clipped = clip === undefined ? values : values.map((value) => clipValue(clip, value));
  if (kind === 'log') refuseLogarithms(table, rows, column.name, clipped);
  const scaled = kind === 'log' ? clipped.map(Math.log1p) : clipped;
  const { count, mean, deviation, min, max } = computeMoments(scaled);
  // A constant that is sometimes missing still tells missing from present.
  if (min === max && count === rows.length) {
    const value = String(clipped[0]);
    return constant(column.name, clip === undefined ? value : `${value} after clipping`);
  }
  const shared = {
    column: column.name,
    offset,
    width: 2 as const,
    ...(clip === undefined ? {} : { clip }),
  };
  if (kind === 'min-max') {
    if (!Number.isFinite(max - min)) throw tooLarge(table, column.name);
    return { kind, ...shared, minimum: unsignedZero(min), maximum: unsignedZero(max) };
  }
  if (!Number.isFinite(deviation)) throw tooLarge(table, column.name);
  return {
    kind,
    ...shared,
    mean: unsignedZero(mean),
    deviation: deviation === 0 ? 1 : deviation,
  };
}

function limitsOf(
  clip: NonNullable<NumberFeatureConfiguration['clip']>,
  values: Float64Array,
): Clip {
  if (clip.by === 'limits') {
    const { low, high } = clip;
    return {
      ...(low === undefined ? {} : { low: unsignedZero(low) }),
      ...(high === undefined ? {} : { high: unsignedZero(high) }),
    };
  }
  const distribution = distributionOf(
    values.filter((value) => !Number.isNaN(value)),
    null,
  );
  return {
    low: quantileOf(distribution, clip.low),
    high: quantileOf(distribution, clip.high),
  };
}

/** JSON has no −0: what is fitted must be what is read again. */
function unsignedZero(value: number): number {
  return value + 0;
}

export function refuseInfinite(
  table: Table,
  rows: Int32Array,
  column: string,
  values: Float64Array,
): void {
  const problems = new RowProblems(table);
  for (const [place, value] of values.entries()) {
    if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) {
      problems.add(
        rows[place] as number,
        `The value of column "${column}" is infinite`,
        'Correct the row, or leave the column out with data.ignore',
      );
    }
  }
  problems.throwIfAny();
}

function refuseLogarithms(
  table: Table,
  rows: Int32Array,
  column: string,
  values: Float64Array,
): void {
  const problems = new RowProblems(table);
  for (const [place, value] of values.entries()) {
    if (hasNoLogarithm(value)) addNoLogarithm(problems, rows[place] as number, column, value);
  }
  problems.throwIfAny();
}

export function addNoLogarithm(
  problems: RowProblems,
  row: number,
  column: string,
  value: number,
): void {
  problems.add(
    row,
    `The value ${value} of column "${column}" has no ln(1 + value)`,
    `Correct the row, give features.${column} a clip that begins above −1, or choose another kind`,
  );
}
