import { isUserError } from '../errors/index.ts';
import {
  type ColumnBatch,
  DealtParts,
  mergeStates,
  type RowStatistics,
  type ScanState,
  SecondThreadFailed,
  workTogether,
} from '../scan/index.ts';
import { FileBudget, type RowGroups, SourceFault, type Spending } from '../sources/index.ts';
import { AnomalyTally } from './anomaly-tally.ts';
import type { ColumnPlaces } from './column-reader.ts';
import { NotForKernel } from './kernel-scan.ts';
import type { ParquetWorkerAnswer, ParquetWorkerTask } from './parquet-worker.ts';
import { RowFindings } from './row-findings.ts';
import type { RowJudge } from './row-judge.ts';

declare const __BUNDLED__: boolean | undefined;

const THREADS = 2;

/** A Parquet file that threads may open by themselves. */
export interface ParquetFile extends ColumnPlaces {
  readonly path: string;
  readonly size: number;
  /** Index among the files of the data set. */
  readonly index: number;
  /** Columns of the file that are read. */
  readonly wanted: readonly string[];
  readonly rowGroups: RowGroups;
}

/** What second threads find in the large Parquet files of one data set. */
export class SharedParquet {
  readonly #judge: RowJudge;
  /** What this thread finds; its sample grows along with the other's. */
  readonly #statistics: RowStatistics;
  readonly #leastCells: number;
  #state: ScanState | null = null;
  #work: DealtParts | null = null;

  /** `leastCells`: from how many on two threads read a file. */
  constructor(judge: RowJudge, statistics: RowStatistics, leastCells: number) {
    this.#judge = judge;
    this.#statistics = statistics;
    this.#leastCells = leastCells;
  }

  /** Rows that second threads have read. */
  get rows(): number {
    return (this.#state?.rows ?? 0) + (this.#work?.rows ?? 0);
  }

  /** Of the rows that second threads have read; null when there was no such file. */
  get state(): ScanState | null {
    return this.#state;
  }

  wants({ count, cells }: RowGroups, names: readonly string[]): boolean {
    return count > 1 && cells >= this.#leastCells && this.#judge.isOrderless(names);
  }

  /**
   * Deals the row groups of a file out to this thread, whose batches `read` takes, and a second one; `meanwhile` is done
   * while that one may still read. What is wrong with the file is left to one thread, that meets the rows in order: then
   * this throws `NotForKernel`, after which nothing of this and of what `read` did is of use.
   */
  async share(
    file: ParquetFile,
    read: (batch: ColumnBatch) => void,
    meanwhile: () => Promise<void>,
  ): Promise<void> {
    const { rowGroups } = file;
    const work = new DealtParts(rowGroups.count);
    const budget = new FileBudget(file.size, THREADS);
    this.#work = work;
    const input: ParquetWorkerTask = this.#taskOf(file, work);
    try {
      const answer = await workTogether<ParquetWorkerAnswer>(
        { module: workerModule(), input },
        work,
        async () => {
          for await (const batch of rowGroups.batchesOf({ take: () => work.take(), budget })) {
            read(batch);
            work.thin(this.#statistics);
          }
          await meanwhile();
        },
      );
      this.#work = null;
      this.#add(answer);
      spend(budget, answer.spent);
    } catch (error) {
      throw isUserError(error) || error instanceof SecondThreadFailed
        ? new NotForKernel(true)
        : error;
    }
  }

  #taskOf(file: ParquetFile, { memory, count }: DealtParts): ParquetWorkerTask {
    const { path, size, index, wanted, names, places, missingValues } = file;
    return {
      path,
      size,
      file: index,
      names: [...names],
      places,
      wanted,
      missingValues: [...missingValues],
      judge: this.#judge.task,
      memory,
      rowGroups: count,
      threads: THREADS,
    };
  }

  #add({ state, findings, missingLabels }: ParquetWorkerAnswer): void {
    this.#state = this.#state === null ? state : mergeStates(this.#state, state);
    const isWhole = this.#judge.merge(
      RowFindings.fromJson(findings.rules, findings.unique),
      AnomalyTally.fromJson(missingLabels),
    );
    if (!isWhole) throw new NotForKernel(true);
  }
}

/** Both threads together may ask no more of a file than one. */
function spend(budget: FileBudget, spent: Spending): void {
  try {
    budget.add(spent);
  } catch (error) {
    throw error instanceof SourceFault ? new NotForKernel(true) : error;
  }
}

function workerModule(): URL {
  const bundled = typeof __BUNDLED__ !== 'undefined' && __BUNDLED__;
  return new URL(bundled ? './parquet-worker.js' : './parquet-worker.ts', import.meta.url);
}
