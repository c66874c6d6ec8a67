import { setImmediate as nextTurn } from 'node:timers/promises';
import * as tf from '@tensorflow/tfjs-core';
import type { Sequential } from '@tensorflow/tfjs-layers';
import type { TrainingConfiguration } from '../config/index.ts';
import { divergence } from '../engine/index.ts';
import { listParameters, type Network, withoutOutputActivation } from '../network/index.ts';
import { SeededRandom } from '../numeric/index.ts';
import type { EpochRecord, LabelledMatrix, TrainingRequest } from './contract.ts';
import { EarlyStopping } from './early-stopping.ts';
import { buildLayersModel } from './layers-model.ts';
import { computeLoss } from './loss.ts';
import { predictMatrix } from './prediction.ts';

/** An epoch may take minutes; a signal is heard after so many milliseconds. */
const LONGEST_TURN = 250;

export interface FittedWeights {
  /** Of the best epoch. */
  readonly weights: readonly Float32Array[];
  readonly history: readonly EpochRecord[];
  readonly bestEpoch: number;
  readonly stoppedEarly: boolean;
}

/** Gradient descent from the initial weights. See `trainModel`. */
export async function fitWeights(
  network: Network,
  initial: readonly Float32Array[],
  request: TrainingRequest,
): Promise<FittedWeights> {
  const { training, train, onEpoch } = request;
  const trainee = withoutOutputActivation(network);
  const model = buildLayersModel(trainee, initial);
  const optimizer = makeOptimizer(training.optimizer);
  const stopping = new EarlyStopping(training.earlyStopping);
  const step = new TrainingStep(model, network, optimizer, request);
  const shuffle = new SeededRandom(training.seed, 'shuffle');
  const order = Uint32Array.from(train.labels, (_, row) => row);
  const history: EpochRecord[] = [];
  let weights: readonly Float32Array[] = initial;
  try {
    for (let epoch = 1; epoch <= training.epochs && !stopping.isOver; epoch++) {
      shuffle.shuffle(order);
      const trainLoss = await step.runEpoch(epoch, order);
      const record = { epoch, trainLoss, ...validate(model, trainee, request) };
      if (!Number.isFinite(record.validationLoss)) throw divergence(epoch, 'after its last step');
      history.push(record);
      if (stopping.judge(epoch, record.validationLoss)) {
        weights = model.trainableWeights.map((weight) => weight.read().dataSync<'float32'>());
      }
      onEpoch?.(record);
      // Lets a log line out, and a signal in.
      await nextTurn();
    }
  } finally {
    model.dispose();
    optimizer.dispose();
  }
  return {
    weights,
    history,
    bestEpoch: stopping.bestEpoch,
    stoppedEarly: history.length < training.epochs,
  };
}

function validate(
  model: Sequential,
  trainee: Network,
  { task, validation: { features, labels } }: TrainingRequest,
): Pick<EpochRecord, 'validationLoss' | 'validationAccuracy'> {
  const logits = predictMatrix(model, trainee, features);
  const { loss, correct } = computeLoss(task, logits.data, labels, logits.columns);
  return task === 'regression'
    ? { validationLoss: loss }
    : { validationLoss: loss, validationAccuracy: correct / labels.length };
}

function makeOptimizer({ kind, learningRate }: TrainingConfiguration['optimizer']): tf.Optimizer {
  return kind === 'adam' ? tf.train.adam(learningRate) : tf.train.sgd(learningRate);
}

/** One pass over the examples in batches, each of which moves the weights. */
class TrainingStep {
  readonly #model: Sequential;
  readonly #optimizer: tf.Optimizer;
  readonly #request: TrainingRequest;
  readonly #variables: tf.Variable[];
  readonly #kernels: tf.Variable[];
  readonly #dropouts: { seed: number }[];
  readonly #masks: SeededRandom;

  constructor(
    model: Sequential,
    network: Network,
    optimizer: tf.Optimizer,
    request: TrainingRequest,
  ) {
    this.#model = model;
    this.#optimizer = optimizer;
    this.#request = request;
    this.#masks = new SeededRandom(request.training.seed, 'dropout');
    // `read` is typed as a tensor and gives the variable itself.
    this.#variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
    const parameters = listParameters(network);
    this.#kernels = this.#variables.filter((_, index) => parameters[index]?.kind === 'kernel');
    this.#dropouts = model.layers.filter(isDropout) as unknown as { seed: number }[];
  }

  /** Returns the mean loss of the examples, each at the weights of its step, without the penalty on kernels. */
  async runEpoch(epoch: number, order: Uint32Array): Promise<number> {
    const { training } = this.#request;
    let sum = 0;
    let turn = performance.now();
    for (let start = 0, step = 1; start < order.length; start += training.batchSize, step++) {
      const rows = order.subarray(start, start + training.batchSize);
      const loss = this.#run(rows);
      if (!Number.isFinite(loss)) throw divergence(epoch, `in step ${step}`);
      sum += loss * rows.length;
      if (performance.now() - turn < LONGEST_TURN) continue;
      await nextTurn();
      turn = performance.now();
    }
    return sum / order.length;
  }

  #run(rows: Uint32Array): number {
    const { task, training, outputs, train } = this.#request;
    const batch = gatherRows(train, rows);
    // The library draws the mask of a dropout layer from its seed alone: the same one in every step, were it not changed.
    for (const layer of this.#dropouts) layer.seed = this.#masks.uint32();
    let loss = Number.NaN;
    const lossOf = tf.customGrad<tf.Tensor>((logits) => {
      const value = computeLoss(
        task,
        (logits as tf.Tensor).dataSync<'float32'>(),
        batch.labels,
        outputs,
      );
      loss = value.loss;
      return {
        value: tf.scalar(value.loss),
        gradFunc: (upstream) =>
          tf.mul(upstream, tf.tensor2d(value.gradient, [rows.length, outputs])),
      };
    });
    tf.tidy(() => {
      const { grads } = tf.variableGrads(() => {
        const logits = this.#model.apply(
          tf.tensor2d(batch.features, [rows.length, train.features.columns]),
          { training: true },
        );
        return this.#penalize(lossOf(logits as tf.Tensor), training.l2);
      }, this.#variables);
      this.#optimizer.applyGradients(grads);
    });
    return loss;
  }

  #penalize(loss: tf.Tensor, l2: number): tf.Scalar {
    if (l2 === 0) return loss as tf.Scalar;
    const squares = this.#kernels.map((kernel) => tf.sum(tf.square(kernel)));
    return tf.add(loss, tf.mul(tf.addN(squares), l2)) as tf.Scalar;
  }
}

function isDropout(layer: { getClassName(): string }): boolean {
  return layer.getClassName() === 'Dropout';
}

function gatherRows(
  { features, labels }: LabelledMatrix,
  rows: Uint32Array,
): { readonly features: Float32Array; readonly labels: Float32Array } {
  const { data, columns } = features;
  const gathered = new Float32Array(rows.length * columns);
  for (const [index, row] of rows.entries()) {
    gathered.set(data.subarray(row * columns, (row + 1) * columns), index * columns);
  }
  return { features: gathered, labels: Float32Array.from(rows, (row) => labels[row] as number) };
}
