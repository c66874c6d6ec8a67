/**
 * Terms this much above the observed one still count as equally likely, since rounding can part equal ones. As in SciPy.
 */
const TIE_TOLERANCE = 1e-14;

/**
 * Two-sided p-value of Fisher's exact test: of `first` and `second` examples, `firstHits` and `secondHits` have a
 * property. The sum of the hypergeometric probabilities that are not above the observed one. Takes a number of steps
 * of the size of the smaller total.
 */
export function testFisherExact(
  firstHits: number,
  first: number,
  secondHits: number,
  second: number,
): number {
  const hits = firstHits + secondHits;
  const low = Math.max(0, hits - second);
  const high = Math.min(hits, first);
  const mode = Math.floor(((hits + 1) * (first + 1)) / (first + second + 2));
  // Relative to the most likely table, so that nothing underflows that matters. Index 0 is `low`.
  const weights = new Float64Array(high - low + 1);
  const start = Math.min(high, Math.max(low, mode));
  weights[start - low] = 1;
  for (let k = start; k < high; k++) {
    const ratio = ((hits - k) * (first - k)) / ((k + 1) * (second - hits + k + 1));
    weights[k + 1 - low] = (weights[k - low] as number) * ratio;
  }
  for (let k = start; k > low; k--) {
    const ratio = (k * (second - hits + k)) / ((hits - k + 1) * (first - k + 1));
    weights[k - 1 - low] = (weights[k - low] as number) * ratio;
  }
  const observed = (weights[firstHits - low] as number) * (1 + TIE_TOLERANCE);
  let extreme = 0;
  let all = 0;
  // Small terms first, so that they are not lost in the sum.
  for (const weight of weights.sort()) {
    all += weight;
    if (weight <= observed) extreme = all;
  }
  return Math.min(1, extreme / all);
}
