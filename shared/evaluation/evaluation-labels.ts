import { cellText, findColumn, type Table } from '../data/index.ts';
import { UserError } from '../errors/index.ts';
import type { Transform } from '../features/index.ts';

/** More classes than this that a model does not know mean other data, not a new class. */
const MOST_NEW_CLASSES = 20;

/**
 * The transform with the classes added that `rows` have and the model does not know, so that their examples are
 * evaluated, as misses, and not refused. The classes added are sorted and stand after the model's own.
 * Throws a `UserError` when there are more than 20 of them.
 */
export function addNewClasses(
  transform: Transform,
  table: Table,
  rows: Int32Array,
): { readonly transform: Transform; readonly newClasses: readonly string[] } {
  const { label } = transform;
  const column = findColumn(table, label.column);
  if (label.kind === 'number' || column === undefined) return { transform, newClasses: [] };
  const known = new Set(label.classes);
  const added = new Set<string>();
  for (const row of rows) {
    const text = cellText(column, row);
    if (text === null || known.has(text)) continue;
    added.add(text);
    if (added.size > MOST_NEW_CLASSES) {
      throw new UserError({
        what: `The label "${label.column}" has more than ${MOST_NEW_CLASSES} classes that the model does not know`,
        ...(table.files[0] === undefined ? {} : { where: { file: table.files[0] } }),
        remedy: 'Check that the data is what this model is for, or run train-model again',
      });
    }
  }
  const newClasses = [...added].sort();
  if (newClasses.length === 0) return { transform, newClasses };
  const classes = [...label.classes, ...newClasses];
  return { transform: { ...transform, label: { ...label, classes } }, newClasses };
}

/**
 * Labels of a regression in their own units, exactly as the data has them; null for a classification.
 * A model's standardised labels have single precision, which a report need not inherit.
 */
export function readNumbers(
  { label }: Transform,
  table: Table,
  rows: Int32Array,
): Float64Array | null {
  const column = findColumn(table, label.column);
  if (label.kind === 'classes' || column?.kind !== 'numeric') return null;
  return Float64Array.from(rows, (row) => column.values[row] as number);
}
