import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { DEFAULT_WEIGHT_DECAY, type OptimizerConfiguration } from '../config/index.ts';
import { listParameters, type Network } from '../network/index.ts';
import { SeededRandom } from '../numeric/index.ts';
import type { OptimizerState } from './checkpoint.ts';
import { clipGradients } from './clip-gradients.ts';
import type { LabelledMatrix, Matrix, TrainingRequest } from './contract.ts';
import { addLassoPenalty } from './lasso-penalty.ts';
import { buildLayersModel, findVariables, splitRows, toInputs } from './layers-model.ts';
import { computeLoss } from './loss.ts';
import { predictMatrix } from './prediction.ts';
import type { TrainingStep } from './training-step.ts';

function makeOptimizer(settings: OptimizerConfiguration): tf.Optimizer {
  const { kind, learningRate, momentum, nesterov } = settings;
  if (kind === 'adam' || kind === 'adamw') return tf.train.adam(learningRate);
  if (kind === 'rmsprop') return tf.train.rmsprop(learningRate, RMSPROP_DECAY, 0, RMSPROP_EPSILON);
  return momentum === undefined
    ? tf.train.sgd(learningRate)
    : tf.train.momentum(learningRate, momentum, nesterov === true);
}

/** Keras's; what the library takes for epsilon depends on the backend. */
const [RMSPROP_DECAY, RMSPROP_EPSILON] = [0.9, 1e-7];

/** The library can change the rate of descent alone; Adam and RMSprop read theirs in every step. */
function setLearningRate(optimizer: tf.Optimizer, rate: number): void {
  // Not by instanceof, which the library answers with yes for every optimiser.
  if ('setLearningRate' in optimizer) (optimizer as tf.SGDOptimizer).setLearningRate(rate);
  else (optimizer as unknown as { learningRate: number }).learningRate = rate;
}

/**
 * Steps by the layers, gradients and optimisers of TensorFlow.js. What other steps compute is held against these, byte by
 * byte.
 */
export class LayersTrainingStep implements TrainingStep {
  readonly #network: Network;
  readonly #request: TrainingRequest;
  protected readonly model: LayersModel;
  protected readonly optimizer: tf.Optimizer;
  protected learningRate: number;
  protected readonly variables: tf.Variable[];
  /** All weights, in the order of the network's; the others have those that are trained. */
  readonly #parameters: tf.Variable[];
  readonly #kernels: tf.Variable[];
  /** Layers that draw a mask by their seed. */
  protected readonly dropouts: readonly { readonly seed: number }[];
  readonly #masks: SeededRandom;

  /** `model`: that of the network, with its initial weights. It is disposed with the step. */
  constructor(
    network: Network,
    initial: readonly Float32Array[],
    request: TrainingRequest,
    model: LayersModel = buildLayersModel(network, initial),
  ) {
    this.#network = network;
    this.#request = request;
    this.model = model;
    this.optimizer = makeOptimizer(request.training.optimizer);
    this.learningRate = request.training.optimizer.learningRate;
    this.#masks = new SeededRandom(request.training.seed, 'dropout');
    // `read` is typed as a tensor and gives the variable itself.
    this.variables = this.model.trainableWeights.map((weight) => weight.read() as tf.Variable);
    const parameters = listParameters(network);
    this.#parameters = parameters.length === 0 ? this.variables : findVariables(model, network);
    this.#kernels = this.#parameters.filter((_, index) => parameters[index]?.kind === 'kernel');
    this.dropouts = this.model.layers.filter(isDropout) as unknown as { seed: number }[];
  }

  weights(): readonly Float32Array[] {
    return this.#parameters.map((variable) => variable.dataSync<'float32'>());
  }

