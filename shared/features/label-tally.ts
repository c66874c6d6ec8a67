import type { Task } from '../config/index.ts';
import { type Column, cellText, type RowSplits, type Table } from '../data/index.ts';
import { requireColumn } from './columns.ts';
import { type LabelCounts, MOST_CLASSES, refuseWords } from './labels.ts';

/** Different labels that are counted, far more than a classification may have. */
const MOST_LABELS = 10 * MOST_CLASSES;

/** Counts the labels of a data set that comes in pieces. */
export class LabelTally {
  readonly #label: string;
  readonly #task: Task | undefined;
  readonly #everywhere = new Map<string, number>();
  readonly #training = new Map<string, number>();
  #column: { readonly kind: Column['kind']; readonly integers: boolean } | null = null;

  /** `task`: left out where the labels are to tell it. */
  constructor(label: string, task: Task | undefined) {
    this.#label = label;
    this.#task = task;
  }

  /** Throws a `UserError` when the label is no column, and for words where a regression needs numbers. */
  add(piece: Table, { train }: RowSplits): void {
    const column = requireColumn(piece, this.#label, 'label');
    this.#column = { kind: column.kind, integers: column.kind !== 'numeric' || column.integers };
    if (this.#task === 'regression') {
      if (column.kind === 'categorical') refuseWords(piece, column);
      return;
    }
    for (let row = 0; row < piece.rowCount; row++) count(this.#everywhere, column, row);
    for (const row of train) count(this.#training, column, row);
  }

  get counts(): LabelCounts {
    return {
      column: this.#label,
      everywhere: this.#everywhere,
      training: this.#training,
      isCut: this.#everywhere.size > MOST_LABELS,
    };
  }

  /** What `taskOfLabel` asks for. */
  get nature() {
    return {
      kind: this.#column?.kind ?? 'numeric',
      integers: this.#column?.integers ?? false,
      distinct: this.#everywhere.size,
    } as const;
  }
}

function count(counts: Map<string, number>, column: Column, row: number): void {
  const text = cellText(column, row);
  if (text === null) return;
  const known = counts.get(text);
  if (known === undefined && counts.size > MOST_LABELS) return;
  counts.set(text, (known ?? 0) + 1);
}
