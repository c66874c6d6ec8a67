import { CELL } from './cell.ts';
import { isTextSlot, SAMPLE_THRESHOLDS, SLOT, sampleCapacity } from './hash.ts';
import { LONGEST_COUNTED_TEXT } from './limits.ts';
import { rowsWithTexts } from './row-sample.ts';
import type { ColumnState, RowSample } from './scan-state.ts';
import { demand } from './state-consistency.ts';
import { decodeWords, encodeWords } from './words-text.ts';

export interface SampleJson {
  readonly level: number;
  readonly hashes: string;
  readonly slots: readonly string[];
  /** By column: the slots that have a text, and the texts. */
  readonly texts: readonly { readonly slots: string; readonly texts: readonly string[] }[];
}

export function encodeSample({ level, hashes, slots, texts }: RowSample): SampleJson {
  return {
    level,
    hashes: encodeWords(hashes),
    slots: slots.map(encodeWords),
    texts: texts.map((named) => ({
      slots: encodeWords(BigUint64Array.from(named.keys())),
      texts: [...named.values()],
    })),
  };
}

export function decodeSample(
  json: SampleJson,
  rows: number,
  columns: readonly ColumnState[],
): RowSample {
  const { level } = json;
  const hashes = decodeWords(json.hashes);
  demand(level === 0 ? hashes.length === rows : hashes.length <= rows, 'sampled rows are missing');
  demand(hashes.length <= sampleCapacity(columns.length), 'the sample is too large');
  demand(
    hashes.every((hash, index) => index === 0 || hash >= (hashes[index - 1] ?? 0n)) &&
      (hashes.at(-1) ?? 0n) <= (SAMPLE_THRESHOLDS[level] ?? 0n),
    'sampled rows are not in order',
  );
  demand(
    json.slots.length === columns.length && json.texts.length === columns.length,
    'the sample has other columns',
  );
  const slots = json.slots.map((text, index) => {
    const column = decodeWords(text);
    demand(column.length === hashes.length, 'sampled cells are missing');
    checkSlots(column, columns[index], level === 0);
    return column;
  });
  const named = rowsWithTexts({ level, hashes });
  return {
    level,
    hashes,
    slots,
    texts: json.texts.map((texts, index) => {
      const used = new Set(slots[index]?.subarray(0, named));
      return decodeTexts(texts, used);
    }),
  };
}

/** Every slot is one that a cell may have, and they are as many of each sort as the column has cells. */
function checkSlots(
  slots: BigUint64Array,
  column: ColumnState | undefined,
  isWhole: boolean,
): void {
  if (column === undefined) return;
  const numbers = new Float64Array(slots.buffer, slots.byteOffset, slots.length);
  const { min, max, count } = column.numbers;
  let finite = 0;
  let present = 0;
  for (const [index, slot] of slots.entries()) {
    const value = numbers[index] ?? 0;
    if (slot !== SLOT.missing) present++;
    if (Number.isFinite(value)) {
      finite++;
      demand(value >= min && value <= max, 'a sampled number is out of range');
    } else if (Number.isNaN(value)) {
      const isKnown = slot === SLOT.notANumber || slot === SLOT.true || slot === SLOT.false;
      demand(isKnown || slot === SLOT.missing || isTextSlot(slot), 'a sampled cell is nothing');
    }
  }
  if (column.lists !== null) {
    const { examples } = column.lists;
    demand(isWhole ? present === examples : present <= examples, 'sampled cells are missing');
    return;
  }
  const cells = column.kinds.reduce((sum, one) => sum + one, 0) - (column.kinds[CELL.missing] ?? 0);
  demand(
    isWhole ? finite === count && present === cells : finite <= count && present <= cells,
    'sampled cells are missing',
  );
}

function decodeTexts(
  json: SampleJson['texts'][number],
  used: ReadonlySet<bigint>,
): ReadonlyMap<bigint, string> {
  const slots = decodeWords(json.slots);
  demand(slots.length === json.texts.length, 'sampled texts are missing');
  const texts = new Map<bigint, string>();
  let before = 0n;
  for (const [index, slot] of slots.entries()) {
    const text = json.texts[index] ?? '';
    demand(
      slot > before && isTextSlot(slot) && used.has(slot),
      'a sampled text belongs to no cell',
    );
    demand(Buffer.byteLength(text) <= LONGEST_COUNTED_TEXT, 'a sampled text is too long');
    texts.set(slot, text);
    before = slot;
  }
  return texts;
}
