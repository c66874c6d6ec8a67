type TypedArray = Float64Array | Int32Array | Uint32Array | Uint16Array;

interface TypedArrayClass<A extends TypedArray> {
  new (length: number): A;
  new (buffer: ArrayBuffer): A;
  readonly BYTES_PER_ELEMENT: number;
}

/** A typed array that grows: for columns whose length is known only at the end. */
export class TypedList<A extends TypedArray> {
  #items: A;
  length = 0;
  readonly #class: TypedArrayClass<A>;

  constructor(kind: TypedArrayClass<A>) {
    this.#class = kind;
    this.#items = new kind(64);
  }

  push(value: number): void {
    if (this.length === this.#items.length) this.#resize(Math.max(64, this.length * 2));
    this.#items[this.length++] = value;
  }

  /** Fills up to `length` with `value`. */
  extend(length: number, value: number): void {
    while (this.length < length) this.push(value);
  }

  append(other: TypedList<A>): void {
    const length = this.length + other.length;
    if (length > this.#items.length) this.#resize(length * 2);
    this.#items.set(other.view(), this.length);
    this.length = length;
  }

  /** The items, without a copy: valid until the next push. */
  view(): A {
    return this.#items.subarray(0, this.length) as A;
  }

  /** The items at the right length, given away: the list has none any more. */
  take(): A {
    this.#resize(this.length);
    const items = this.#items;
    this.#items = new this.#class(0);
    this.length = 0;
    return items;
  }

  /**
   * By a transfer of the buffer, which gives the old one's memory back at once: the collector sees hundreds of columns of one
   * table as small objects and would let all of them lie beside their copies.
   */
  #resize(capacity: number): void {
    const buffer = this.#items.buffer as ArrayBuffer;
    this.#items = new this.#class(buffer.transfer(capacity * this.#class.BYTES_PER_ELEMENT));
  }
}
