type TypedArray = Float64Array | Int32Array | Uint32Array | Uint16Array;

/** A typed array that grows: for columns whose length is known only at the end. */
export class TypedList<A extends TypedArray> {
  #items: A;
  length = 0;
  readonly #make: (length: number) => A;

  constructor(make: (length: number) => A) {
    this.#make = make;
    this.#items = make(64);
  }

  push(value: number): void {
    if (this.length === this.#items.length) this.#grow(this.length * 2);
    this.#items[this.length++] = value;
  }

  /** Fills up to `length` with `value`. */
  extend(length: number, value: number): void {
    while (this.length < length) this.push(value);
  }

  append(other: TypedList<A>): void {
    const length = this.length + other.length;
    if (length > this.#items.length) this.#grow(length * 2);
    this.#items.set(other.view(), this.length);
    this.length = length;
  }

  /** The items, without a copy: valid until the next push. */
  view(): A {
    return this.#items.subarray(0, this.length) as A;
  }

  /** A copy of the right length. */
  toArray(): A {
    return this.#items.slice(0, this.length) as A;
  }

  #grow(capacity: number): void {
    const larger = this.#make(capacity);
    larger.set(this.view());
    this.#items = larger;
  }
}
