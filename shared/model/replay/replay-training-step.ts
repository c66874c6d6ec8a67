import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { describeEngine } from '../../engine/index.ts';
import type { Network } from '../../network/index.ts';
import { fillUniform } from '../alea.ts';
import type { TrainingRequest } from '../contract.ts';
import { LayersTrainingStep } from '../layers-training-step.ts';
import { canMoveInPlace, moveInPlace } from './move-in-place.ts';
import { isProved } from './proved-layers.ts';
import { type Recording, record, release } from './recording.ts';
import { forgetPacked, type ReplayKernel, startReplayKernel } from './replay-kernel.ts';
import { StepPlan } from './step-plan.ts';

type Judge = (logits: Float32Array) => Float32Array;

/** What is replayed for batches of one size. */
interface Replay {
  readonly plan: StepPlan;
  /** One for each input of the model. */
  readonly features: readonly tf.Tensor[];
  /** What masks of dropout are made from, one for each such layer: uniform in [0, 1). */
  readonly masks: readonly tf.Tensor[];
  readonly gradient: tf.Tensor;
  /** What a step changes besides its gradients: moving averages. */
  readonly states: readonly tf.Variable[];
  /** Whether it gave the bytes that the layers gave for the same batch. */
  isProved: boolean;
}

/**
 * Steps that make the kernel calls of an earlier step again, without the layers, the tape and the memory of TensorFlow.js
 * between them. The first step of each size of a batch is recorded, the second is made both ways and compared byte by byte. A
 * model that replay is not proved for, and one whose bytes differ, goes on by the layers.
 */
export class ReplayTrainingStep extends LayersTrainingStep {
  readonly #backend: BackendWasm | null;
  readonly #kernel: ReplayKernel | null;
  readonly #replays = new Map<number, Replay>();
  #isRefused: boolean;
  readonly #columns: number;
  /** Of the step that is being recorded. */
  #inputs: readonly Float32Array[] = [];

  constructor(
    network: Network,
    initial: readonly Float32Array[],
    request: TrainingRequest,
    model?: LayersModel,
  ) {
    super(network, initial, request, model);
    this.#columns = network.inputs;
    const { simd } = request.engine ?? describeEngine();
    const canReplay = tf.getBackend() === 'wasm' && simd && isProved(this.model);
    this.#backend = canReplay ? (tf.backend() as BackendWasm) : null;
    this.#kernel = this.#backend === null ? null : startReplayKernel(this.#backend);
    this.#isRefused = this.#kernel === null;
  }

  /** Whether batches of this size are replayed by now. */
  isReplaying(rows: number): boolean {
    return !this.#isRefused && this.#replays.get(rows)?.isProved === true;
  }

  override dispose(): void {
    this.#forget();
    super.dispose();
  }

  protected override differentiate(features: Float32Array, judge: Judge): tf.NamedTensorMap {
    if (this.#isRefused) return super.differentiate(features, judge);
    const rows = features.length / this.#columns;
    const replay = this.#replays.get(rows);
    if (replay === undefined) return this.#record(features, judge, rows);
    const { grads: found, states } = this.#replay(replay, features, judge);
    if (replay.isProved) {
      for (const [index, variable] of replay.states.entries())
        variable.assign(states[index] as tf.Tensor);
      return found;
    }
    // The later one, so that the loss which `judge` keeps is right in any case.
    const expected = super.differentiate(features, judge);
    replay.isProved =
      this.variables.every(({ name }) =>
        haveSameBytes(expected[name] as tf.Tensor, found[name] as tf.Tensor),
      ) &&
      replay.states.every((variable, index) => haveSameBytes(variable, states[index] as tf.Tensor));
    if (!replay.isProved) {
      this.#isRefused = true;
      this.#forget();
    }
    return expected;
  }

  protected override applyGradients(grads: tf.NamedTensorMap): void {
    const { optimizer } = this;
    if (
      this.#isRefused ||
      this.#kernel === null ||
      this.#backend === null ||
      !canMoveInPlace(optimizer)
    ) {
      super.applyGradients(grads);
      return;
    }
    moveInPlace(this.variables, grads, {
      optimizer,
      learningRate: this.learningRate,
      backend: this.#backend,
      kernel: this.#kernel,
    });
  }

  protected override splitFeatures(features: Float32Array): readonly Float32Array[] {
    this.#inputs = super.splitFeatures(features);
    return this.#inputs;
  }

  #record(features: Float32Array, judge: Judge, rows: number): tf.NamedTensorMap {
    const backend = this.#backend as BackendWasm;
    let gradient = new Float32Array();
    this.#inputs = [];
    const judgeOnce: Judge = (logits) => {
      gradient = judge(logits) as Float32Array<ArrayBuffer>;
      return gradient;
    };
    const variables = this.model.weights.map((weight) => {
      const variable = weight.read() as tf.Variable;
      return { variable, before: variable.dataId };
    });
    const { result, recording } = record(backend, () => super.differentiate(features, judgeOnce));
    const replay = this.#plan(recording, result, { gradient, rows, variables });
    if (replay === null) this.#isRefused = true;
    else this.#replays.set(rows, replay);
    return result;
  }

