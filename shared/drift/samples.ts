import type { Column } from '../data/index.ts';
import type { CategoryCount } from './measures.ts';

/** Present values of one column, sorted ascending. What is not a finite number counts as missing. */
export interface NumberSample {
  readonly values: Float64Array;
  readonly missing: number;
}

export function numberSample(column: Column): NumberSample {
  if (column.kind === 'categorical') {
    return { values: new Float64Array(0), missing: column.codes.length };
  }
  // Loops, since a callback for each of some million values costs more than the rest of the comparison.
  const present = new Float64Array(column.values.length);
  let count = 0;
  for (const value of column.values) if (Number.isFinite(value)) present[count++] = value;
  return { values: present.subarray(0, count).sort(), missing: present.length - count };
}

export function presentCount(column: Column): number {
  let count = 0;
  if (column.kind === 'categorical') for (const code of column.codes) count += code >= 0 ? 1 : 0;
  else for (const value of column.values) count += Number.isFinite(value) ? 1 : 0;
  return count;
}

/** How often each value is in the two data sets; the key `null` stands for missing and is there when any is. */
export type ValueCounts = ReadonlyMap<string | null, CategoryCount>;

export function countValues(reference: Column, current: Column): ValueCounts {
  const counts = new Map<string | null, [number, number]>();
  countInto(counts, reference, 0);
  countInto(counts, current, 1);
  return counts;
}

function countInto(
  counts: Map<string | null, [number, number]>,
  column: Column,
  side: 0 | 1,
): void {
  for (const [value, count] of frequencies(column)) {
    const entry = counts.get(value) ?? [0, 0];
    entry[side] += count;
    counts.set(value, entry);
  }
}

function frequencies(column: Column): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  const add = (value: string | null, count: number) => {
    if (count > 0) counts.set(value, (counts.get(value) ?? 0) + count);
  };
  if (column.kind === 'categorical') {
    const byCode = new Uint32Array(column.vocabulary.length + 1);
    for (const code of column.codes) byCode[code + 1] = (byCode[code + 1] as number) + 1;
    column.vocabulary.forEach((value, code) => {
      add(value, byCode[code + 1] as number);
    });
    add(null, byCode[0] as number);
    return counts;
  }
  const { values, missing } = numberSample(column);
  for (let start = 0; start < values.length; ) {
    const value = values[start] as number;
    let end = start + 1;
    while (end < values.length && values[end] === value) end++;
    add(String(value), end - start);
    start = end;
  }
  add(null, missing);
  return counts;
}

/** Distinct values of two samples together, counted up to `limit`. */
export function countDistinct(samples: readonly NumberSample[], limit: number): number {
  const distinct = new Set<number>();
  for (const { values } of samples) {
    for (const value of values) {
      distinct.add(value);
      if (distinct.size >= limit) return limit;
    }
  }
  return distinct.size;
}
