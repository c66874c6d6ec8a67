import type { Configuration } from '../../shared/config/index.ts';
import { type DataSurvey, sampleSplits } from '../../shared/data/index.ts';
import { type LabelCounts, LabelTally, taskOfLabel } from '../../shared/features/index.ts';
import type { Ports } from '../../shared/platform/index.ts';
import { followReading } from '../../shared/report/index.ts';
import { type ExampleCounts, refuseSmallSplits } from './split-sizes.ts';
import type { TrainingData } from './training-data.ts';

/** Training rows of which features are fitted: a mean is then known to 0.3 % of the deviation. */
const SAMPLE_ROWS = 100_000;

/** What is known of rows that are not all in memory. */
export interface StreamedRows {
  readonly survey: DataSurvey;
  readonly examples: ExampleCounts;
  readonly labels: LabelCounts;
}

/** Reads which rows belong to which split, with a sample of the training rows; all of them where they are few. */
export async function readStreamedData(
  { data, task }: Configuration,
  ports: Pick<Ports, 'files' | 'log' | 'clock'>,
): Promise<TrainingData> {
  const { files, log } = ports;
  const tally = new LabelTally(data.label, task);
  const { table, splits, examples, survey } = await sampleSplits(files, data, {
    most: { train: SAMPLE_ROWS, validation: 0, evaluation: 0 },
    onPiece: (piece, found) => tally.add(piece, found),
    reading: followReading('reading data', ports),
    splitting: followReading('splitting data', ports),
  });
  refuseSmallSplits(examples, data.split);
  const inferred = task ?? taskOfLabel(tally.nature);
  if (task === undefined) log.info(`task: ${inferred}, judged by the label "${data.label}"`);
  return {
    table,
    digests: survey.digests,
    splits,
    task: inferred,
    streamed: { survey, examples, labels: tally.counts },
  };
}
