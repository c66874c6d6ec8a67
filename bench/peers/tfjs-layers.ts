// node bench/peers/tfjs-layers.ts <task> <engine> <steps> <first steps>: steps of Adam on one batch by the layers and gradients of TensorFlow.js.
// Engines: `embedded` (this project's, by replay), `plain` (this project's, by the layers), `stock` (the WebAssembly backend as npm has it), `cpu` (the JavaScript backend).
import { performance } from 'node:perf_hooks';
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import {
  LayersTrainingStep,
  ReplayTrainingStep,
  startEngine,
  type TrainingRequest,
} from '../../shared/model/index.ts';
import { median } from '../measure.ts';
import { BATCH_SIZE } from '../train/task.ts';
import { reportUsage } from '../usage.ts';
import { LAYER_TASKS, type LayerTask } from './layer-tasks.ts';

const RATE = 0.001;

// The clock runs after the first steps; the loss of the last of them is what programs are held against each other by.
const [name = '', engine = '', steps = '20', firstSteps = '3'] = process.argv.slice(2);
const task = LAYER_TASKS[name];
if (task === undefined) throw new Error(`no task ${name}`);
await start(engine);

const train = engine === 'embedded' || engine === 'plain' ? trainByOurs(task) : trainByTheirs(task);
let loss = Number.NaN;
for (let step = 0; step < Number(firstSteps); step++) loss = train();
const times = Array.from({ length: Number(steps) }, () => {
  const before = performance.now();
  train();
  return (performance.now() - before) / 1000;
});
reportUsage({ rows: BATCH_SIZE, stepSeconds: median(times), loss });

/** One step, which gives the loss before it. */
type Train = () => number;

function trainByOurs({ task, build, batch }: LayerTask): Train {
  const { x, y } = batch();
  const columns = x.shape[1] as number;
  const outputs = y.shape[1] as number;
  const labels = outputs === 1 ? y : tf.argMax(y, 1);
  const features = { data: x.dataSync<'float32'>(), rows: BATCH_SIZE, columns };
  const examples = { features, labels: Float32Array.from(labels.dataSync()) };
  const request = {
    task,
    outputs,
    train: examples,
    validation: examples,
    training: { seed: 1, optimizer: { kind: 'adam', learningRate: RATE }, l2: 0 },
  } as TrainingRequest;
  const network = { name, inputs: columns, layers: [] };
  const Step = engine === 'embedded' ? ReplayTrainingStep : LayersTrainingStep;
  const step = new Step(network, [], request, build());
  const rows = Uint32Array.from({ length: BATCH_SIZE }, (_, row) => row);
  return () => step.run(rows, RATE);
}

function trainByTheirs({ build, batch, loss: lossOf }: LayerTask): Train {
  const model = build();
  const { x, y } = batch();
  const optimizer: tf.Optimizer = tf.train.adam(RATE);
  const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  return () =>
    tf.tidy(() => {
      const { value, grads } = tf.variableGrads(
        () => lossOf(y, model.apply(x, { training: true }) as tf.Tensor),
        variables,
      );
      optimizer.applyGradients(grads);
      return value.dataSync()[0] as number;
    });
}

async function start(wanted: string): Promise<void> {
  if (wanted === 'embedded' || wanted === 'plain') return startEngine();
  // The binaries lie beside the bundle. Its loader is a CommonJS module.
  const folder = new URL('.', import.meta.url).pathname;
  Object.assign(globalThis, { __dirname: folder });
  setWasmPaths(folder);
  if (!(await tf.setBackend(wanted === 'stock' ? 'wasm' : 'cpu'))) {
    throw new Error('TensorFlow.js has not started');
  }
  tf.enableProdMode();
}
