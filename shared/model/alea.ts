const TWO_TO_32 = 2 ** 32;

/** The state of the random number generator Alea (Johannes Baagøe 2010) after its seed; its carry is 1 then. */
export function seedAlea(seed: string): [number, number, number] {
  const mash = new Mash();
  const state = [mash.add(' '), mash.add(' '), mash.add(' ')].map((start) => {
    const value = start - mash.add(seed);
    return value < 0 ? value + 1 : value;
  });
  return state as [number, number, number];
}

/**
 * Fills an array with the numbers in [0, 1) that `randomUniform` of TensorFlow.js draws for a seed, rounded to single
 * precision as it has them.
 */
export function fillUniform(values: Float32Array, seed: number): void {
  let [s0, s1, s2] = seedAlea(String(seed));
  let carry = 1;
  for (let index = 0; index < values.length; index++) {
    const sum = 2091639 * s0 + carry / TWO_TO_32;
    [s0, s1] = [s1, s2];
    carry = sum | 0;
    s2 = sum - carry;
    values[index] = s2;
  }
}

/** The hash that spreads a text over a number in [0, 1); each text goes on where the last one ended. */
class Mash {
  #value = 0xefc8249d;

  add(text: string): number {
    for (let index = 0; index < text.length; index++) {
      this.#value += text.charCodeAt(index);
      const scaled = 0.02519603282416938 * this.#value;
      const whole = scaled >>> 0;
      const product = (scaled - whole) * whole;
      const low = product >>> 0;
      this.#value = low + (product - low) * TWO_TO_32;
    }
    return (this.#value >>> 0) / TWO_TO_32;
  }
}
