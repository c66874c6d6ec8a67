/**
 * P(X ≥ `successes`) of a binomial variable X: how probable so many successes are in `trials` independent trials that each
 * succeed with `probability`. Summed term by term, so it takes time proportional to `trials`; relative error about
 * 1e-16 × `trials`.
 */
export function binomialSurvival(successes: number, trials: number, probability: number): number {
  if (!(Number.isInteger(successes) && successes >= 0 && successes <= trials)) {
    throw new RangeError(`${successes} of ${trials} is no proportion`);
  }
  if (successes === 0 || probability >= 1) return 1;
  if (probability <= 0) return 0;
  // Logarithms, since the first factor alone overflows from a thousand trials on.
  let logTerm = successes * Math.log(probability) + (trials - successes) * Math.log1p(-probability);
  for (let index = 1; index <= successes; index++) {
    logTerm += Math.log((trials - successes + index) / index);
  }
  const odds = probability / (1 - probability);
  let sum = 0;
  for (let count = successes; count <= trials; count++) {
    sum += Math.exp(logTerm);
    logTerm += Math.log(((trials - count) / (count + 1)) * odds);
  }
  return Math.min(1, sum);
}
