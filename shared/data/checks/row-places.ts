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

/**
 * Where rows of the sample stand. The sample does not keep that, but the contents that were remembered to find rows that
 * stand twice have their places, and the content of a sampled row is known by its hash where all its texts are known.
 * Equal rows are told by the place of the first of them. Unknown: rows whose content is not among the 16,384 remembered
 * ones, and those with a list, a text that was not kept, or a whole number beyond 2⁵³.
 */
export class RowPlaces {
  readonly #places: readonly (Place | undefined)[];

  constructor(state: ScanState, names: readonly string[]) {
    const { hashes, places } = state.contents;
    const known = new Map<bigint, Place>();
    for (const [index, hash] of hashes.entries()) {
      const [first] = places[index] ?? [];
      if (first !== undefined) known.set(hash, first);
    }
    this.#places = contentsOf(state, names).map((hash) =>
      hash === null ? undefined : known.get(hash),
    );
  }

  /** The first `most` of those that are known, each once. */
  firstOf(rows: Iterable<number>, most: number): Place[] {
    const found = new Map<string, Place>();
    for (const row of rows) {
      const place = this.#places[row];
      if (place !== undefined) found.set(`${place.file}:${place.line}`, place);
    }
    return [...found.values()].sort((a, b) => a.file - b.file || a.line - b.line).slice(0, most);
  }
}

interface ColumnHashes {
  readonly salt: { readonly high: number; readonly low: number };
  readonly words: Uint32Array;
  readonly numbers: Float64Array;
  /** By the 51 bits of a text's slot. */
  readonly texts: ReadonlyMap<number, { readonly high: number; readonly low: number }>;
}

/** `hashContent` of each row of the sample; null where it is not known. */
function contentsOf(state: ScanState, names: readonly string[]): (bigint | null)[] {
  const hasher = new Hasher();
  const columns = names.map((name, index) => hashesOfColumn(state, name, index, hasher));
  return Array.from(state.sample.hashes, (_, row) => {
    let [sumHigh, sumLow] = [0, 0];
    for (const column of columns) {
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
  });
}

function hashesOfColumn(
  { sample, columns }: ScanState,
  name: string,
  index: number,
  hasher: Hasher,
): ColumnHashes {
  const slots = sample.slots[index] ?? new BigUint64Array(0);
  const salt = saltOfColumn(name);
  const texts = new Map<number, { readonly high: number; readonly low: number }>();
  const column = columns[index];
  // The slot of a list is a hash, too, and no text of the column has it.
  for (const text of [
    ...(column?.values.counts?.texts ?? []),
    ...(sample.texts[index]?.values() ?? []),
  ]) {
    hasher.hashText(text);
    const { high, low } = hasher;
    texts.set(textKey(high >>> 13, (high << 19) | (low >>> 13)), { high, low });
  }
  return {
    salt: { high: highWord(salt), low: lowWord(salt) },
    words: wordsOf(slots),
    numbers: new Float64Array(slots.buffer, slots.byteOffset, slots.length),
    texts: column?.lists === null ? texts : new Map(),
  };
}

function textKey(high: number, low: number): number {
  return (high & 0x7ffff) * 2 ** 32 + (low >>> 0);
}

/** Leaves the hash of a present cell in `hasher`; false for a missing one, null where it is not known. */
function hashCell(
  { words, numbers, texts }: ColumnHashes,
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
    const known = texts.get(textKey(high, words[2 * row + LOW] ?? 0));
    if (known === undefined) return null;
    hasher.set(known.high, known.low);
    return true;
  }
  if ((high | 0) === (MISSING_HIGH | 0)) return false;
  if ((high | 0) === (NAN_HIGH | 0)) hasher.hashText('nan');
  else if ((high | 0) === (TRUE_HIGH | 0)) hasher.hashText('true');
  else if ((high | 0) === (FALSE_HIGH | 0)) hasher.hashText('false');
  else return null;
  return true;
}
