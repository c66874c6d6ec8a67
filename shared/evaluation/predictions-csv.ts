import type { Task } from '../config/index.ts';
import { type CsvRow, CsvScanner, describeCsvFault, FaultList, type Table } from '../data/index.ts';
import { UserError } from '../errors/index.ts';
import { encodeLabels, type LabelTransform, type Transform } from '../features/index.ts';
import { readNumbers } from './evaluation-labels.ts';
import type { Predictions } from './predictions.ts';

/** The column by which a prediction finds its example. */
export const ROW_COLUMN = 'mlops_row';
/** The column of a predicted number. */
export const PREDICTION_COLUMN = 'prediction';
/** How far the probabilities of an example may be from a sum of 1: for those that were written with few digits. */
export const SUM_TOLERANCE = 0.001;

/** Examples named in one message. */
const MOST_ROWS_NAMED = 5;

/** What a command said of the evaluation examples, in their order. */
export interface ScoresOfRows {
  /** Probabilities, row-major `examples × classes`; predicted numbers for a regression. */
  readonly values: Float64Array;
  /** Numbers for each example: classes, or 1. */
  readonly width: number;
}

/** The number by which files name a row of the table: rows count from 1. */
export function rowNumber(row: number): number {
  return row + 1;
}

/**
 * Reads predictions.csv: a header, then one line for each evaluation example, in any order. Columns are `mlops_row` and,
 * for a classification, one of each class, by its name, with its probability; `prediction` for a regression.
 *
 * Throws a `UserError` with up to 20 faults, each at its line: a column that lacks or is not known, a row that is none of
 * the evaluation split or stands there twice, examples without a prediction, what is no finite number, a probability
 * outside of 0 … 1, probabilities that do not add up to 1.
 */
export function parsePredictions(
  bytes: Uint8Array,
  file: string,
  {
    task,
    label,
    rows,
  }: { readonly task: Task; readonly label: LabelTransform; readonly rows: Int32Array },
): ScoresOfRows {
  const columns = label.kind === 'classes' ? label.classes : [PREDICTION_COLUMN];
  const reader = new PredictionsReader(file, columns, rows, task !== 'regression');
  const skip = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const scanner = new CsvScanner(',', (row) => reader.read(row), skip);
  scanner.push(bytes.subarray(skip));
  if (scanner.refusal === null) scanner.finish();
  if (scanner.refusal !== null) throw new UserError(describeCsvFault(file, scanner.refusal));
  return { values: reader.finish(), width: columns.length };
}

/** Scores in the terms of the data: `labels` may know more classes than the model, which get probability 0. */
export function scoresToPredictions(
  task: Task,
  labels: Transform,
  { values, width }: ScoresOfRows,
  table: Table,
  rows: Int32Array,
): Predictions {
  const encoded = encodeLabels(labels, table, rows);
  if (task === 'regression') {
    return {
      task,
      actual: readNumbers(labels, table, rows) ?? Float64Array.from(encoded),
      predicted: values,
    };
  }
  if (labels.label.kind !== 'classes') throw new Error('a classification needs classes');
  const { classes } = labels.label;
  const probabilities = new Float64Array(rows.length * classes.length);
  for (let example = 0; example < rows.length; example++) {
    const own = values.subarray(example * width, (example + 1) * width);
    probabilities.set(own, example * classes.length);
  }
  return { task, classes, actual: Int32Array.from(encoded), probabilities };
}

class PredictionsReader {
  readonly #file: string;
  readonly #columns: readonly string[];
  readonly #rows: Int32Array;
  readonly #areProbabilities: boolean;
  readonly #faults = new FaultList();
  /** Place of each row number among the evaluation examples. */
  readonly #places: ReadonlyMap<number, number>;
  readonly #values: Float64Array;
  /** Line of each example's prediction; 0: none yet. */
  readonly #lines: Uint32Array;
  /** Cell of the row number, then of each column. */
  #cells: readonly number[] | null = null;
  #width = 0;

  constructor(file: string, columns: readonly string[], rows: Int32Array, probabilities: boolean) {
    this.#file = file;
    this.#columns = columns;
    this.#rows = rows;
    this.#areProbabilities = probabilities;
    this.#places = new Map(Array.from(rows, (row, place) => [rowNumber(row), place]));
    this.#values = new Float64Array(rows.length * columns.length);
    this.#lines = new Uint32Array(rows.length);
  }