  state(): OptimizerState {
    const moments = this.#moments().map((kind) =>
      kind.map(({ variable }) => variable.dataSync<'float32'>().slice()),
    );
    return { weights: this.weights().map((values) => values.slice()), moments };
  }

  resume({ weights, moments }: OptimizerState, steps: number): void {
    tf.tidy(() => {
      for (const [index, variable] of this.#parameters.entries()) {
        variable.assign(tf.tensor(weights[index] as Float32Array, variable.shape, 'float32'));
      }
    });
    const optimizer = this.optimizer;
    if (isAdam(optimizer)) this.#resumeAdam(optimizer, moments, steps);
    if (isMomentum(optimizer)) optimizer.accumulations = this.#restore(moments[0], 'momentum');
    if (isRmsprop(optimizer)) optimizer.accumulatedMeanSquares = this.#restore(moments[0], 'rms');
    for (let drawn = 0; drawn < steps * this.dropouts.length; drawn++) this.#masks.uint32();
  }

  /** By `setWeights` of the library the powers would be others in their last bits: it computes them at once. */
  #resumeAdam(adam: Adam, [first, second]: OptimizerState['moments'], steps: number) {
    adam.accumulatedFirstMoment = this.#restore(first, 'm');
    adam.accumulatedSecondMoment = this.#restore(second, 'v');
    tf.tidy(() => {
      adam.accBeta1.assign(powerAfter(adam.accBeta1, adam.beta1, steps));
      adam.accBeta2.assign(powerAfter(adam.accBeta2, adam.beta2, steps));
    });
  }

  #restore(kind: readonly Float32Array[] = [], suffix: string): Moment[] {
    return this.variables.map(({ name, shape }, index) => ({
      originalName: `${name}/${suffix}`,
      variable: tf.variable(tf.tensor(kind[index] as Float32Array, shape, 'float32'), false),
    }));
  }

  #moments(): readonly (readonly Moment[])[] {
    const optimizer = this.optimizer;
    if (isAdam(optimizer)) {
      return [optimizer.accumulatedFirstMoment, optimizer.accumulatedSecondMoment];
    }
    if (isMomentum(optimizer)) return [optimizer.accumulations];
    return isRmsprop(optimizer) ? [optimizer.accumulatedMeanSquares] : [];
  }

  predict(features: Matrix): Matrix {
    return predictMatrix(this.model, this.#network, features);
  }

  dispose(): void {
    this.model.dispose();
    this.optimizer.dispose();
    // The library forgets it.
    if (isMomentum(this.optimizer)) this.optimizer.c.dispose();
  }

  run(rows: Uint32Array, learningRate: number): number {
    if (learningRate !== this.learningRate) {
      setLearningRate(this.optimizer, learningRate);
      this.learningRate = learningRate;
    }
    const { task, outputs, train } = this.#request;
    const batch = gatherRows(train, rows);
    // The library draws the mask of a dropout layer from its seed alone: the same one in every step, were it not changed.
    for (const layer of this.dropouts as { seed: number }[]) layer.seed = this.#masks.uint32();
    let loss = Number.NaN;
    const judge = (logits: Float32Array): Float32Array => {
      const value = computeLoss(task, logits, batch.labels, outputs, batch.weights);
      loss = value.loss;
      return value.gradient;
    };
    tf.tidy(() => {
      const grads = this.#adjust(this.differentiate(batch.features, judge));
      this.#decay(learningRate);
      this.applyGradients(grads);
    });
    return loss;
  }

  /** Gradients of the loss and its penalties by each variable. `judge` gives the gradient by the logits that it is given. */
  protected differentiate(
    features: Float32Array,
    judge: (logits: Float32Array) => Float32Array,
  ): tf.NamedTensorMap {
    const lossOf = tf.customGrad<tf.Tensor>((logits) => {
      const { shape } = logits as tf.Tensor;
      const gradient = judge((logits as tf.Tensor).dataSync<'float32'>());
      return {
        // Nobody asks for it: `judge` knows the loss.
        value: tf.scalar(0),
        gradFunc: (upstream) => tf.mul(upstream, tf.tensor(gradient, shape, 'float32')),
      };
    });
    const { grads } = tf.variableGrads(() => {
      const inputs = this.splitFeatures(features);
      const rows = features.length / this.#network.inputs;
      const logits = this.model.apply(toInputs(inputs, rows), { training: true });
      return this.#penalize(lossOf(logits as tf.Tensor), this.#request.training.l2);
    }, this.variables);
    return grads;
  }

  /** What each input of the model reads. */
  protected splitFeatures(features: Float32Array): readonly Float32Array[] {
    return splitRows(this.#network, features);
  }

  protected applyGradients(grads: tf.NamedTensorMap): void {
    this.optimizer.applyGradients(grads);
  }

  /** What makes Adam AdamW (Loshchilov and Hutter 2019): the library has it not. */
  #decay(learningRate: number): void {
    const { kind, weightDecay = DEFAULT_WEIGHT_DECAY } = this.#request.training.optimizer;
    if (kind !== 'adamw') return;
    for (const kernel of this.#kernels) {
      kernel.assign(tf.add(tf.mul(kernel, -(learningRate * weightDecay)), kernel));
    }
  }

  /** What the library has not, or not to the bits of the kernel. */
  #adjust(grads: tf.NamedTensorMap): tf.NamedTensorMap {
    const { clip, l1 } = this.#request.training;
    if (clip === undefined && l1 === undefined) return grads;
    const tensors = this.variables.map(({ name }) => grads[name] as tf.Tensor);
    // Copies: what a tensor gives is its own memory.
    const values = tensors.map((tensor) => tensor.dataSync<'float32'>().slice());
    if (l1 !== undefined) {
      for (const [index, variable] of this.variables.entries()) {
        if (!this.#kernels.includes(variable)) continue;
        addLassoPenalty(values[index] as Float32Array, variable.dataSync<'float32'>(), l1);
      }
    }
    if (clip !== undefined) clipGradients(values, clip);
    return Object.fromEntries(
      this.variables.map(({ name, shape }, index) => [
        name,
        tf.tensor(values[index] as Float32Array, shape, 'float32'),
      ]),
    );
  }

  #penalize(loss: tf.Tensor, l2: number): tf.Scalar {
    if (l2 === 0 || this.#kernels.length === 0) return loss as tf.Scalar;
    const squares = this.#kernels.map((kernel) => tf.sum(tf.square(kernel)));
    return tf.add(loss, tf.mul(tf.addN(squares), l2)) as tf.Scalar;
  }
}

