import type { TextFeatureConfiguration } from '../config/index.ts';
import { type Column, cellText } from '../data/index.ts';
import { type SourceLocation, UserError } from '../errors/index.ts';
import { countCategories } from './categories.ts';
import { constant, type DroppedColumn, noValue } from './dropped.ts';
import { hashBucket } from './hashing.ts';
import type { TextTransform } from './transform.ts';

/** Words whose bucket is kept: no language has as many, only identifiers do. */
const MOST_REMEMBERED = 1_000_000;

/** Letters with their marks, and digits; all else parts words. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text in lower case, in order. Stored models depend on it: it never changes. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/** The same one by one, for who does not need all words of a long text. */
export function* eachWord(text: string): Generator<string> {
  for (const [word] of text.toLowerCase().matchAll(WORD)) yield word;
}

/** Throws a `UserError` for a column of numbers: it keeps no spelling. */
export function refuseNumbers(kind: string, column: Column, where: SourceLocation): void {
  if (column.kind !== 'numeric') return;
  const { name } = column;
  throw new UserError({
    what: `${kind} needs texts, and column "${name}" holds numbers`,
    where,
    remedy: `Remove features.${name}, or choose another kind`,
  });
}

/**
 * Nothing but whether the column says anything is learned from the training rows. Throws a `UserError` for a column of
 * numbers, which keeps no spelling.
 */
export function fitText(
  rows: Int32Array,
  column: Column,
  offset: number,
  { buckets, values, where }: Omit<TextFeatureConfiguration, 'kind' | 'column'>,
): TextTransform | DroppedColumn {
  const { name } = column;
  const counts = countCategories(column, rows);
  const [only] = counts;
  if (only === undefined) return noValue(name);
  refuseNumbers('text', column, where);
  if (counts.size === 1 && only[1] === rows.length) return constant(name, JSON.stringify(only[0]));
  if (![...counts.keys()].some((text) => wordsOf(text).length > 0)) {
    return { column: name, reason: 'no word in the training split' };
  }
  return { kind: 'text', column: name, offset, width: buckets + 1, buckets, values };
}

/** Writes the vectors of `rows` into `data`, `stride` numbers apart, the first at `offset`. */
export function encodeTexts(
  { buckets, values }: TextTransform,
  column: Column,
  rows: Int32Array,
  { data, stride, offset }: { data: Float32Array; stride: number; offset: number },
): void {
  const bucketOf = new Map<string, number>();
  for (const [place, row] of rows.entries()) {
    const start = place * stride + offset;
    const text = cellText(column, row);
    if (text === null) {
      data[start + buckets] = 1;
      continue;
    }
    const sums = new Map<number, number>();
    for (const word of wordsOf(text)) {
      const bucket = bucketOf.get(word) ?? hashBucket(word, buckets);
      if (bucketOf.size < MOST_REMEMBERED) bucketOf.set(word, bucket);
      sums.set(bucket, values === 'presence' ? 1 : (sums.get(bucket) ?? 0) + 1);
    }
    let squares = 0;
    for (const sum of sums.values()) squares += sum * sum;
    for (const [bucket, sum] of sums) data[start + bucket] = sum / Math.sqrt(squares);
  }
}
