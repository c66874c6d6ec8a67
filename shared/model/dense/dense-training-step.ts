import type { LayersModel } from '@tensorflow/tfjs-layers';
import { describeEngine } from '../../engine/index.ts';
import { countOutputs, listParameters, type Network } from '../../network/index.ts';
import { SeededRandom } from '../../numeric/index.ts';
import { seedAlea } from '../alea.ts';
import type { OptimizerState } from '../checkpoint.ts';
import { clipGradients } from '../clip-gradients.ts';
import type { Matrix, TrainingRequest } from '../contract.ts';
import { addLassoPenalty } from '../lasso-penalty.ts';
import { assignWeights, buildLayersModel } from '../layers-model.ts';
import { computeLoss } from '../loss.ts';
import { predictMatrix } from '../prediction.ts';
import type { TrainingStep } from '../training-step.ts';
import { type DenseKernel, startDenseKernel } from './dense-kernel.ts';
import { countMoments, type DenseOptimizer, makeDenseOptimizer } from './dense-optimizer.ts';
import { type DensePlan, type LayerPlan, planDenseTraining } from './dense-plan.ts';

const PAGE_BYTES = 65_536;
/** What 32-bit addresses reach, less a page: ends of matrices are addresses, too. */
const MOST_BYTES = 2 ** 32 - PAGE_BYTES;
/** From so many numbers a row on, a call that copies them costs less than a loop. */
const LONG_ROW = 64;

/**
 * Steps by a kernel for dense layers, with its own memory and nothing between its calls: several times as fast as by
 * TensorFlow.js (`npm run bench -- train`), and to the bit what it computes. Predictions are those of TensorFlow.js.
 */
export class DenseTrainingStep implements TrainingStep {
  readonly #network: Network;
  readonly #request: TrainingRequest;
  readonly #kernel: DenseKernel;
  readonly #plan: DensePlan;
  readonly #model: LayersModel;
  readonly #optimizer: DenseOptimizer;
  readonly #masks: SeededRandom;
  readonly #outputs: number;
  // The memory does not grow any more, so that views on it stay.
  readonly #weights: readonly Float32Array[];
  readonly #moments: readonly (readonly Float32Array[])[];
  /** Of the layers, without their biases. */
  readonly #kernels: readonly { readonly gradient: Float32Array; readonly weights: Float32Array }[];
  /** All of them in one. */
  readonly #gradients: readonly [Float32Array];
  readonly #input: Float32Array;
  readonly #logits: Float32Array;
  readonly #lossGradient: Float32Array;
  readonly #labels: Float32Array;
  readonly #exampleWeights: Float64Array | undefined;

  /**
   * Null where it can't be had: with another engine than WebAssembly, without SIMD instructions, for a layer that the kernel has not, and where the training
   * does not fit in the memory of a kernel. `network`: without its output activation.
   */
  static start(
    network: Network,
    initial: readonly Float32Array[],
    request: TrainingRequest,
  ): DenseTrainingStep | null {
    if (!(request.engine ?? describeEngine()).simd) return null;
    const { training, train } = request;
    const batchSize = Math.min(training.batchSize, train.features.rows);
    const moments = countMoments(training.optimizer);
    const kernel = startDenseKernel();
    const plan = planDenseTraining({ network, batchSize, moments }, kernel.heapStart());
    if (plan === null || !makeRoom(kernel, plan.end)) return null;
    return new DenseTrainingStep(kernel, plan, { network, initial, request, batchSize });
  }

