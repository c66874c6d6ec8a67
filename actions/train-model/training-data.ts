import type {
  Configuration,
  DataConfiguration,
  SplitConfiguration,
  Task,
} from '../../shared/config/index.ts';
import {
  countSharedRows,
  type RowSplits,
  readTable,
  splitTable,
  type Table,
} from '../../shared/data/index.ts';
import { type Problem, UserError } from '../../shared/errors/index.ts';
import { imagesAsked, inferTask } from '../../shared/features/index.ts';
import type { DigestedFile } from '../../shared/lineage/index.ts';
import type { Ports } from '../../shared/platform/index.ts';
import { followImages, followReading } from '../../shared/report/index.ts';

export interface TrainingData {
  readonly table: Table;
  /** Of the data files, then of the images of each column. */
  readonly digests: readonly DigestedFile[];
  readonly splits: RowSplits;
  readonly task: Task;
}

/** Fewer examples than these can't be learned from, stopped by or judged by. */
const FEWEST_EXAMPLES = { train: 5, validation: 2, evaluation: 2 } as const;
const SPLIT_NAMES = ['train', 'validation', 'evaluation'] as const;

export async function readTrainingData(
  { data, features, task }: Configuration,
  { files, log, clock, annotations }: Pick<Ports, 'files' | 'log' | 'clock' | 'annotations'>,
): Promise<TrainingData> {
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
  refuseSmallSplits(splits, data.split);
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

function refuseSmallSplits(splits: RowSplits, split: SplitConfiguration): void {
  const counts = SPLIT_NAMES.map((name) => `${name} ${splits[name].length}`).join(', ');
  const problems = SPLIT_NAMES.flatMap((name): Problem[] => {
    const count = splits[name].length;
    const fewest = FEWEST_EXAMPLES[name];
    if (count >= fewest) return [];
    return [
      {
        what: `The ${name} split has ${count} of the at least ${fewest} examples that it needs (examples by split: ${counts})`,
        remedy:
          split.by === 'file'
            ? `Add rows to its files (data.split.files.${name})`
            : `Add rows, or enlarge data.split.fractions.${name} (now ${split.fractions[name]})`,
      },
    ];
  });
  if (problems.length > 0) throw new UserError(problems);
}
