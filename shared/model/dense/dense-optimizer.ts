import type { TrainingConfiguration } from '../../config/index.ts';
import type { DenseKernel } from './dense-kernel.ts';
import type { DensePlan } from './dense-plan.ts';

/** Moves all weights by their gradients, at a learning rate. */
export type DenseOptimizer = (learningRate: number) => void;

// The defaults of TensorFlow.js, whose scalars are of single precision.
const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-7;

export function makeDenseOptimizer(
  kernel: DenseKernel,
  plan: DensePlan,
  { kind }: TrainingConfiguration['optimizer'],
): DenseOptimizer {
  const { weights, gradients, firstMoments, secondMoments, parameters } = plan;
  if (kind === 'sgd') {
    return (learningRate) => kernel.sgd(weights, gradients, parameters, -learningRate);
  }
  let power1 = Math.fround(BETA1);
  let power2 = Math.fround(BETA2);
  return (learningRate) => {
    kernel.adam(
      weights,
      gradients,
      firstMoments,
      secondMoments,
      parameters,
      BETA1,
      1 - BETA1,
      BETA2,
      1 - BETA2,
      1 - power1,
      1 - power2,
      EPSILON,
      -learningRate,
    );
    power1 = Math.fround(power1 * Math.fround(BETA1));
    power2 = Math.fround(power2 * Math.fround(BETA2));
  };
}
