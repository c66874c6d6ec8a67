import type { TokensFeatureConfiguration } from '../config/index.ts';
import { type Column, cellText, compareCodePoints } from '../data/index.ts';
import { countCategories } from './categories.ts';
import { constant, type DroppedColumn, noValue } from './dropped.ts';
import { eachWord, refuseNumbers } from './texts.ts';
import type { TokensTransform } from './transform.ts';

/** Ids that are no word of the vocabulary, and the first that is one. */
export const PADDING = 0;
export const UNKNOWN_WORD = 1;
export const FIRST_WORD = 2;

/** More different words than any language has: identifiers. */
const MOST_DIFFERENT_WORDS = 2_000_000;

/** Characters. What is longer is no word that would come again, and would be stored with the model. */
const LONGEST_WORD = 100;

/**
 * Learns the vocabulary from the training texts: the most frequent words. Throws a `UserError` for a column of numbers,
 * which keeps no spelling.
 */
export function fitTokens(
  rows: Int32Array,
  column: Column,
  offset: number,
  { length, vocabulary: { top, minCount }, where }: Omit<TokensFeatureConfiguration, 'kind'>,
): TokensTransform | DroppedColumn {
  const { name } = column;
  const texts = countCategories(column, rows);
  const [only] = texts;
  if (only === undefined) return noValue(name);
  refuseNumbers('tokens', column, where);
  if (texts.size === 1 && only[1] === rows.length) return constant(name, JSON.stringify(only[0]));
  const counts = countWords(texts);
  if (counts === null) {
    return {
      column: name,
      reason: `more than ${MOST_DIFFERENT_WORDS} different words in the training split`,
    };
  }
  if (counts.size === 0) return { column: name, reason: 'no word in the training split' };
  const vocabulary = [...counts]
    .filter(([word, count]) => count >= minCount && word.length <= LONGEST_WORD)
    .sort((a, b) => b[1] - a[1] || compareCodePoints(a[0], b[0]))
    .slice(0, top)
    .map(([word]) => word);
  if (vocabulary.length === 0) {
    return {
      column: name,
      reason: `no word of at most ${LONGEST_WORD} characters stands ${minCount} times in the training split`,
    };
  }
  return { kind: 'tokens', column: name, offset, width: length, vocabulary };
}

/** How often each word stands in the texts, which are given with their numbers; null for too many words. */
function countWords(texts: ReadonlyMap<string, number>): Map<string, number> | null {
  const counts = new Map<string, number>();
  for (const [text, count] of texts) {
    for (const word of eachWord(text)) {
      counts.set(word, (counts.get(word) ?? 0) + count);
      if (counts.size > MOST_DIFFERENT_WORDS) return null;
    }
  }
  return counts;
}

/** Writes the ids of `rows` into `data`, `stride` numbers apart, the first at `offset`. `data` is 0 there. */
export function encodeTokens(
  { vocabulary, width }: TokensTransform,
  column: Column,
  rows: Int32Array,
  { data, stride, offset }: { data: Float32Array | Int32Array; stride: number; offset: number },
): void {
  const idOf = new Map(vocabulary.map((word, place) => [word, place + FIRST_WORD]));
  for (const [place, row] of rows.entries()) {
    const text = cellText(column, row);
    if (text === null) continue;
    const start = place * stride + offset;
    let count = 0;
    for (const word of eachWord(text)) {
      data[start + count] = idOf.get(word) ?? UNKNOWN_WORD;
      count++;
      if (count === width) break;
    }
  }
}
