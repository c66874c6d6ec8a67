import { setImmediate as nextTurn } from 'node:timers/promises';
import { divergence } from '../engine/index.ts';
import { type Network, withoutOutputActivation } from '../network/index.ts';
import { SeededRandom } from '../numeric/index.ts';
import type { EpochRecord, TrainingRequest } from './contract.ts';
import { DenseTrainingStep } from './dense/index.ts';
import { EarlyStopping } from './early-stopping.ts';
import { type ExampleSource, ExamplesInMemory } from './examples.ts';
import { LearningRate } from './learning-rate.ts';
import { computeLoss } from './loss.ts';
import { ReplayTrainingStep } from './replay/index.ts';
import type { TrainingStep } from './training-step.ts';

/** An epoch may take minutes; a signal is heard after so many milliseconds. */
const LONGEST_TURN = 250;

export interface FittedWeights {
  /** Of the best epoch. */
  readonly weights: readonly Float32Array[];
  readonly history: readonly EpochRecord[];
  readonly bestEpoch: number;
  readonly stoppedEarly: boolean;
  readonly isCutOff: boolean;
}

/** `network`: without its output activation. */
type StartStep = (
  network: Network,
  initial: readonly Float32Array[],
  request: TrainingRequest,
) => TrainingStep;

/** By the kernel for dense layers; where it can't be had, by replay, and else by TensorFlow.js: on WebAssembly the same bytes. */
const startFastest: StartStep = (network, initial, request) =>
  DenseTrainingStep.start(network, initial, request) ??
  new ReplayTrainingStep(network, initial, request);

/** Gradient descent from the initial weights. See `trainModel`. */
export async function fitWeights(
  network: Network,
  initial: readonly Float32Array[],
  request: TrainingRequest,
  startStep: StartStep = startFastest,
): Promise<FittedWeights> {
  const { training, checkpoints, onEpoch, isTimeUp, stopAfter } = request;
  const { train, validation } = request.sources ?? {
    train: new ExamplesInMemory(request.train),
    validation: new ExamplesInMemory(request.validation),
  };
  const stopping = new EarlyStopping(training.earlyStopping);
  const step = startStep(withoutOutputActivation(network), initial, request);
  const stepsPerEpoch = Math.ceil(train.rows / training.batchSize);
  const rate = new LearningRate(training, stepsPerEpoch);
  const shuffle = new SeededRandom(training.seed, 'shuffle');
  const history: EpochRecord[] = [];
  let weights: readonly Float32Array[] = initial;
  const last = Math.min(training.epochs, stopAfter ?? training.epochs);
  let isOutOfTime = false;
  try {
    if (checkpoints?.from !== undefined) {
      const { from } = checkpoints;
      for (const record of from.history) {
        train.skip(shuffle);
        rate.judge(record.validationLoss);
        stopping.judge(record.epoch, record.validationLoss);
        history.push(record);
      }
      weights = from.bestWeights;
      step.resume(from.optimizer, history.length * stepsPerEpoch);
    }
    for (
      let epoch = history.length + 1;
      epoch <= last && !stopping.isOver && !isOutOfTime;
      epoch++
    ) {
      const trainLoss = await runEpoch(step, {
        epoch,
        examples: train,
        shuffle,
        rate,
        batchSize: training.batchSize,
      });
      const record = {
        epoch,
        trainLoss,
        ...validate(step, request.task, validation),
        ...(training.schedule === undefined
          ? {}
          : { learningRate: Number(rate.at(epoch, stepsPerEpoch).toPrecision(9)) }),
      };
      const current = step.weights();
      // Relu takes some values that are no number for 0, so that the loss alone may not show it.
      if (!Number.isFinite(record.validationLoss) || !current.every(areFinite)) {
        throw divergence(epoch, 'after its last step');
      }
      history.push(record);
      rate.judge(record.validationLoss);
      if (stopping.judge(epoch, record.validationLoss)) {
        weights = current;
      }
      onEpoch?.(record);
      if (epoch < training.epochs && !stopping.isOver) {
        isOutOfTime = isTimeUp?.() === true;
        await checkpoints?.afterEpoch(epoch, () => ({
          history: [...history],
          optimizer: step.state(),
          bestWeights: weights,
        }));
      }
      // Lets a log line out, and a signal in.
      await nextTurn();
    }
  } finally {
    step.dispose();
  }
  return {
    weights,
    history,
    bestEpoch: stopping.bestEpoch,
    stoppedEarly: history.length < training.epochs,
    isCutOff: history.length < training.epochs && !stopping.isOver,
  };
}

function areFinite(values: Float32Array): boolean {
  return values.every((value) => Number.isFinite(value));
}

/**
 * One pass over the examples in batches, each of which moves the weights. Returns the mean loss of the examples, each at the
 * weights of its step, without the penalty on kernels.
 */
async function runEpoch(
  step: TrainingStep,
  {
    epoch,
    examples,
    shuffle,
    rate,
    batchSize,
  }: {
    readonly epoch: number;
    readonly examples: ExampleSource;
    readonly shuffle: SeededRandom;
    readonly rate: LearningRate;
    readonly batchSize: number;
  },
): Promise<number> {
  let sum = 0;
  let number = 0;
  let turn = performance.now();
  for (const order of examples.shuffled(shuffle)) {
    for (let start = 0; start < order.length; start += batchSize) {
      const rows = order.subarray(start, start + batchSize);
      number++;
      const loss = step.run(rows, rate.at(epoch, number));
      if (!Number.isFinite(loss)) throw divergence(epoch, `in step ${number}`);
      sum += loss * rows.length;
      if (performance.now() - turn < LONGEST_TURN) continue;
      await nextTurn();
      turn = performance.now();
    }
  }
  return sum / examples.rows;
}

function validate(
  step: TrainingStep,
  task: TrainingRequest['task'],
  examples: ExampleSource,
): Pick<EpochRecord, 'validationLoss' | 'validationAccuracy'> {
  let sum = 0;
  let correct = 0;
  for (const { features, labels, weights } of examples.inOrder()) {
    const logits = step.predict(features);
    const judged = computeLoss(task, logits.data, labels, logits.columns, weights);
    sum += judged.loss * (labels.length / examples.rows);
    correct += judged.correct;
  }
  return task === 'regression'
    ? { validationLoss: sum }
    : { validationLoss: sum, validationAccuracy: correct / examples.rows };
}
