import {
  bigWholeNumber,
  CELL,
  type CellKind,
  formatValue,
  type ListCell,
  type Row,
} from './cell.ts';

/** A cell as its row would hold it. */
export interface CellValue {
  readonly kind: CellKind;
  readonly text: string;
  /** NaN for what is no number. */
  readonly number: number;
}

export const MISSING: CellValue = { kind: CELL.missing, text: '', number: Number.NaN };

/** A number of a file that knows its type: whole ones of a column of fractions are numbers and no integers. */
export function numberCell(value: number, whole: boolean, digits?: string): CellValue {
  if (Number.isNaN(value)) return { kind: CELL.notANumber, text: 'nan', number: value };
  if (!Number.isFinite(value)) {
    return { kind: CELL.infinity, text: value > 0 ? 'inf' : '-inf', number: value };
  }
  const kind = whole ? CELL.integer : CELL.number;
  return { kind, text: digits ?? plainText(value), number: value };
}

export function booleanCell(value: boolean): CellValue {
  return { kind: CELL.boolean, text: value ? 'true' : 'false', number: Number.NaN };
}

export function textCell(text: string): CellValue {
  return text === '' ? MISSING : { kind: CELL.text, text, number: Number.NaN };
}

/** JavaScript writes whole numbers from 10²¹ on with an exponent, which is no integer as text. */
function plainText(value: number): string {
  if (Math.abs(value) < 1e21) return formatValue(value);
  return bigWholeNumber(String(value), value) ?? formatValue(value);
}

export function putCell(
  row: Row,
  column: number,
  { kind, text, number }: CellValue,
  missingValues: ReadonlySet<string>,
): void {
  const missing = kind === CELL.missing || (missingValues.size > 0 && missingValues.has(text));
  row.texts[column] = missing ? '' : text;
  row.kinds[column] = missing ? CELL.missing : kind;
  row.numbers[column] = number;
}

/** A list without values is a missing cell. */
export function putList(
  row: Row,
  column: number,
  values: readonly CellValue[],
  missingValues: ReadonlySet<string>,
): void {
  const present = values.filter(
    ({ kind, text }) => kind !== CELL.missing && !missingValues.has(text),
  );
  if (present.length === 0) {
    putCell(row, column, MISSING, missingValues);
    return;
  }
  const list: ListCell = {
    texts: present.map(({ text }) => text),
    kinds: present.map(({ kind }) => kind),
    numbers: present.map(({ number }) => number),
  };
  row.texts[column] = listText(present);
  row.kinds[column] = CELL.text;
  row.lists.set(column, list);
}

/** JSON, but for numbers that it can't write. */
function listText(values: readonly CellValue[]): string {
  const parts = values.map(({ kind, text }) => (kind === CELL.text ? JSON.stringify(text) : text));
  return `[${parts.join(', ')}]`;
}
