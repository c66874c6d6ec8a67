import { CELL, classifyText, isNumeric } from './cell.ts';
import { hashTextAsCell } from './cell-hashes.ts';
import { compareCodePoints } from './code-points.ts';
import { Hasher } from './hasher.ts';
import { addToRegisters, REGISTERS } from './hyper-log-log.ts';
import { mergeSizes } from './list-sizes.ts';
import { mergeOddCells } from './odd-cells.ts';
import type { ColumnState, LengthState, ListState, NumberState, ValueState } from './scan-state.ts';
import type { ValueLimits } from './state-limits.ts';

export function emptyColumn(): ColumnState {
  return {
    kinds: new Array<number>(CELL.text + 1).fill(0),
    numbers: {
      count: 0,
      min: Number.POSITIVE_INFINITY,
      max: Number.NEGATIVE_INFINITY,
      zeros: 0,
      bigIntegers: 0,
      sum: 0n,
      sumOfSquares: 0n,
    },
    values: { counts: { texts: [], counts: [] }, registers: null },
    lengths: { count: 0, min: 0, max: 0, total: 0 },
    lists: null,
    decimalCommas: 0,
    thousandsCommas: 0,
    invalidUtf8: 0,
    oddCells: { text: [], decimalComma: [], infinity: [], notANumber: [], invalidUtf8: [] },
  };
}

export function mergeColumns(a: ColumnState, b: ColumnState, limits: ValueLimits): ColumnState {
  return {
    kinds: a.kinds.map((count, kind) => count + (b.kinds[kind] ?? 0)),
    numbers: mergeNumbers(a.numbers, b.numbers),
    values: mergeValues(a.values, b.values, limits),
    lengths: mergeLengths(a.lengths, b.lengths),
    lists: mergeLists(a, b),
    decimalCommas: a.decimalCommas + b.decimalCommas,
    thousandsCommas: a.thousandsCommas + b.thousandsCommas,
    invalidUtf8: a.invalidUtf8 + b.invalidUtf8,
    oddCells: {
      text: mergeOddCells(a.oddCells.text, b.oddCells.text),
      decimalComma: mergeOddCells(a.oddCells.decimalComma, b.oddCells.decimalComma),
      infinity: mergeOddCells(a.oddCells.infinity, b.oddCells.infinity),
      notANumber: mergeOddCells(a.oddCells.notANumber, b.oddCells.notANumber),
      invalidUtf8: mergeOddCells(a.oddCells.invalidUtf8, b.oddCells.invalidUtf8),
    },
  };
}

function mergeNumbers(a: NumberState, b: NumberState): NumberState {
  return {
    count: a.count + b.count,
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
    zeros: a.zeros + b.zeros,
    bigIntegers: a.bigIntegers + b.bigIntegers,
    sum: a.sum + b.sum,
    sumOfSquares: a.sumOfSquares + b.sumOfSquares,
  };
}

function mergeLengths(a: LengthState, b: LengthState): LengthState {
  if (a.count === 0) return b;
  if (b.count === 0) return a;
  return {
    count: a.count + b.count,
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
    total: a.total + b.total,
  };
}

/** Cells of a part without lists have one value each. */
function mergeLists(a: ColumnState, b: ColumnState): ListState | null {
  if (a.lists === null && b.lists === null) return null;
  const [left, right] = [listsOf(a), listsOf(b)];
  if (left.examples === 0) return right;
  if (right.examples === 0) return left;
  return {
    examples: left.examples + right.examples,
    min: Math.min(left.min, right.min),
    max: Math.max(left.max, right.max),
    total: left.total + right.total,
    sizes: mergeSizes(left.sizes, right.sizes),
  };
}

function listsOf({ lists, kinds }: ColumnState): ListState {
  if (lists !== null) return lists;
  const cells = kinds.reduce((sum, count) => sum + count, 0);
  return { examples: cells, min: 1, max: 1, total: cells, sizes: [[1, cells]] };
}

type Counts = NonNullable<ValueState['counts']>;

function mergeValues(a: ValueState, b: ValueState, limits: ValueLimits): ValueState {
  if (a.counts !== null && b.counts !== null) {
    const counts = mergeCounts(a.counts, b.counts);
    if (isWithin(counts.texts, limits)) return { counts, registers: null };
  }
  const registers = new Uint8Array(REGISTERS);
  for (const part of [a, b]) {
    if (part.counts !== null) sketchTexts(registers, part.counts.texts);
    for (const [index, rank] of part.registers?.entries() ?? []) {
      if (rank > (registers[index] as number)) registers[index] = rank;
    }
  }
  return { counts: null, registers };
}

/** The state of values that were counted without regard to the limits. */
export function valuesOf(counts: ReadonlyMap<string, number>, limits: ValueLimits): ValueState {
  const texts = [...counts.keys()].sort(compareCodePoints);
  const isShort = texts.every((text) => Buffer.byteLength(text) <= limits.countedTextBytes);
  if (isShort && isWithin(texts, limits)) {
    return {
      counts: { texts, counts: texts.map((text) => counts.get(text) ?? 0) },
      registers: null,
    };
  }
  const registers = new Uint8Array(REGISTERS);
  sketchTexts(registers, texts);
  return { counts: null, registers };
}

function mergeCounts(a: Counts, b: Counts): Counts {
  if (a.texts.length === 0) return b;
  if (b.texts.length === 0) return a;
  const texts: string[] = [];
  const counts: number[] = [];
  let left = 0;
  let right = 0;
  while (left < a.texts.length || right < b.texts.length) {
    const [one, other] = [a.texts[left], b.texts[right]];
    const order =
      one === undefined
        ? 1
        : other === undefined
          ? -1
          : one === other
            ? 0
            : compareCodePoints(one, other);
    texts.push((order <= 0 ? one : other) ?? '');
    counts.push(
      (order <= 0 ? (a.counts[left] ?? 0) : 0) + (order >= 0 ? (b.counts[right] ?? 0) : 0),
    );
    if (order <= 0) left++;
    if (order >= 0) right++;
  }
  return { texts, counts };
}

function isWithin(texts: readonly string[], limits: ValueLimits): boolean {
  const bound = Math.min(limits.countedNumbers, limits.countedTexts);
  const long = texts.length * 3 * longest(texts) > limits.countedBytes;
  if (texts.length <= bound && !long) return true;
  let numbers = 0;
  let bytes = 0;
  for (const text of texts) {
    if (isNumeric(classifyText(text))) numbers++;
    bytes += Buffer.byteLength(text);
  }
  return (
    numbers <= limits.countedNumbers &&
    texts.length - numbers <= limits.countedTexts &&
    bytes <= limits.countedBytes
  );
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 0);
}

function sketchTexts(registers: Uint8Array, texts: readonly string[]): void {
  const hasher = new Hasher();
  for (const text of texts) {
    hashTextAsCell(hasher, text, classifyText(text));
    hasher.mix();
    addToRegisters(registers, hasher.high, hasher.low);
  }
}
