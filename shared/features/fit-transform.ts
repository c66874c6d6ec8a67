import type { Task } from '../config/index.ts';
import {
  type CategoricalColumn,
  type Column,
  compareCodePoints,
  type NumericColumn,
  type Table,
} from '../data/index.ts';
import { nearestName, type Problem, UserError } from '../errors/index.ts';
import { computeMoments } from '../numeric/index.ts';
import { listNames } from './columns.ts';
import { fitLabel, tooLarge } from './labels.ts';
import { locationOfHeader, RowProblems } from './row-problems.ts';
import type { FeatureTransform, Transform } from './transform.ts';

/** A categorical column with more different values than this is an identifier or free text, which one-hot can't learn. */
export const MOST_CATEGORIES = 100;

export interface TransformRequest {
  readonly label: string;
  readonly task: Task;
  /** Columns to learn from, in the order of the vector; left out: all but the label and `ignore`. */
  readonly features?: readonly string[];
  readonly ignore: readonly string[];
}

export interface FittedTransform {
  readonly transform: Transform;
  /** Columns that were to be learned from and can't be, with the reason. */
  readonly dropped: readonly DroppedColumn[];
}

export interface DroppedColumn {
  readonly column: string;
  readonly reason: string;
}

/**
 * Fits the transform on the training rows alone, so that nothing of the other splits leaks into the model.
 * Numeric columns are standardised, categorical ones become one-hot; columns that say nothing (no value, always the same
 * value, too many categories) are dropped with the reason.
 * Throws a `UserError` for columns that are not there, an infinite value, labels that can't be learned (see `fitLabel`)
 * and when no column is left.
 */
export function fitTransform(
  table: Table,
  rows: Int32Array,
  request: TransformRequest,
): FittedTransform {
  const columns = chooseColumns(table, request);
  const label = fitLabel(table, rows, request);
  const features: FeatureTransform[] = [];
  const dropped: DroppedColumn[] = [];
  let width = 0;
  for (const column of columns) {
    const fitted =
      column.kind === 'numeric'
        ? fitNumeric(table, rows, column, width)
        : fitCategorical(rows, column, width);
    if ('reason' in fitted) {
      dropped.push(fitted);
      continue;
    }
    features.push(fitted);
    width += fitted.width;
  }
  if (features.length === 0) throw nothingLeft(table, dropped);
  return { transform: { version: 1, features, width, label }, dropped };
}

/**
 * Columns to learn from. Throws a `UserError` for names in `features` and `ignore` that are no columns.
 */
export function chooseColumns(
  table: Table,
  { label, features, ignore }: Omit<TransformRequest, 'task'>,
): Column[] {
  const byName = new Map(table.columns.map((column) => [column.name, column]));
  const problems: Problem[] = [];
  const check = (name: string, field: string) => {
    if (byName.has(name)) return;
    const near = nearestName(name, byName.keys());
    problems.push({
      what: `${field} names a column "${name}" that is not in the data`,
      ...locationOfHeader(table),
      remedy:
        near === undefined
          ? `The columns are: ${listNames([...byName.keys()])}`
          : `Did you mean "${near}"?`,
    });
  };
  for (const name of features ?? []) check(name, 'data.features');
  for (const name of ignore) check(name, 'data.ignore');
  if (features?.includes(label)) {
    problems.push({
      what: `data.features names the label "${label}"`,
      remedy: 'Remove it from data.features: a model that reads its label learns nothing else',
    });
  }
  if (problems.length > 0) throw new UserError(problems);
  const left = new Set([...ignore, label]);
  const wanted = features === undefined ? byName.keys() : new Set(features);
  return [...wanted].flatMap((name) => {
    const column = byName.get(name);
    return column === undefined || left.has(name) ? [] : [column];
  });
}

function fitNumeric(
  table: Table,
  rows: Int32Array,
  column: NumericColumn,
  offset: number,
): FeatureTransform | DroppedColumn {
  const values = Float64Array.from(rows, (row) => column.values[row] as number);
  refuseInfinite(table, rows, column.name, values);
  const { count, mean, deviation } = computeMoments(values);
  if (count === 0) return noValue(column.name);
  // A constant that is sometimes missing still tells missing from present.
  if (deviation === 0 && count === rows.length) return constant(column.name, String(mean));
  if (!Number.isFinite(deviation)) throw tooLarge(table, column.name);
  return {
    kind: 'standardize',
    column: column.name,
    offset,
    width: 2,
    mean,
    deviation: deviation === 0 ? 1 : deviation,
  };
}

function fitCategorical(
  rows: Int32Array,
  column: CategoricalColumn,
  offset: number,
): FeatureTransform | DroppedColumn {
  const codes = new Set<number>();
  for (const row of rows) codes.add(column.codes[row] as number);
  const someMissing = codes.delete(-1);
  if (codes.size === 0) return noValue(column.name);
  if (codes.size > MOST_CATEGORIES) {
    return {
      column: column.name,
      reason: `${codes.size} different values in the training split: an identifier or free text (at most ${MOST_CATEGORIES} are learned)`,
    };
  }
  const vocabulary = Array.from(codes, (code) => column.vocabulary[code] as string);
  vocabulary.sort(compareCodePoints);
  if (vocabulary.length === 1 && !someMissing) return constant(column.name, `"${vocabulary[0]}"`);
  return {
    kind: 'one-hot',
    column: column.name,
    offset,
    width: vocabulary.length + 2,
    vocabulary,
  };
}

function noValue(column: string): DroppedColumn {
  return { column, reason: 'no value in the training split' };
}

function constant(column: string, value: string): DroppedColumn {
  return { column, reason: `always ${value} in the training split` };
}

function refuseInfinite(
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

function nothingLeft(table: Table, dropped: readonly DroppedColumn[]): UserError {
  const reasons = dropped.map(({ column, reason }) => `${column}: ${reason}`);
  return new UserError({
    what:
      reasons.length === 0
        ? 'There is no column to learn from besides the label and the ignored ones'
        : `There is no column to learn from (${listNames(reasons)})`,
    ...locationOfHeader(table),
    remedy: 'Add columns that describe the examples, or change data.features and data.ignore',
  });
}
