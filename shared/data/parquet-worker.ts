// The second thread that reads a large Parquet file: entered by `new Worker`, and bundled by itself.
import { answerFrom, DealtParts, FileBytes, Row, type ScanState } from '../scan/index.ts';
import { FileBudget, openParquet, type Spending } from '../sources/index.ts';
import type { TallyJson } from './anomaly-tally.ts';
import { ColumnReader } from './column-reader.ts';
import { RowCollector } from './row-collector.ts';
import type { RowFindings } from './row-findings.ts';
import { type JudgeTask, RowJudge } from './row-judge.ts';

/** Can be cloned. */
export interface ParquetWorkerTask {
  readonly path: string;
  readonly size: number;
  /** Index among the files of the data set. */
  readonly file: number;
  /** Columns of the data set. */
  readonly names: readonly string[];
  /** Column of the data set for each that is read of the file. */
  readonly places: readonly number[];
  /** Columns of the file that are read. */
  readonly wanted: readonly string[];
  readonly missingValues: readonly string[];
  readonly judge: JudgeTask;
  readonly memory: SharedArrayBuffer;
  readonly rowGroups: number;
  readonly threads: number;
}

export interface ParquetWorkerAnswer {
  readonly state: ScanState;
  readonly findings: ReturnType<RowFindings['toJson']>;
  readonly missingLabels: TallyJson;
  readonly spent: Spending;
}

await answerFrom(async (task: ParquetWorkerTask) => {
  const source = new FileBytes(task.path, task.size);
  try {
    const answer = await readShare(task, source);
    return { answer, moved: buffersOf(answer.state) };
  } finally {
    source.close();
  }
});

async function readShare(task: ParquetWorkerTask, source: FileBytes): Promise<ParquetWorkerAnswer> {
  const { names, places } = task;
  const work = new DealtParts(task.rowGroups, task.memory);
  const judge = RowJudge.of(task.judge);
  const collector = new RowCollector(judge);
  const row = new Row(names);
  row.file = task.file;
  const missingValues = new Set(task.missingValues);
  const reader = new ColumnReader(
    row,
    { names, places, missingValues },
    {
      onBatch: (batch) => collector.takeBatch(batch),
      onBatchRow: (checked) => collector.checkRow(checked),
      onRow: (given, index) => {
        given.position = index;
        given.line = index + 1;
        collector.takeRow(given);
      },
    },
  );
  const { rowGroups } = await openParquet(source, { columns: new Set(task.wanted) });
  const budget = new FileBudget(task.size, task.threads);
  for await (const batch of rowGroups.batchesOf({ take: () => work.take(), budget })) {
    reader.read(batch);
    work.addRows(batch.rowCount);
    work.thin(collector.statistics);
  }
  const { spent } = budget;
  const state = collector.statistics.state(names);
  const { findings, missingLabels } = judge;
  return { state, findings: findings.toJson(), missingLabels: missingLabels.toJson(), spent };
}

/** What most of a state's memory is: it goes to the other thread without a copy. */
function buffersOf({ sample, contents }: ScanState): ArrayBuffer[] {
  const all = [sample.hashes, ...sample.slots, contents.hashes].map(({ buffer }) => buffer);
  return [...new Set(all)].filter((buffer) => buffer instanceof ArrayBuffer);
}
