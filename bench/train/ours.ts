// node bench/train/ours.ts <batch size> <epochs> [<engine> [<folder with the native one>]]: trains the network of the
// benchmark as train-model does, validation of 256 examples after each epoch included.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { NATIVE_PACKAGE } from '../../scripts/checks/native-engine.mjs';
import { describeEngine, loadNativeEngine } from '../../shared/engine/index.ts';
import { EpochClock } from './epoch-clock.ts';
import { EXAMPLES, HIDDEN, INPUTS, LEARNING_RATE, makeExamples } from './task.ts';

const [batchSize = '256', epochs = '8', name = 'wasm', folder = ''] = process.argv.slice(2);
const engine =
  name === 'tensorflow'
    ? loadNativeEngine(
        { name: NATIVE_PACKAGE.name, folder },
        { load: (wanted, from) => createRequire(join(from, 'package.json'))(wanted) },
      )
    : describeEngine(name === 'cpu' ? 'cpu' : 'wasm');
const matrix = (rows: number, seed: number) => {
  const { features, labels } = makeExamples(rows, seed);
  return { features: { data: features, rows, columns: INPUTS }, labels };
};
const architecture = { kind: 'mlp', hidden: HIDDEN, activation: 'relu', dropout: 0 } as const;
const train = matrix(EXAMPLES, 1);
const validation = matrix(256, 2);
const clock = new EpochClock();
// As train-model loads it: after the native package, which silences what two copies of the library say of each other.
const { trainModel } = await import('../../shared/model/index.ts');
await trainModel({
  task: 'binary-classification',
  architecture,
  outputs: 1,
  engine,
  training: {
    seed: 1,
    architecture,
    optimizer: { kind: 'adam', learningRate: LEARNING_RATE },
    epochs: Number(epochs),
    batchSize: Number(batchSize),
    l2: 0,
    earlyStopping: null,
    checkpointMinutes: 0,
    cache: false,
  },
  train,
  validation,
  onEpoch: ({ trainLoss }) => clock.epochEnded(trainLoss),
});
clock.report(EXAMPLES);
