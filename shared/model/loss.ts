import type { Task } from '../config/index.ts';

/** Mean loss of the examples, and its gradient by the logits. */
export interface LossValue {
  readonly loss: number;
  readonly gradient: Float32Array;
  /** Examples whose largest probability is that of their class; 0 for a regression. */
  readonly correct: number;
}

/**
 * The loss of a batch from what the model gives before its last activation (`labels.length × outputs` numbers).
 * Cross-entropy in nats for a classification, squared error for a regression. Computed from logits, in double precision,
 * it is exact where the logarithm of a rounded probability would be infinite.
 * With `weights` it is Σ wᵢ lossᵢ / n, as Keras has it (`sum_over_batch_size` with `sample_weight`): not divided by Σ wᵢ, so that a
 * batch of light examples moves the weights of the model less.
 */
export function computeLoss(
  task: Task,
  logits: Float32Array,
  labels: Float32Array,
  outputs: number,
  weights?: Float64Array,
): LossValue {
  if (task === 'multiclass-classification') {
    return softmaxCrossEntropy(logits, labels, outputs, weights);
  }
  if (task === 'binary-classification') return sigmoidCrossEntropy(logits, labels, weights);
  return squaredError(logits, labels, weights);
}

function softmaxCrossEntropy(
  logits: Float32Array,
  labels: Float32Array,
  classes: number,
  weights?: Float64Array,
): LossValue {
  const gradient = new Float32Array(logits.length);
  let sum = 0;
  let correct = 0;
  for (const [row, label] of labels.entries()) {
    const weight = weights?.[row] ?? 1;
    const start = row * classes;
    let best = 0;
    for (let index = 1; index < classes; index++) {
      if (at(logits, start + index) > at(logits, start + best)) best = index;
    }
    if (best === label) correct++;
    const largest = at(logits, start + best);
    let total = 0;
    for (let index = 0; index < classes; index++) {
      total += Math.exp(at(logits, start + index) - largest);
    }
    sum += weight * (Math.log(total) + largest - at(logits, start + label));
    for (let index = 0; index < classes; index++) {
      const probability = Math.exp(at(logits, start + index) - largest) / total;
      gradient[start + index] =
        (weight * (probability - (index === label ? 1 : 0))) / labels.length;
    }
  }
  return { loss: sum / labels.length, gradient, correct };
}

function sigmoidCrossEntropy(
  logits: Float32Array,
  labels: Float32Array,
  weights?: Float64Array,
): LossValue {
  const gradient = new Float32Array(logits.length);
  let sum = 0;
  let correct = 0;
  for (const [row, label] of labels.entries()) {
    const weight = weights?.[row] ?? 1;
    const logit = at(logits, row);
    // −log σ(z) for a positive label, −log(1 − σ(z)) for a negative one, without overflow for any z.
    const shrunk = Math.exp(-Math.abs(logit));
    sum += weight * (Math.max(logit, 0) - logit * label + Math.log1p(shrunk));
    const probability = logit >= 0 ? 1 / (1 + shrunk) : shrunk / (1 + shrunk);
    gradient[row] = (weight * (probability - label)) / labels.length;
    if (logit > 0 === (label === 1)) correct++;
  }
  return { loss: sum / labels.length, gradient, correct };
}

function squaredError(
  predictions: Float32Array,
  labels: Float32Array,
  weights?: Float64Array,
): LossValue {
  const gradient = new Float32Array(predictions.length);
  let sum = 0;
  for (const [row, label] of labels.entries()) {
    const weight = weights?.[row] ?? 1;
    const difference = at(predictions, row) - label;
    sum += weight * difference * difference;
    gradient[row] = (weight * 2 * difference) / labels.length;
  }
  return { loss: sum / labels.length, gradient, correct: 0 };
}

function at(values: Float32Array, index: number): number {
  return values[index] as number;
}
