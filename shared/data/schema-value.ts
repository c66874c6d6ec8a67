import { CELL } from '../scan/index.ts';
import type { ColumnType } from './reports.ts';

/**
 * What a present cell is to the schema, by its kind and the declared type of its column. `left-out`: nan and infinities
 * of a numeric column, which JSON has not; `allow-nan` and `allow-infinity` judge them.
 */
export type ValueClass = 'text' | 'number' | 'boolean' | 'left-out';

export function valueClassOf(kind: number, type: ColumnType | undefined): ValueClass {
  if (type === 'string') return 'text';
  if (kind === CELL.integer || kind === CELL.number) return type === 'boolean' ? 'text' : 'number';
  if (kind === CELL.boolean) return type === 'boolean' || type === undefined ? 'boolean' : 'text';
  const notFinite = kind === CELL.notANumber || kind === CELL.infinity;
  return notFinite && type === 'number' ? 'left-out' : 'text';
}

/** A cell as the declared type has it, `number` being what it is as one; a text that is not of that type stays text, for the schema to refuse. */
export function valueOfCell(
  text: string,
  kind: number,
  number: number,
  type: ColumnType | undefined,
): string | number | boolean {
  switch (valueClassOf(kind, type)) {
    case 'number':
      return number;
    case 'boolean':
      return text.toLowerCase() === 'true';
    default:
      return text;
  }
}
