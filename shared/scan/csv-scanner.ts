import { isUtf8 } from 'node:buffer';
import { LONGEST_ROW, MOST_COLUMNS } from './limits.ts';
import { firstInvalidByte } from './utf8.ts';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const QUOTE = 34;

const State = { rowStart: 0, cellStart: 1, plain: 2, quoted: 3, quoteInQuoted: 4, afterQuoted: 5 };

const PLAIN = 0;
const QUOTED = 1;
/** Quoted, with doubled quotes inside. */
const DOUBLED = 2;

/** What is wrong with a row's bytes; the row is given all the same, so that reading can go on. */
export type CsvFault =
  | { readonly kind: 'unclosed-quote' | 'text-after-quote'; readonly line: number }
  | { readonly kind: 'invalid-utf8'; readonly line: number; readonly byteOffset: number }
  | { readonly kind: 'row-too-long'; readonly line: number; readonly quoteLine: number | null };

/** A row while the scanner's callback runs. */
export interface CsvRow {
  /** Physical line on which the row begins, from 1. */
  readonly line: number;
  /** Bytes of the file before it. */
  readonly position: number;
  readonly cellCount: number;
  readonly fault: CsvFault | null;
  /** Text of cell `index`, unquoted. */
  text(index: number): string;
  /** Whether the bytes of cell `index` are UTF-8. */
  isUtf8(index: number): boolean;
}

/**
 * Reads CSV bytes (RFC 4180, any one-byte delimiter) that come in chunks of any size; what it gives does not depend on
 * where they are cut. LF, CRLF and CR end a row and count as one line, inside quotes, too. A quote that does not begin a
 * cell is text. Empty lines are skipped: an empty cell in a file of one column is written `""`.
 */
export class CsvScanner implements CsvRow {
  readonly #delimiter: number;
  readonly #onRow: (row: CsvRow) => void;
  #buffer: Buffer = Buffer.allocUnsafe(1 << 17);
  /** Bytes of the file before the buffer's first one. */
  #offset: number;
  #end = 0;
  #position = 0;
  #rowStart = 0;
  #state = State.rowStart;
  #previousWasCarriageReturn = false;
  #line = 1;
  #quoteLine = 0;
  /** Bits of all bytes of the row: bit 7 tells whether it is more than ASCII. */
  #bits = 0;

  /** Cells of the row, as offsets from its start. */
  #starts = new Int32Array(64);
  #ends = new Int32Array(64);
  #styles = new Uint8Array(64);
  #cellStart = 0;
  #cellStyle = PLAIN;

  line = 1;
  cellCount = 0;
  fault: CsvFault | null = null;

  get position(): number {
    return this.#offset + this.#rowStart;
  }

  /** Set when a row is longer than the limit: nothing more may be pushed. */
  refusal: CsvFault | null = null;

