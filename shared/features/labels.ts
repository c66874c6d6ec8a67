import type { Task } from '../config/index.ts';
import {
  type Column,
  cellText,
  compareCodePoints,
  type NumericColumn,
  type Table,
} from '../data/index.ts';
import { UserError } from '../errors/index.ts';
import { computeMoments } from '../numeric/index.ts';
import { countCategories, indexCategories, isMissing, MISSING } from './categories.ts';
import { listNames, requireColumn } from './columns.ts';
import { parseDecimal } from './decimal.ts';
import { locationOfHeader, RowProblems } from './row-problems.ts';
import type { LabelTransform, Transform } from './transform.ts';

/** More classes than this are an identifier or a number, not a class; each would get a handful of examples. */
export const MOST_CLASSES = 1000;

/**
 * Learns the label from the training rows and checks it in all rows, because every row is used sooner or later.
 * Throws a `UserError` for a label column that is not there, a missing or non-numeric label (first places), fewer than
 * two classes, a class without a training example, a number of classes that does not fit the task.
 */
export function fitLabel(
  table: Table,
  rows: Int32Array,
  { label, task }: { readonly label: string; readonly task: Task },
): LabelTransform {
  const column = requireColumn(table, label, 'label');
  refuseMissing(table, column);
  return task === 'regression'
    ? fitNumber(table, rows, column)
    : fitClasses(table, rows, column, task);
}

/**
 * Labels of `rows` as the model learns them: the index of the class, or the standardised number.
 * Throws a `UserError` with the first places when a label is missing, is not a number or is a class that the model does
 * not know.
 */
export function encodeLabels(transform: Transform, table: Table, rows: Int32Array): Float32Array {
  const { label } = transform;
  const column = requireColumn(table, label.column, 'label');
  return label.kind === 'number'
    ? encodeNumbers(label, table, column, rows)
    : encodeClasses(label.classes, table, column, rows);
}

function fitNumber(table: Table, rows: Int32Array, column: Column): LabelTransform {
  const numbers = requireNumbers(table, column);
  refuseInfinite(table, numbers);
  const { mean, deviation } = computeMoments(
    Float64Array.from(rows, (row) => numbers.values[row] as number),
  );
  if (deviation === 0) {
    throw new UserError({
      what: `The label "${column.name}" is ${mean} in every training row, so there is nothing to learn`,
      ...locationOfHeader(table),
      remedy: 'Choose another label, or add rows in which it differs',
    });
  }
  if (!Number.isFinite(deviation)) throw tooLarge(table, column.name);
  return { kind: 'number', column: column.name, mean, deviation };
}

export function tooLarge(table: Table, column: string): UserError {
  return new UserError({
    what: `The numbers in column "${column}" are too large to standardise`,
    ...locationOfHeader(table),
    remedy: 'Rescale the column, or leave it out with data.ignore',
  });
}

function fitClasses(table: Table, rows: Int32Array, column: Column, task: Task): LabelTransform {
  return classesOfCounts(
    {
      column: column.name,
      everywhere: countCategories(column, allRows(table)),
      training: countCategories(column, rows),
    },
    task,
    table,
  );
}

/** How many rows have each label, as text. */
export interface LabelCounts {
  readonly column: string;
  readonly everywhere: ReadonlyMap<string, number>;
  readonly training: ReadonlyMap<string, number>;
  /** Whether there are more labels than were counted; left out: no. */
  readonly isCut?: boolean;
}

