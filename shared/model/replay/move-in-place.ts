import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { type Adam, isAdam, isMomentum, isRmsprop } from '../layers-training-step.ts';
import { addressOf, forgetPacked, type ReplayKernel } from './replay-kernel.ts';

interface Move {
  readonly optimizer: tf.Optimizer;
  readonly learningRate: number;
  readonly backend: BackendWasm;
  readonly kernel: ReplayKernel;
}

/** Plain descent, and Adam once its first step has made the moments. */
export function canMoveInPlace(optimizer: tf.Optimizer): boolean {
  if (isAdam(optimizer)) return optimizer.accumulatedFirstMoment.length > 0;
  return !isMomentum(optimizer) && !isRmsprop(optimizer);
}

/**
 * What `applyGradients` of the library does, to the bit, where variables and moments lie.
 */
export function moveInPlace(
  variables: readonly tf.Variable[],
  grads: tf.NamedTensorMap,
  { optimizer, learningRate, backend, kernel }: Move,
): void {
  const at = (tensor: tf.Tensor) => addressOf(backend, tensor);
  for (const [index, variable] of variables.entries()) {
    const gradient = grads[variable.name];
    if (gradient === undefined) continue;
    own(variable, backend);
    if (isAdam(optimizer)) {
      const first = own(optimizer.accumulatedFirstMoment[index]?.variable as tf.Variable, backend);
      const second = own(
        optimizer.accumulatedSecondMoment[index]?.variable as tf.Variable,
        backend,
      );
      kernel.adam(
        at(variable),
        at(gradient),
        at(first),
        at(second),
        variable.size,
        optimizer.beta1,
        1 - optimizer.beta1,
        optimizer.beta2,
        1 - optimizer.beta2,
        1 - numberOf(optimizer.accBeta1, backend),
        1 - numberOf(optimizer.accBeta2, backend),
        optimizer.epsilon,
        -learningRate,
      );
      forgetPacked(backend, first);
      forgetPacked(backend, second);
    } else {
      kernel.sgd(at(variable), at(gradient), variable.size, -learningRate);
    }
    forgetPacked(backend, variable);
  }
  if (isAdam(optimizer)) raisePowers(optimizer, backend);
}

function raisePowers({ accBeta1, accBeta2, beta1, beta2 }: Adam, backend: BackendWasm): void {
  for (const [power, beta] of [
    [accBeta1, beta1],
    [accBeta2, beta2],
  ] as const) {
    const value = numberOf(power, backend) * Math.fround(beta);
    (backend.typedArrayFromHeap(own(power, backend)) as Float32Array)[0] = value;
    forgetPacked(backend, power);
  }
}

function numberOf(scalar: tf.Tensor, backend: BackendWasm): number {
  return (backend.typedArrayFromHeap(scalar) as Float32Array)[0] as number;
}

/** Others may share the data of a variable (a clone does) and must not see it change. */
function own(variable: tf.Variable, backend: BackendWasm): tf.Variable {
  if (backend.refCount(variable.dataId) > 1) {
    tf.tidy(() => {
      variable.assign(tf.tensor(variable.dataSync<'float32'>().slice(), variable.shape, 'float32'));
    });
  }
  return variable;
}
