import {
  type CodedValues,
  type ColumnVector,
  lengthOfValues,
  type PlainValues,
  type Values,
} from '../../scan/index.ts';
import { checkListLength, tooManyListValues } from '../file-budget.ts';
import { MOST_BATCH_LIST_VALUES } from '../limits.ts';
import { damaged } from '../source-fault.ts';
import type { ValueTarget } from '../value-target.ts';
import type { Leaf } from './leaves.ts';
import type { Page, PageReader } from './page-reader.ts';
import type { LeafDecoder } from './page-values.ts';

/** Reads one column chunk some rows at a time; pages of different columns end in different rows. */
export class ColumnCursor {
  readonly #leaf: Leaf;
  readonly #decoder: LeafDecoder;
  readonly #pages: PageReader;
  #page: Page | null = null;
  /** Of lists: those that were read last. */
  #entries: Entries | null = null;

  constructor(leaf: Leaf, decoder: LeafDecoder, pages: PageReader) {
    this.#leaf = leaf;
    this.#decoder = decoder;
    this.#pages = pages;
  }

  /** The next rows, which must be there. */
  async read(rows: number): Promise<ColumnVector> {
    return this.#leaf.repetition === 0 ? await this.#readFlat(rows) : await this.#readLists(rows);
  }

  async #readFlat(rows: number): Promise<ColumnVector> {
    const { definition } = this.#leaf;
    const values = new ValueCollector((size) => this.#decoder.makeBatchTarget(size), rows);
    let valid: Uint8Array | null = null;
    for (let filled = 0; filled < rows; ) {
      const page = await this.#currentPage();
      if (page === null)
        throw damaged('Parquet file', `the column "${this.#leaf.name}" is too short`);
      const count = Math.min(rows - filled, page.left);
      let present = count;
      const { definitions } = page;
      if (definitions !== null && definitions.runOf(definition) >= count) {
        definitions.skipRun(count);
        valid?.fill(1, filled, filled + count);
      } else if (definitions !== null) {
        valid ??= new Uint8Array(rows).fill(1, 0, filled);
        definitions.read(valid, filled, count);
        present = 0;
        for (let at = filled; at < filled + count; at++) {
          const isPresent = valid[at] === definition ? 1 : 0;
          valid[at] = isPresent;
          present += isPresent;
        }
      } else valid?.fill(1, filled, filled + count);
      values.read(page, filled, present);
      if (valid !== null && present < count) values.spread(filled, count, present, valid);
      filled += count;
      page.left -= count;
    }
    return { valid, offsets: null, values: values.finish() };
  }

