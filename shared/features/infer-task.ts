import type { Task } from '../config/index.ts';
import type { Table } from '../data/index.ts';
import { requireColumn } from './columns.ts';

/** Whole numbers with at most this many different values are taken for classes (grades, digits, months). */
const MOST_NUMERIC_CLASSES = 20;

/**
 * What the label's values suggest, for a configuration that does not say it:
 * words → classification; numbers with two different values, or whole numbers with at most 20 → classification;
 * other numbers → regression. A classification with two classes is binary.
 */
export function inferTask(table: Table, label: string): Task {
  const column = requireColumn(table, label, 'label');
  if (column.kind === 'categorical') {
    const used = new Set(column.codes);
    used.delete(-1);
    return used.size <= 2 ? 'binary-classification' : 'multiclass-classification';
  }
  const distinct = new Set<number>();
  for (const value of column.values) {
    if (!Number.isNaN(value)) distinct.add(value);
    if (distinct.size > MOST_NUMERIC_CLASSES) return 'regression';
  }
  if (distinct.size === 2) return 'binary-classification';
  return column.integers && distinct.size > 2 ? 'multiclass-classification' : 'regression';
}