  /** `offset`: bytes of the file that were left out before the first chunk (a byte order mark). */
  constructor(delimiter: string, onRow: (row: CsvRow) => void, offset = 0) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#onRow = onRow;
    this.#offset = offset;
  }

  push(chunk: Uint8Array): void {
    this.#makeRoom(chunk.length);
    this.#buffer.set(chunk, this.#end);
    this.#end += chunk.length;
    this.#scan();
    if (this.#position - this.#rowStart > LONGEST_ROW) this.#refuse();
  }

  /** Gives the last row, which need not end with a line break. */
  finish(): void {
    if (this.#state === State.quoted) {
      this.fault ??= { kind: 'unclosed-quote', line: this.#quoteLine };
    }
    if (this.#state !== State.rowStart) this.#endRow(this.#end);
    this.#rowStart = this.#position;
  }

  text(index: number): string {
    const start = this.#rowStart + (this.#starts[index] ?? 0);
    const end = this.#rowStart + (this.#ends[index] ?? 0);
    if (start >= end) return '';
    // Latin-1 decodes ASCII several times as fast.
    const text = this.#buffer.toString(this.#bits < 0x80 ? 'latin1' : 'utf8', start, end);
    return this.#styles[index] === DOUBLED ? text.replaceAll('""', '"') : text;
  }

  isUtf8(index: number): boolean {
    const start = this.#rowStart + (this.#starts[index] ?? 0);
    const end = this.#rowStart + (this.#ends[index] ?? 0);
    return this.#bits < 0x80 || start >= end || isUtf8(this.#buffer.subarray(start, end));
  }

  #makeRoom(length: number): void {
    if (this.#end + length <= this.#buffer.length) return;
    const kept = this.#end - this.#rowStart;
    const target =
      kept + length <= this.#buffer.length / 2
        ? this.#buffer
        : Buffer.allocUnsafe(2 * (kept + length));
    this.#buffer.copy(target, 0, this.#rowStart, this.#end);
    this.#buffer = target;
    this.#offset += this.#rowStart;
    this.#position -= this.#rowStart;
    this.#end = kept;
    this.#rowStart = 0;
  }

  #scan(): void {
    const buffer = this.#buffer;
    const end = this.#end;
    const delimiter = this.#delimiter;
    while (this.#position < end) {
      switch (this.#state) {
        case State.rowStart:
          this.#beginRow(buffer[this.#position] as number);
          break;
        case State.cellStart:
          this.#cellStart = this.#position - this.#rowStart;
          if (buffer[this.#position] === QUOTE) {
            this.#cellStart++;
            this.#cellStyle = QUOTED;
            this.#quoteLine = this.#line;
            this.#state = State.quoted;
            this.#position++;
          } else {
            this.#cellStyle = PLAIN;
            this.#state = State.plain;
          }
          break;
        case State.plain:
        case State.afterQuoted: {
          let position = this.#position;
          let byte = 0;
          let bits = this.#bits;
          for (; position < end; position++) {
            byte = buffer[position] as number;
            if (byte === delimiter || byte === LINE_FEED || byte === CARRIAGE_RETURN) break;
            bits |= byte;
          }
          this.#bits = bits;
          this.#position = position;
          if (position < end) this.#endCellAt(byte, position);
          break;
        }
        case State.quoted:
          this.#scanQuoted(buffer, end);
          break;
        default:
          this.#decideQuote(buffer[this.#position] as number);
      }
    }
  }

  #beginRow(byte: number): void {
    const lineFeedOfPair = byte === LINE_FEED && this.#previousWasCarriageReturn;
    this.#previousWasCarriageReturn = byte === CARRIAGE_RETURN;
    if (byte === LINE_FEED || byte === CARRIAGE_RETURN) {
      if (!lineFeedOfPair) this.#line++;
      this.#position++;
      this.#rowStart = this.#position;
      return;
    }
    this.#rowStart = this.#position;
    this.line = this.#line;
    this.cellCount = 0;
    this.fault = null;
    this.#bits = 0;
    this.#state = State.cellStart;
  }

  #scanQuoted(buffer: Buffer, end: number): void {
    let position = this.#position;
    for (; position < end; position++) {
      const byte = buffer[position] as number;
      this.#bits |= byte;
      if (byte === QUOTE) {
        this.#state = State.quoteInQuoted;
        position++;
        break;
      }
      if (byte === CARRIAGE_RETURN || (byte === LINE_FEED && !this.#previousWasCarriageReturn)) {
        this.#line++;
      }
      this.#previousWasCarriageReturn = byte === CARRIAGE_RETURN;
    }
    this.#position = position;
  }

  /** `byte` follows a quote in a quoted cell: the second of two, or the cell's end. */
  #decideQuote(byte: number): void {
    this.#previousWasCarriageReturn = false;
    const position = this.#position;
    if (byte === QUOTE) {
      this.#cellStyle = DOUBLED;
      this.#state = State.quoted;
      this.#position++;
    } else if (byte === this.#delimiter || byte === LINE_FEED || byte === CARRIAGE_RETURN) {
      this.#endCellAt(byte, position);
    } else {
      this.fault ??= { kind: 'text-after-quote', line: this.#line };
      this.#state = State.afterQuoted;
    }
  }

  #endCellAt(byte: number, position: number): void {
    if (byte === this.#delimiter) {
      this.#endCell(position);
      this.#state = State.cellStart;
      this.#position = position + 1;
      return;
    }
    this.#endRow(position);
    this.#line++;
    this.#previousWasCarriageReturn = byte === CARRIAGE_RETURN;
    this.#position = position + 1;
    this.#rowStart = this.#position;
  }

  #endCell(position: number): void {
    const index = this.cellCount++;
    if (index >= this.#starts.length) {
      // Cells beyond the most that a table may have are counted and not kept.
      if (index > MOST_COLUMNS) return;
      this.#starts = enlarge(this.#starts, new Int32Array(index * 2));
      this.#ends = enlarge(this.#ends, new Int32Array(index * 2));
      this.#styles = enlarge(this.#styles, new Uint8Array(index * 2));
    }
    const closed = this.#state === State.quoteInQuoted ? 1 : 0;
    this.#starts[index] = this.#cellStart;
    this.#ends[index] = position - this.#rowStart - closed;
    this.#styles[index] = this.#cellStyle;
  }

  #endRow(position: number): void {
    if (this.#state === State.cellStart) {
      this.#cellStart = position - this.#rowStart;
      this.#cellStyle = PLAIN;
    }
    this.#endCell(position);
    if (position - this.#rowStart > LONGEST_ROW) this.#refuse();
    if (this.#bits >= 0x80) this.#checkUtf8(position);
    this.#state = State.rowStart;
    this.#onRow(this);
  }

  #checkUtf8(end: number): void {
    const bytes = this.#buffer.subarray(this.#rowStart, end);
    if (isUtf8(bytes)) return;
    const at = firstInvalidByte(bytes);
    let line = this.line;
    for (let index = 0; index < at; index++) {
      const byte = bytes[index];
      const ofPair = byte === LINE_FEED && bytes[index - 1] === CARRIAGE_RETURN;
      if (byte === CARRIAGE_RETURN || (byte === LINE_FEED && !ofPair)) line++;
    }
    this.fault ??= { kind: 'invalid-utf8', line, byteOffset: this.#offset + this.#rowStart + at };
  }

  #refuse(): void {
    const inQuotes = this.#state === State.quoted || this.#state === State.quoteInQuoted;
    const quoteLine = inQuotes ? this.#quoteLine : null;
    this.refusal = { kind: 'row-too-long', line: this.line, quoteLine };
  }
}

function enlarge<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
