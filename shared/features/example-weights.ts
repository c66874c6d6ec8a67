import type { ClassWeights, TrainingConfiguration } from '../config/index.ts';
import { cellText, type Table } from '../data/index.ts';
import { nearestName, type Problem, type SourceLocation, UserError } from '../errors/index.ts';
import { listNames, requireColumn } from './columns.ts';
import { parseDecimal } from './decimal.ts';
import { locationOfHeader, RowProblems } from './row-problems.ts';
import type { LabelTransform } from './transform.ts';

/** What the weights of examples are made of; `labels` as `encodeLabels` gives them. */
export interface WeightRequest {
  readonly training: Pick<TrainingConfiguration, 'classWeight' | 'exampleWeight'>;
  readonly label: LabelTransform;
  readonly train: WeightedRows;
  readonly validation: WeightedRows;
}

export interface WeightedRows {
  readonly rows: Int32Array;
  readonly labels: Float32Array;
}

export interface ExampleWeights {
  /** One for each row, not negative, 1 on average. */
  readonly train: Float64Array;
  /** The same of the validation split: its classes weigh what they do in training. */
  readonly validation: Float64Array;
  /** Weight of each class before the average is made 1; left out where classes weigh alike. */
  readonly classes?: Readonly<Record<string, number>>;
}

/**
 * How much each example counts: the number in its row times the weight of its class, divided by the average of the split, so
 * that the mean of weighted losses is their weighted mean and a common factor of all weights changes nothing.
 * `balanced` gives class c of k the weight Σw / (k · Σ_c w), w being the numbers in the training rows: scikit-learn's
 * `compute_class_weight('balanced', …, sample_weight=w)`. Null where all examples count alike.
 *
 * Throws a `UserError` for a column that is not there, cells that are no number ≥ 0 (first places), a split or a balanced class whose
 * examples all weigh nothing, a class that the label has not, and class weights of a regression.
 */
export function weighExamples(table: Table, request: WeightRequest): ExampleWeights | null {
  const { training, label, train, validation } = request;
  const { classWeight, exampleWeight } = training;
  if (classWeight === undefined && exampleWeight === undefined) return null;
  const weightsOf = ({ rows }: WeightedRows) =>
    exampleWeight === undefined
      ? new Float64Array(rows.length).fill(1)
      : readWeights(table, exampleWeight, rows);
  const weights = { train: weightsOf(train), validation: weightsOf(validation) };
  let classes: Record<string, number> | undefined;
  if (classWeight !== undefined) {
    const sums = () => sumByClass(label, train.labels, weights.train);
    const byClass = weighClasses(label, sums, classWeight);
    multiplyByClass(weights.train, train.labels, byClass);
    multiplyByClass(weights.validation, validation.labels, byClass);
    classes = nameWeights(label, byClass);
  }
  const where =
    exampleWeight === undefined && classWeight !== undefined
      ? { where: classWeight.where }
      : locationOfHeader(table);
  for (const split of ['train', 'validation'] as const) {
    const sum = weights[split].reduce((total, weight) => total + weight, 0);
    const mean = requireMean({ split, sum, examples: weights[split].length }, where);
    for (const [index, weight] of weights[split].entries()) weights[split][index] = weight / mean;
  }
  return { ...weights, ...(classes === undefined ? {} : { classes }) };
}

/** Throws a `UserError` where `training.example-weight` names no column. */
export function requireWeightColumn(
  table: Table,
  { exampleWeight }: Pick<TrainingConfiguration, 'exampleWeight'>,
): void {
  if (exampleWeight !== undefined) requireColumn(table, exampleWeight, 'example-weight');
}

function readWeights(table: Table, name: string, rows: Int32Array): Float64Array {
  const column = requireColumn(table, name, 'example-weight');
  const problems = new RowProblems(table);
  const remedy = 'Write a number that is 0 or more, or correct training.example-weight';
  const weights = Float64Array.from(rows, (row) => {
    const text = cellText(column, row);
    if (text === null) {
      problems.add(row, `The weight "${name}" is missing`, remedy);
      return 0;
    }
    const value = column.kind === 'numeric' ? (column.values[row] as number) : parseDecimal(text);
    if (!Number.isFinite(value)) {
      problems.add(row, `The weight "${name}" is "${text}", not a finite number`, remedy);
    } else if (value < 0) {
      problems.add(row, `The weight "${name}" is negative: ${value}`, remedy);
    }
    return value;
  });
  problems.throwIfAny();
  return weights;
}

