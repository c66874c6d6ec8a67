// node bench/peers/tfjs-fit.ts <batch size> <epochs>: the network of the benchmark, trained by model.fit of TensorFlow.js on
// its WebAssembly backend as npm has it.
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { EpochClock } from '../train/epoch-clock.ts';
import { EXAMPLES, HIDDEN, INPUTS, LEARNING_RATE, makeExamples } from '../train/task.ts';

const [batchSize = '256', epochs = '8'] = process.argv.slice(2);
// The binaries lie beside the bundle. Its loader is a CommonJS module.
const folder = new URL('.', import.meta.url).pathname;
Object.assign(globalThis, { __dirname: folder });
setWasmPaths(folder);
if (!(await tf.setBackend('wasm'))) throw new Error('TensorFlow.js has not started');
tf.enableProdMode();

const model = sequential();
for (const [index, units] of HIDDEN.entries()) {
  const input = index === 0 ? { inputShape: [INPUTS] } : {};
  const kernelInitializer = 'heUniform';
  model.add(layers.dense({ units, activation: 'relu', kernelInitializer, ...input }));
}
model.add(layers.dense({ units: 1, activation: 'sigmoid' }));
model.compile({ optimizer: tf.train.adam(LEARNING_RATE), loss: 'binaryCrossentropy' });
const { features, labels } = makeExamples(EXAMPLES, 1);
const clock = new EpochClock();
await model.fit(tf.tensor2d(features, [EXAMPLES, INPUTS]), tf.tensor2d(labels, [EXAMPLES, 1]), {
  batchSize: Number(batchSize),
  epochs: Number(epochs),
  verbose: 0,
  callbacks: { onEpochEnd: async (_, logs) => clock.epochEnded(logs?.loss ?? Number.NaN) },
});
clock.report(EXAMPLES);
