import { bigWholeNumber, CELL, parseNumber } from './cell.ts';
import type { Hasher } from './hasher.ts';

/** `CellHash` of a present cell that is no list, left in `hasher`. */
export function hashCell(hasher: Hasher, text: string, kind: number, value: number): void {
  switch (kind) {
    case CELL.integer:
    case CELL.number: {
      const digits = Number.isSafeInteger(value) ? null : bigWholeNumber(text, value);
      if (digits === null) hasher.hashNumber(value);
      else hasher.hashText(digits);
      return;
    }
    case CELL.infinity:
      hasher.hashNumber(value);
      return;
    case CELL.notANumber:
      hasher.hashText('nan');
      return;
    case CELL.boolean:
      hasher.hashText(text.length === 4 ? 'true' : 'false');
      return;
    default:
      hasher.hashText(text);
  }
}

/** The same for a text whose kind is what `classifyText` says. */
export function hashTextAsCell(hasher: Hasher, text: string, kind: number): void {
  hashCell(hasher, text, kind, kind === CELL.text ? 0 : parseNumber(text));
}