/** Weights of the training examples, added up. */
export interface WeightSums {
  /** By class. */
  readonly sums: readonly number[];
  readonly total: number;
}

/** The weight of each class, as `weighExamples` takes it. `sums`: asked where classes are balanced. Throws as it does. */
export function weighClasses(
  label: LabelTransform,
  sums: () => WeightSums,
  classWeight: ClassWeights,
): number[] {
  if (label.kind === 'number') throw classesOfNumbers(label.column, classWeight);
  return classWeight.weights === 'balanced'
    ? balance(label.classes, sums(), classWeight)
    : weightsByClass(label.classes, classWeight.weights, classWeight);
}

export function nameWeights(
  label: LabelTransform,
  byClass: readonly number[],
): Record<string, number> {
  const classes = label.kind === 'classes' ? label.classes : [];
  return Object.fromEntries(classes.map((name, at) => [name, byClass[at] as number]));
}

function sumByClass(
  label: LabelTransform,
  labels: Float32Array,
  weights: Float64Array,
): WeightSums {
  const sums = new Array<number>(label.kind === 'classes' ? label.classes.length : 0).fill(0);
  let total = 0;
  for (const [index, place] of labels.entries()) {
    const weight = weights[index] as number;
    sums[place] = (sums[place] as number) + weight;
    total += weight;
  }
  return { sums, total };
}

function balance(
  classes: readonly string[],
  { sums, total }: WeightSums,
  { where }: ClassWeights,
): number[] {
  // Of a sum near the smallest number there is, the weight is infinite.
  const empty = classes.filter((_, at) => !Number.isFinite(total / (sums[at] as number)));
  if (empty.length > 0) {
    throw new UserError({
      what: `Classes can't be balanced: the training examples of ${listNames(empty)} weigh nothing, or next to nothing`,
      where,
      remedy: 'Correct the column of training.example-weight, or give each class a weight',
    });
  }
  return sums.map((sum) => total / (classes.length * sum));
}

function weightsByClass(
  classes: readonly string[],
  given: Readonly<Record<string, number>>,
  { where, places }: ClassWeights,
): number[] {
  const problems = Object.keys(given)
    .filter((name) => !classes.includes(name))
    .map((name): Problem => {
      const near = nearestName(name, classes);
      return {
        what: `training.class-weight names a class "${name}" that the label does not have`,
        where: places?.get(name) ?? where,
        remedy:
          near === undefined ? `The classes are: ${listNames(classes)}` : `Did you mean "${near}"?`,
      };
    });
  if (problems.length > 0) throw new UserError(problems);
  return classes.map((name) => (Object.hasOwn(given, name) ? (given[name] as number) : 1));
}

function multiplyByClass(
  weights: Float64Array,
  labels: Float32Array,
  byClass: readonly number[],
): void {
  for (const [index, label] of labels.entries()) {
    weights[index] = (weights[index] as number) * (byClass[label] as number);
  }
}

/** The mean of weights, added up in their order. Throws a `UserError` where there is none to divide by. */
export function requireMean(
  {
    split,
    sum,
    examples,
  }: { readonly split: string; readonly sum: number; readonly examples: number },
  where: { readonly where?: SourceLocation },
): number {
  const mean = sum / examples;
  if (mean > 0 && Number.isFinite(mean)) return mean;
  throw new UserError({
    what: `The weights of all ${examples} examples of the ${split} split are 0, or too large to add up`,
    ...where,
    remedy: 'Let some of them count: correct training.example-weight or training.class-weight',
  });
}

function classesOfNumbers(label: string, { where }: ClassWeights): UserError {
  return new UserError({
    what: `training.class-weight needs classes, and the label "${label}" is a number`,
    where,
    remedy: 'Remove it, set task to a classification, or weigh rows by training.example-weight',
  });
}
