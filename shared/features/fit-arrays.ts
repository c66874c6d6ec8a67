import {
  type ArrayFeatureConfiguration,
  MOST_ARRAY_NUMBERS,
  matchesPattern,
  type WindowConfiguration,
} from '../config/index.ts';
import type { Column, Table } from '../data/index.ts';
import { nearestName, type Problem, type SourceLocation, UserError } from '../errors/index.ts';
import { columnOfNumber, visitArrays } from './arrays.ts';
import { listNames } from './columns.ts';
import type { DroppedColumn } from './dropped.ts';
import { addTooLarge } from './read-numbers.ts';
import { RowProblems } from './row-problems.ts';
import type { ArrayTransform } from './transform.ts';

/** An array and its columns, in the order of its numbers. */
export interface PlacedArray extends ArrayFeatureConfiguration {
  readonly columns: readonly string[];
}

/**
 * Deals out the columns to learn from: to the arrays, and those that are in none. Throws a `UserError` for names and
 * patterns that no column has, a column that is used twice, a number of columns that is not the shape's, and for a name
 * that a column has. `taken` has the columns that have an entry of their own.
 */
export function placeArrays(
  table: Table,
  chosen: readonly Column[],
  arrays: readonly ArrayFeatureConfiguration[],
  taken: ReadonlyMap<string, { readonly where: SourceLocation }>,
): { readonly columns: readonly Column[]; readonly arrays: readonly PlacedArray[] } {
  if (arrays.length === 0) return { columns: chosen, arrays };
  const wanted = new Set(chosen.map(({ name }) => name));
  const names = table.columns.map(({ name }) => name).filter((name) => wanted.has(name));
  const arrayOf = new Map<string, string>();
  const problems: Problem[] = [];
  const placed = arrays.map((array): PlacedArray => {
    const { name, where } = array;
    const add = (what: string, remedy: string) => problems.push({ what, where, remedy });
    if (table.columns.some((column) => column.name === name)) {
      add(`The array "${name}" has the name of a column`, 'Give it another name');
    }
    if (array.window !== undefined) return placeWindow(table, array, array.window, add);
    const columns = findColumns(array, names, add);
    for (const column of columns) {
      const other = arrayOf.get(column);
      if (other !== undefined) {
        add(`The column "${column}" is in the arrays "${other}" and "${name}"`, 'Name it in one');
      } else if (taken.has(column)) {
        add(
          `The column "${column}" is in the array "${name}" and has an entry of its own in features`,
          'Remove one of both: the array has its numbers',
        );
      } else {
        arrayOf.set(column, name);
        continue;
      }
      break;
    }
    return { ...array, columns };
  });
  if (problems.length > 0) throw new UserError(problems);
  return { columns: chosen.filter(({ name }) => !arrayOf.has(name)), arrays: placed };
}

/** Any columns, the label's past too: a window takes none from the others. */
function placeWindow(
  table: Table,
  array: ArrayFeatureConfiguration,
  { by, group, length }: WindowConfiguration,
  add: (what: string, remedy: string) => void,
): PlacedArray {
  const names = table.columns.map(({ name }) => name);
  const columns = findColumns({ ...array, shape: [] }, names, add, 'any');
  const missing = [by, ...group].find((name) => !names.includes(name));
  if (missing !== undefined) {
    const near = nearestName(missing, names);
    add(
      `The window "${array.name}" names a column "${missing}" that is not in the data`,
      near === undefined ? `The columns are: ${listNames(names)}` : `Did you mean "${near}"?`,
    );
  }
  const numbers = length * columns.length;
  if (numbers > MOST_ARRAY_NUMBERS) {
    add(
      `The window "${array.name}" has ${numbers} numbers, more than ${MOST_ARRAY_NUMBERS}`,
      'Write a smaller length, or name fewer columns',
    );
  }
  return { ...array, columns, shape: [length, columns.length] };
}

/** Columns by name or pattern, each once; those of a pattern in the order of the data. */
function findColumns(
  { name: array, columns: patterns, shape }: ArrayFeatureConfiguration,
  names: readonly string[],
  add: (what: string, remedy: string) => void,
  count: number | 'any' = shape.reduce((product, size) => product * size, 1),
): string[] {
  const known = new Set(names);
  const found = new Set<string>();
  for (const pattern of patterns) {
    // A column may be called like a pattern.
    const matches = known.has(pattern)
      ? [pattern]
      : names.filter((name) => matchesPattern(pattern, name));
    for (const match of matches) found.add(match);
    if (matches.length > 0) continue;
    const near = nearestName(pattern, names);
    add(
      pattern.includes('*')
        ? `No column to learn from matches "${pattern}" of the array "${array}"`
        : `The array "${array}" names a column "${pattern}" that is not among those to learn from`,
      near === undefined || pattern.includes('*')
        ? `The columns are: ${listNames(names)}`
        : `Did you mean "${near}"?`,
    );
    return [...found];
  }
  if (count !== 'any' && found.size !== count && found.size !== 1) {
    add(
      `The array "${array}" has ${found.size} columns, and its shape ${shape.join(' × ')} needs ${count}`,
      'Correct the shape or the columns, or name one column whose cells hold all numbers',
    );
  }
  return [...found];
}

