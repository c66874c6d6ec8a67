// node bench/peers/tfjs-layers.ts <task> <engine> <steps> <first steps> [<batch size> [<folder>]]: steps of Adam on one batch
// by the layers and gradients of TensorFlow.js. Engines: `embedded` (this project's, as train-model takes it), `plain` (this
// project's, by the layers), `stock` (the WebAssembly backend as npm has it), `cpu` (the JavaScript backend), `native`
// (tfjs-node of a folder). `write` takes no step: it leaves the batch and the initial weights in a folder.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import { NATIVE_PACKAGE } from '../../scripts/checks/native-engine.mjs';
import { loadNativeEngine } from '../../shared/engine/index.ts';
import { DenseTrainingStep } from '../../shared/model/dense/index.ts';
import {
  LayersTrainingStep,
  ReplayTrainingStep,
  startEngine,
  type TrainingRequest,
} from '../../shared/model/index.ts';
import { describeNetwork, withoutOutputActivation } from '../../shared/network/index.ts';
import { median } from '../measure.ts';
import { BATCH_SIZE, HIDDEN } from '../train/task.ts';
import { reportUsage } from '../usage.ts';
import { LAYER_TASKS, type LayerTask } from './layer-tasks.ts';

const RATE = 0.001;

// The clock runs after the first steps; the loss of the last of them is what programs are held against each other by.
const [
  name = '',
  engine = '',
  steps = '20',
  firstSteps = '3',
  batch = String(BATCH_SIZE),
  folder = '',
] = process.argv.slice(2);
const batchSize = Number(batch);
const task = LAYER_TASKS[name];
if (task === undefined) throw new Error(`no task ${name}`);
await start(engine);

if (engine === 'write') writeTask(task);
else
  timeSteps(engine === 'embedded' || engine === 'plain' ? trainByOurs(task) : trainByTheirs(task));

function timeSteps(train: Train): void {
  let loss = Number.NaN;
  for (let step = 0; step < Number(firstSteps); step++) loss = train();
  const times = Array.from({ length: Number(steps) }, () => {
    const before = performance.now();
    train();
    return (performance.now() - before) / 1000;
  });
  reportUsage({ rows: batchSize, stepSeconds: median(times), loss });
}

/** One step, which gives the loss before it. */
type Train = () => number;

function trainByOurs({ task, build, batch }: LayerTask): Train {
  const { x, y } = batch(batchSize);
  const columns = x.shape[1] as number;
  const outputs = y.shape[1] as number;
  const labels = outputs === 1 ? y : tf.argMax(y, 1);
  const features = { data: x.dataSync<'float32'>(), rows: batchSize, columns };
  const examples = { features, labels: Float32Array.from(labels.dataSync()) };
  const request = {
    task,
    outputs,
    train: examples,
    validation: examples,
    training: { seed: 1, batchSize, optimizer: { kind: 'adam', learningRate: RATE }, l2: 0 },
  } as TrainingRequest;
  const step = name === 'mlp' && engine === 'embedded' ? denseStep() : layersStep();
  const rows = Uint32Array.from({ length: batchSize }, (_, row) => row);
  return () => step.run(rows, RATE);

  function layersStep() {
    const network = { name, inputs: columns, layers: [] };
    const Step = engine === 'embedded' ? ReplayTrainingStep : LayersTrainingStep;
    return new Step(network, [], request, build());
  }

  function denseStep() {
    const architecture = { kind: 'mlp', hidden: HIDDEN, activation: 'relu', dropout: 0 } as const;
    const network = describeNetwork(task, architecture, { inputs: columns, outputs });
    const initial = build()
      .getWeights()
      .map((weight) => weight.dataSync<'float32'>());
    const dense = DenseTrainingStep.start(withoutOutputActivation(network), initial, request);
    if (dense === null) throw new Error('There are no SIMD instructions here');
    return dense;
  }
}

function trainByTheirs({ build, batch, loss: lossOf }: LayerTask): Train {
  const model = build();
  const { x, y } = batch(batchSize);
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

/** Single precision, as the machine has it: `x.bin`, `y.bin`, `weight-0.bin` … */
function writeTask({ build, batch }: LayerTask): void {
  const { x, y } = batch(batchSize);
  const write = (file: string, tensor: tf.Tensor) => {
    writeFileSync(join(folder, file), Float32Array.from(tensor.dataSync()));
  };
  write('x.bin', x);
  write('y.bin', y);
  for (const [index, weight] of build().getWeights().entries())
    write(`weight-${index}.bin`, weight);
}

async function start(wanted: string): Promise<void> {
  if (wanted === 'native') {
    // Of each kernel that both copies of the library register.
    console.warn = () => undefined;
    loadNativeEngine(
      { name: NATIVE_PACKAGE.name, folder },
      { load: (what, from) => createRequire(join(from, 'package.json'))(what) },
    );
    return startEngine('tensorflow');
  }
  if (wanted === 'embedded' || wanted === 'plain') return startEngine();
  // The binaries lie beside the bundle. Its loader is a CommonJS module.
  const binaries = new URL('.', import.meta.url).pathname;
  Object.assign(globalThis, { __dirname: binaries });
  setWasmPaths(binaries);
  if (!(await tf.setBackend(wanted === 'stock' ? 'wasm' : 'cpu'))) {
    throw new Error('TensorFlow.js has not started');
  }
  tf.enableProdMode();
}
