// Trains a fixed small model with the committed engine and prints the digest of its bytes. Runs on Node ≥ 20.
import { createHash } from 'node:crypto';
import { trainModel } from '../../dist/engine.js';

const rows = 200;
const columns = 6;

function matrix(first, count) {
  const features = new Float32Array(count * columns);
  const labels = new Float32Array(count);
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < columns; column++) {
      // Whole numbers and one division: no function whose last bit a version of Node could change.
      features[row * columns + column] = (((first + row) * 37 + column * 101) % 199) / 99 - 1;
    }
    labels[row] = (first + row) % 3;
  }
  return { features: { data: features, rows: count, columns }, labels };
}

const { files, bestEpoch, engine } = await trainModel({
  task: 'multiclass-classification',
  architecture: { kind: 'mlp', hidden: [16, 8], activation: 'tanh', dropout: 0.2 },
  training: {
    seed: 11,
    architecture: { kind: 'mlp', hidden: [16, 8], activation: 'tanh', dropout: 0.2 },
    optimizer: { kind: 'adam', learningRate: 0.01 },
    epochs: 12,
    batchSize: 16,
    l2: 0.001,
    earlyStopping: { patience: 4, minDelta: 0 },
    cache: false,
  },
  outputs: 3,
  train: matrix(0, rows),
  validation: matrix(rows, 40),
});
const digest = createHash('sha256').update(files.modelJson).update(files.weights).digest('hex');
console.log(JSON.stringify({ digest, bestEpoch, bytes: files.weights.byteLength, engine }));
