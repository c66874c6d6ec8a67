/** Sizes of feature sets and what models with them lose. */
export interface SizeLoss {
  readonly features: number;
  readonly loss: number;
  /** Standard error of `loss`. */
  readonly error: number;
}

/**
 * How many features each model of a recursive elimination has: all, one less each time, down to `least`. Where these would
 * be more than `most` models, `most` sizes or fewer whose ratios are alike, so that features are dropped one by one again
 * where few are left. `least` ≤ `features`; `most` ≥ 2.
 */
export function planSizes(features: number, least: number, most: number): number[] {
  const count = features - least + 1;
  if (count <= most) return Array.from({ length: count }, (_, index) => features - index);
  const ratio = least / features;
  const sizes = Array.from({ length: most }, (_, index) =>
    Math.round(features * ratio ** (index / (most - 1))),
  );
  return [...new Set(sizes)];
}

/**
 * The size with the lowest loss (of equal ones the smallest), and the smallest one whose loss is within one standard error of
 * it (Breiman, Friedman, Olshen and Stone 1984, 3.4.3).
 */
export function chooseSize(sizes: readonly SizeLoss[]): {
  readonly best: number;
  readonly suggested: number;
} {
  const [first, ...others] = sizes;
  if (first === undefined) throw new Error('nothing to choose from');
  const best = others.reduce(
    (lowest, one) =>
      one.loss < lowest.loss || (one.loss === lowest.loss && one.features < lowest.features)
        ? one
        : lowest,
    first,
  );
  const within = sizes.filter(({ loss }) => loss <= best.loss + best.error);
  return { best: best.features, suggested: Math.min(...within.map((one) => one.features)) };
}

/** Mean of the losses of several folds and its standard error (n − 1); folds share examples, so that it is a rough one. */
export function meanOfFolds(losses: readonly number[]): { loss: number; error: number } {
  const count = losses.length;
  const loss = losses.reduce((sum, one) => sum + one, 0) / count;
  const squares = losses.reduce((sum, one) => sum + (one - loss) ** 2, 0);
  return { loss, error: Math.sqrt(squares / (count - 1) / count) };
}

/**
 * Ranks as scikit-learn's RFE gives them: 1 for the features that were kept to the end, one more for each round before in
 * which some were dropped. `rounds`: the names dropped, the first round first; `kept`: the most important first.
 */
export function rankFeatures(
  rounds: readonly (readonly string[])[],
  kept: readonly string[],
): { feature: string; rank: number }[] {
  return [kept, ...rounds.toReversed()].flatMap((names, index) =>
    names.map((feature) => ({ feature, rank: index + 1 })),
  );
}
