import { countOf, formatCount, formatPercent, formatQuantity } from '../../report/index.ts';
import { SAMPLE_THRESHOLDS } from '../../scan/index.ts';
import type { Anomaly } from '../reports.ts';
import { codeSlots } from '../slot-counts.ts';
import {
  BEYOND_CHANCE,
  type CheckedData,
  featureIndices,
  LEAST_ROWS,
  placesOf,
  repeatedByChance,
} from './checked-data.ts';

const MOST_PLACES = 10;
/** Share of rows that repeat an earlier one. */
const MANY_REPEATS = 0.05;
/** Share of the evaluation rows that training has seen. */
const MANY_SHARED = 0.01;

/** DUPLICATED_ROWS: rows that are equal to an earlier one in every column. */
export function findDuplicatedRows(checked: CheckedData): Anomaly[] {
  const { state, names, files } = checked;
  const { level, counts, places } = state.contents;
  const kept = (Number(SAMPLE_THRESHOLDS[level] ?? 0n) + 1) / 2 ** 64;
  const sampled = counts.reduce((sum, count) => sum + count - 1, 0);
  const repeats = level === 0 ? sampled : Math.round(sampled / kept);
  if (state.rows < LEAST_ROWS || repeats < MANY_REPEATS * state.rows) return [];
  const chance = repeatedByChance(checked, [...names.keys()], state.rows);
  if (repeats < BEYOND_CHANCE * chance * state.rows) return [];
  const second = places
    .flatMap(([, again]) => (again === undefined ? [] : [again]))
    .sort((a, b) => a.file - b.file || a.line - b.line)
    .slice(0, MOST_PLACES);
  const about = level === 0 ? '' : 'about ';
  return [
    {
      type: 'DUPLICATED_ROWS',
      severity: 'warning',
      title: 'Duplicated rows',
      description:
        `${about}${formatCount(repeats)} of ${countOf(state.rows, 'row')} (${formatPercent(repeats / state.rows)}) are equal to an earlier one in every column: the model learns them more than once.`.replace(
          /^a/,
          'A',
        ),
      count: repeats,
      values: [],
      places: second.map(({ file, line }) => ({ file: files[file] ?? '', line })),
    },
  ];
}

/**
 * SHARED_ROWS: rows that are one to the model and differ in what decides on their split, so that training sees what
 * evaluation asks. Of a group with k different keys each row stands in evaluation with the probability e, its fraction,
 * and then in training, too, with 1 − e^(k−1).
 */
export function findSharedRows(checked: CheckedData): Anomaly[] {
  const { state, names, data } = checked;
  const { split } = data;
  // The sample does not know the files of its rows: train-model counts.
  if (split.by === 'file') return [];
  const { slots, hashes } = state.sample;
  const label = names.indexOf(data.label);
  const seen = [...featureIndices(checked), ...(label < 0 ? [] : [label])].filter(
    (index) => !split.key.includes(names[index] ?? ''),
  );
  const keys = [...names.keys()].filter(
    (index) => split.key.length === 0 || split.key.includes(names[index] ?? ''),
  );
  if (hashes.length < LEAST_ROWS || seen.length === 0) return [];
  const choose = (indices: readonly number[]) =>
    hashRows(
      indices.flatMap((index) => slots[index] ?? []),
      hashes.length,
    );
  const { different, codes: contents } = codeSlots(new BigUint64Array(choose(seen).buffer));
  const deciding = choose(keys);
  const { counts } = different;
  const keysOf = new Map<number, Set<number>>();
  for (const [row, content] of contents.entries()) {
    // Nearly all rows are alone, and 100,000 sets take 30 MB.
    if (counts[content] === 1) continue;
    const group = keysOf.get(content) ?? new Set();
    group.add(deciding[row] ?? 0);
    keysOf.set(content, group);
  }
  const { evaluation } = split.fractions;
  let shared = 0;
  let rows = 0;
  const doubled = new Set<number>();
  for (const [content, group] of keysOf) {
    if (group.size < 2) continue;
    const equal = counts[content] ?? 0;
    doubled.add(content);
    rows += equal;
    shared += equal * (1 - evaluation ** (group.size - 1));
  }
  const share = shared / hashes.length;
  const chance = repeatedByChance(checked, seen, hashes.length);
  if (share < MANY_SHARED || rows < BEYOND_CHANCE * chance * hashes.length) return [];
  const key = split.key.length === 0 ? 'columns that are ignored' : split.key.join(', ');
  return [
    {
      type: 'SHARED_ROWS',
      severity: 'warning',
      title: 'Rows in training and evaluation',
      description: `${formatCount(rows)} of ${countOf(hashes.length, 'sampled row')} are equal to another one but for ${key}, which decides on the split: about ${formatPercent(share)} of the evaluation examples (Σ rows · (1 − ${formatQuantity(evaluation)}^(keys − 1)) / all) stand in training, too, and tell nothing of new data. ${split.by === 'time' ? 'Leave repeated rows out, or split by a column that they share (data.split.by: group)' : 'Split by a column that they share (data.split.key)'}.`,
      count: state.sample.level === 0 ? rows : 0,
      values: [],
      places: placesOf(checked, rowsOf(contents, doubled)),
    },
  ];
}

function* rowsOf(contents: Int32Array, wanted: ReadonlySet<number>): Generator<number> {
  for (const [row, content] of contents.entries()) if (wanted.has(content)) yield row;
}

/**
 * A number of 53 bits for what stands in the columns in each row. Two of 100,000 different rows are taken for one with a
 * chance of 1 in 1.8 million.
 */
function hashRows(columns: readonly BigUint64Array[], rows: number): Float64Array {
  const high = new Int32Array(rows);
  const low = new Int32Array(rows);
  for (const slots of columns) {
    const words = new Int32Array(slots.buffer, slots.byteOffset, 2 * slots.length);
    for (let row = 0; row < rows; row++) {
      const first = words[2 * row] ?? 0;
      const second = words[2 * row + 1] ?? 0;
      low[row] = scramble((low[row] ?? 0) ^ first, second, 0x9e3779b1);
      high[row] = scramble((high[row] ?? 0) ^ second, first, 0x85ebca6b);
    }
  }
  return Float64Array.from(low, (word, row) => ((high[row] ?? 0) >>> 11) * 2 ** 32 + (word >>> 0));
}

/** The mixing step of MurmurHash3 (Appleby, public domain), twice. */
function scramble(hash: number, more: number, factor: number): number {
  let mixed = Math.imul(hash, factor);
  mixed = Math.imul(mixed ^ (mixed >>> 15) ^ more, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0x27d4eb2f);
  return mixed ^ (mixed >>> 16);
}