  read(row: CsvRow): void {
    if (row.fault !== null) {
      this.#faults.add(describeCsvFault(this.#file, row.fault));
      return;
    }
    if (this.#cells === null) {
      this.#cells = this.#readHeader(row);
      this.#width = row.cellCount;
      // Without sound columns every row would be at fault.
      this.#faults.throwIfAny();
      return;
    }
    if (row.cellCount !== this.#width) {
      this.#add(
        row.line,
        `This row has ${row.cellCount} cells and the header has ${this.#width}`,
        'Write as many cells as the header has',
      );
      return;
    }
    this.#readRow(row, this.#cells);
  }

  finish(): Float64Array {
    if (this.#cells === null) {
      throw new UserError({
        what: `${this.#file} is empty`,
        where: { file: this.#file },
        remedy: `Write a header (${this.#header()}) and one row for each evaluation example`,
      });
    }
    const missing = [...this.#rows].filter((_, place) => this.#lines[place] === 0).map(rowNumber);
    if (missing.length > 0) {
      const named = missing.slice(0, MOST_ROWS_NAMED).join(', ');
      const more = missing.length > MOST_ROWS_NAMED ? ', …' : '';
      this.#faults.add({
        what: `${missing.length} of ${this.#rows.length} evaluation examples have no prediction (${ROW_COLUMN} ${named}${more})`,
        where: { file: this.#file },
        remedy: 'Write one row for each row of the file that MLOPS_EVALUATION names',
      });
    }
    this.#faults.throwIfAny();
    return this.#values;
  }

  #readHeader(row: CsvRow): number[] {
    const names = Array.from({ length: row.cellCount }, (_, index) => row.text(index).trim());
    const wanted = [ROW_COLUMN, ...this.#columns];
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    const missing = wanted.filter((name) => !names.includes(name));
    const foreign = names.filter((name) => !wanted.includes(name));
    const list = (columns: readonly string[]) => columns.map((name) => `"${name}"`).join(', ');
    const remedy = `Write the columns ${this.#header()}`;
    if (twice !== undefined)
      this.#add(row.line, `The column "${twice}" stands there twice`, remedy);
    if (missing.length > 0) this.#add(row.line, `The predictions lack ${list(missing)}`, remedy);
    if (foreign.length > 0) {
      this.#add(row.line, `The predictions have unknown columns: ${list(foreign)}`, remedy);
    }
    return wanted.map((name) => names.indexOf(name));
  }

  #readRow(row: CsvRow, [rowCell = 0, ...cells]: readonly number[]): void {
    const id = row.text(rowCell).trim();
    const place = /^\d{1,10}$/.test(id) ? this.#places.get(Number(id)) : undefined;
    if (place === undefined) {
      this.#add(
        row.line,
        `${ROW_COLUMN} "${id}" is no example of the evaluation split`,
        `Copy ${ROW_COLUMN} from the file that MLOPS_EVALUATION names`,
      );
      return;
    }
    const before = this.#lines[place] as number;
    if (before !== 0) {
      this.#add(
        row.line,
        `${ROW_COLUMN} ${id} has a prediction on line ${before} already`,
        'Write one row for each example',
      );
      return;
    }
    this.#lines[place] = row.line;
    const start = place * this.#columns.length;
    for (const [index, cell] of cells.entries()) {
      const value = this.#readNumber(row, cell, this.#columns[index] as string);
      if (value === null) return;
      this.#values[start + index] = value;
    }
    if (!this.#areProbabilities) return;
    const own = this.#values.subarray(start, start + this.#columns.length);
    const sum = own.reduce((total, value) => total + value, 0);
    if (Math.abs(sum - 1) <= SUM_TOLERANCE) return;
    this.#add(
      row.line,
      `The probabilities of this row add up to ${Number(sum.toPrecision(6))}, not 1`,
      'Write the probability of every class, with at least six digits',
    );
  }

  #readNumber(row: CsvRow, cell: number, column: string): number | null {
    const text = row.text(cell).trim();
    const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
    if (!Number.isFinite(value)) {
      this.#add(
        row.line,
        `"${column}" is ${text === '' ? 'empty' : `"${text}"`}, not a finite number`,
        'Write a number such as 0.25',
      );
      return null;
    }
    if (this.#areProbabilities && (value < 0 || value > 1)) {
      this.#add(
        row.line,
        `The probability of "${column}" is ${text}`,
        'Write probabilities from 0 to 1',
      );
      return null;
    }
    return value;
  }

  #add(line: number, what: string, remedy: string): void {
    this.#faults.add({ what, where: { file: this.#file, line }, remedy });
  }

  /** As the user would write it. */
  #header(): string {
    return [ROW_COLUMN, ...this.#columns].join(',');
  }
}
