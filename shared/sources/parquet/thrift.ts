import { DEEPEST_NESTING } from '../limits.ts';

/** Types of the compact protocol (apache/thrift, thrift-compact-protocol.md). */
const TYPE = {
  true: 1,
  false: 2,
  byte: 3,
  i16: 4,
  i32: 5,
  i64: 6,
  double: 7,
  binary: 8,
  list: 9,
  set: 10,
  map: 11,
  struct: 12,
} as const;

/** Reads one field whose number is known, or leaves it alone and returns false: then it is skipped. */
type FieldReader = (field: number, thrift: ThriftReader) => boolean | undefined;

/**
 * Reads what Parquet's metadata is written in, without making objects of what nobody asks for. Throws a `RangeError` where
 * the bytes end too early or say what can't be.
 */
export class ThriftReader {
  readonly #view: DataView;
  position: number;
  #type = 0;

  constructor(bytes: Uint8Array, position = 0) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.position = position;
  }

  /** All fields of a struct that begins here. */
  struct(read: FieldReader, depth = 0): void {
    if (depth > DEEPEST_NESTING) throw new RangeError('structs are nested too deeply');
    let field = 0;
    for (;;) {
      const header = this.#byte();
      if (header === 0) return;
      const type = header & 15;
      field = header >>> 4 === 0 ? this.#integer() : field + (header >>> 4);
      this.#type = type;
      const start = this.position;
      if (read(field, this) !== true) {
        this.position = start;
        this.#skip(type, depth + 1);
      }
    }
  }

  integer(): number {
    if (this.#type < TYPE.byte || this.#type > TYPE.i64) throw new RangeError('no integer');
    if (this.#type === TYPE.byte) return this.#view.getInt8(this.position++);
    return this.#integer();
  }

  boolean(): boolean {
    if (this.#type !== TYPE.true && this.#type !== TYPE.false) throw new RangeError('no boolean');
    return this.#type === TYPE.true;
  }

  text(): string {
    if (this.#type !== TYPE.binary) throw new RangeError('no text');
    const length = this.#varint();
    const start = this.position;
    this.#advance(length);
    const bytes = new Uint8Array(this.#view.buffer, this.#view.byteOffset + start, length);
    return new TextDecoder().decode(bytes);
  }

  nested(read: FieldReader): true {
    if (this.#type !== TYPE.struct) throw new RangeError('no struct');
    this.struct(read);
    return true;
  }

  /** Structs of a list: `read` reads one whole struct. */
  structs(read: () => void): true {
    if (this.#type !== TYPE.list) throw new RangeError('no list');
    const [size, type] = this.#listHeader();
    if (type !== TYPE.struct && size > 0) throw new RangeError('no list of structs');
    for (let index = 0; index < size; index++) read();
    return true;
  }

  #skip(type: number, depth: number): void {
    if (depth > DEEPEST_NESTING) throw new RangeError('values are nested too deeply');
    switch (type) {
      case TYPE.true:
      case TYPE.false:
        return;
      case TYPE.byte:
        this.#advance(1);
        return;
      case TYPE.i16:
      case TYPE.i32:
      case TYPE.i64:
        this.#varint();
        return;
      case TYPE.double:
        this.#advance(8);
        return;
      case TYPE.binary:
        this.#advance(this.#varint());
        return;
      case TYPE.list:
      case TYPE.set: {
        const [size, element] = this.#listHeader();
        for (let index = 0; index < size; index++) this.#skipElement(element, depth + 1);
        return;
      }
      case TYPE.map: {
        const size = this.#varint();
        if (size === 0) return;
        this.#checkSize(size);
        const types = this.#byte();
        for (let index = 0; index < size; index++) {
          this.#skipElement(types >>> 4, depth + 1);
          this.#skipElement(types & 15, depth + 1);
        }
        return;
      }
      case TYPE.struct:
        this.struct(() => false, depth);
        return;
      default:
        throw new RangeError('an unknown type');
    }
  }

  /** Booleans have no byte as fields, and one as elements. */
  #skipElement(type: number, depth: number): void {
    if (type === TYPE.true || type === TYPE.false) this.#advance(1);
    else this.#skip(type, depth);
  }

  #listHeader(): [size: number, type: number] {
    const header = this.#byte();
    const size = header >>> 4 === 15 ? this.#varint() : header >>> 4;
    this.#checkSize(size);
    return [size, header & 15];
  }

  /** Every element has at least a byte. */
  #checkSize(size: number): void {
    if (size > this.#view.byteLength - this.position) throw new RangeError('a list is too long');
  }

  #byte(): number {
    return this.#view.getUint8(this.position++);
  }

  #advance(bytes: number): void {
    if (bytes > this.#view.byteLength - this.position) throw new RangeError('bytes are missing');
    this.position += bytes;
  }

  #integer(): number {
    const zigzag = this.#varint();
    return zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
  }

  /** Beyond 2⁵³ rounded: no size or place is that large. */
  #varint(): number {
    let value = 0;
    let factor = 1;
    for (let index = 0; index < 10; index++) {
      const byte = this.#byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 128;
    }
    throw new RangeError('a number is too long');
  }
}