  private constructor(
    kernel: DenseKernel,
    plan: DensePlan,
    {
      network,
      initial,
      request,
      batchSize,
    }: {
      readonly network: Network;
      readonly initial: readonly Float32Array[];
      readonly request: TrainingRequest;
      readonly batchSize: number;
    },
  ) {
    this.#network = network;
    this.#request = request;
    this.#kernel = kernel;
    this.#plan = plan;
    this.#optimizer = makeDenseOptimizer(kernel, plan, request.training.optimizer);
    this.#masks = new SeededRandom(request.training.seed, 'dropout');
    this.#outputs = countOutputs(network);
    const numbers = (at: number, count: number) =>
      new Float32Array(kernel.memory.buffer, at, count);
    this.#kernels = plan.layers.map(({ kernelGradient, kernel: at, inputs, units }) => ({
      gradient: numbers(kernelGradient, inputs * units),
      weights: numbers(at, inputs * units),
    }));
    this.#gradients = [numbers(plan.gradients, plan.parameters)];
    const parameters = listParameters(network);
    /** One view for each parameter on numbers that lie one behind the other. */
    const views = (start: number) => {
      let at = start;
      return parameters.map(({ size }) => {
        const values = numbers(at, size);
        at += 4 * size;
        return values;
      });
    };
    this.#weights = views(plan.weights);
    copyInto(this.#weights, initial);
    this.#moments = this.#optimizer.moments.map(views);
    const last = plan.layers.at(-1) as LayerPlan;
    this.#input = numbers(plan.input, batchSize * network.inputs);
    this.#logits = numbers(last.output, batchSize * this.#outputs);
    this.#lossGradient = numbers(last.outputGradient, batchSize * this.#outputs);
    this.#labels = new Float32Array(batchSize);
    this.#exampleWeights =
      request.train.weights === undefined ? undefined : new Float64Array(batchSize);
    this.#model = buildLayersModel(network, initial);
  }

  run(rows: Uint32Array, learningRate: number): number {
    const { task, training } = this.#request;
    const count = rows.length;
    this.#gather(rows);
    for (const layer of this.#plan.layers) this.#forward(layer, count);
    const { loss, gradient } = computeLoss(
      task,
      this.#logits.subarray(0, count * this.#outputs),
      this.#labels.subarray(0, count),
      this.#outputs,
      this.#exampleWeights?.subarray(0, count),
    );
    this.#lossGradient.set(gradient);
    for (let index = this.#plan.layers.length - 1; index >= 0; index--) {
      const layer = this.#plan.layers[index] as LayerPlan;
      this.#backward(layer, this.#plan.layers[index - 1], count);
      if (training.l2 === 0) continue;
      const { kernelGradient, kernel, inputs, units } = layer;
      this.#kernel.addPenalty(kernelGradient, kernel, inputs * units, training.l2);
    }
    if (training.l1 !== undefined) {
      for (const { gradient, weights } of this.#kernels)
        addLassoPenalty(gradient, weights, training.l1);
    }
    if (training.clip !== undefined) clipGradients(this.#gradients, training.clip);
    this.#optimizer.move(learningRate);
    return loss;
  }

  weights(): readonly Float32Array[] {
    return this.#weights.map((values) => values.slice());
  }

  state(): OptimizerState {
    return {
      weights: this.weights(),
      moments: this.#moments.map((kind) => kind.map((values) => values.slice())),
    };
  }

  resume({ weights, moments }: OptimizerState, steps: number): void {
    copyInto(this.#weights, weights);
    for (const [index, kind] of this.#moments.entries()) copyInto(kind, moments[index] ?? []);
    this.#optimizer.skip(steps);
    const masks = this.#plan.layers.filter(({ dropout }) => dropout !== null).length;
    for (let drawn = 0; drawn < steps * masks; drawn++) this.#masks.uint32();
  }

  predict(features: Matrix): Matrix {
    assignWeights(this.#model, this.#network, this.#weights);
    return predictMatrix(this.#model, this.#network, features);
  }

  dispose(): void {
    this.#model.dispose();
  }

  #gather(rows: Uint32Array): void {
    const { features, labels, weights } = this.#request.train;
    const exampleWeights = this.#exampleWeights;
    const { data, columns } = features;
    const input = this.#input;
    for (let index = 0, to = 0; index < rows.length; index++) {
      const row = rows[index] as number;
      const from = row * columns;
      this.#labels[index] = labels[row] as number;
      if (exampleWeights !== undefined) exampleWeights[index] = weights?.[row] as number;
      if (columns >= LONG_ROW) {
        input.set(data.subarray(from, from + columns), to);
        to += columns;
      } else {
        for (let column = 0; column < columns; column++) {
          input[to++] = data[from + column] as number;
        }
      }
    }
  }

  #forward(layer: LayerPlan, count: number): void {
    const { inputs, units, output, dropout, activation, bias } = layer;
    // TensorFlow.js begins the sums of a linear layer with the bias, and adds it to the sums before an activation.
    const isLinear = activation === 'linear';
    this.#kernel.matrixProduct(
      layer.input,
      inputs,
      1,
      layer.kernel,
      output,
      count,
      inputs,
      units,
      isLinear ? bias : 0,
      isLinear ? 0 : bias,
      activation === 'relu',
      this.#plan.panel,
    );
    if (activation === 'tanh') this.#kernel.tanh(output, count * units);
    if (dropout === null) return;
    const [s0, s1, s2] = seedAlea(String(this.#masks.uint32()));
    this.#kernel.drawMask(dropout.mask, count * units, s0, s1, s2, 1 - dropout.rate);
    this.#kernel.multiply(output, dropout.mask, dropout.output, count * units);
  }

  /** From the gradient by the layer's output: those by its weights, and that by the output of the layer before. */
  #backward(layer: LayerPlan, before: LayerPlan | undefined, count: number): void {
    const kernel = this.#kernel;
    const { panel } = this.#plan;
    const { inputs, units, input, outputGradient, transposedKernel } = layer;
    const size = count * units;
    if (layer.dropout !== null) {
      kernel.multiply(outputGradient, layer.dropout.mask, outputGradient, size);
    }
    if (layer.activation === 'relu') kernel.reluGradient(outputGradient, layer.output, size);
    if (layer.activation === 'tanh') kernel.tanhGradient(outputGradient, layer.output, size);
    kernel.matrixProduct(
      input,
      1,
      inputs,
      outputGradient,
      layer.kernelGradient,
      inputs,
      count,
      units,
      0,
      0,
      false,
      panel,
    );
    kernel.columnSums(outputGradient, layer.biasGradient, count, units);
    if (before === undefined) return;
    kernel.transpose(layer.kernel, transposedKernel, inputs, units);
    kernel.matrixProduct(
      outputGradient,
      units,
      1,
      transposedKernel,
      before.outputGradient,
      count,
      units,
      inputs,
      0,
      0,
      false,
      panel,
    );
  }
}

function copyInto(to: readonly Float32Array[], from: readonly Float32Array[]): void {
  for (const [index, values] of to.entries()) values.set(from[index] as Float32Array);
}

/** Whether the kernel's memory has room up to `end`. */
function makeRoom({ memory }: DenseKernel, end: number): boolean {
  if (end > MOST_BYTES) return false;
  const missing = end - memory.buffer.byteLength;
  if (missing <= 0) return true;
  try {
    memory.grow(Math.ceil(missing / PAGE_BYTES));
    return true;
  } catch (error) {
    // By name: the class is not the same object in every realm.
    if (error instanceof Error && error.name === 'RangeError') return false;
    throw error;
  }
}
