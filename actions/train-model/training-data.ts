import type { Configuration, Task } from '../../shared/config/index.ts';
import { type RowSplits, readTable, splitRows, type Table } from '../../shared/data/index.ts';
import { type Problem, UserError } from '../../shared/errors/index.ts';
import { inferTask } from '../../shared/features/index.ts';
import type { DigestedFile } from '../../shared/lineage/index.ts';
import type { Ports } from '../../shared/platform/index.ts';
import { followReading } from '../../shared/report/index.ts';

export interface TrainingData {
  readonly table: Table;
  readonly digests: readonly DigestedFile[];
  readonly splits: RowSplits;
  readonly task: Task;
}

/** Fewer examples than these can't be learned from, stopped by or judged by. */
const FEWEST_EXAMPLES = { train: 5, validation: 2, evaluation: 2 } as const;
const SPLIT_NAMES = ['train', 'validation', 'evaluation'] as const;

export async function readTrainingData(
  { data, task }: Configuration,
  { files, log, clock }: Pick<Ports, 'files' | 'log' | 'clock'>,
): Promise<TrainingData> {
  const { progress, done } = followReading('reading data', { log, clock });
  const { table, digests } = await readTable(files, data, { progress });
  done();
  const inferred = task ?? inferTask(table, data.label);
  if (task === undefined) log.info(`task: ${inferred}, judged by the label "${data.label}"`);
  const splits = splitRows(table, data.split);
  refuseSmallSplits(splits, data.split.fractions);
  return { table, digests, splits, task: inferred };
}

function refuseSmallSplits(
  splits: RowSplits,
  fractions: Readonly<Record<(typeof SPLIT_NAMES)[number], number>>,
): void {
  const counts = SPLIT_NAMES.map((name) => `${name} ${splits[name].length}`).join(', ');
  const problems = SPLIT_NAMES.flatMap((name): Problem[] => {
    const count = splits[name].length;
    const fewest = FEWEST_EXAMPLES[name];
    if (count >= fewest) return [];
    return [
      {
        what: `The ${name} split has ${count} of the at least ${fewest} examples that it needs (examples by split: ${counts})`,
        remedy: `Add rows, or enlarge data.split.fractions.${name} (now ${fractions[name]})`,
      },
    ];
  });
  if (problems.length > 0) throw new UserError(problems);
}
