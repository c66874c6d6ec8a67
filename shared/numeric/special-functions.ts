/**
 * Tails of the distributions that tests and intervals need, with a relative error below 1e-10 as far out as numbers
 * reach: a survival function is computed as such and never as 1 − (something near 1).
 */

/** Where a factor of a continued fraction vanishes, this stands in for it (Lentz, modified by Thompson and Barnett). */
const TINY = 1e-300;
/** Series and fractions end far earlier; reaching this is an error of ours. Convergence takes about √a terms. */
const MOST_TERMS = 1_000_000;

/**
 * Q(a, x) = Γ(a, x) / Γ(a), the regularised upper incomplete gamma function, for a ≥ 0.5 and x ≥ 0.
 * Power series below a + 1, continued fraction above (DLMF 8.7.1 and 8.9.2).
 */
export function regularizedGammaQ(a: number, x: number): number {
  requireRange('a', a, 0.5, Number.MAX_VALUE);
  requireRange('x', x, 0, Number.POSITIVE_INFINITY);
  if (x === Number.POSITIVE_INFINITY) return 0;
  return x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x);
}

/** P(X > x) of a chi-square distribution with `degrees` ≥ 1 degrees of freedom. */
export function chiSquareSurvival(x: number, degrees: number): number {
  return regularizedGammaQ(degrees / 2, Math.max(0, x) / 2);
}

/** P(Z > z) of the standard normal distribution. */
export function normalSurvival(z: number): number {
  const tail = regularizedGammaQ(0.5, (z * z) / 2) / 2;
  return z >= 0 ? tail : 1 - tail;
}

/**
 * The z with P(Z ≤ z) = p, for 0 ≤ p ≤ 1. Hastings' approximation (Abramowitz and Stegun 26.2.23, error < 4.5e-4),
 * then Halley's method, which triples the number of right digits each time.
 */
export function normalQuantile(p: number): number {
  requireRange('p', p, 0, 1);
  if (p === 0 || p === 1) return p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (p >= 0.5) return p > 0.9 ? upperQuantile(1 - p) : centralQuantile(p - 0.5);
  return p < 0.1 ? -upperQuantile(p) : -centralQuantile(0.5 - p);
}

/**
 * P(K > x) of the Kolmogorov distribution, the limit of √n · D. Two theta series of the same function (DLMF 20.7.32):
 * one for each side of 1.
 */
export function kolmogorovSurvival(x: number): number {
  if (!(x > 0)) return 1;
  let sum = 0;
  if (x < 1) {
    for (let k = 1; k <= 11; k += 2) sum += Math.exp((-k * k * Math.PI * Math.PI) / (8 * x * x));
    return 1 - (Math.sqrt(2 * Math.PI) / x) * sum;
  }
  for (let k = 1; k <= 8; k++) sum += (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * k * k * x * x);
  return 2 * sum;
}

/** The z > 0 with P(Z > z) = q, 0 < q ≤ 0.5, by the tail. */
function upperQuantile(q: number): number {
  let z = hastings(q);
  for (let round = 0; round < 3; round++) z = halley(z, normalSurvival(z) - q, -1);
  return z;
}

/** The z ≥ 0 with P(0 < Z ≤ z) = c, 0 ≤ c ≤ 0.4: near the centre the tail would lose the digits of c. */
function centralQuantile(c: number): number {
  let z = c < 0.1 ? c * Math.sqrt(2 * Math.PI) : hastings(0.5 - c);
  for (let round = 0; round < 4; round++) z = halley(z, gammaSeries(0.5, (z * z) / 2) / 2 - c, 1);
  return z;
}

function hastings(q: number): number {
  const t = Math.sqrt(-2 * Math.log(q));
  return (
    t -
    (2.515517 + t * (0.802853 + t * 0.010328)) /
      (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  );
}

/** One step for f(z) = `excess` with f′ = `sign` · φ(z) and f″/f′ = −z. */
function halley(z: number, excess: number, sign: 1 | -1): number {
  const step = (sign * excess * Math.sqrt(2 * Math.PI)) / Math.exp((-z * z) / 2);
  return z - step / (1 + (z * step) / 2);
}

/** P(a, x) by its power series; for x < a + 1. */
function gammaSeries(a: number, x: number): number {
  if (x === 0) return 0;
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_TERMS; n++) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * 1e-17) return sum * gammaDensity(a, x);
  }
  throw new Error(`The series of P(${a}, ${x}) did not converge`);
}

/** Q(a, x) by its continued fraction; for x ≥ a + 1. */
function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < MOST_TERMS; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / awayFromZero(numerator * d + b);
    c = awayFromZero(b + numerator / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) return fraction * gammaDensity(a, x);
  }
  throw new Error(`The continued fraction of Q(${a}, ${x}) did not converge`);
}

/**
 * xᵃ e⁻ˣ / Γ(a). For large a the exponents are huge and nearly cancel, so that the difference is taken first:
 * √(a / 2π) · exp(−a (μ − ln(1 + μ)) − δ(a)) with μ = (x − a) / a and Stirling's remainder δ (DLMF 5.11.1).
 */
function gammaDensity(a: number, x: number): number {
  if (a < 12) return Math.exp(a * Math.log(x) - x - logGamma(a));
  const mu = (x - a) / a;
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(-a * excessOverLog(mu) - stirlingRemainder(a));
}

/** ln Γ(a) for a ≥ 0.5: Stirling's series after moving the argument to 12 or more. */
function logGamma(a: number): number {
  let product = 1;
  let shifted = a;
  for (; shifted < 12; shifted++) product *= shifted;
  return (
    (shifted - 0.5) * Math.log(shifted) -
    shifted +
    Math.log(2 * Math.PI) / 2 +
    stirlingRemainder(shifted) -
    Math.log(product)
  );
}

/** For a ≥ 12, where the first term left out is below 1e-17. */
function stirlingRemainder(a: number): number {
  const s = 1 / (a * a);
  return (
    (1 / 12 -
      s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360)))))) /
    a
  );
}

/** μ − ln(1 + μ) for μ > −1, without cancellation near 0: with r = μ / (2 + μ), ln(1 + μ) = 2 artanh r. */
function excessOverLog(mu: number): number {
  if (Math.abs(mu) > 0.4) return mu - Math.log1p(mu);
  const r = mu / (2 + mu);
  let power = r;
  let sum = 0;
  for (let k = 3; k < 60; k += 2) {
    power *= r * r;
    sum += power / k;
  }
  return r * mu - 2 * sum;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

function requireRange(name: string, value: number, low: number, high: number): void {
  if (!(value >= low && value <= high)) {
    throw new RangeError(`${name} is ${value}, and must be from ${low} to ${high}`);
  }
}
