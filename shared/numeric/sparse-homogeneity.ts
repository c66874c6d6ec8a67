import { SeededRandom } from './random.ts';

/** Rows with one value, in the first data set and in the second. */
type PairCount = readonly [number, number];

const MOST_PERMUTATIONS = 9_999;
/** With fewer, the smallest possible p-value would not survive the adjustment for some dozens of columns. */
const FEWEST_PERMUTATIONS = 1_999;
/** Rows drawn in all permutations together: about a second. */
const MOST_DRAWS = 20_000_000;
/** Rows are held one by one, at 4 bytes. */
const MOST_ROWS = 5_000_000;
/** So many permutations at least as far apart as the data settle that chance explains it (Besag and Clifford 1991). */
const SETTLED = 20;
/** Sums of equal terms in another order differ by rounding. */
const TIE_TOLERANCE = 1e-12;

export interface SparseHomogeneity {
  readonly pValue: number;
  readonly source:
    | { readonly kind: 'permutations'; readonly permutations: number }
    /** How far above its mean the statistic is, in standard deviations. */
    | { readonly kind: 'bound'; readonly deviations: number };
}

/**
 * Whether values of which each is rare are spread over two data sets as a random split of the rows would spread them.
 * The statistic is Pearson's χ² of the unpooled table; its chi-square distribution fails for small counts, so the p-value
 * comes from shuffling rows (seeded) while that is cheap, and is Cantelli's bound 1 / (1 + z²) with the statistic's exact
 * mean and variance for large tables. Neither is ever too small. Null where every split gives the same statistic, as when
 * each value stands once: then the table can't tell anything.
 */
export function testSparseHomogeneity(counts: readonly PairCount[]): SparseHomogeneity | null {
  const held = counts.filter(([a, b]) => a + b > 0);
  const first = held.reduce((sum, [a]) => sum + a, 0);
  const second = held.reduce((sum, [, b]) => sum + b, 0);
  // χ² is a growing linear function of Σ drawn² / total, for either of the two data sets.
  const side = first <= second ? 0 : 1;
  const drawn = Math.min(first, second);
  const totals = Int32Array.from(held, ([a, b]) => a + b).sort();
  const { mean, variance } = momentsOfSquares(totals, drawn);
  if (!(variance > TIE_TOLERANCE * mean * mean)) return null;
  const observed = held.reduce((sum, count) => sum + count[side] ** 2 / (count[0] + count[1]), 0);
  const permutations = Math.min(MOST_PERMUTATIONS, Math.floor(MOST_DRAWS / drawn));
  if (permutations >= FEWEST_PERMUTATIONS && first + second <= MOST_ROWS) {
    return permute(totals, drawn, observed, permutations);
  }
  const deviations = (observed - mean) / Math.sqrt(variance);
  return {
    pValue: deviations > 0 ? 1 / (1 + deviations ** 2) : 1,
    source: { kind: 'bound', deviations },
  };
}

/**
 * Mean and variance of Σ aⱼ² / tⱼ where `drawn` of all rows are drawn without replacement and aⱼ of them have the value j
 * that tⱼ rows have. By factorial moments of the multivariate hypergeometric distribution:
 * E[(aᵢ)ₚ (aⱼ)_q] = (tᵢ)ₚ (tⱼ)_q (drawn)ₚ₊q / (all)ₚ₊q.
 */
export function momentsOfSquares(
  totals: Int32Array,
  drawn: number,
): { readonly mean: number; readonly variance: number } {
  const all = totals.reduce((sum, total) => sum + total, 0);
  const kinds = totals.length;
  const falling = (power: number) => {
    let product = 1;
    for (let step = 0; step < power; step++) {
      if (drawn <= step) return 0;
      product *= (drawn - step) / (all - step);
    }
    return product;
  };
  const [f1, f2, f3, f4] = [falling(1), falling(2), falling(3), falling(4)];
  let own = 0;
  let squares = 0;
  for (const t of totals) {
    own +=
      (f4 * (t - 1) * (t - 2) * (t - 3) + 6 * f3 * (t - 1) * (t - 2) + 7 * f2 * (t - 1) + f1) / t;
    squares += (t - 1) ** 2;
  }
  const above = all - kinds;
  const mean = f2 * above + f1 * kinds;
  const crossed =
    f4 * (above * above - squares) + 2 * f3 * (kinds - 1) * above + f2 * kinds * (kinds - 1);
  return { mean, variance: own + crossed - mean * mean };
}

/** The share of random splits that are at least as far apart, the observed one among them. */
function permute(
  totals: Int32Array,
  drawn: number,
  observed: number,
  permutations: number,
): SparseHomogeneity {
  const random = new SeededRandom(0, 'sparse homogeneity');
  const rows = new Int32Array(totals.reduce((sum, total) => sum + total, 0));
  let filled = 0;
  totals.forEach((total, value) => {
    rows.fill(value, filled, filled + total);
    filled += total;
  });
  const held = new Int32Array(totals.length);
  const limit = observed * (1 - TIE_TOLERANCE);
  let extreme = 0;
  for (let permutation = 1; permutation <= permutations; permutation++) {
    let sum = 0;
    // The first steps of Fisher and Yates: they draw fairly from any order, so that the last one may stay.
    for (let row = 0; row < drawn; row++) {
      const other = row + random.integer(rows.length - row);
      const value = rows[other] as number;
      rows[other] = rows[row] as number;
      rows[row] = value;
      const before = held[value] as number;
      sum += (2 * before + 1) / (totals[value] as number);
      held[value] = before + 1;
    }
    for (let row = 0; row < drawn; row++) held[rows[row] as number] = 0;
    if (sum >= limit) extreme++;
    if (extreme === SETTLED) {
      return {
        pValue: extreme / permutation,
        source: { kind: 'permutations', permutations: permutation },
      };
    }
  }
  return {
    pValue: (extreme + 1) / (permutations + 1),
    source: { kind: 'permutations', permutations },
  };
}
