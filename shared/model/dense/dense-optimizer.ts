import { DEFAULT_WEIGHT_DECAY, type OptimizerConfiguration } from '../../config/index.ts';
import type { DenseKernel } from './dense-kernel.ts';
import type { DensePlan } from './dense-plan.ts';

export interface DenseOptimizer {
  /** Moves all weights by their gradients. */
  move(learningRate: number): void;
  /** Where the moments lie, each kind one number for each weight. */
  readonly moments: readonly number[];
  /** Puts what changes from step to step by itself where it is after so many steps. */
  skip(steps: number): void;
}

// The defaults of TensorFlow.js, whose scalars are of single precision.
const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-7;
/** Of RMSprop's mean square; Keras has the same. */
const DECAY = 0.9;

/** Numbers that an optimiser keeps of each weight. */
export function countMoments({ kind, momentum }: OptimizerConfiguration): 0 | 1 | 2 {
  if (kind === 'adam' || kind === 'adamw') return 2;
  return kind === 'sgd' && momentum === undefined ? 0 : 1;
}

export function makeDenseOptimizer(
  kernel: DenseKernel,
  plan: DensePlan,
  { kind, momentum, nesterov, weightDecay = DEFAULT_WEIGHT_DECAY }: OptimizerConfiguration,
): DenseOptimizer {
  const { weights, gradients, firstMoments, secondMoments, parameters, layers } = plan;
  if (kind === 'sgd' && momentum !== undefined) {
    return {
      move: (learningRate) =>
        kernel.momentum(
          weights,
          gradients,
          firstMoments,
          parameters,
          momentum,
          nesterov === true,
          -learningRate,
        ),
      moments: [firstMoments],
      skip: () => undefined,
    };
  }
  if (kind === 'rmsprop') {
    return {
      move: (learningRate) =>
        kernel.rmsprop(
          weights,
          gradients,
          firstMoments,
          parameters,
          DECAY,
          1 - DECAY,
          EPSILON,
          learningRate,
        ),
      moments: [firstMoments],
      skip: () => undefined,
    };
  }
  if (kind === 'sgd') {
    return {
      move: (learningRate) => kernel.sgd(weights, gradients, parameters, -learningRate),
      moments: [],
      skip: () => undefined,
    };
  }
  let power1 = Math.fround(BETA1);
  let power2 = Math.fround(BETA2);
  const raisePowers = () => {
    power1 = Math.fround(power1 * Math.fround(BETA1));
    power2 = Math.fround(power2 * Math.fround(BETA2));
  };
  const move = (learningRate: number) => {
    if (kind === 'adamw') {
      // Each kernel, moved by itself: its gradient is not touched.
      for (const { kernel: at, inputs, units } of layers) {
        kernel.sgd(at, at, inputs * units, -(learningRate * weightDecay));
      }
    }
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
    raisePowers();
  };
  const skip = (steps: number) => {
    for (let step = 0; step < steps; step++) raisePowers();
  };
  return { move, moments: [firstMoments, secondMoments], skip };
}
