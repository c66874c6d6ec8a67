import {
  Hasher,
  HIGH,
  highWord,
  LOW,
  lowWord,
  type Place,
  type ScanState,
  SLOT,
  saltOfColumn,
  wordsOf,
} from '../../scan/index.ts';

/** Text slots have these bits set; the other 51 are the upper ones of the text's hash. */
const TEXT_HIGH = 0xfff80000;
/** From here on whole numbers have the hash of their digits. */
const FIRST_UNSAFE = 2 ** 53;
const NAN_HIGH = highWord(SLOT.notANumber);
const TRUE_HIGH = highWord(SLOT.true);
const FALSE_HIGH = highWord(SLOT.false);
const MISSING_HIGH = highWord(SLOT.missing);

/** Rows that are asked where they stand: more of them show nothing new. */
const MOST_ASKED = 20_000;

/**
 * Where rows of the sample stand. The sample does not keep that, but the contents that were remembered to find rows that
 * stand twice have their places, and the content of a sampled row is known by its hash where all its texts are known.
 * Equal rows are told by the place of the first of them. Unknown: rows whose content is not among the 16,384 remembered
 * ones, and those with a list, a text that was not kept, or a whole number beyond 2⁵³.
 */
export class RowPlaces {
  readonly #known = new Map<bigint, Place>();
  readonly #columns: readonly ColumnTexts[];
  readonly #hasher = new Hasher();
  /** By row of the sample, those that were asked for. */
  readonly #asked = new Map<number, Place | undefined>();

  constructor(state: ScanState, names: readonly string[]) {
    const { hashes, places } = state.contents;
    for (const [index, hash] of hashes.entries()) {
      const [first] = places[index] ?? [];
      if (first !== undefined) this.#known.set(hash, first);
    }
    this.#columns = names.map((name, index) => textsOfColumn(state, name, index, this.#hasher));
  }

  /** The first `most` of those that are known, each once. Only so many rows are asked for. */
  firstOf(rows: Iterable<number>, most: number): Place[] {
    const found = new Map<string, Place>();
    let left = MOST_ASKED;
    for (const row of rows) {
      if (left-- === 0) break;
      const place = this.#placeOf(row);
      if (place !== undefined) found.set(`${place.file}:${place.line}`, place);
    }
    return [...found.values()].sort((a, b) => a.file - b.file || a.line - b.line).slice(0, most);
  }

  #placeOf(row: number): Place | undefined {
    if (!this.#asked.has(row)) {
      const content = this.#contentOf(row);
      this.#asked.set(row, content === null ? undefined : this.#known.get(content));
    }
    return this.#asked.get(row);
  }

  /** `hashContent` of a row; null where it is not known. */
  #contentOf(row: number): bigint | null {
    const hasher = this.#hasher;
    let [sumHigh, sumLow] = [0, 0];
    for (const column of this.#columns) {
      const isThere = hashCell(column, row, hasher);
      if (isThere === null) return null;
      if (!isThere) continue;
      hasher.salted(column.salt.high, column.salt.low);
      const low = (sumLow >>> 0) + (hasher.low >>> 0);
      sumHigh = (sumHigh + hasher.high + (low > 0xffff_ffff ? 1 : 0)) | 0;
      sumLow = low | 0;
    }
    hasher.set(sumHigh, sumLow);
    hasher.mix();
    return (BigInt(hasher.high >>> 0) << 32n) | BigInt(hasher.low >>> 0);
  }
}

interface ColumnTexts {
  readonly salt: { readonly high: number; readonly low: number };
  readonly slots: BigUint64Array;
  readonly words: Uint32Array;
  readonly numbers: Float64Array;
  /** Texts that were counted one by one, by the 51 bits of their slot. */
  readonly counted: ReadonlyMap<number, string>;
  /** Those of the sample. */
  readonly sampled: ReadonlyMap<bigint, string>;
}

function textsOfColumn(
  { sample, columns }: ScanState,
  name: string,
  index: number,
  hasher: Hasher,
): ColumnTexts {
  const slots = sample.slots[index] ?? new BigUint64Array(0);
  const salt = saltOfColumn(name);
  const column = columns[index];
  // The slot of a list is a hash, too, and no text of the column has it.
  const isPlain = column?.lists === null;
  const counted = new Map<number, string>();
  for (const text of isPlain ? (column.values.counts?.texts ?? []) : []) {
    hasher.hashText(text);
    counted.set(textKey(hasher.high >>> 13, (hasher.high << 19) | (hasher.low >>> 13)), text);
  }
  return {
    salt: { high: highWord(salt), low: lowWord(salt) },
    slots,
    words: wordsOf(slots),
    numbers: new Float64Array(slots.buffer, slots.byteOffset, slots.length),
    counted,
    sampled: (isPlain ? sample.texts[index] : undefined) ?? new Map<bigint, string>(),
  };
}

function textKey(high: number, low: number): number {
  return (high & 0x7ffff) * 2 ** 32 + (low >>> 0);
}

/** Leaves the hash of a present cell in `hasher`; false for a missing one, null where it is not known. */
function hashCell(
  { slots, words, numbers, counted, sampled }: ColumnTexts,
  row: number,
  hasher: Hasher,
): boolean | null {
  const number = numbers[row] ?? Number.NaN;
  if (!Number.isNaN(number)) {
    if (Math.abs(number) >= FIRST_UNSAFE && Number.isInteger(number)) return null;
    hasher.hashNumber(number);
    return true;
  }
  const high = words[2 * row + HIGH] ?? 0;
  if (high >>> 0 >= TEXT_HIGH) {
    const key = textKey(high, words[2 * row + LOW] ?? 0);
    const text = counted.get(key) ?? sampled.get(slots[row] ?? 0n);
    if (text === undefined) return null;
    hasher.hashText(text);
    // A text that was cut has the hash of another one.
    return textKey(hasher.high >>> 13, (hasher.high << 19) | (hasher.low >>> 13)) === key || null;
  }
  if ((high | 0) === (MISSING_HIGH | 0)) return false;
  if ((high | 0) === (NAN_HIGH | 0)) hasher.hashText('nan');
  else if ((high | 0) === (TRUE_HIGH | 0)) hasher.hashText('true');
  else if ((high | 0) === (FALSE_HIGH | 0)) hasher.hashText('false');
  else return null;
  return true;
}
