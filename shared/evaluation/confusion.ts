import type { ClassSample, Weights } from './sample.ts';

/** Row-major `actual × predicted`. */
export function countConfusion(sample: ClassSample, weights: Weights): Float64Array {
  const width = sample.classes.length;
  const counts = new Float64Array(width * width);
  for (let example = 0; example < sample.size; example++) {
    const cell = (sample.actual[example] as number) * width + (sample.predicted[example] as number);
    counts[cell] = (counts[cell] as number) + (weights[example] as number);
  }
  return counts;
}

export interface ConfusionMetrics {
  readonly accuracy: number;
  readonly macroF1: number;
  readonly weightedF1: number;
}

/**
 * F1 of a class is 2 TP / (2 TP + FP + FN). The macro average is over classes that occur or are predicted, as in
 * scikit-learn when no `labels` are given; the weighted one weighs each class by its examples.
 */
export function confusionMetrics(counts: Float64Array, width: number): ConfusionMetrics {
  let total = 0;
  let hits = 0;
  let classesMet = 0;
  let sum = 0;
  let weightedSum = 0;
  for (let index = 0; index < width; index++) {
    let actual = 0;
    let predicted = 0;
    for (let other = 0; other < width; other++) {
      actual += counts[index * width + other] as number;
      predicted += counts[other * width + index] as number;
    }
    total += actual;
    if (actual + predicted === 0) continue;
    const hit = counts[index * width + index] as number;
    const f1 = (2 * hit) / (actual + predicted);
    hits += hit;
    classesMet++;
    sum += f1;
    weightedSum += f1 * actual;
  }
  return {
    accuracy: hits / total,
    macroF1: sum / classesMet,
    weightedF1: weightedSum / total,
  };
}
