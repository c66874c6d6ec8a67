import type { ScanState } from '../scan/index.ts';
import type { DatasetEvidence } from './column-evidence.ts';
import { ColumnView } from './column-view.ts';

/** A `ScanState` as the evidence on a data set, read-only. */
export class DatasetView implements DatasetEvidence {
  readonly state: ScanState;
  readonly columns: readonly ColumnView[];

  constructor(state: ScanState) {
    this.state = state;
    this.columns = state.columns.map((column, index) => new ColumnView(state, index, column));
  }

  get examples(): number {
    return this.state.rows;
  }
}
