import type {
  ArrayFeatureConfiguration,
  CrossFeatureConfiguration,
  FeatureConfiguration,
  Task,
} from '../config/index.ts';
import {
  type CategoricalColumn,
  type Column,
  compareCodePoints,
  type Table,
} from '../data/index.ts';
import { nearestName, type Problem, UserError } from '../errors/index.ts';
import { listNames } from './columns.ts';
import { fitCross } from './crosses.ts';
import { fitDate } from './dates.ts';
import { parseDecimal } from './decimal.ts';
import { type DroppedColumn, noValue } from './dropped.ts';
import { fitArray, placeArrays } from './fit-arrays.ts';
import { fitBuckets } from './fit-buckets.ts';
import { fitCategories } from './fit-categories.ts';
import { fitNumber } from './fit-number.ts';
import { fitHashing } from './hashing.ts';
import { fitImage } from './images.ts';
import { fitLabel } from './labels.ts';
import { locationOfHeader } from './row-problems.ts';
import { fitText } from './texts.ts';
import { fitTokens } from './tokens.ts';
import type { FeatureTransform, LabelTransform, Transform } from './transform.ts';

export interface TransformRequest {
  readonly label: string;
  readonly task: Task;
  /** Columns to learn from, in the order of the vector; left out: all but the label and `ignore`. */
  readonly features?: readonly string[];
  readonly ignore: readonly string[];
  /** How single columns become numbers; left out: by their kind. */
  readonly kinds?: readonly FeatureConfiguration[];
  /** The label, where it is known from more rows than these; left out: it is fitted on them. */
  readonly fittedLabel?: LabelTransform;
}

export interface FittedTransform {
  readonly transform: Transform;
  /** Columns that were to be learned from and can't be, with the reason. */
  readonly dropped: readonly DroppedColumn[];
}

/**
 * Fits the transform on the training rows alone, so that nothing of the other splits leaks into the model.
 * Where `kinds` says nothing, numeric columns are standardised and categorical ones become one-hot; columns that say nothing (no value, always the same
 * value, too many categories) are dropped with the reason. Arrays come after the columns, which those of an array are not
 * among, and crosses after them.
 * Throws a `UserError` for columns that are not there, a kind that a column can't have, an infinite value, labels that can't be learned (see `fitLabel`)
 * and when no column is left.
 */
export function fitTransform(
  table: Table,
  rows: Int32Array,
  request: TransformRequest,
): FittedTransform {
  const chosen = chooseColumns(table, request);
  const kinds = kindsOf(table, request);
  const { columns, arrays } = placeArrays(table, chosen, arraysOf(request), kinds);
  const label = request.fittedLabel ?? fitLabel(table, rows, request);
  const features: FeatureTransform[] = [];
  const dropped: DroppedColumn[] = [];
  let width = 0;
  const add = (fitted: FeatureTransform | DroppedColumn) => {
    if ('reason' in fitted) {
      dropped.push(fitted);
      return;
    }
    features.push(fitted);
    width += fitted.width;
  };
  for (const column of columns) add(fitColumn(table, rows, column, width, kinds.get(column.name)));
  for (const array of arrays) add(fitArray(table, rows, array, width));
  for (const cross of crossesOf(request)) add(fitCross(table, rows, cross, width));
  if (features.length === 0) throw nothingLeft(table, dropped);
  return { transform: { version: 1, features, width, label }, dropped };
}

/** What the configuration says of one column. */
type ColumnConfiguration = Exclude<
  FeatureConfiguration,
  CrossFeatureConfiguration | ArrayFeatureConfiguration
>;

/** By name, so that the order in the configuration decides nothing. */
function crossesOf({ kinds = [] }: TransformRequest): CrossFeatureConfiguration[] {
  return kinds
    .filter((kind) => kind.kind === 'cross')
    .sort((a, b) => compareCodePoints(a.name, b.name));
}

function arraysOf({ kinds = [] }: TransformRequest): ArrayFeatureConfiguration[] {
  return kinds
    .filter((kind) => kind.kind === 'array')
    .sort((a, b) => compareCodePoints(a.name, b.name));
}

/** What is asked for, by column. Throws a `UserError` for columns that are not in the data. */
function kindsOf(table: Table, { kinds = [] }: TransformRequest): Map<string, ColumnConfiguration> {
  const ofColumns = kinds.filter((kind) => 'column' in kind);
  const names = table.columns.map(({ name }) => name);
  const known = new Set(names);
  const problems = ofColumns
    .filter(({ column }) => !known.has(column))
    .map(({ column, where }): Problem => {
      const near = nearestName(column, names);
      return {
        what: `features names a column "${column}" that is not in the data`,
        where,
        remedy:
          near === undefined ? `The columns are: ${listNames(names)}` : `Did you mean "${near}"?`,
      };
    });
  if (problems.length > 0) throw new UserError(problems);
  return new Map(ofColumns.map((kind) => [kind.column, kind]));
}

function fitColumn(
  table: Table,
  rows: Int32Array,
  column: Column,
  offset: number,
  asked: ColumnConfiguration | undefined,
): FeatureTransform | DroppedColumn {
  if (asked?.kind === 'one-hot') {
    return fitCategories(table, rows, column, offset, asked.vocabulary);
  }
  if (asked?.kind === 'hashing') {
    return fitHashing(table, rows, column, offset, asked.buckets);
  }
  if (asked?.kind === 'text') return fitText(rows, column, offset, asked);
  if (asked?.kind === 'image') return fitImage(rows, column, offset, asked);
  if (asked?.kind === 'tokens') return fitTokens(rows, column, offset, asked);
  if (asked?.kind === 'date') return fitDate(table, rows, column, offset, asked);
  if (column.kind === 'numeric') {
    return asked?.kind === 'quantile-buckets'
      ? fitBuckets(table, rows, column, offset, asked.buckets)
      : fitNumber(table, rows, column, offset, asked ?? { kind: 'standardize' });
  }
  if (asked === undefined) return fitCategories(table, rows, column, offset);
  // A column without any value is read as categories.
  if (rows.every((row) => (column.codes[row] as number) < 0)) return noValue(column.name);
  throw noNumbers(asked, column);
}

function noNumbers({ kind, where }: ColumnConfiguration, column: CategoricalColumn): UserError {
  const word = column.vocabulary.find((text) => Number.isNaN(parseDecimal(text)));
  const { name } = column;
  return new UserError(
    word === undefined
      ? {
          what: `${kind} needs numbers, and those of column "${name}" are written as text`,
          where,
          remedy: 'Write them without quotes',
        }
      : {
          what: `${kind} needs numbers, and column "${name}" holds "${word}"`,
          where,
          remedy: `Name this text in data.missing-values, correct the data, or remove features.${name}`,
        },
  );
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
