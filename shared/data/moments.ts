/**
 * Mean and spread of numbers in one pass (Welford 1962). The mean is kept as the sum of two doubles: its rounding would
 * cost the spread of numbers far from zero its last digits.
 */
export class Moments {
  count = 0;
  min = Number.POSITIVE_INFINITY;
  max = Number.NEGATIVE_INFINITY;
  zeros = 0;
  #meanHigh = 0;
  #meanLow = 0;
  /** Sum of squared distances from the mean. */
  #squares = 0;

  add(value: number): void {
    this.count++;
    const distance = value - this.#meanHigh - this.#meanLow;
    this.#moveMean(distance / this.count);
    this.#squares += distance * (value - this.#meanHigh - this.#meanLow);
    if (value < this.min) this.min = value;
    if (value > this.max) this.max = value;
    if (value === 0) this.zeros++;
  }

  /** 0 for no numbers. */
  get mean(): number {
    return this.#meanHigh + this.#meanLow;
  }

  /** Population standard deviation; 0 for no numbers. */
  get deviation(): number {
    return this.count === 0 ? 0 : Math.sqrt(this.#squares / this.count);
  }

  /** Knuth's exact sum of two doubles: what the high part can't hold goes to the low one. */
  #moveMean(by: number): void {
    const step = by + this.#meanLow;
    const high = this.#meanHigh + step;
    const taken = high - this.#meanHigh;
    this.#meanLow = this.#meanHigh - (high - taken) + (step - taken);
    this.#meanHigh = high;
  }
}

/**
 * Mean and population standard deviation of finite numbers. Where numbers near the largest double overflow a sum of
 * squares, they are divided by their largest before.
 */
export function meanAndDeviation(
  moments: Moments,
  values: Float64Array,
): { readonly mean: number; readonly deviation: number } {
  const { mean, deviation } = moments;
  if (Number.isFinite(mean) && Number.isFinite(deviation)) return { mean, deviation };
  const scale = Math.max(Math.abs(moments.min), Math.abs(moments.max));
  const scaled = new Moments();
  for (const value of values) scaled.add(value / scale);
  return { mean: scaled.mean * scale, deviation: scaled.deviation * scale };
}
