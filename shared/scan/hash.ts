import { LEAST_SAMPLE_ROWS, SAMPLE_CELLS, SAMPLE_ROWS } from './limits.ts';

/**
 * Hashes of cells and rows, 64 bits. They decide which rows are sampled and estimate distinct counts, so that every
 * scanner must give the same ones; they are no protection against someone who looks for collisions, and nothing that
 * passes or fails may rest on them alone.
 */

const MASK = (1n << 64n) - 1n;
const GOLDEN = 0x9e3779b97f4a7c15n;
const ROUND = 0x9fb21c651e98df25n;
const FINISH = 0xd6e8feb86659fd93n;

/** Of the bytes of a text as they stand in the file, unquoted and unescaped. */
export function hashBytes(bytes: Uint8Array): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.byteLength;
  let hash = (BigInt(length) * GOLDEN) & MASK;
  let position = 0;
  for (; length - position >= 8; position += 8) {
    hash = round(hash, view.getBigUint64(position, true));
  }
  const rest = length - position;
  if (rest >= 4) {
    const low = BigInt(view.getUint32(position, true));
    const high = BigInt(view.getUint32(length - 4, true));
    hash = round(hash, low | (high << 32n));
  } else if (rest > 0) {
    const first = view.getUint8(position);
    const middle = view.getUint8(position + (rest >> 1));
    hash = round(hash, BigInt(first | (middle << 8) | (view.getUint8(length - 1) << 16)));
  }
  hash = (hash * FINISH) & MASK;
  return hash ^ (hash >> 32n);
}

function round(hash: bigint, word: bigint): bigint {
  const mixed = ((hash ^ word) * ROUND) & MASK;
  return mixed ^ (mixed >> 32n);
}

/**
 * Of a numeric cell: `hashBytes` of the 8 bytes (little endian) of its double, −0 as 0, so that equal numbers are equal
 * however they are written. A whole number beyond 2⁵³: of its digits as ASCII (`bigWholeNumber`). NaN: of `nan`; a
 * boolean: of `true` or `false`. A text: of its bytes. A list: `hashList` of its values.
 */
export type CellHash = bigint;

/**
 * Of a row's cells: Σ over the present ones of (cell hash XOR its column's salt)·ROUND modulo 2⁶⁴, then mixed. A missing
 * cell is null and adds nothing, and salts come from names: the columns' order, and columns that come later, say nothing.
 */
export function hashContent(cells: readonly (CellHash | null)[], salts: readonly bigint[]): bigint {
  let sum = 0n;
  for (const [column, cell] of cells.entries()) {
    if (cell !== null) sum = (sum + (cell ^ (salts[column] ?? 0n)) * ROUND) & MASK;
  }
  return mix(sum);
}

/** `hashBytes` of the column's name in UTF-8. */
export function saltOfColumn(name: string): bigint {
  return hashBytes(new TextEncoder().encode(name));
}

/** Of a list: `hashContent` of its values, with (index + 1)·GOLDEN as salts. */
export function hashList(values: readonly CellHash[]): CellHash {
  return hashContent(
    values,
    values.map((_, index) => (BigInt(index + 1) * GOLDEN) & MASK),
  );
}

/**
 * Of the place of a row. `file`: index among the files of the data set; `position`: bytes before the row in its
 * unpacked text (of JSON Lines: before its line), or rows before it in a columnar file.
 */
export function hashPlace(file: number, position: number): bigint {
  return mix(((BigInt(file + 1) * GOLDEN) & MASK) ^ BigInt(position));
}

/** The finalizer of MurmurHash3 (Appleby, public domain). */
export function mix(value: bigint): bigint {
  let hash = value;
  hash = ((hash ^ (hash >> 33n)) * 0xff51afd7ed558ccdn) & MASK;
  hash = ((hash ^ (hash >> 33n)) * 0xc4ceb9fe1a85ec53n) & MASK;
  return hash ^ (hash >> 33n);
}

/** From all rows on, three quarters of the one before; 100 of them keep one row in 3·10¹². */
export const SAMPLE_THRESHOLDS: readonly bigint[] = Array.from({ length: 100 }).reduce<bigint[]>(
  (levels) => {
    const last = levels.at(-1) ?? MASK;
    return levels.length === 0 ? [MASK] : [...levels, last - (last >> 2n)];
  },
  [],
);

/** Rows that the sample of a table with so many columns may have. */
export function sampleCapacity(columns: number): number {
  const fitting = Math.floor(SAMPLE_CELLS / Math.max(1, columns));
  return Math.max(LEAST_SAMPLE_ROWS, Math.min(SAMPLE_ROWS, fitting));
}

/** Slots of cells that are no numbers: NaNs that no arithmetic gives. */
export const SLOT = {
  missing: 0x7ff9_0000_0000_0000n,
  notANumber: 0x7ffa_0000_0000_0000n,
  false: 0x7ffb_0000_0000_0000n,
  true: 0x7ffc_0000_0000_0000n,
} as const;

const TEXT_SLOT = 0xfff8_0000_0000_0000n;

/** A finite number or an infinity: the bits of its double, −0 as 0. */
export function slotOfNumber(value: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value === 0 ? 0 : value);
  return view.getBigUint64(0);
}

/** A text or a list: the upper 51 bits of its hash. */
export function slotOfText(hash: CellHash): bigint {
  return TEXT_SLOT | (hash >> 13n);
}

export function isTextSlot(slot: bigint): boolean {
  return slot >= TEXT_SLOT;
}
