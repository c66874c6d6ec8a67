/** HyperLogLog (Flajolet et al. 2007) of 2¹⁴ registers over 64-bit hashes: 16 KiB, standard error 0.81 %. */

const INDEX_BITS = 14;
export const REGISTERS = 1 << INDEX_BITS;
/** Bits of a hash that are ranked, and the largest rank. */
const RANKED_BITS = 64 - INDEX_BITS;
export const LARGEST_RANK = RANKED_BITS + 1;

/** Relative standard error of `estimateDistinct`: 1.04 / √2¹⁴. */
export const DISTINCT_ERROR = 1.04 / Math.sqrt(REGISTERS);

/** Adds a mixed `CellHash`. */
export function addToRegisters(registers: Uint8Array, high: number, low: number): void {
  const index = high >>> (32 - INDEX_BITS);
  const top = high & 0x3ffff;
  const zeros = top === 0 ? RANKED_BITS - 32 + Math.clz32(low) : Math.clz32(top) - INDEX_BITS;
  if (zeros >= (registers[index] as number)) registers[index] = zeros + 1;
}

/**
 * Ertl's improved raw estimator ("New cardinality estimation algorithms for HyperLogLog sketches", 2017, algorithm 6):
 * without bias from the smallest counts to the largest, and without tables.
 */
export function estimateDistinct(registers: Uint8Array): number {
  const histogram = new Float64Array(LARGEST_RANK + 1);
  for (const value of registers) histogram[value] = (histogram[value] ?? 0) + 1;
  const share = (rank: number) => (histogram[rank] ?? 0) / REGISTERS;
  let z = REGISTERS * tau(1 - share(LARGEST_RANK));
  for (let rank = RANKED_BITS; rank >= 1; rank--) z = 0.5 * (z + (histogram[rank] ?? 0));
  z += REGISTERS * sigma(share(0));
  return ((1 / (2 * Math.LN2)) * REGISTERS * REGISTERS) / z;
}

function sigma(x: number): number {
  if (x === 1) return Number.POSITIVE_INFINITY;
  let power = x;
  let weight = 1;
  let sum = x;
  for (;;) {
    power *= power;
    const before = sum;
    sum += power * weight;
    weight += weight;
    if (sum === before) return sum;
  }
}

function tau(x: number): number {
  if (x === 0 || x === 1) return 0;
  let root = x;
  let weight = 1;
  let sum = 1 - x;
  for (;;) {
    root = Math.sqrt(root);
    const before = sum;
    weight *= 0.5;
    sum -= (1 - root) ** 2 * weight;
    if (sum === before) return sum / 3;
  }
}
