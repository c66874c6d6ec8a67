/**
 * Adds to the gradient of each weight that of the penalty l1 · Σ |w|, which is l1 · sign(w), 0 at 0 (a subgradient). In single
 * precision; both arrays have one number for each weight.
 */
export function addLassoPenalty(gradient: Float32Array, weights: Float32Array, l1: number): void {
  const rounded = Math.fround(l1);
  for (let index = 0; index < gradient.length; index++) {
    const weight = weights[index] as number;
    if (weight > 0) gradient[index] = (gradient[index] as number) + rounded;
    else if (weight < 0) gradient[index] = (gradient[index] as number) - rounded;
  }
}
