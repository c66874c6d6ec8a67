import type { Row } from './cell.ts';
import { ColumnAccumulator } from './column-accumulator.ts';
import type { StatisticsReport } from './reports.ts';
import type { ScannedData } from './scan-rows.ts';

/** Statistics of a data set, collected row by row and mergeable. */
export class DataStatistics {
  readonly columns: ColumnAccumulator[] = [];
  examples = 0;

  add(row: Row): void {
    this.#widen(row.texts.length);
    for (let index = 0; index < this.columns.length; index++) this.columns[index]?.add(row, index);
    this.examples++;
  }

  /** `other` holds the rows that follow, with the same columns in the same order. */
  merge(other: DataStatistics): void {
    this.#widen(other.columns.length);
    for (const [index, column] of other.columns.entries()) this.columns[index]?.merge(column);
    this.examples += other.examples;
  }

  summarize(scanned: ScannedData): StatisticsReport {
    return {
      version: 1,
      files: scanned.digests,
      examples: this.examples,
      columns: this.columns.map((column, index) =>
        column.summarize(scanned.columns[index] ?? '', this.examples),
      ),
    };
  }

  #widen(width: number): void {
    while (this.columns.length < width) this.columns.push(new ColumnAccumulator());
  }
}
