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
      const squares =
        (wide(view, at + 16) << 52n) + (wide(view, at + 48) << 27n) + wide(view, at + 32);
      if (squares === 0n) continue;
      // Doubles without a leading one have the exponent of the least with one.
      const shift = BigInt(Math.max(1, PAGE_EXPONENTS * page + index) - 1);
      sum += wide(view, at) << shift;
      sumOfSquares += squares << (2n * shift);
    }
  }
  return { sum, sumOfSquares };
}

/** Lower 32 bits and the rest, each summed for itself; only the rest may be negative. */
function wide(view: DataView, at: number): bigint {
  return view.getBigUint64(at, true) + (view.getBigInt64(at + 8, true) << 32n);
}
