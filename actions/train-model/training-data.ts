import type { Configuration, DataConfiguration, Task } from '../../shared/config/index.ts';
import {
  countSharedRows,
  type RowSplits,
  readTable,
  splitTable,
  type Table,
} from '../../shared/data/index.ts';
import { imagesAsked, inferTask } from '../../shared/features/index.ts';
import type { DigestedFile } from '../../shared/lineage/index.ts';
import type { Ports } from '../../shared/platform/index.ts';
import { followImages, followReading } from '../../shared/report/index.ts';
import { countRows, type ExampleCounts, refuseSmallSplits } from './split-sizes.ts';
import { readStreamedData, type StreamedRows } from './streamed-data.ts';

export interface TrainingData {
  readonly table: Table;
  /** Of the data files, then of the images of each column. */
  readonly digests: readonly DigestedFile[];
  readonly splits: RowSplits;
  readonly task: Task;
  /** Where not all rows are in memory: `table` and `splits.train` are then a sample of the training rows. */
  readonly streamed?: StreamedRows;
}

export async function readTrainingData(
  configuration: Configuration,
  ports: Pick<Ports, 'files' | 'log' | 'clock' | 'annotations'>,
): Promise<TrainingData> {
  if (configuration.training.streaming) return await readStreamedData(configuration, ports);
  const { data, features, task } = configuration;
  const { files, log, clock, annotations } = ports;
  const { progress, done } = followReading('reading data', { log, clock });
  const { table, digests } = await readTable(files, data, {
    progress,
    images: imagesAsked(features),
    imageProgress: followImages({ log, clock }),
  });
  done();
  const inferred = task ?? inferTask(table, data.label);
  if (task === undefined) log.info(`task: ${inferred}, judged by the label "${data.label}"`);
  const splits = await splitTable(files, table, data.split);
  refuseSmallSplits(countRows(splits), data.split);
  // Of other splits validate-data tells, as a rate: here nothing but the files holds equal rows together.
  if (data.split.by === 'file') warnOfSharedRows(table, splits, data, annotations);
  return { table, digests, splits, task: inferred };
}

function warnOfSharedRows(
  table: Table,
  splits: RowSplits,
  { label, features, ignore }: DataConfiguration,
  annotations: Ports['annotations'],
): void {
  const names = table.columns.map(({ name }) => name);
  // A feature that is no column is refused with its place when the transform is fitted.
  const used = (features ?? names).filter((name) => names.includes(name) && !ignore.includes(name));
  const count = countSharedRows(table, splits, [...new Set([...used, label])]);
  if (count === 0) return;
  annotations.add({
    level: 'warning',
    title: 'Rows in training and evaluation',
    message: `${count} of ${splits.evaluation.length} evaluation examples are equal to one that the model learns from, in the features and the label: they tell nothing of new data. Leave them out of the files of data.split.files, unless equal examples are what new data will have, too.`,
  });
}

/** Rows of each split, in memory or not. */
export function countExamples({ splits, streamed }: TrainingData): ExampleCounts {
  return streamed?.examples ?? countRows(splits);
}
