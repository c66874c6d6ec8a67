import type { Task } from '../config/index.ts';
import { type Column, cellText, findColumn, type Table } from '../data/index.ts';
import {
  CYCLES,
  type DateTransform,
  daysSince,
  encodeTexts,
  encodeTokens,
  indexIds,
  isCategoryTransform,
  nameOfFeature,
  partOf,
  readArrays,
  readImageVectors,
  type TextTransform,
  type TokensTransform,
  type Transform,
  timeReader,
} from '../features/index.ts';
import type { TfliteInput } from './export-report.ts';
import type { TensorData } from './graph.ts';
import { type DateInputPart, listInputs, nameInputs, partsOf } from './input-names.ts';
import { OUTPUT_NAMES } from './lower-model.ts';
import type { InputValues } from './runtime/session.ts';

/** What an app must feed, in the order of the transform. */
export function describeInputs(transform: Transform, task: Task): TfliteInput[] {
  const names = nameInputs(listInputs(transform), OUTPUT_NAMES[task]);
  return transform.features.flatMap((feature): TfliteInput | TfliteInput[] => {
    const column = nameOfFeature(feature);
    const number = { column, type: 'float32', shape: [1, 1], missing: 'NaN' } as const;
    if (feature.kind === 'date') {
      return partsOf(feature).map((part) => ({
        ...number,
        name: names.get(column, part),
        part,
        meaning: meaningOf(feature, part),
      }));
    }
    if (feature.kind === 'text') {
      const { width, buckets, values } = feature;
      return {
        ...number,
        name: names.get(column),
        shape: [1, width],
        missing: '0 everywhere, 1 in the last place',
        buckets,
        meaning: `${values === 'counts' ? 'how many' : 'whether'} words in lower case hash to each of ${buckets} buckets, divided by the root of the sum of squares; then 0`,
      };
    }
    if (feature.kind === 'tokens') {
      const { width, vocabulary } = feature;
      return {
        name: names.get(column),
        column,
        type: 'int32',
        shape: [1, width],
        missing: '0',
        unknown: '1',
        words: vocabulary,
        meaning: `ids of the first ${width} words in lower case, then 0: the word at place i of words in export.json has the id i + 2`,
      };
    }
    if (feature.kind === 'image') {
      const { width, shape } = feature;
      return {
        ...number,
        name: names.get(column),
        shape: [1, width],
        missing: '0',
        meaning: `${shape.join(' × ')} numbers of the resized image, each over 255: rows from the top, channels last`,
      };
    }
    if (feature.kind === 'array') {
      const { width, shape, window, columns } = feature;
      return {
        ...number,
        name: names.get(column),
        shape: [1, width],
        meaning:
          window === undefined
            ? `${shape.join(' × ')} numbers as they are in the data, the last axis fastest`
            : `the ${window.length} rows before, the oldest first, of each: ${columns.join(', ')}`,
      };
    }
    const common = { name: names.get(column), column, shape: [1, 1] };
    if (!isCategoryTransform(feature)) return { ...number, name: names.get(column) };
    if (feature.kind !== 'one-hot') {
      const { buckets } = feature;
      const columns = feature.kind === 'cross' ? { columns: feature.columns } : {};
      return { ...common, ...columns, type: 'int32', missing: String(buckets), buckets };
    }
    const { vocabulary } = feature;
    return {
      ...common,
      type: 'int32',
      missing: String(vocabulary.length + 1),
      unknown: String(vocabulary.length),
      vocabulary,
    };
  });
}

/** What to feed for a part of a date. */
function meaningOf({ trend }: DateTransform, part: DateInputPart): string {
  if (part === 'trend') {
    return `days since ${new Date(trend?.start ?? 0).toISOString()}, with fraction`;
  }
  const { first, period } = CYCLES[part];
  const last = first + period - 1;
  switch (part) {
    case 'hour-of-day':
      return `hours since midnight in UTC, with fraction: ${first} to below ${period}`;
    case 'day-of-week':
      return `day of the week in UTC: ${first} (Monday) to ${last}`;
    default:
      return `${part.replaceAll('-of-', ' of the ')} in UTC: ${first} to ${last}`;
  }
}

/**
 * The rows of a table as an app would feed them: numbers as they are, dates as their parts, categories as their ids.
 * `inputs` are those of the file. The table must have passed `applyTransform`, which says what is wrong with a cell and
 * where.
 */
export function readRawFeatures(
  transform: Transform,
  inputs: readonly TfliteInput[],
  table: Table,
  rows: Int32Array,
): InputValues[] {
  const values = transform.features.flatMap((feature): InputValues['data'][] => {
    if (isCategoryTransform(feature)) return [Int32Array.from(rows, indexIds(feature, table))];
    if (feature.kind === 'array') return [readArrays(feature, table, rows)];
    const column = findColumn(table, feature.column);
    if (column === undefined) throw new Error(`there is no column ${feature.column}`);
    if (feature.kind === 'date') return readDates(feature, column, rows);
    if (feature.kind === 'text') return [readTexts(feature, column, rows)];
    if (feature.kind === 'image') return [readImageVectors(feature, table, rows)];
    if (feature.kind === 'tokens') return [readTokens(feature, column, rows)];
    return [Float32Array.from(rows, numberReader(column))];
  });
  if (values.length !== inputs.length) throw new Error('the inputs are not those of the transform');
  return inputs.map(({ name, shape: [, width = 1] }, index) => ({
    name,
    data: values[index] as InputValues['data'],
    ...(width === 1 ? {} : { width }),
  }));
}

function readDates(feature: DateTransform, column: Column, rows: Int32Array): Float32Array[] {
  const times = Float64Array.from(rows, timeReader(column));
  return partsOf(feature).map((part) =>
    Float32Array.from(times, (time) =>
      part === 'trend' ? daysSince(feature.trend?.start ?? 0, time) : partOf(part, time),
    ),
  );
}

function readTexts(feature: TextTransform, column: Column, rows: Int32Array): Float32Array {
  const data = new Float32Array(rows.length * feature.width);
  encodeTexts(feature, column, rows, { data, stride: feature.width, offset: 0 });
  return data;
}

function readTokens(feature: TokensTransform, column: Column, rows: Int32Array): Int32Array {
  const data = new Int32Array(rows.length * feature.width);
  encodeTokens(feature, column, rows, { data, stride: feature.width, offset: 0 });
  return data;
}

/** One row of the features, for `executeGraph`. */
export function exampleAt(
  features: readonly InputValues[],
  row: number,
): ReadonlyMap<string, TensorData> {
  return new Map(
    features.map(({ name, data, width = 1 }) => [name, data.slice(row * width, (row + 1) * width)]),
  );
}

function numberReader(column: Column): (row: number) => number {
  if (column.kind === 'numeric') return (row) => column.values[row] as number;
  return (row) => Number(cellText(column, row) ?? Number.NaN);
}
