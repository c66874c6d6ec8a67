/**
 * What a cell holds, decided from its text alone (CSV, TSV) or from its JSON type.
 * Plain constants and not strings: they are kept in a `Uint8Array`, one byte a cell.
 */
export const CELL = {
  missing: 0,
  integer: 1,
  number: 2,
  notANumber: 3,
  infinity: 4,
  boolean: 5,
  text: 6,
} as const;
export type CellKind = (typeof CELL)[keyof typeof CELL];

/** The values of a cell that is a list, in order; those that are missing are left out. */
export interface ListCell {
  readonly texts: readonly string[];
  readonly kinds: readonly CellKind[];
  readonly numbers: readonly number[];
}

/** A row of cells; one object is used again for every row, so that readers keep nothing of it. */
export class Row {
  /** Index into the data set's files, and physical line from 1. */
  file = 0;
  line = 0;
  /** Bytes before the row in its unpacked text (JSON Lines: before its line), or rows before it in a columnar file. */
  position = 0;
  /** Whether the file gives types to its values, so that a number has no text of its own. */
  hasTypes = false;
  /** Columns of the cells. */
  readonly names: readonly string[];
  /** Cells as they stand in the file, unquoted; '' where missing. */
  readonly texts: string[] = [];
  kinds = new Uint8Array(64);
  /** The values of cells that are numbers; NaN and infinities included. */
  numbers = new Float64Array(64);
  /** Values of cells that are lists, by column. Such a cell is a text, of JSON. Readers of lists clear it for each row. */
  readonly lists = new Map<number, ListCell>();
  /** Columns whose bytes are no UTF-8: for readers that go on after them. */
  readonly invalidUtf8 = new Set<number>();

  /** `names` may grow while rows are read. */
  constructor(names: readonly string[]) {
    this.names = names;
  }

  /** Makes room for `width` cells; new ones are missing. */
  resize(width: number): void {
    while (this.texts.length < width) this.texts.push('');
    this.texts.length = width;
    if (this.kinds.length < width) {
      const kinds = new Uint8Array(width * 2);
      kinds.set(this.kinds);
      this.kinds = kinds;
      const numbers = new Float64Array(width * 2);
      numbers.set(this.numbers);
      this.numbers = numbers;
    }
  }

  clear(): void {
    this.texts.fill('');
    this.kinds.fill(CELL.missing);
  }

  /** Puts a text whose meaning the text itself decides. */
  setText(column: number, text: string, missingValues: ReadonlySet<string>): void {
    const kind = text === '' || missingValues.has(text) ? CELL.missing : classifyText(text);
    this.texts[column] = kind === CELL.missing ? '' : text;
    this.kinds[column] = kind;
    if (isNumeric(kind)) this.numbers[column] = parseNumber(text);
  }

  /** Puts a text that its file calls text: a JSON string stays one, even when it reads like a number. */
  setString(column: number, text: string, missingValues: ReadonlySet<string>): void {
    const missing = text === '' || missingValues.has(text);
    this.texts[column] = missing ? '' : text;
    this.kinds[column] = missing ? CELL.missing : CELL.text;
  }
}

export function isNumeric(kind: number): boolean {
  return kind >= CELL.integer && kind <= CELL.infinity;
}

const NUMBER = /^[ \t]*[+-]?(?:\d+(\.\d*)?|(\.\d+))([eE][+-]?\d+)?[ \t]*$/;
const NOT_A_NUMBER = /^[+-]?nan$/i;
const INFINITY = /^[+-]?inf(?:inity)?$/i;
const BOOLEAN = /^(?:true|false)$/i;

/**
 * Numbers are decimal, with an optional exponent and spaces around; `1,5`, `1_000`, `0x1F` and `5%` are text.
 * A whole number written with a point or an exponent (`3.0`) is a number and not an integer. `nan`, `inf` and `infinity`
 * in any case are what NumPy and pandas write for values that are no finite numbers; `1e999` is infinite, too.
 */
export function classifyText(text: string): Exclude<CellKind, typeof CELL.missing> {
  const first = text.charCodeAt(0);
  // Letters other than those of inf, nan, true and false can't begin anything but text.
  if (first > 0x39 && !/^[inft]/i.test(text)) return CELL.text;
  const match = NUMBER.exec(text);
  if (match !== null) {
    if (!Number.isFinite(Number(text))) return CELL.infinity;
    const whole = match[1] === undefined && match[2] === undefined && match[3] === undefined;
    return whole ? CELL.integer : CELL.number;
  }
  if (NOT_A_NUMBER.test(text)) return CELL.notANumber;
  if (INFINITY.test(text)) return CELL.infinity;
  return BOOLEAN.test(text) ? CELL.boolean : CELL.text;
}

const DECIMAL_COMMA =
  /^[ \t]*[+-]?(?:\d{1,3}(?:[. '\u2019\u00a0\u202f]\d{3})+|\d+),\d+(?:[eE][+-]?\d+)?[ \t]*$/;
const LONGEST_DECIMAL = 60;

/** Whether a text is a number as much of the world writes it: `110,6`, with thousands apart `1.234,5`. */
export function hasDecimalComma(text: string): boolean {
  return text.length <= LONGEST_DECIMAL && DECIMAL_COMMA.test(text);
}

/** Whether the comma of such a number may part thousands as well: `1,234`. */
export function mayHaveThousandsComma(text: string): boolean {
  return /^[ \t]*[+-]?[1-9]\d{0,2},\d{3}[ \t]*$/.test(text);
}

/** The value of a text that `classifyText` calls numeric. */
export function parseNumber(text: string): number {
  const value = Number(text);
  if (!Number.isNaN(value)) return value;
  if (!INFINITY.test(text)) return Number.NaN;
  return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/**
 * A cell's text such that it does not depend on whether its column was read as numbers: those as their shortest decimal
 * text (`39.10`, `+39.1` and `39.1` are one), null for what is not a number, other texts as they are.
 */
export function canonicalText(text: string): string | null {
  const kind = classifyText(text);
  if (kind === CELL.notANumber) return null;
  if (!isNumeric(kind)) return text;
  const value = parseNumber(text);
  return bigWholeNumber(text, value) ?? formatValue(value);
}

const DIGITS = /^[ \t]*([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?[ \t]*$/;

/**
 * All digits of a whole number beyond 2⁵³, where doubles no longer tell neighbours apart; null for every other number.
 * However it is written (`+09007199254740993.0`, `9.007199254740993e15`), the text is the same.
 */
export function bigWholeNumber(text: string, value: number): string | null {
  if (Number.isSafeInteger(value) || !Number.isInteger(value)) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = DIGITS.exec(text) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const shift = Number(exponent) - fraction.length;
  const end = digits.length + Math.min(0, shift);
  if (/[^0]/.test(digits.slice(end))) return null;
  return `${sign === '-' ? '-' : ''}${digits.slice(0, end)}${'0'.repeat(Math.max(0, shift))}`;
}

/** Shortest decimal text of a number; −0 is 0. */
export function formatValue(value: number): string {
  return String(value === 0 ? 0 : value);
}
