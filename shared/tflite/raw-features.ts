import type { Task } from '../config/index.ts';
import { type Column, cellText, findColumn, type Table } from '../data/index.ts';
import { indexIds, readsNumbers, type Transform } from '../features/index.ts';
import type { TfliteInput } from './export-report.ts';
import type { TensorData } from './graph.ts';
import { nameInputs } from './input-names.ts';
import { OUTPUT_NAMES } from './lower-model.ts';
import type { InputValues } from './runtime/session.ts';

/** What an app must feed, in the order of the transform. */
export function describeInputs(transform: Transform, task: Task): TfliteInput[] {
  const columns = transform.features.map(({ column }) => column);
  const names = nameInputs(columns, OUTPUT_NAMES[task]);
  return transform.features.map((feature) => {
    const { column } = feature;
    const common = { name: names.get(column), column, shape: [1, 1] };
    if (readsNumbers(feature)) return { ...common, type: 'float32', missing: 'NaN' };
    if (feature.kind === 'hashing') {
      const { buckets } = feature;
      return { ...common, type: 'int32', missing: String(buckets), buckets };
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

/**
 * The rows of a table as an app would feed them: numbers as they are, categories as their ids. `inputs` are those of the
 * file. The table must have passed `applyTransform`, which says what is wrong with a cell and where.
 */
export function readRawFeatures(
  transform: Transform,
  inputs: readonly TfliteInput[],
  table: Table,
  rows: Int32Array,
): InputValues[] {
  return transform.features.map((feature, index) => {
    const column = findColumn(table, feature.column);
    const name = inputs[index]?.name;
    if (column === undefined || name === undefined) {
      throw new Error(`there is no input for column ${feature.column}`);
    }
    return {
      name,
      data: readsNumbers(feature)
        ? Float32Array.from(rows, numberReader(column))
        : Int32Array.from(rows, indexIds(feature, column)),
    };
  });
}

/** One row of the features, for `executeGraph`. */
export function exampleAt(
  features: readonly InputValues[],
  row: number,
): ReadonlyMap<string, TensorData> {
  return new Map(features.map(({ name, data }) => [name, data.slice(row, row + 1)]));
}

function numberReader(column: Column): (row: number) => number {
  if (column.kind === 'numeric') return (row) => column.values[row] as number;
  return (row) => Number(cellText(column, row) ?? Number.NaN);
}
