import { isUtf8 } from 'node:buffer';
import { type CellValue, MOST_LIST_VALUES, numberCell, textCell } from '../scan/index.ts';
import { damaged, SourceFault } from './source-fault.ts';

/** One feature of an example. */
export interface Feature {
  readonly values: readonly CellValue[];
  /** Some text of it is no UTF-8. */
  readonly invalidUtf8: boolean;
}

/** Field numbers of tensorflow/core/example/{example,feature}.proto. */
const EXAMPLE = { features: 1, featureLists: 2 } as const;
const ENTRY = { key: 1, value: 2 } as const;
const LIST = { bytes: 1, floats: 2, integers: 3 } as const;
const WIRE = { varint: 0, eight: 1, bytes: 2, four: 5 } as const;

/**
 * The features of a serialized `tf.train.Example`, by name. Throws a `SourceFault` for other messages, and a `RangeError`
 * for one that ends too early.
 */
export function decodeExample(bytes: Uint8Array): Map<string, Feature> {
  const features = new Map<string, Feature>();
  const example = new ProtoReader(bytes);
  for (const field of example.fields()) {
    if (field === EXAMPLE.featureLists) {
      throw new SourceFault(
        'The TFRecord file holds sequence examples, whose features are lists of lists',
        'Write tf.train.Example with one value or one list for each feature',
      );
    }
    if (field !== EXAMPLE.features) throw notAnExample();
    const map = example.message();
    for (const entry of map.fields()) {
      if (entry !== 1) throw notAnExample();
      decodeEntry(map.message(), features);
    }
  }
  return features;
}

function decodeEntry(entry: ProtoReader, features: Map<string, Feature>): void {
  let name = '';
  let feature: Feature = { values: [], invalidUtf8: false };
  for (const field of entry.fields()) {
    if (field === ENTRY.key) {
      const key = entry.bytes();
      if (!isUtf8(key)) throw damaged('TFRecord file', 'the name of a feature is no UTF-8');
      name = decode(key);
    } else if (field === ENTRY.value) feature = decodeFeature(entry.message());
    else throw notAnExample();
  }
  if (features.has(name)) {
    throw new SourceFault(`An example holds "${name}" twice`, 'Remove one of them');
  }
  features.set(name, feature);
}

function decodeFeature(feature: ProtoReader): Feature {
  const values: CellValue[] = [];
  let invalidUtf8 = false;
  for (const kind of feature.fields()) {
    const list = feature.message();
    for (const field of list.fields()) {
      if (field !== 1) throw notAnExample();
      if (kind === LIST.bytes) {
        const text = list.bytes();
        invalidUtf8 ||= !isUtf8(text);
        values.push(textCell(decode(text)));
      } else if (kind === LIST.floats) list.floats(values);
      else if (kind === LIST.integers) list.integers(values);
      else throw notAnExample();
      if (values.length > MOST_LIST_VALUES) throw tooLong();
    }
  }
  return { values, invalidUtf8 };
}

function decode(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

function notAnExample(): SourceFault {
  return new SourceFault(
    'A record of the TFRecord file is no tf.train.Example',
    'Write each row as a serialized tf.train.Example',
  );
}

function tooLong(): SourceFault {
  return new SourceFault(
    `A feature of an example has more than ${MOST_LIST_VALUES.toLocaleString('en')} values`,
    'Leave it out of the file',
  );
}

/** The wire format of protocol buffers, as far as examples use it. */
class ProtoReader {
  readonly #view: DataView;
  #at: number;
  readonly #end: number;
  #wire = 0;

  constructor(bytes: Uint8Array, start = 0, end = bytes.byteLength) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#at = start;
    this.#end = end;
  }

  /** Numbers of the fields; each must be read before the next. */
  *fields(): Generator<number, void, undefined> {
    while (this.#at < this.#end) {
      const tag = Number(this.#varint());
      this.#wire = tag & 7;
      yield Math.floor(tag / 8);
    }
  }

  bytes(): Uint8Array {
    const [start, end] = this.#extent();
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + start, end - start);
  }

  message(): ProtoReader {
    const bytes = this.bytes();
    return new ProtoReader(bytes);
  }

  floats(values: CellValue[]): void {
    if (this.#wire === WIRE.four) {
      values.push(numberCell(this.#view.getFloat32(this.#advance(4), true), false));
      return;
    }
    const [start, end] = this.#extent();
    if ((end - start) % 4 !== 0) throw notAnExample();
    if ((end - start) / 4 > MOST_LIST_VALUES) throw tooLong();
    for (let at = start; at < end; at += 4) {
      values.push(numberCell(this.#view.getFloat32(at, true), false));
    }
  }

  integers(values: CellValue[]): void {
    if (this.#wire === WIRE.varint) {
      values.push(integerCell(this.#varint()));
      return;
    }
    const [, end] = this.#extent(false);
    while (this.#at < end) {
      if (values.push(integerCell(this.#varint())) > MOST_LIST_VALUES) throw tooLong();
    }
    if (this.#at !== end) throw notAnExample();
  }

  /** Of the bytes that follow their length. */
  #extent(consume = true): [start: number, end: number] {
    if (this.#wire !== WIRE.bytes) throw notAnExample();
    const length = Number(this.#varint());
    const start = this.#at;
    if (length > this.#end - start) throw new RangeError('a field is longer than its message');
    if (consume) this.#at += length;
    return [start, start + length];
  }

  #advance(bytes: number): number {
    const start = this.#at;
    if (start + bytes > this.#end) throw new RangeError('a field is longer than its message');
    this.#at += bytes;
    return start;
  }

  /** As a number while it is small: almost all are. */
  #varint(): number | bigint {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.#view.getUint8(this.#advance(1));
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    let large = BigInt(value);
    for (let shift = 28n; shift < 70n; shift += 7n) {
      const byte = this.#view.getUint8(this.#advance(1));
      large |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return large;
    }
    throw notAnExample();
  }
}

function integerCell(varint: number | bigint): CellValue {
  if (typeof varint === 'number') return numberCell(varint, true);
  const value = BigInt.asIntN(64, varint);
  return numberCell(Number(value), true, String(value));
}
