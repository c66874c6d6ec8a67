/** Examples in the order of their scores, highest first, with the places where a tie ends. */
export interface Ranking {
  readonly order: Int32Array;
  /** 1 for a positive example, in ranked order. */
  readonly positive: Uint8Array;
  /** 1 where the next example has another score, in ranked order. */
  readonly endsTie: Uint8Array;
}

/** Sorts once: every reweighting of the examples keeps this order. */
export function rankPositives(scores: Float64Array, isPositive: Uint8Array): Ranking {
  const size = scores.length;
  const order = Int32Array.from(scores.keys()).sort(
    (a, b) => (scores[b] as number) - (scores[a] as number) || a - b,
  );
  const positive = Uint8Array.from(order, (example) => isPositive[example] as number);
  const endsTie = Uint8Array.from(order, (example, place) =>
    place + 1 < size && scores[order[place + 1] as number] === scores[example] ? 0 : 1,
  );
  return { order, positive, endsTie };
}

export interface AreasUnderCurves {
  readonly rocAuc: number;
  readonly prAuc: number;
}

/**
 * Area under the ROC curve, which is the chance that a positive example scores above a negative one, ties counting half
 * (Fawcett 2006, "An introduction to ROC analysis", algorithm 3), and average precision Σ (Rₙ − Rₙ₋₁) Pₙ over distinct
 * scores, without interpolation (as scikit-learn's `average_precision_score`). NaN where a class is absent: ROC AUC needs
 * positive and negative examples, average precision a positive one.
 */
export function areasUnderCurves(ranking: Ranking, weights: Int32Array): AreasUnderCurves {
  const { order, positive, endsTie } = ranking;
  let truePositives = 0;
  let falsePositives = 0;
  let truePositivesBefore = 0;
  let falsePositivesBefore = 0;
  let area = 0;
  let precisionSum = 0;
  for (let place = 0; place < order.length; place++) {
    const weight = weights[order[place] as number] as number;
    if (positive[place] === 1) truePositives += weight;
    else falsePositives += weight;
    if (endsTie[place] === 0) continue;
    // Twice the trapezium, so that every term is a whole number.
    area += (falsePositives - falsePositivesBefore) * (truePositives + truePositivesBefore);
    const gained = truePositives - truePositivesBefore;
    if (gained > 0) precisionSum += (gained * truePositives) / (truePositives + falsePositives);
    truePositivesBefore = truePositives;
    falsePositivesBefore = falsePositives;
  }
  return {
    rocAuc: area / (2 * truePositives * falsePositives),
    prAuc: precisionSum / truePositives,
  };
}
