import { firstPlaces } from './content-table.ts';
import { SLOT } from './hash.ts';
import { rowsWithTexts, textMap, textsInUse } from './row-sample.ts';
import type { ContentSample, Place, RowSample } from './scan-state.ts';
import type { StateLimits } from './state-limits.ts';
import { HIGH, highWord, isAtMost, LOW, lowWord, thresholdWords, wordsOf } from './words.ts';

/** Where the elements of a merged list come from: index in `a`, or −1 − index in `b`. */
type Order = Int32Array;

/** `sources`: for each column of the result its index in `a` and in `b`, −1 where it has none. */
export function mergeSamples(
  a: RowSample,
  b: RowSample,
  sources: readonly { readonly a: number; readonly b: number }[],
  limits: StateLimits,
): RowSample {
  const most = limits.sampleRows(sources.length);
  const { level, order } = thin(a, b, most, mergeOrder(a.hashes, b.hashes));
  const hashes = gather(a.hashes, b.hashes, order);
  const slots = sources.map((source) => gather(a.slots[source.a], b.slots[source.b], order));
  const named = rowsWithTexts({ level, hashes });
  return {
    level,
    hashes,
    slots,
    texts: sources.map((source, column) => {
      const known = textMap([...(a.texts[source.a] ?? []), ...(b.texts[source.b] ?? [])]);
      return textsInUse(slots[column] ?? new BigUint64Array(0), named, known);
    }),
  };
}

/** Contents that both have stand once, with the sum of their counts. */
export function mergeContents(a: ContentSample, b: ContentSample, most: number): ContentSample {
  const { hashes, counts, places } = joinContents(a, b);
  const all = { level: Math.max(a.level, b.level), hashes };
  const none = { level: 0, hashes: new BigUint64Array(0) };
  const { level, order } = thin(all, none, most, mergeOrder(hashes, none.hashes));
  const kept = order.length;
  return {
    level,
    hashes: hashes.slice(0, kept),
    counts: counts.slice(0, kept),
    places: places.slice(0, kept),
  };
}

function joinContents(a: ContentSample, b: ContentSample) {
  const hashes = new BigUint64Array(a.hashes.length + b.hashes.length);
  const counts: number[] = [];
  const places: (readonly [Place] | readonly [Place, Place])[] = [];
  let left = 0;
  let right = 0;
  while (left < a.hashes.length || right < b.hashes.length) {
    const one = a.hashes[left];
    const other = b.hashes[right];
    const takesLeft = one !== undefined && (other === undefined || one <= other);
    const takesRight = other !== undefined && (one === undefined || other <= one);
    hashes[counts.length] = (takesLeft ? one : other) ?? 0n;
    const found: Place[] = [];
    let count = 0;
    if (takesLeft) {
      found.push(...(a.places[left] ?? []));
      count += a.counts[left++] ?? 0;
    }
    if (takesRight) {
      found.push(...(b.places[right] ?? []));
      count += b.counts[right++] ?? 0;
    }
    counts.push(count);
    places.push(firstPlaces(found));
  }
  return { hashes: hashes.slice(0, counts.length), counts, places };
}

/** Both are ascending. */
function mergeOrder(a: BigUint64Array, b: BigUint64Array): Order {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const order = new Int32Array(a.length + b.length);
  let i = 0;
  let j = 0;
  for (let index = 0; index < order.length; index++) {
    const takesLeft =
      j >= b.length ||
      (i < a.length &&
        isAtMost(
          left[2 * i + HIGH] as number,
          left[2 * i + LOW] as number,
          right[2 * j + HIGH] as number,
          right[2 * j + LOW] as number,
        ));
    order[index] = takesLeft ? i++ : -1 - j++;
  }
  return order;
}

interface Hashed {
  readonly level: number;
  readonly hashes: BigUint64Array;
}

/** The first of `order`, such that they are at most `most` and within the threshold of a level, the least that does. */
function thin(a: Hashed, b: Hashed, most: number, order: Order): { level: number; order: Order } {
  const [left, right] = [wordsOf(a.hashes), wordsOf(b.hashes)];
  let level = Math.max(a.level, b.level);
  let kept = order.length;
  const isKept = (place: number, { high, low }: { high: number; low: number }) =>
    place >= 0
      ? isAtMost(left[2 * place + HIGH] as number, left[2 * place + LOW] as number, high, low)
      : isAtMost(
          right[2 * (-1 - place) + HIGH] as number,
          right[2 * (-1 - place) + LOW] as number,
          high,
          low,
        );
  for (; ; level++) {
    const threshold = thresholdWords(level);
    while (kept > 0 && !isKept(order[kept - 1] as number, threshold)) kept--;
    if (kept <= most) return { level, order: order.subarray(0, kept) };
  }
}

/** A column that is not there is missing in all rows. */
function gather(
  a: BigUint64Array | undefined,
  b: BigUint64Array | undefined,
  order: Order,
): BigUint64Array {
  const to = new BigUint64Array(order.length);
  const target = wordsOf(to);
  const left = a && wordsOf(a);
  const right = b && wordsOf(b);
  for (let index = 0; index < order.length; index++) {
    const place = order[index] as number;
    const from = place >= 0 ? left : right;
    const at = 2 * (place >= 0 ? place : -1 - place);
    target[2 * index + HIGH] = from === undefined ? MISSING_HIGH : (from[at + HIGH] as number);
    target[2 * index + LOW] = from === undefined ? MISSING_LOW : (from[at + LOW] as number);
  }
  return to;
}

const MISSING_HIGH = highWord(SLOT.missing);
const MISSING_LOW = lowWord(SLOT.missing);
