import fc from 'fast-check';
import type { NetworkArchitecture, RateSchedule, Task } from '../../../shared/config/index.ts';
import { DenseTrainingStep } from '../../../shared/model/dense/index.ts';
import type { TrainingRequest } from '../../../shared/model/index.ts';
import { drawInitialWeights, findUsedInputs } from '../../../shared/model/initial-weights.ts';
import { LayersTrainingStep } from '../../../shared/model/layers-training-step.ts';
import { type FittedWeights, fitWeights } from '../../../shared/model/training-loop.ts';
import { describeNetwork } from '../../../shared/network/index.ts';
import { makeExamples, makeRequest } from '../requests.ts';

export type Fit = (request: TrainingRequest) => Promise<FittedWeights>;

const fit = (request: TrainingRequest, isPlain: boolean): Promise<FittedWeights> => {
  const { task, architecture, outputs, train, training } = request;
  const network = describeNetwork(task, architecture, { inputs: train.features.columns, outputs });
  const initial = drawInitialWeights(
    network,
    training.seed,
    findUsedInputs([train], train.features.columns),
  );
  return fitWeights(network, initial, request, (...words) => {
    const dense = isPlain ? null : DenseTrainingStep.start(...words);
    if (!isPlain && dense === null) throw new Error('the kernel refuses this training');
    return dense ?? new LayersTrainingStep(...words);
  });
};
export const byLayers: Fit = (request) => fit(request, true);
export const byKernel: Fit = (request) => fit(request, false);

/** Everything that a training gives, with weights as bytes: −0 is not 0; or what it ends with. */
export async function course(work: Promise<FittedWeights>): Promise<unknown> {
  try {
    const { weights, ...rest } = await work;
    return { ...rest, weights: weights.map((values) => Buffer.from(values.slice().buffer)) };
  } catch (error) {
    // TensorFlow.js may go on for some steps of the epoch with weights that are no numbers.
    return (error as Error).message.replace(/(in epoch \d+) .*/, '$1');
  }
}

const architectures: fc.Arbitrary<NetworkArchitecture> = fc.oneof(
  fc.constant({ kind: 'linear' } as const),
  fc.record({
    kind: fc.constant('mlp' as const),
    hidden: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 }),
    activation: fc.constantFrom('relu' as const, 'tanh' as const),
    dropout: fc.constantFrom(0, 0, 0.1, 0.5, 0.9),
  }),
);

/** Trainings of three epochs, of every kind that the kernel has; some diverge. */
export const requests: fc.Arbitrary<TrainingRequest> = fc
  .record({
    task: fc.constantFrom<Task>('binary-classification', 'multiclass-classification', 'regression'),
    classes: fc.integer({ min: 2, max: 12 }),
    rows: fc.integer({ min: 1, max: 70 }),
    columns: fc.integer({ min: 1, max: 80 }),
    architecture: architectures,
    batchSize: fc.integer({ min: 1, max: 80 }),
    seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    l2: fc.constantFrom(0, 0, 0.001, 0.3),
    optimizer: fc.record({
      kind: fc.constantFrom('adam' as const, 'adamw' as const, 'sgd' as const, 'rmsprop' as const),
      momentum: fc.constantFrom(undefined, 0.5, 0.9),
      nesterov: fc.constantFrom(undefined, true as const),
      weightDecay: fc.constantFrom(undefined, 0, 0.1, 3),
      // The last one makes trainings that diverge.
      learningRate: fc.constantFrom(0.001, 0.02, 0.5, 1e6),
    }),
    scale: fc.constantFrom(1, 1, 100, 1e-20, 1e20),
    isWeighted: fc.boolean(),
    l1: fc.constantFrom(undefined, 0.001, 0.3),
    schedule: fc.constantFrom<RateSchedule | undefined>(
      undefined,
      { kind: 'exponential', factor: 0.3 },
      { kind: 'step', factor: 0.3, every: 1 },
      { kind: 'cosine', warmUp: 1, end: 0.1 },
      { kind: 'plateau', factor: 0.5, patience: 1, minDelta: 10, minimum: 0 },
    ),
    clip: fc.constantFrom(
      undefined,
      { by: 'norm' as const, limit: 0.1 },
      { by: 'value' as const, limit: 0.01 },
    ),
  })
  .map(({ task, classes, rows, columns, scale, isWeighted, clip, schedule, l1, ...rest }) => {
    const { momentum, nesterov, weightDecay, ...optimizer } = rest.optimizer;
    const options = {
      ...rest,
      optimizer: {
        ...optimizer,
        ...(momentum === undefined ? {} : { momentum }),
        ...(nesterov === undefined ? {} : { nesterov }),
        ...(weightDecay === undefined ? {} : { weightDecay }),
      },
      ...(l1 === undefined ? {} : { l1 }),
      ...(clip === undefined ? {} : { clip }),
      ...(schedule === undefined ? {} : { schedule }),
    };
    const outputs = task === 'multiclass-classification' ? classes : 1;
    const labelOf = ([x = 0, y = 0]: Float32Array) => {
      if (task === 'regression') return 3 * x - y;
      return Math.floor(((x + 1) / 2) * (task === 'binary-classification' ? 2 : classes));
    };
    const train = makeExamples(rows, columns, labelOf, options.seed);
    const data = train.features.data.map((value) => value * scale);
    const scaled = {
      ...train,
      features: { ...train.features, data },
      ...(isWeighted
        ? { weights: Float64Array.from(train.labels, (_, row) => (row % 5) / 2) }
        : {}),
    };
    const validation = makeExamples(9, columns, labelOf, 7);
    return makeRequest(task, { train: scaled, validation }, { ...options, outputs, epochs: 3 });
  });
