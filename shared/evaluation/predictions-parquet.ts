import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Table } from '../data/index.ts';
import type { Predictions } from './predictions.ts';
import { prepareSample } from './sample.ts';

/**
 * `predictions.parquet`: one row for each evaluation example. Columns `file`, `line` (from 1), `actual`, `predicted`, and
 * for a classification `probability: <class>` for each class. Snappy-compressed; the same predictions give the same bytes.
 */
export function encodePredictions(
  predictions: Predictions,
  table: Pick<Table, 'files' | 'fileOfRow' | 'lineOfRow'>,
  rows: Int32Array,
): Uint8Array {
  const places = [
    {
      name: 'file',
      type: 'STRING' as const,
      data: Array.from(rows, (row) => table.files[table.fileOfRow[row] ?? 0] ?? ''),
    },
    {
      name: 'line',
      type: 'INT32' as const,
      data: Int32Array.from(rows, (row) => table.lineOfRow[row] ?? 0),
    },
  ];
  const columnData = [...places, ...valueColumns(predictions)].map((column) => ({
    ...column,
    nullable: false,
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: 'mlops-actions' }));
}

function valueColumns(predictions: Predictions) {
  if (predictions.task === 'regression') {
    const { actual, predicted } = predictions;
    return [
      { name: 'actual', type: 'DOUBLE' as const, data: actual },
      { name: 'predicted', type: 'DOUBLE' as const, data: predicted },
    ];
  }
  const { classes, probabilities, actual } = predictions;
  const sample = prepareSample(predictions);
  const predicted = sample.kind === 'classes' ? sample.predicted : new Int32Array();
  const names = (indexes: Int32Array) => Array.from(indexes, (index) => classes[index] ?? '');
  return [
    { name: 'actual', type: 'STRING' as const, data: names(actual) },
    { name: 'predicted', type: 'STRING' as const, data: names(predicted) },
    ...classes.map((name, index) => ({
      name: `probability: ${name}`,
      type: 'DOUBLE' as const,
      data: Float64Array.from(
        actual,
        (_, example) => probabilities[example * classes.length + index] as number,
      ),
    })),
  ];
}
