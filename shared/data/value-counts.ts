import {
  bigWholeNumber,
  compareCodePoints,
  DISTINCT_ERROR,
  estimateDistinct,
  formatValue,
  parseNumber,
  SLOT,
  type ValueState,
} from '../scan/index.ts';
import type { ValueCount, ValueCounts } from './column-evidence.ts';
import type { ColumnType } from './reports.ts';
import { countSlots, type SlotCounts } from './slot-counts.ts';
import { nameOfSlot } from './slot-names.ts';

/** A value that the sample shows less often is noise: this many give its count a standard error of 10 %. */
const LEAST_SAMPLED = 100;

/** Of values that were counted one by one. */
export function exactCounts(
  { texts, counts }: NonNullable<ValueState['counts']>,
  type: ColumnType,
): ValueCounts {
  const all = texts.map((value, index) => ({ value, count: counts[index] ?? 0 }));
  const values = type === 'string' ? all : groupValues(all, type);
  return {
    distinct: values.length,
    distinctError: 0,
    isFull: false,
    hasAbbreviated: false,
    top: (most) => mostFrequent(values, most),
    values: () => values.map(({ value }) => value).sort(compareCodePoints),
  };
}

/** Values that are one, under the text that is the most frequent, else the shortest, else the first by code point. */
function groupValues(all: readonly ValueCount[], type: ColumnType): ValueCount[] {
  const groups = new Map<string, ValueCount[]>();
  for (const one of all) {
    const key = type === 'boolean' ? one.value.toLowerCase() : numberKey(one.value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()].map((group) => {
    const [first] = group.sort(
      (a, b) =>
        b.count - a.count || a.value.length - b.value.length || compareCodePoints(a.value, b.value),
    );
    return {
      value: first?.value ?? '',
      count: group.reduce((sum, { count }) => sum + count, 0),
    };
  });
}

/** Whole numbers beyond 2⁵³ by all their digits: as doubles, different ones would be equal. */
function numberKey(text: string): string {
  const value = parseNumber(text);
  if (!Number.isFinite(value)) return String(value);
  return bigWholeNumber(text, value) ?? formatValue(value);
}

function mostFrequent(values: readonly ValueCount[], most: number): ValueCount[] {
  return [...values]
    .sort((a, b) => b.count - a.count || compareCodePoints(a.value, b.value))
    .slice(0, most);
}

export interface SampledColumn {
  readonly slots: BigUint64Array;
  readonly texts: ReadonlyMap<bigint, string>;
  /** Whether the sample is all rows. */
  readonly isWhole: boolean;
  /** Rows of the data set for each row of the sample. */
  readonly scale: number;
  /** Present cells of the column. */
  readonly present: number;
  /** Whether equal slots are equal values: no lists, and no whole numbers beyond 2⁵³. */
  readonly isTold: boolean;
}

/** Of values that were too many to be counted: from the sample and the registers. */
export function sampledCounts(registers: Uint8Array, column: SampledColumn): ValueCounts {
  const sampled = countSlots(column.slots);
  const isExact = column.isWhole && column.isTold;
  const estimate = Math.round(estimateDistinct(registers));
  const seen = sampled.distinct - (sampled.countOf(SLOT.missing) > 0 ? 1 : 0);
  const distinct = Math.max(seen, Math.min(column.present, estimate));
  const counts = column.isTold ? nameFrequent(sampled, column) : [];
  return {
    distinct: isExact ? seen : distinct,
    distinctError: isExact ? 0 : DISTINCT_ERROR,
    isFull: true,
    hasAbbreviated: true,
    top: (most) => mostFrequent(counts, most),
    values: () => [],
  };
}

interface SlotCount {
  readonly slot: bigint;
  readonly count: number;
}

/** The frequent values down to the first whose name is not known: below it ranks would be wrong. */
function nameFrequent(sampled: SlotCounts, { texts, isWhole, scale }: SampledColumn): ValueCount[] {
  // Of all rows every count is certain; a value that stands there once is no frequent one.
  const least = isWhole ? 2 : LEAST_SAMPLED;
  const frequent: SlotCount[] = [];
  for (const [entry, count] of sampled.counts.entries()) {
    if (count < least) continue;
    const slot = sampled.slotAt(entry);
    if (slot !== SLOT.missing) frequent.push({ slot, count });
  }
  frequent.sort((a, b) => b.count - a.count || (a.slot < b.slot ? -1 : 1));
  const named: ValueCount[] = [];
  let unnamed = 0;
  for (const { slot, count } of frequent) {
    if (count < unnamed) break;
    const value = nameOfSlot(slot, texts);
    if (value === undefined) unnamed = count;
    else named.push({ value, count: Math.round(count * scale) });
  }
  return unnamed === 0 ? named : named.filter(({ count }) => count > Math.round(unnamed * scale));
}
