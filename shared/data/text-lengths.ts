import { demand } from './shard-consistency.ts';

export interface LengthsJson {
  readonly count: number;
  readonly sum: number;
  /** 0 for no texts, as is `max`. */
  readonly min: number;
  readonly max: number;
}

/** Lengths of texts in characters; mergeable without rounding, since their sum is whole. */
export class TextLengths {
  count = 0;
  min = Number.POSITIVE_INFINITY;
  max = 0;
  #sum = 0;

  add(length: number): void {
    this.count++;
    this.#sum += length;
    if (length < this.min) this.min = length;
    if (length > this.max) this.max = length;
  }

  merge(other: TextLengths): void {
    this.count += other.count;
    this.#sum += other.#sum;
    this.min = Math.min(this.min, other.min);
    this.max = Math.max(this.max, other.max);
  }

  /** Of at least one text. */
  get mean(): number {
    return this.#sum / this.count;
  }

  toJson(): LengthsJson {
    const { count, max } = this;
    return { count, sum: this.#sum, min: count === 0 ? 0 : this.min, max };
  }

  /** Throws `InconsistentShard`. */
  static fromJson({ count, sum, min, max }: LengthsJson): TextLengths {
    const lengths = new TextLengths();
    demand(count * min <= sum && sum <= count * max, 'lengths contradict each other');
    lengths.count = count;
    lengths.#sum = sum;
    if (count > 0) lengths.min = min;
    lengths.max = max;
    return lengths;
  }
}
