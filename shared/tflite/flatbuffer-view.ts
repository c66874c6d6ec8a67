import { FILE_IDENTIFIER } from './schema.ts';

/** Vectors may be shared, as equal names are; a file that reads much more than it holds is built to take memory. */
const MOST_READ = 4;

/**
 * Reads tables and vectors at byte positions. `DataView` refuses what lies outside the file with a `RangeError`; an `Error`
 * says what else is wrong. All vectors together read at most four times the bytes of the file.
 */
export class FlatbufferView {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #left: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#left = MOST_READ * bytes.length;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  root(identifier = FILE_IDENTIFIER): number {
    if (new TextDecoder().decode(this.#bytes.subarray(4, 8)) !== identifier) {
      throw new Error(`it does not begin as a file of ${identifier}`);
    }
    return this.#view.getUint32(0, true);
  }

  int8(table: number, slot: number, missing: number): number {
    const field = this.#field(table, slot);
    return field === null ? missing : this.#view.getInt8(field);
  }

  int32(table: number, slot: number, missing: number): number {
    const field = this.#field(table, slot);
    return field === null ? missing : this.#view.getInt32(field, true);
  }

  table(table: number, slot: number): number | null {
    const field = this.#field(table, slot);
    return field === null ? null : this.#follow(field);
  }

  tables(table: number, slot: number): number[] {
    return this.#elements(table, slot, 4, (position) => this.#follow(position));
  }

  int32s(table: number, slot: number): number[] {
    return this.#elements(table, slot, 4, (position) => this.#view.getInt32(position, true));
  }

  floats(table: number, slot: number): number[] {
    return this.#elements(table, slot, 4, (at) => this.#view.getFloat32(at, true));
  }

  int64s(table: number, slot: number): number[] {
    return this.#elements(table, slot, 8, (at) => Number(this.#view.getBigInt64(at, true)));
  }

  text(table: number, slot: number): string {
    const vector = this.vector(table, slot, 1);
    if (vector === null) return '';
    return new TextDecoder().decode(
      this.#bytes.subarray(vector.start, vector.start + vector.length),
    );
  }

  /** Where the elements of a vector lie; null for a field that is not there. */
  vector(table: number, slot: number, size: number): { start: number; length: number } | null {
    const field = this.#field(table, slot);
    if (field === null) return null;
    const position = this.#follow(field);
    const length = this.#view.getUint32(position, true);
    const start = position + 4;
    if (start + length * size > this.#bytes.length) throw new Error('the file is cut short');
    this.#left -= length * size;
    if (this.#left < 0) throw new Error('the file refers to the same bytes again and again');
    return { start, length };
  }

  #elements<T>(table: number, slot: number, size: number, read: (position: number) => T): T[] {
    const vector = this.vector(table, slot, size);
    if (vector === null) return [];
    return Array.from({ length: vector.length }, (_, index) => read(vector.start + index * size));
  }

  #follow(position: number): number {
    return position + this.#view.getUint32(position, true);
  }

  /** Position of a field, or null: a table begins with the way back to the list of its fields' places. */
  #field(table: number, slot: number): number | null {
    const fields = table - this.#view.getInt32(table, true);
    const entry = 4 + 2 * slot;
    if (entry >= this.#view.getUint16(fields, true)) return null;
    const place = this.#view.getUint16(fields + entry, true);
    return place === 0 ? null : table + place;
  }
}
