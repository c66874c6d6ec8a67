// node bench/train/ours.ts <batch size> <epochs>: trains the network of the benchmark as train-model does, validation of
// 256 examples after each epoch included.
import { trainModel } from '../../shared/model/index.ts';
import { EpochClock } from './epoch-clock.ts';
import { EXAMPLES, HIDDEN, INPUTS, LEARNING_RATE, makeExamples } from './task.ts';

const [batchSize = '256', epochs = '8'] = process.argv.slice(2);
const matrix = (rows: number, seed: number) => {
  const { features, labels } = makeExamples(rows, seed);
  return { features: { data: features, rows, columns: INPUTS }, labels };
};
const architecture = { kind: 'mlp', hidden: HIDDEN, activation: 'relu', dropout: 0 } as const;
const train = matrix(EXAMPLES, 1);
const validation = matrix(256, 2);
const clock = new EpochClock();
await trainModel({
  task: 'binary-classification',
  architecture,
  outputs: 1,
  training: {
    seed: 1,
    architecture,
    optimizer: { kind: 'adam', learningRate: LEARNING_RATE },
    epochs: Number(epochs),
    batchSize: Number(batchSize),
    l2: 0,
    earlyStopping: null,
    cache: false,
  },
  train,
  validation,
  onEpoch: ({ trainLoss }) => clock.epochEnded(trainLoss),
});
clock.report(EXAMPLES);
