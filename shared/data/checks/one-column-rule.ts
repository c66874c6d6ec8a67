import { SLOT } from '../../scan/index.ts';
import { sampledNumbers } from './checked-data.ts';

/** Rows that the rule is learned from and tried on: enough to see what tells nearly all. */
const MOST_ROWS = 20_000;
const LEAST_HELD_OUT = 50;
/** Intervals of a numeric column: as many as have this many rows each, and no more than the second. */
const ROWS_OF_AN_INTERVAL = 5;
const MOST_INTERVALS = 100;

export interface LearnedRule {
  /** Intervals or values of the column that the rule knows. */
  readonly groups: number;
  readonly heldOut: number;
  /** Share of held-out labels that the rule, and the most frequent class, have right; of quantities R² and 0. */
  readonly score: number;
  readonly baseline: number;
  /** (score − baseline) / (1 − baseline). */
  readonly skill: number;
}

/**
 * How well one column alone tells another: each interval (by quantiles) or value of the column says its most frequent
 * class, or its mean label, of one half of the rows, and is asked for the other half; what it does not know it answers
 * with that of all. Rows of the sample come in the order of their hash, so every second one is a fair half. Null where
 * too few rows have a label, or the label does not vary.
 */
export function learnRule(
  slots: BigUint64Array,
  labels: BigUint64Array,
  { isNumeric, classes }: { readonly isNumeric: boolean; readonly classes: boolean },
): LearnedRule | null {
  const rows = usableRows(labels, classes);
  const learned = rows.filter((_, index) => index % 2 === 0);
  const asked = rows.filter((_, index) => index % 2 === 1);
  if (asked.length < LEAST_HELD_OUT) return null;
  const groupOf = isNumeric ? byInterval(slots, learned) : (row: number) => slots[row] ?? 0n;
  return classes
    ? scoreClasses(groupOf, labels, learned, asked)
    : scoreNumbers(groupOf, sampledNumbers(labels), learned, asked);
}

function usableRows(labels: BigUint64Array, classes: boolean): number[] {
  const numbers = sampledNumbers(labels);
  const rows: number[] = [];
  for (let row = 0; row < labels.length && rows.length < MOST_ROWS; row++) {
    if (classes ? labels[row] !== SLOT.missing : Number.isFinite(numbers[row])) rows.push(row);
  }
  return rows;
}

type GroupOf = (row: number) => bigint | number;

/** Index of the interval that a row's number lies in; −1 for what is no number. */
function byInterval(slots: BigUint64Array, learned: readonly number[]): GroupOf {
  const numbers = sampledNumbers(slots);
  const sorted = Float64Array.from(learned, (row) => numbers[row] ?? Number.NaN)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const intervals = Math.max(
    1,
    Math.min(MOST_INTERVALS, Math.floor(sorted.length / ROWS_OF_AN_INTERVAL)),
  );
  const edges = new Set<number>();
  for (let index = 1; index < intervals; index++) {
    edges.add(sorted[Math.floor((index * sorted.length) / intervals)] ?? 0);
  }
  const ascending = Float64Array.from(edges);
  return (row) => {
    const value = numbers[row] ?? Number.NaN;
    return Number.isNaN(value) ? -1 : countUpTo(ascending, value);
  };
}

/** How many ascending numbers are at most `value`. */
function countUpTo(ascending: Float64Array, value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function scoreClasses(
  groupOf: GroupOf,
  labels: BigUint64Array,
  learned: readonly number[],
  asked: readonly number[],
): LearnedRule | null {
  const groups = new Map<bigint | number, Map<bigint, number>>();
  const all = new Map<bigint, number>();
  for (const row of learned) {
    const label = labels[row] ?? 0n;
    const group = groups.get(groupOf(row)) ?? new Map<bigint, number>();
    group.set(label, (group.get(label) ?? 0) + 1);
    groups.set(groupOf(row), group);
    all.set(label, (all.get(label) ?? 0) + 1);
  }
  const usual = mostFrequent(all);
  const answers = new Map([...groups].map(([key, counts]) => [key, mostFrequent(counts)] as const));
  let right = 0;
  let usuallyRight = 0;
  for (const row of asked) {
    const label = labels[row];
    if ((answers.get(groupOf(row)) ?? usual) === label) right++;
    if (usual === label) usuallyRight++;
  }
  if (usuallyRight === asked.length) return null;
  const score = right / asked.length;
  const baseline = usuallyRight / asked.length;
  const skill = (score - baseline) / (1 - baseline);
  return { groups: groups.size, heldOut: asked.length, score, baseline, skill };
}

/** Of equally frequent ones the least, so that the order of rows says nothing. */
function mostFrequent(counts: ReadonlyMap<bigint, number>): bigint {
  let [found, most] = [0n, 0];
  for (const [label, count] of counts) {
    if (count > most || (count === most && label < found)) [found, most] = [label, count];
  }
  return found;
}

function scoreNumbers(
  groupOf: GroupOf,
  labels: Float64Array,
  learned: readonly number[],
  asked: readonly number[],
): LearnedRule | null {
  // Scaled, so that no square overflows.
  const scale = asked.reduce((largest, row) => Math.max(largest, Math.abs(labels[row] ?? 0)), 0);
  if (scale === 0) return null;
  const groups = new Map<bigint | number, { count: number; mean: number }>();
  const all = { count: 0, mean: 0 };
  for (const row of learned) {
    const label = (labels[row] ?? 0) / scale;
    const group = groups.get(groupOf(row)) ?? { count: 0, mean: 0 };
    groups.set(groupOf(row), group);
    for (const one of [group, all]) one.mean += (label - one.mean) / ++one.count;
  }
  let [residual, total] = [0, 0];
  for (const row of asked) {
    const label = (labels[row] ?? 0) / scale;
    residual += (label - (groups.get(groupOf(row)) ?? all).mean) ** 2;
    total += (label - all.mean) ** 2;
  }
  if (!(total > 0)) return null;
  const score = 1 - residual / total;
  return { groups: groups.size, heldOut: asked.length, score, baseline: 0, skill: score };
}
