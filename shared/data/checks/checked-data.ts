import type { DataConfiguration } from '../../config/index.ts';
import { compareCodePoints, isTextSlot, type ScanState, SLOT } from '../../scan/index.ts';
import type { Anomaly, ColumnType } from '../reports.ts';
import { countSlots } from '../slot-counts.ts';
import { countedNames, nameOfSlot, slotsOfText } from '../slot-names.ts';
import { RowPlaces } from './row-places.ts';

/** What checks look at: what one pass left, and what the configuration makes of its columns. */
export interface CheckedData {
  readonly state: ScanState;
  /** Of the columns, in the order of the state. */
  readonly names: readonly string[];
  readonly types: readonly ColumnType[];
  /** Paths, by the index that places have. */
  readonly files: readonly string[];
  readonly data: Pick<DataConfiguration, 'label' | 'features' | 'ignore' | 'split'>;
  /** Columns of dates of which features are made that come again; left out: none. */
  readonly dates?: readonly string[];
}

/** Places and values shown of an anomaly. */
const MOST_SHOWN = 10;
/** Of a value. */
const LONGEST_SHOWN = 200;

/** Fewer rows prove nothing about shares. */
export const LEAST_ROWS = 100;

export interface TextCount {
  readonly value: string;
  readonly count: number;
}

/** Texts of a column with how often each stands among `cells`. */
export interface KnownTexts {
  readonly texts: readonly TextCount[];
  readonly cells: number;
  /** False where they are those of a sample. */
  readonly isAll: boolean;
}

const known = new WeakMap<ScanState, KnownTexts[]>();

/** Every text that was counted, or else those that the sample names. Kept with the state: several checks ask for them. */
export function knownTexts(state: ScanState, index: number): KnownTexts {
  const ofState = known.get(state) ?? [];
  known.set(state, ofState);
  ofState[index] ??= textsOf(state, index);
  return ofState[index];
}

function textsOf({ sample, columns }: ScanState, index: number): KnownTexts {
  const counted = columns[index]?.values.counts ?? null;
  if (counted !== null) {
    const texts = counted.texts.map((value, place) => ({
      value,
      count: counted.counts[place] ?? 0,
    }));
    return { texts, cells: sumOf(texts), isAll: true };
  }
  const names = sample.texts[index] ?? new Map<bigint, string>();
  const different = countSlots(sample.slots[index] ?? new BigUint64Array());
  const texts: TextCount[] = [];
  if (names.size > 0) {
    for (const [entry, count] of different.counts.entries()) {
      const slot = different.slotAt(entry);
      const value = isTextSlot(slot) ? names.get(slot) : undefined;
      if (value !== undefined) texts.push({ value, count });
    }
  }
  return { texts, cells: sumOf(texts), isAll: false };
}

function sumOf(texts: readonly TextCount[]): number {
  return texts.reduce((sum, { count }) => sum + count, 0);
}

/** Indices of the columns that a model is to learn from. */
export function featureIndices({ names, data }: CheckedData): number[] {
  const { label, features, ignore } = data;
  return [...names.keys()].filter((index) => {
    const name = names[index] ?? '';
    if (name === label || ignore.includes(name)) return false;
    return features === undefined || features.includes(name);
  });
}

/** The numbers of a column of the sample; NaN for cells that are none. */
export function sampledNumbers(slots: BigUint64Array): Float64Array {
  return new Float64Array(slots.buffer, slots.byteOffset, slots.length);
}

/**
 * Share of `rows` rows that would be equal to another one in the given columns if these had nothing to do with each
 * other: 1 − exp(−(rows − 1) · Π over the columns of Σ p²), p being the shares of a column's values. Rows of few possible
 * values repeat by nature.
 */
export function repeatedByChance(
  { state }: CheckedData,
  columns: readonly number[],
  rows: number,
): number {
  const sampled = state.sample.hashes.length;
  let pairs = rows - 1;
  for (const index of columns) {
    let squares = 0;
    for (const count of countSlots(state.sample.slots[index] ?? new BigUint64Array()).counts) {
      squares += (count / sampled) ** 2;
    }
    pairs *= squares;
  }
  return -Math.expm1(-pairs);
}

/** Repeats must be so many times as many as chance makes. */
export const BEYOND_CHANCE = 3;

const placesOfState = new WeakMap<ScanState, RowPlaces>();

/** The first of these rows of the sample, as far as it is known where they stand. */
export function placesOf(
  { state, names, files }: CheckedData,
  rows: Iterable<number>,
): Anomaly['places'] {
  let places = placesOfState.get(state);
  if (places === undefined) {
    places = new RowPlaces(state, names);
    placesOfState.set(state, places);
  }
  return places
    .firstOf(rows, MOST_SHOWN)
    .map(({ file, line }) => ({ file: files[file] ?? '', line }));
}

/** Rows of the sample by what stands in a column. */
export function* rowsWhere(
  { state }: CheckedData,
  index: number,
  matches: (slot: bigint) => boolean,
): Generator<number> {
  for (const [row, slot] of state.sample.slots[index]?.entries() ?? []) {
    if (matches(slot)) yield row;
  }
}

/** Rows of the sample that have one of these texts in a column. */
export function rowsWithTexts(
  checked: CheckedData,
  index: number,
  texts: readonly string[],
): Generator<number> {
  const slots = new Set(texts.flatMap(slotsOfText));
  // Texts of the sample are cut where they are long.
  const wanted = new Set(texts);
  for (const [slot, text] of checked.state.sample.texts[index] ?? []) {
    if (wanted.has(text)) slots.add(slot);
  }
  return rowsWhere(checked, index, (slot) => slots.has(slot));
}

/** The most frequent of a column's values that have names, with how often each stands in all rows. */
export function frequentValues({ state }: CheckedData, index: number): Anomaly['values'] {
  const { rows, sample, columns } = state;
  const values = columns[index]?.values;
  const named = values === undefined ? new Map<bigint, string>() : countedNames(values);
  const texts = sample.texts[index] ?? new Map<bigint, string>();
  const scale = rows / Math.max(1, sample.hashes.length);
  const counts = countSlots(sample.slots[index] ?? new BigUint64Array());
  // In a sample, what stands there once may stand in the data as often as everything else.
  const least = sample.level === 0 ? 1 : 2;
  const found: { value: string; count: number }[] = [];
  for (const [entry, count] of counts.counts.entries()) {
    if (count < least) continue;
    const slot = counts.slotAt(entry);
    if (slot === SLOT.missing) continue;
    const value = named.get(slot) ?? nameOfSlot(slot, texts);
    if (value !== undefined) found.push({ value, count: Math.round(count * scale) });
  }
  return found
    .sort((a, b) => b.count - a.count || compareCodePoints(a.value, b.value))
    .slice(0, MOST_SHOWN)
    .map(({ value, count }) => ({ value: value.slice(0, LONGEST_SHOWN), count }));
}