  /** Null where the step did not go as one of plain layers does. */
  #plan(
    recording: Recording,
    grads: tf.NamedTensorMap,
    {
      gradient,
      rows,
      variables,
    }: {
      readonly gradient: Float32Array;
      readonly rows: number;
      readonly variables: readonly { readonly variable: tf.Variable; readonly before: tf.DataId }[];
    },
  ): Replay | null {
    const backend = this.#backend as BackendWasm;
    const madeOf = (numbers: Float32Array) =>
      recording.made.find(({ values }) => values === numbers)?.dataId;
    const gradientId = madeOf(gradient);
    const featureIds = this.#inputs.map(madeOf);
    const masks = this.dropouts.map(({ seed }) => findMask(recording, seed));
    const [read, ...otherReads] = recording.reads;
    const tensors = this.variables.map(({ name }) => grads[name]);
    if (
      featureIds.includes(undefined) ||
      masks.includes(undefined) ||
      gradientId === undefined ||
      read === undefined ||
      otherReads.length > 0 ||
      tensors.some((tensor) => tensor == null)
    ) {
      release(backend, recording, new Set());
      return null;
    }
    const inputs = {
      features: this.#inputs.map(({ length }) => tf.keep(tf.zeros([rows, length / rows]))),
      masks: masks.map((mask) => tf.keep(tf.zeros([mask?.length ?? 0]))),
      gradient: tf.keep(tf.zeros([gradient.length])),
    };
    const given = (recorded: tf.DataId | undefined, tensor: tf.Tensor | undefined) => ({
      recorded: recorded as tf.DataId,
      now: () => (tensor as tf.Tensor).dataId,
    });
    const live = [
      ...variables.map(({ variable, before }) => ({
        recorded: before,
        now: () => variable.dataId,
      })),
      ...featureIds.map((recorded, index) => given(recorded, inputs.features[index])),
      ...masks.map((mask, index) => given(mask?.dataId, inputs.masks[index])),
      given(gradientId, inputs.gradient),
    ];
    const states = variables
      .filter(({ variable, before }) => variable.dataId !== before)
      .map(({ variable }) => variable);
    const plan = new StepPlan(backend, this.#kernel as ReplayKernel, recording, {
      live,
      middle: read.dataId,
      middleAfter: read.after,
      results: [...(tensors as tf.Tensor[]), ...states].map(({ dataId }) => dataId),
    });
    return { plan, ...inputs, states, isProved: false };
  }

  #replay(
    { plan, features, masks, gradient, states }: Replay,
    numbers: Float32Array,
    judge: Judge,
  ): { readonly grads: tf.NamedTensorMap; readonly states: readonly tf.Tensor[] } {
    const backend = this.#backend as BackendWasm;
    const write = (tensor: tf.Tensor, values: Float32Array) => {
      (backend.typedArrayFromHeap(tensor) as Float32Array).set(values);
      forgetPacked(backend, tensor);
    };
    for (const [index, values] of super.splitFeatures(numbers).entries())
      write(features[index] as tf.Tensor, values);
    for (const [index, mask] of masks.entries()) {
      const values = backend.typedArrayFromHeap(mask) as Float32Array;
      fillUniform(values, this.dropouts[index]?.seed ?? 0);
    }
    const logits = backend.typedArrayFromHeap({ ...toInfo(gradient), dataId: plan.runFirst() });
    write(gradient, judge((logits as Float32Array).slice()));
    const results = plan.runSecond();
    const tensors = [...this.variables, ...states].map(({ shape }, index) => {
      const dataId = results[index] as tf.DataId;
      return tf.engine().makeTensorFromTensorInfo({ dataId, shape, dtype: 'float32' });
    });
    return {
      grads: Object.fromEntries(
        this.variables.map(({ name }, index) => [name, tensors[index] as tf.Tensor]),
      ),
      states: tensors.slice(this.variables.length),
    };
  }

  #forget(): void {
    for (const { plan, features, masks, gradient } of this.#replays.values()) {
      plan.dispose();
      for (const tensor of [...features, ...masks, gradient]) tensor.dispose();
    }
    this.#replays.clear();
  }
}

/** The random numbers that a dropout layer has drawn: those of its seed. */
function findMask(
  { made }: Recording,
  seed: number,
): { readonly dataId: tf.DataId; readonly length: number } | undefined {
  const [first] = drawUniform(1, seed);
  for (const { dataId, values } of made) {
    if (!(values instanceof Float32Array) || values[0] !== first) continue;
    const expected = drawUniform(values.length, seed);
    if (values.every((value, index) => value === expected[index])) {
      return { dataId, length: values.length };
    }
  }
  return undefined;
}

function drawUniform(length: number, seed: number): Float32Array {
  const values = new Float32Array(length);
  fillUniform(values, seed);
  return values;
}

function toInfo({ dataId, shape, dtype }: tf.TensorInfo): tf.TensorInfo {
  return { dataId, shape, dtype };
}

function haveSameBytes(one: tf.Tensor, other: tf.Tensor): boolean {
  const bytes = (tensor: tf.Tensor) => Buffer.from(tensor.dataSync<'float32'>().slice().buffer);
  return bytes(one).equals(bytes(other));
}
