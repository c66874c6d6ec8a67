import type { Row } from '../scan/index.ts';
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

  /** `other` holds the rows that follow; its column `index` is the column `places[index]` here. */
  merge(other: DataStatistics, places: readonly number[] = [...other.columns.keys()]): void {
    for (const [index, column] of other.columns.entries()) {
      const place = places[index] ?? index;
      this.#widen(place + 1);
      this.columns[place]?.merge(column);
    }
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
