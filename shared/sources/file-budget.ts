import {
  type ColumnVector,
  lengthOfValues,
  MOST_LIST_VALUES,
  type PlainValues,
  type TextValues,
  type Utf8Values,
} from '../scan/index.ts';
import {
  CELLS_FROM,
  COLUMNAR_EXPANSION_FROM_BYTES,
  MOST_BATCH_LIST_VALUES,
  MOST_BATCH_TEXT,
  MOST_CELLS_PER_BYTE,
  MOST_COLUMNAR_EXPANSION,
  MOST_HELD_BYTES,
} from './limits.ts';
import { SourceFault } from './source-fault.ts';

const TEXT_PER_CELL = 64;
/** Of a text in memory, beside its bytes. */
const TEXT_OVERHEAD = 32;

/** What was read of a file so far; can be cloned. */
export interface Spending {
  readonly cells: number;
  readonly unpacked: number;
}

/**
 * What the reader of one columnar file may spend on it: its time and memory stay within what its bytes may ask for,
 * whatever it claims. Each method throws a `SourceFault` beyond that.
 */
export class FileBudget {
  readonly #fileBytes: number;
  /** That read the file, each with a budget of its own. */
  readonly threads: number;
  #cells = 0;
  #unpacked = 0;
  #held = 0;

  /** `fileBytes`: as it is stored. */
  constructor(fileBytes: number, threads = 1) {
    this.#fileBytes = fileBytes;
    this.threads = threads;
  }

  get spent(): Spending {
    return { cells: this.#cells, unpacked: this.#unpacked };
  }

  /** Adds what another thread has spent on the same file. */
  add({ cells, unpacked }: Spending): void {
    this.addCells(cells);
    this.addUnpacked(unpacked);
  }

  /** Cells, or values of lists where those are more, before they are read. */
  addCells(count: number): void {
    this.#cells += count;
    if (this.#cells <= Math.max(CELLS_FROM, this.#fileBytes * MOST_CELLS_PER_BYTE)) return;
    throw new SourceFault(
      `The file has more than ${MOST_CELLS_PER_BYTE.toLocaleString('en')} cells for each of its bytes`,
      'Check what it holds, and leave out columns that are empty or constant',
    );
  }

  /** Bytes that are unpacked, before they are; those that are only copied, too. */
  addUnpacked(bytes: number): void {
    this.#unpacked += bytes;
    const most = Math.max(COLUMNAR_EXPANSION_FROM_BYTES, this.#fileBytes * MOST_COLUMNAR_EXPANSION);
    if (this.#unpacked <= most) return;
    throw new SourceFault(
      `The file unpacks to more than ${MOST_COLUMNAR_EXPANSION.toLocaleString('en')} times its size`,
      'Check what it holds, and write it with another compression if that is right',
    );
  }

  /** `bytes` are held in memory, or no more where it is negative. */
  hold(bytes: number): void {
    this.#held += bytes;
    if (this.#held <= MOST_HELD_BYTES / this.threads) return;
    throw new SourceFault(
      `Dictionaries and pages of the file that must be held at once have more than ${MOST_HELD_BYTES / 1024 ** 3} GiB`,
      'Write it with smaller ones, or with fewer columns',
    );
  }

  /** Nothing is held any more. */
  release(): void {
    this.#held = 0;
  }

  /** Counts the texts of one batch, a column at a time, once they are read. */
  batch(): (vector: ColumnVector) => void {
    let characters = 0;
    return ({ values }) => {
      const plain = values.kind === 'coded' ? values.dictionary : values;
      const codes = values.kind === 'coded' ? values.codes : null;
      if (plain.kind !== 'texts' && plain.kind !== 'utf8') return;
      if (codes === null) {
        const length = lengthOf(plain);
        characters += length;
        if (characters > MOST_BATCH_TEXT) throw tooMuchText();
        this.addCells(Math.floor(length / TEXT_PER_CELL));
      } else if (longestOf(plain) > TEXT_PER_CELL) {
        let length = 0;
        for (const code of codes) length += lengthAt(plain, code);
        this.addCells(Math.floor(length / TEXT_PER_CELL));
      }
    };
  }
}

/** What values take in memory, about. */
export function heldBytes(values: PlainValues): number {
  if (values.kind === 'texts') return lengthOf(values) + values.texts.length * TEXT_OVERHEAD;
  if (values.kind === 'utf8') return values.bytes.length + 8 * values.starts.length;
  return lengthOfValues(values) * (values.kind === 'numbers' ? 8 : 1);
}

type Texts = TextValues | Utf8Values;

/** Characters, or bytes where that is what is known. */
function lengthAt(values: Texts, at: number): number {
  if (values.kind === 'texts') return values.texts[at]?.length ?? 0;
  return (values.ends[at] ?? 0) - (values.starts[at] ?? 0);
}

function lengthOf(values: Texts): number {
  let length = 0;
  if (values.kind === 'texts') {
    for (const text of values.texts) length += text.length;
    return length;
  }
  const { starts, ends } = values;
  for (let at = 0; at < starts.length; at++)
    length += (ends[at] as number) - (starts[at] as number);
  return length;
}

const longest = new WeakMap<PlainValues, number>();

function longestOf(dictionary: Texts): number {
  const known = longest.get(dictionary);
  if (known !== undefined) return known;
  const count = lengthOfValues(dictionary);
  let most = 0;
  for (let at = 0; at < count; at++) most = Math.max(most, lengthAt(dictionary, at));
  longest.set(dictionary, most);
  return most;
}

export function tooMuchText(): SourceFault {
  return new SourceFault(
    `Some rows of the file hold more than ${MOST_BATCH_TEXT / 1024 / 1024} MiB of text`,
    'Leave the column of long texts out of the file',
  );
}

export function checkListLength(length: number, column: string): void {
  if (length <= MOST_LIST_VALUES) return;
  throw new SourceFault(
    `A list of the column "${column}" has more than ${MOST_LIST_VALUES.toLocaleString('en')} values`,
    'Cut the list, or leave its column out of the file',
  );
}

export function tooManyListValues(): SourceFault {
  return new SourceFault(
    `Some lists of the file that stand together hold more than ${MOST_BATCH_LIST_VALUES.toLocaleString('en')} values`,
    'Cut the lists, or leave their column out of the file',
  );
}
