import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { DataId, TensorInfo } from '@tensorflow/tfjs-core';
import { findFastCall } from './fast-calls.ts';
import { type RecordedCall, type Recording, release } from './recording.ts';
import type { ReplayKernel } from './replay-kernel.ts';

/** Outputs that depend on the shapes of inputs alone. */
const SHAPE_ONLY = new Set(['ZerosLike', 'OnesLike']);

/** A place for the data of a tensor; what lies there changes from replay to replay, but for constants. */
type Slot = number;

interface PlannedCall {
  /** Of the inputs, and the tensors that the call is given: their data is put in before. */
  readonly inputs: readonly (readonly [TensorInfo, Slot])[];
  readonly outputs: readonly Slot[];
  readonly run: () => TensorInfo | TensorInfo[];
  /** Slots that nobody reads after this call. */
  free: readonly Slot[];
}

/** What a replay is given and what is wanted of it, by the data that it was in the recording. */
export interface PlanEnds {
  /** Tensors whose data is looked up at each replay. */
  readonly live: readonly { readonly recorded: DataId; readonly now: () => DataId }[];
  /** Read in the middle of the step, after so many recorded calls. */
  readonly middle: DataId;
  readonly middleAfter: number;
  readonly results: readonly DataId[];
}

/** The kernel calls of a step that its results depend on, ready to be made again without the library between them. */
export class StepPlan {
  readonly #backend: BackendWasm;
  readonly #live: readonly { readonly slot: Slot; readonly now: () => DataId }[];
  readonly #first: PlannedCall[];
  readonly #second: PlannedCall[];
  readonly #middle: Slot;
  readonly #results: readonly Slot[];
  readonly #data: (DataId | null)[];
  readonly #isHeld: readonly boolean[];
  readonly #constants: readonly DataId[];

  /** Takes over the recording's hold on its data. */
  constructor(
    backend: BackendWasm,
    kernel: ReplayKernel,
    recording: Recording,
    { live, middle, middleAfter, results }: PlanEnds,
  ) {
    this.#backend = backend;
    const slots = new Map<DataId, Slot>();
    const data: DataId[] = [];
    const isConstant: boolean[] = [];
    const add = (dataId: DataId, constant: boolean): Slot => {
      slots.set(dataId, data.length);
      isConstant.push(constant);
      return data.push(dataId) - 1;
    };
    this.#live = live.map(({ recorded, now }) => ({ slot: add(recorded, false), now }));
    const held = this.#live.length;
    const slotOf = (dataId: DataId): Slot => slots.get(dataId) ?? add(dataId, true);
    const steps: { call: RecordedCall; inputs: Slot[]; outputs: Slot[]; isSecond: boolean }[] = [];
    for (const [index, call] of recording.calls.entries()) {
      const inputs = call.inputList.map(({ dataId }) => slotOf(dataId));
      // An alias, as a reshape gives.
      if (call.outputs.every(({ dataId }) => slots.has(dataId))) continue;
      const [first] = call.outputs as [TensorInfo];
      // A copy, of what is never changed in place.
      if (call.name === 'Identity') {
        slots.set(first.dataId, inputs[0] as Slot);
        continue;
      }
      const constant = SHAPE_ONLY.has(call.name) || inputs.every((slot) => isConstant[slot]);
      const outputs = call.outputs.map(({ dataId }) => slots.get(dataId) ?? add(dataId, constant));
      if (!constant) steps.push({ call, inputs, outputs, isSecond: index >= middleAfter });
    }
    this.#middle = slotOf(middle);
    this.#results = results.map(slotOf);
    const needed = new Set([this.#middle, ...this.#results]);
    const planned = steps
      .reverse()
      .filter(({ inputs, outputs }) => {
        if (!outputs.some((slot) => needed.has(slot))) return false;
        for (const slot of inputs) needed.add(slot);
        return true;
      })
      .reverse();
    this.#isHeld = data.map((_, slot) => slot < held || isConstant[slot] === true);
    const calls = planned.map(({ call, inputs, outputs }) =>
      plan(call, inputs, outputs, backend, kernel),
    );
    this.#freeEarly(calls);
    const firstOfSecond = planned.findIndex(({ isSecond }) => isSecond);
    const split = firstOfSecond < 0 ? calls.length : firstOfSecond;
    this.#first = calls.slice(0, split);
    this.#second = calls.slice(split);
    const constants = new Set(
      data.filter((_, slot) => slot >= held && isConstant[slot] && needed.has(slot)),
    );
    release(backend, recording, constants);
    this.#constants = [...constants];
    this.#data = data.map((dataId) => (constants.has(dataId) ? dataId : null));
  }

  /** How many calls a replay makes. */
  get size(): number {
    return this.#first.length + this.#second.length;
  }

  /** Up to the middle, whose data it gives: it stays the plan's. */
  runFirst(): DataId {
    for (const { slot, now } of this.#live) this.#data[slot] = now();
    this.#run(this.#first);
    return this.#data[this.#middle] as DataId;
  }

  /** The rest. The caller disposes the data of each result once. */
  runSecond(): readonly DataId[] {
    this.#run(this.#second);
    const seen = new Set<Slot>();
    const results = this.#results.map((slot) => {
      const dataId = this.#data[slot] as DataId;
      if (this.#isHeld[slot] || seen.has(slot)) this.#backend.incRef(dataId);
      seen.add(slot);
      return dataId;
    });
    if (!this.#isHeld[this.#middle] && !seen.has(this.#middle)) {
      this.#backend.disposeData(this.#data[this.#middle] as DataId);
    }
    return results;
  }

  dispose(): void {
    for (const dataId of this.#constants) this.#backend.disposeData(dataId);
  }

  #run(calls: readonly PlannedCall[]): void {
    const data = this.#data;
    for (const { inputs, outputs, run, free } of calls) {
      for (const [tensor, slot] of inputs) tensor.dataId = data[slot] as DataId;
      const result = run();
      if (Array.isArray(result)) {
        for (const [index, { dataId }] of result.entries()) data[outputs[index] as Slot] = dataId;
      } else {
        data[outputs[0] as Slot] = result.dataId;
      }
      for (const slot of free) this.#backend.disposeData(data[slot] as DataId);
    }
  }

  #freeEarly(calls: readonly PlannedCall[]): void {
    const last = new Map<Slot, PlannedCall>();
    for (const call of calls) {
      for (const slot of call.outputs) last.set(slot, call);
      for (const [, slot] of call.inputs) last.set(slot, call);
    }
    for (const slot of [this.#middle, ...this.#results]) last.delete(slot);
    const free = new Map<PlannedCall, Slot[]>();
    for (const [slot, call] of last) {
      if (!this.#isHeld[slot]) free.set(call, [...(free.get(call) ?? []), slot]);
    }
    for (const [call, slots] of free) call.free = slots;
  }
}

function plan(
  call: RecordedCall,
  inputs: readonly Slot[],
  outputs: readonly Slot[],
  backend: BackendWasm,
  kernel: ReplayKernel,
): PlannedCall {
  const { kernelFunc, inputList, inputs: given, attributes } = call;
  const words = {
    inputs: given as Record<string, TensorInfo>,
    backend,
    ...(attributes === undefined ? {} : { attrs: attributes }),
  };
  return {
    inputs: inputList.map((tensor, index) => [tensor, inputs[index] as Slot] as const),
    outputs,
    run: findFastCall(call, backend, kernel) ?? (() => kernelFunc(words)),
    free: [],
  };
}
