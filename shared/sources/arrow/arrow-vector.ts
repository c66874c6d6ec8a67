import { isUtf8 } from 'node:buffer';
import type { ColumnVector, PlainValues } from '../../scan/index.ts';
import { checkListLength, type FileBudget, tooManyListValues } from '../file-budget.ts';
import { checkLength, putText } from '../fixed-width.ts';
import { MOST_BATCH_LIST_VALUES } from '../limits.ts';
import { damaged } from '../source-fault.ts';
import { ValueTarget } from '../value-target.ts';
import type { ArrowType } from './arrow-type.ts';
import type { ArrowArray } from './record-batch.ts';

/** Values of a dictionary; its own missing ones by their place. */
export interface ArrowDictionary {
  readonly values: PlainValues;
  readonly length: number;
  readonly valid: Uint8Array | null;
}

export interface VectorContext {
  readonly dictionaries: ReadonlyMap<number, ArrowDictionary>;
  readonly budget: FileBudget;
}

/** `count` rows from `start` on. `around`: the structs that the array is in, whose missing rows lack it, too. */
export function vectorOf(
  array: ArrowArray,
  around: readonly ArrowArray[],
  start: number,
  count: number,
  context: VectorContext,
): ColumnVector {
  const valid = validRows([...around, array], start, count);
  const { kind } = array.field.type;
  if (array.field.dictionary !== null) {
    return codedVector(array, start, count, valid, context);
  }
  if (kind === 'list' || kind === 'listViews' || kind === 'fixedList') {
    return listVector(array, start, count, valid, context);
  }
  return { valid, offsets: null, values: readValues(array, start, count) };
}

/** All values of an array that holds a dictionary. */
export function dictionaryOf(array: ArrowArray): ArrowDictionary {
  const { length } = array;
  return {
    values: readValues(array, 0, length),
    length,
    valid: validRows([array], 0, length),
  };
}

/** Null where all rows are there. */
function validRows(arrays: readonly ArrowArray[], start: number, count: number): Uint8Array | null {
  let valid: Uint8Array | null = null;
  for (const { validity, field } of arrays) {
    if (field.type.kind === 'nothing' && field.dictionary === null) return new Uint8Array(count);
    if (validity === null) continue;
    if (validity.length * 8 < start + count) throw new RangeError('a validity is cut off');
    valid ??= new Uint8Array(count).fill(1);
    for (let index = 0; index < count; index++) {
      const bit = start + index;
      if ((((validity[bit >>> 3] ?? 0) >>> (bit & 7)) & 1) === 0) valid[index] = 0;
    }
  }
  return valid;
}

function readValues(array: ArrowArray, start: number, count: number): PlainValues {
  const { type } = array.field;
  const [first = new Uint8Array(), second = new Uint8Array()] = array.buffers;
  switch (type.kind) {
    case 'nothing':
      return new ValueTarget('numbers', false, count).values();
    case 'booleans': {
      if (first.length * 8 < start + count) throw new RangeError('values are cut off');
      const target = new ValueTarget('booleans', false, count);
      for (let index = 0; index < count; index++) {
        const bit = start + index;
        target.booleans[index] = ((first[bit >>> 3] ?? 0) >>> (bit & 7)) & 1;
      }
      return target.values();
    }
    case 'fixed': {
      const { fixed } = type;
      if (first.length < (start + count) * fixed.width) throw new RangeError('values are cut off');
      const target = new ValueTarget(fixed.kind, fixed.whole, count);
      fixed.read(first, start * fixed.width, target, 0, count);
      return target.values();
    }
    case 'texts':
      return readTexts(offsetReader(first, type.offsetBytes, start, count), second, start, count);
    case 'views':
      return readViews(array.buffers, start, count);
    default:
      throw damaged('Arrow file', 'values of a column are no values');
  }
}

/** Texts stay bytes, unless some are no UTF-8. */
function readTexts(
  offset: (at: number) => number,
  bytes: Uint8Array,
  start: number,
  count: number,
): PlainValues {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = count === 0 ? 0 : offset(start);
  const starts = new Uint32Array(count);
  const ends = new Uint32Array(count);
  let from = first;
  let isSplit = false;
  for (let index = 0; index < count; index++) {
    const to = offset(start + index + 1);
    if (from < 0 || from > to || to > bytes.length) {
      throw new RangeError('a text lies outside of its buffer');
    }
    checkLength(to - from);
    // A byte that goes on with a character begins none.
    if (to > from && ((bytes[from] as number) & 0xc0) === 0x80) isSplit = true;
    starts[index] = from - first;
    ends[index] = to - first;
    from = to;
  }
  const texts = buffer.subarray(first, from);
  if (!isSplit && isUtf8(texts)) return { kind: 'utf8', bytes: texts, starts, ends };
  const target = new ValueTarget('texts', false, count);
  for (let index = 0; index < count; index++) {
    putText(target, index, texts, starts[index] as number, ends[index] as number);
  }
  return target.values();
}

const VIEW_BYTES = 16;
const LONGEST_INLINE = 12;