  /** Missing elements are left out, and a list without any is a missing one. */
  async #readLists(rows: number): Promise<ColumnVector> {
    const { definition } = this.#leaf;
    const offsets = new Uint32Array(rows + 1);
    const parts: Values[] = [];
    let row = -1;
    let total = 0;
    let present = 0;
    const flush = () => {
      if (present === 0 || this.#entries === null) return;
      const values = new ValueCollector((size) => this.#decoder.makeTarget(size), present);
      values.read(this.#entries.page, 0, present);
      parts.push(values.finish());
      present = 0;
    };
    for (;;) {
      let entries = this.#entries;
      if (entries === null || entries.at === entries.count) {
        const page = await this.#currentPage();
        if (page !== entries?.page) flush();
        if (page === null) break;
        entries = nextEntries(page, this.#leaf, entries);
        this.#entries = entries;
      }
      const { repetitions, definitions, count } = entries;
      let { at } = entries;
      for (; at < count; at++) {
        if (repetitions[at] === 0) {
          if (row >= 0) checkListLength(total - (offsets[row] as number), this.#leaf.name);
          if (row + 1 === rows) break;
          offsets[++row] = total;
        }
        if (definitions[at] !== definition) continue;
        present++;
        total++;
      }
      entries.at = at;
      if (row < 0 && at > 0) throw damaged('Parquet file', 'a list has no beginning');
      if (row >= 0) checkListLength(total - (offsets[row] as number), this.#leaf.name);
      if (total > MOST_BATCH_LIST_VALUES) throw tooManyListValues();
      if (at < count) break;
    }
    flush();
    if (row + 1 < rows)
      throw damaged('Parquet file', `the column "${this.#leaf.name}" is too short`);
    offsets[rows] = total;
    return { valid: null, offsets, values: joinParts(this.#decoder.makeTarget(total), parts) };
  }

  async #currentPage(): Promise<Page | null> {
    while (this.#page === null || this.#page.left === 0) {
      this.#page = await this.#pages.next();
      if (this.#page === null) return null;
    }
    return this.#page;
  }
}

const MOST_ENTRIES = 4096;

/** Some entries of a page of lists: for each whether it begins a row, and what is there. */
interface Entries {
  readonly page: Page;
  readonly repetitions: Uint8Array;
  readonly definitions: Uint8Array;
  readonly count: number;
  /** Those before it have been used. */
  at: number;
}

function nextEntries(page: Page, leaf: Leaf, before: Entries | null): Entries {
  const repetitions = before?.repetitions ?? new Uint8Array(MOST_ENTRIES);
  const definitions = before?.definitions ?? new Uint8Array(MOST_ENTRIES).fill(leaf.definition);
  const count = Math.min(page.left, MOST_ENTRIES);
  page.repetitions?.read(repetitions, 0, count);
  page.definitions?.read(definitions, 0, count);
  page.left -= count;
  return { page, repetitions, definitions, count, at: 0 };
}

type MakeTarget = (size: number) => ValueTarget;

/** Values of several pages: codes while all of them have one dictionary, else the values themselves. */
class ValueCollector {
  readonly #makeTarget: MakeTarget;
  readonly #size: number;
  #coded: CodedValues | null = null;
  #target: ValueTarget | null = null;

  constructor(makeTarget: MakeTarget, size: number) {
    this.#makeTarget = makeTarget;
    this.#size = size;
  }

  read(page: Page, offset: number, count: number): void {
    if (count === 0) return;
    const { values } = page;
    if (values.kind === 'plain') {
      values.read(this.#plainTarget(offset), offset, count);
      return;
    }
    const { dictionary } = values;
    if (this.#target === null) {
      this.#coded ??= { kind: 'coded', codes: new Int32Array(this.#size), dictionary };
    }
    const codes = this.#coded?.codes ?? new Int32Array(offset + count);
    values.codes.read(codes, offset, count);
    const length = lengthOfValues(dictionary);
    for (let at = offset; at < offset + count; at++) {
      if ((codes[at] ?? 0) >= length) throw damaged('Parquet file', 'a code is in no dictionary');
    }
    if (this.#target === null) return;
    for (let at = offset; at < offset + count; at++) {
      this.#target.copy(at, dictionary, codes[at] ?? 0);
    }
  }

  /** Moves what was read last to where `valid` has a 1. */
  spread(start: number, count: number, present: number, valid: Uint8Array): void {
    this.#target?.spread(start, count, present, valid);
    const codes = this.#coded?.codes;
    if (codes === undefined) return;
    let from = start + present - 1;
    for (let to = start + count - 1; to >= start; to--) {
      codes[to] = valid[to] === 1 ? (codes[from--] ?? 0) : 0;
    }
  }

  finish(): Values {
    return this.#coded ?? (this.#target ?? this.#makeTarget(this.#size)).values();
  }

  /** Values that were codes so far are written out. */
  #plainTarget(filled: number): ValueTarget {
    if (this.#target !== null) return this.#target;
    const target = this.#makeTarget(this.#size);
    this.#target = target;
    const coded = this.#coded;
    this.#coded = null;
    for (let at = 0; coded !== null && at < filled; at++) {
      target.copy(at, coded.dictionary, coded.codes[at] ?? 0);
    }
    return target;
  }
}

function joinParts(target: ValueTarget, parts: readonly Values[]): PlainValues {
  let filled = 0;
  for (const part of parts) {
    if (part.kind === 'coded') {
      for (const code of part.codes) target.copy(filled++, part.dictionary, code);
    } else {
      const length = lengthOfValues(part);
      for (let at = 0; at < length; at++) target.copy(filled++, part, at);
    }
  }
  return target.values();
}