/** The classes of a classification. Throws as `fitLabel` does; `table` is where messages point to. */
export function classesOfCounts(
  { column, everywhere, training, isCut = false }: LabelCounts,
  task: Task,
  table: Table,
): LabelTransform {
  const classes = [...everywhere.keys()].sort(compareCodePoints);
  const problem = (what: string, remedy: string) =>
    new UserError({ what, ...locationOfHeader(table), remedy });
  if (classes.length < 2) {
    throw problem(
      `The label "${column}" has one class only: ${listNames(classes)}`,
      'Choose another label, or add examples of other classes',
    );
  }
  if (classes.length > MOST_CLASSES) {
    throw problem(
      `The label "${column}" has ${isCut ? 'more than ' : ''}${classes.length} different values; at most ${MOST_CLASSES} classes can be learned`,
      'Choose another label, or set task: regression if it is a quantity',
    );
  }
  if (task === 'binary-classification' && classes.length !== 2) {
    throw problem(
      `The label "${column}" has ${classes.length} classes (${listNames(classes)}), a binary classification has two`,
      'Set task: multiclass-classification, or choose another label',
    );
  }
  const absent = classes.filter((name) => !training.has(name));
  if (absent.length > 0) {
    const counts = absent.map((name) => `${name} (${everywhere.get(name)} in all rows)`);
    throw problem(
      `The training split has no example of ${absent.length === 1 ? 'the class' : 'the classes'} ${listNames(counts)}`,
      'Add examples of it, or enlarge data.split.fractions.train',
    );
  }
  return { kind: 'classes', column, classes };
}

function encodeNumbers(
  label: { readonly mean: number; readonly deviation: number },
  table: Table,
  column: Column,
  rows: Int32Array,
): Float32Array {
  const { values } = requireNumbers(table, column);
  const problems = new RowProblems(table);
  const encoded = Float32Array.from(rows, (row) => {
    const value = values[row] as number;
    if (Number.isNaN(value)) addMissing(problems, row, column.name);
    const standardized = Math.fround((value - label.mean) / label.deviation);
    if (!Number.isNaN(value) && !Number.isFinite(standardized))
      addInfinite(problems, row, column.name);
    return standardized;
  });
  problems.throwIfAny();
  return encoded;
}

function encodeClasses(
  classes: readonly string[],
  table: Table,
  column: Column,
  rows: Int32Array,
): Float32Array {
  const placeOf = indexCategories(classes, column);
  const problems = new RowProblems(table);
  const encoded = Float32Array.from(rows, (row) => {
    const place = placeOf(row);
    if (place === MISSING) addMissing(problems, row, column.name);
    else if (place === classes.length) {
      problems.add(
        row,
        `The label "${column.name}" is "${cellText(column, row)}", a class that the model does not know`,
        `Correct the row, or train a model with this class; it knows: ${listNames(classes)}`,
      );
    }
    return place;
  });
  problems.throwIfAny();
  return encoded;
}

function requireNumbers(table: Table, column: Column): NumericColumn {
  if (column.kind === 'numeric') return column;
  refuseWords(table, column);
  // JSON strings stay text even when they read like numbers.
  throw new UserError({
    what: `The label "${column.name}" of a regression holds numbers that are written as text`,
    ...locationOfHeader(table),
    remedy: 'Write them without quotes, or set task to a classification',
  });
}

/** Throws a `UserError` with the first labels that are no numbers. */
export function refuseWords(table: Table, column: Column): void {
  const problems = new RowProblems(table);
  for (let row = 0; row < table.rowCount; row++) {
    const text = cellText(column, row);
    if (text !== null && Number.isNaN(parseDecimal(text))) {
      problems.add(
        row,
        `The label "${column.name}" of a regression is "${text}", not a number`,
        'Correct the row, name its text in data.missing-values, or set task to a classification',
      );
    }
  }
  problems.throwIfAny();
}

function refuseMissing(table: Table, column: Column): void {
  const problems = new RowProblems(table);
  for (let row = 0; row < table.rowCount; row++) {
    if (isMissing(column, row)) addMissing(problems, row, column.name);
  }
  problems.throwIfAny();
}

function refuseInfinite(table: Table, column: NumericColumn): void {
  const problems = new RowProblems(table);
  for (let row = 0; row < table.rowCount; row++) {
    const value = column.values[row] as number;
    if (!Number.isNaN(value) && !Number.isFinite(value)) addInfinite(problems, row, column.name);
  }
  problems.throwIfAny();
}

function addMissing(problems: RowProblems, row: number, label: string): void {
  problems.add(row, `The label "${label}" is missing`, 'Fill it in, or remove the row');
}

function addInfinite(problems: RowProblems, row: number, label: string): void {
  problems.add(
    row,
    `The label "${label}" is infinite or too large`,
    'Correct the row, or remove it',
  );
}

function* allRows(table: Table): Iterable<number> {
  for (let row = 0; row < table.rowCount; row++) yield row;
}
