/** Of assembly/sums.ts. */
const PAGES = 64;
const PAGE_EXPONENTS = 32;
const EXPONENT_BYTES = 64;

/** The exact sums of a column, from the pages to which `heads` leads: Σx · 2¹⁰⁷⁴ and Σx² · 2²¹⁴⁸. */
export function readSums(
  view: DataView,
  heads: number,
): { readonly sum: bigint; readonly sumOfSquares: bigint } {
  let sum = 0n;
  let sumOfSquares = 0n;
  for (let page = 0; page < PAGES; page++) {
    const pointer = view.getUint32(heads + 4 * page, true);
    if (pointer === 0) continue;
    for (let index = 0; index < PAGE_EXPONENTS; index++) {
      const at = pointer + EXPONENT_BYTES * index;
      const squares = squaresAt(view, at + 16);
      if (squares === 0n) continue;
      // Doubles without a leading one have the exponent of the least with one.
      const shift = BigInt(Math.max(1, PAGE_EXPONENTS * page + index) - 1);
      const upper = view.getBigInt64(at, true);
      sum += ((upper << 26n) + view.getBigInt64(at + 8, true)) << shift;
      sumOfSquares += squares << (2n * shift);
    }
  }
  return { sum, sumOfSquares };
}

/** Σ(upper·2²⁶ + lower)² */
function squaresAt(view: DataView, at: number): bigint {
  const part = (offset: number) => view.getBigUint64(at + offset, true);
  const upper = part(0) + (part(16) << 32n);
  const lower = part(8) + (part(24) << 32n);
  const product = part(32) + (part(40) << 32n);
  return (upper << 52n) + (product << 27n) + lower;
}
