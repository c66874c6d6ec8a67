import type { Task } from '../config/index.ts';
import type { Column, Table } from '../data/index.ts';
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
    return taskOfLabel({ kind: 'categorical', integers: true, distinct: used.size });
  }
  const distinct = new Set<number>();
  for (const value of column.values) {
    if (!Number.isNaN(value)) distinct.add(value);
    if (distinct.size > MOST_NUMERIC_CLASSES) break;
  }
  return taskOfLabel({ kind: 'numeric', integers: column.integers, distinct: distinct.size });
}

/** The same of what is known of a label; `distinct`: different values, or any number beyond 20 of them. */
export function taskOfLabel({
  kind,
  integers,
  distinct,
}: {
  readonly kind: Column['kind'];
  readonly integers: boolean;
  readonly distinct: number;
}): Task {
  if (kind === 'categorical') {
    return distinct <= 2 ? 'binary-classification' : 'multiclass-classification';
  }
  if (distinct === 2) return 'binary-classification';
  const isClass = integers && distinct > 2 && distinct <= MOST_NUMERIC_CLASSES;
  return isClass ? 'multiclass-classification' : 'regression';
}