/** What is known of one channel. */
interface Channel {
  count: number;
  sum: number;
  minimum: number;
  maximum: number;
  /** Of the differences from the mean, to the powers of one and two. */
  rest: number;
  squares: number;
}

/**
 * Learns from the training rows how each channel of the array is scaled. Throws a `UserError` with the first places for a
 * word, an infinite value and a list of another length, and where numbers are too large to be scaled.
 */
export function fitArray(
  table: Table,
  rows: Int32Array,
  { name, columns, shape, scaling, window, where }: PlacedArray,
  offset: number,
): ArrayTransform | DroppedColumn {
  const width = shape.reduce((product, size) => product * size, 1);
  const channels = measureChannels(
    table,
    rows,
    { columns, width, ...(window === undefined ? {} : { window }) },
    shape.at(-1) ?? 1,
  );
  const empty = channels.findIndex(({ count }) => count === 0);
  if (empty >= 0) {
    const which = channels.length === 1 ? '' : ` for place ${empty + 1} of its last axis`;
    return { column: name, reason: `no value in the training split${which}` };
  }
  const fill = channels.map(meanOf);
  const { centre, spread } = scaleChannels(scaling, channels);
  const factors = spread.map((value) => 1 / value);
  if (![...fill, ...centre, ...spread, ...factors].every(isSingle)) {
    throw new UserError({
      what: `The numbers of the array "${name}" are too large, or too close together, to be scaled`,
      where,
      remedy: 'Rescale the columns',
    });
  }
  return {
    kind: 'array',
    name,
    columns,
    offset,
    width,
    shape,
    scaling,
    centre,
    spread,
    fill,
    ...(window === undefined ? {} : { window }),
  };
}

function isSingle(value: number): boolean {
  return Number.isFinite(Math.fround(value));
}

function scaleChannels(
  scaling: ArrayFeatureConfiguration['scaling'],
  channels: readonly Channel[],
): { readonly centre: number[]; readonly spread: number[] } {
  switch (scaling) {
    case 'none':
      return { centre: channels.map(() => 0), spread: channels.map(() => 1) };
    case 'min-max':
      return {
        centre: channels.map(({ minimum }) => minimum + 0),
        spread: channels.map(({ minimum, maximum }) => maximum - minimum || 1),
      };
    case 'standardize':
      return { centre: channels.map(meanOf), spread: channels.map((one) => deviationOf(one) || 1) };
  }
}

/** Two visits of all numbers, with the arithmetic of `computeMoments`: no channel is held in memory as a whole. */
function measureChannels(
  table: Table,
  rows: Int32Array,
  array: Pick<ArrayTransform, 'columns' | 'width' | 'window'>,
  count: number,
): Channel[] {
  const channels = Array.from(
    { length: count },
    (): Channel => ({
      count: 0,
      sum: 0,
      minimum: Number.POSITIVE_INFINITY,
      maximum: Number.NEGATIVE_INFINITY,
      rest: 0,
      squares: 0,
    }),
  );
  const problems = new RowProblems(table);
  visitArrays(array, table, rows, problems, (_place, number, value, row) => {
    if (Number.isNaN(value)) return;
    if (!Number.isFinite(value)) {
      addTooLarge(problems, row, columnOfNumber(array, number), value);
    }
    const channel = channels[number % count] as Channel;
    channel.count++;
    channel.sum += value;
    if (value < channel.minimum) channel.minimum = value;
    if (value > channel.maximum) channel.maximum = value;
  });
  problems.throwIfAny();
  const estimates = channels.map(({ sum, count: present }) => sum / present);
  visitArrays(array, table, rows, problems, (_place, number, value) => {
    if (Number.isNaN(value)) return;
    const index = number % count;
    const channel = channels[index] as Channel;
    const difference = value - (estimates[index] as number);
    channel.squares += difference * difference;
    channel.rest += difference;
  });
  return channels;
}

/** Rounding of the sum must not make equal values vary. JSON has no −0. */
function meanOf({ count, sum, rest, minimum, maximum }: Channel): number {
  return (minimum === maximum ? minimum : sum / count + rest / count) + 0;
}

function deviationOf({ count, rest, squares, minimum, maximum }: Channel): number {
  if (minimum === maximum) return 0;
  return Math.sqrt(Math.max(0, squares - (rest * rest) / count) / count);
}