interface Moment {
  readonly originalName: string;
  readonly variable: tf.Variable;
}

/** What the library's Adam keeps; its types hide some of it. */
export interface Adam {
  accumulatedFirstMoment: Moment[];
  accumulatedSecondMoment: Moment[];
  readonly accBeta1: tf.Variable;
  readonly accBeta2: tf.Variable;
  readonly epsilon: number;
  readonly beta1: number;
  readonly beta2: number;
}

export function isAdam(optimizer: unknown): optimizer is Adam {
  return 'accumulatedFirstMoment' in (optimizer as object) && 'accBeta1' in (optimizer as object);
}

/** As `Adam`. */
export interface Momentum {
  accumulations: Moment[];
  /** Minus the learning rate. */
  readonly c: tf.Scalar;
}

export function isMomentum(optimizer: unknown): optimizer is Momentum {
  return 'accumulations' in (optimizer as object);
}

/** As `Adam`. */
export interface Rmsprop {
  accumulatedMeanSquares: Moment[];
}

export function isRmsprop(optimizer: unknown): optimizer is Rmsprop {
  return 'accumulatedMeanSquares' in (optimizer as object);
}

/** A power of beta after further steps, each rounded as the library rounds it. */
function powerAfter(power: tf.Variable, beta: number, steps: number): tf.Scalar {
  let [value = 0] = power.dataSync<'float32'>();
  for (let step = 0; step < steps; step++) value = Math.fround(value * Math.fround(beta));
  return tf.scalar(value);
}

function isDropout(layer: { getClassName(): string }): boolean {
  return layer.getClassName() === 'Dropout';
}

function gatherRows(
  { features, labels, weights }: LabelledMatrix,
  rows: Uint32Array,
): {
  readonly features: Float32Array;
  readonly labels: Float32Array;
  readonly weights?: Float64Array;
} {
  const { data, columns } = features;
  const gathered = new Float32Array(rows.length * columns);
  for (const [index, row] of rows.entries()) {
    gathered.set(data.subarray(row * columns, (row + 1) * columns), index * columns);
  }
  return {
    features: gathered,
    labels: Float32Array.from(rows, (row) => labels[row] as number),
    ...(weights === undefined
      ? {}
      : { weights: Float64Array.from(rows, (row) => weights[row] as number) }),
  };
}
