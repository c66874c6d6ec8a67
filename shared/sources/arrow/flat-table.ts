/**
 * A table of a FlatBuffer that a stranger wrote: every place is looked up within the buffer, and a `RangeError` is thrown
 * for one outside, where the generated readers would go on with garbage.
 */
export class FlatTable {
  readonly #view: DataView;
  readonly #position: number;
  readonly #vtable: number;
  readonly #vtableBytes: number;

  constructor(view: DataView, position: number) {
    this.#view = view;
    this.#position = position;
    this.#vtable = position - view.getInt32(position, true);
    this.#vtableBytes = view.getUint16(this.#vtable, true);
  }

  static root(bytes: Uint8Array): FlatTable {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return new FlatTable(view, view.getUint32(0, true));
  }

  /** `field`: its number in the schema, from 0. */
  int(field: number, bits: 8 | 16 | 32, fallback: number): number {
    const at = this.#at(field);
    if (at === 0) return fallback;
    if (bits === 8) return this.#view.getInt8(at);
    return bits === 16 ? this.#view.getInt16(at, true) : this.#view.getInt32(at, true);
  }

  /** Beyond 2⁵³ rounded. */
  long(field: number): number {
    const at = this.#at(field);
    return at === 0 ? 0 : Number(this.#view.getBigInt64(at, true));
  }

  boolean(field: number): boolean {
    return this.int(field, 8, 0) !== 0;
  }

  text(field: number): string {
    const at = this.#at(field);
    if (at === 0) return '';
    const { start, length } = this.#vector(at, 1);
    const bytes = new Uint8Array(this.#view.buffer, this.#view.byteOffset + start, length);
    return new TextDecoder().decode(bytes);
  }

  /** Whether there is any: without decoding it, since one text may be named many times. */
  hasText(field: number): boolean {
    const at = this.#at(field);
    return at !== 0 && this.#vector(at, 1).length > 0;
  }

  table(field: number): FlatTable | null {
    const at = this.#at(field);
    return at === 0 ? null : this.#follow(at);
  }

  *tables(field: number): Generator<FlatTable, void, undefined> {
    const at = this.#at(field);
    if (at === 0) return;
    const { start, length } = this.#vector(at, 4);
    for (let index = 0; index < length; index++) yield this.#follow(start + index * 4);
  }

  /** A vector of longs, or of structs that are so many words of 8 bytes each. */
  longs(field: number, perElement: 1 | 2 | 3): number[] {
    const at = this.#at(field);
    if (at === 0) return [];
    const { start, length } = this.#vector(at, perElement * 8);
    return Array.from({ length: length * perElement }, (_, index) =>
      Number(this.#view.getBigInt64(start + index * 8, true)),
    );
  }

  #at(field: number): number {
    const entry = 4 + field * 2;
    if (entry + 2 > this.#vtableBytes) return 0;
    const offset = this.#view.getUint16(this.#vtable + entry, true);
    return offset === 0 ? 0 : this.#position + offset;
  }

  #follow(at: number): FlatTable {
    return new FlatTable(this.#view, at + this.#view.getUint32(at, true));
  }

  #vector(at: number, elementBytes: number): { start: number; length: number } {
    const vector = at + this.#view.getUint32(at, true);
    const length = this.#view.getUint32(vector, true);
    const start = vector + 4;
    if (start + length * elementBytes > this.#view.byteLength) throw new RangeError('a vector');
    return { start, length };
  }
}