/** Short texts stand in their view; of others the view names a buffer and a place in it. */
function readViews(buffers: readonly Uint8Array[], start: number, count: number): PlainValues {
  const [views = new Uint8Array(), ...data] = buffers.map((bytes) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  );
  if (views.length < (start + count) * VIEW_BYTES) throw new RangeError('views are cut off');
  const places = new DataView(views.buffer, views.byteOffset, views.byteLength);
  const target = new ValueTarget('texts', false, count);
  for (let index = 0; index < count; index++) {
    const at = (start + index) * VIEW_BYTES;
    const length = places.getInt32(at, true);
    const isInline = length <= LONGEST_INLINE;
    const buffer = isInline ? (views as Buffer) : data[places.getInt32(at + 8, true)];
    const from = isInline ? at + 4 : places.getInt32(at + 12, true);
    // The view of a missing text may hold anything.
    if (buffer === undefined || length < 0 || from < 0 || from + length > buffer.length) {
      target.setInvalid(index);
      continue;
    }
    putText(target, index, buffer, from, from + length);
  }
  return target.values();
}

function codedVector(
  array: ArrowArray,
  start: number,
  count: number,
  valid: Uint8Array | null,
  { dictionaries }: VectorContext,
): ColumnVector {
  const { dictionary: encoding } = array.field;
  const dictionary = encoding === null ? undefined : dictionaries.get(encoding.id);
  if (encoding === null || dictionary === undefined) {
    throw damaged('Arrow file', `the dictionary of "${array.field.name}" is missing`);
  }
  const [bytes = new Uint8Array()] = array.buffers;
  if (bytes.length < (start + count) * encoding.index.width)
    throw new RangeError('codes are cut off');
  const raw = new ValueTarget('numbers', true, count);
  encoding.index.read(bytes, start * encoding.index.width, raw, 0, count);
  const codes = new Int32Array(count);
  let present = valid;
  for (let index = 0; index < count; index++) {
    if (present?.[index] === 0) continue;
    const code = raw.numbers[index] ?? -1;
    if (code < 0 || code >= dictionary.length) {
      throw damaged('Arrow file', 'a code is in no dictionary');
    }
    codes[index] = code;
    if (dictionary.valid?.[code] === 0) {
      present ??= new Uint8Array(count).fill(1);
      present[index] = 0;
    }
  }
  const values = { kind: 'coded', codes, dictionary: dictionary.values } as const;
  return { valid: present, offsets: null, values };
}

/** Missing elements are left out, and so are the elements of missing lists. */
function listVector(
  array: ArrowArray,
  start: number,
  count: number,
  valid: Uint8Array | null,
  context: VectorContext,
): ColumnVector {
  const [element] = array.children;
  if (element === undefined) throw damaged('Arrow file', 'a list of nothing');
  const extentOf = listExtents(array, start, count);
  const offsets = new Uint32Array(count + 1);
  // All of its elements are missing, however many it claims.
  if (element.field.type.kind === 'nothing' && element.field.dictionary === null) {
    return { valid, offsets, values: new ValueTarget('numbers', false, 0).values() };
  }
  const kept: number[] = [];
  let least = element.length;
  let most = 0;
  let named = 0;
  for (let index = 0; index < count; index++) {
    if (valid?.[index] === 0) continue;
    const [from, to] = extentOf(start + index);
    if (from < 0 || from > to || to > element.length) throw new RangeError('a list');
    if (from === to) continue;
    checkListLength(to - from, array.field.name);
    least = Math.min(least, from);
    most = Math.max(most, to);
    named += to - from;
  }
  // Views of lists may name one element any number of times, and leave out as many.
  const span = Math.max(named, most - least);
  if (span > MOST_BATCH_LIST_VALUES) throw tooManyListValues();
  context.budget.addCells(Math.max(0, span));
  const vector = vectorOf(element, [], least, Math.max(0, most - least), context);
  for (let index = 0; index < count; index++) {
    offsets[index] = kept.length;
    if (valid?.[index] === 0) continue;
    const [from, to] = extentOf(start + index);
    for (let at = from; at < to; at++) {
      if (vector.valid?.[at - least] !== 0) kept.push(at - least);
    }
  }
  offsets[count] = kept.length;
  const { values } = vector;
  const plain = values.kind === 'coded' ? values.dictionary : values;
  const target = ValueTarget.like(plain, kept.length);
  for (const [to, at] of kept.entries()) {
    target.copy(to, plain, values.kind === 'coded' ? (values.codes[at] ?? 0) : at);
  }
  return { valid, offsets, values: target.values() };
}

function listExtents(
  { field: { type }, buffers }: ArrowArray,
  start: number,
  count: number,
): (at: number) => readonly [from: number, to: number] {
  const [first = new Uint8Array(), second = new Uint8Array()] = buffers;
  if (type.kind === 'fixedList') return (at) => [at * type.size, (at + 1) * type.size];
  const offsetBytes = offsetBytesOf(type);
  if (type.kind === 'listViews') {
    const offset = offsetReader(first, offsetBytes, start, count - 1);
    const size = offsetReader(second, offsetBytes, start, count - 1);
    return (at) => [offset(at), offset(at) + size(at)];
  }
  const offset = offsetReader(first, offsetBytes, start, count);
  return (at) => [offset(at), offset(at + 1)];
}

function offsetBytesOf(type: ArrowType): 4 | 8 {
  return 'offsetBytes' in type ? type.offsetBytes : 4;
}

/** Reads the offsets of `count` values and the end of the last. No values need no offsets. */
function offsetReader(
  bytes: Uint8Array,
  offsetBytes: 4 | 8,
  start: number,
  count: number,
): (at: number) => number {
  if (count > 0 && bytes.length < (start + count + 1) * offsetBytes) {
    throw new RangeError('offsets are cut off');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offsetBytes === 4) return (at) => view.getInt32(at * 4, true);
  return (at) => Number(view.getBigInt64(at * 8, true));
}
