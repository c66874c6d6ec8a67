import { type PlacedBatch, type Row, RowStatistics } from '../scan/index.ts';
import type { RowJudge } from './row-judge.ts';

/** Takes the rows of a data set, or of a thread's share of it, that no text kernel reads. */
export class RowCollector {
  readonly statistics = new RowStatistics();
  readonly judge: RowJudge;

  constructor(judge: RowJudge) {
    this.judge = judge;
  }

  takeRow(row: Row): void {
    this.statistics.add(row);
    this.judge.judge(row);
  }

  /** Which rows of the batch `checkRow` must be asked of. Throws `MemoryFull`. */
  takeBatch(batch: PlacedBatch): Uint8Array | 'every' | 'none' {
    this.statistics.addBatch(batch);
    return this.judge.rowsOf(batch);
  }

  checkRow(row: Row): void {
    this.judge.batchRules(row.names).onRow(row);
  }
}
