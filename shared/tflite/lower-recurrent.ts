import type { LayerBuilder, LayerToLower } from './layer-lowering.ts';
import { NotLowered } from './layer-lowering.ts';

/** Each step has operators of its own: TFLite's recurrent operators have other gates than Keras's. */
const MOST_STEPS = 256;

/** `state`: null before the first step, when all of it is 0. */
type Step = (input: string, state: State | null) => State;

interface State {
  readonly hidden: string;
  /** Of an LSTM; else the same. */
  readonly cell: string;
}

/**
 * A recurrent layer, step by step, as Keras defines them: LSTM (Hochreiter and Schmidhuber 1997; gates i, f, c, o), GRU
 * (Cho et al. 2014; gates z, r, h; the reset before the product) and the simple one. All inputs are multiplied at once.
 */
export function lowerRecurrent(
  layer: LayerBuilder,
  { node, inputs, weight, has }: LayerToLower,
): string {
  const { className, config } = node;
  const [{ name: input, shape }] = inputs as [LayerToLower['inputs'][number]];
  const [steps = 1, width = 1] = shape;
  if (steps > MOST_STEPS) {
    throw new NotLowered(`reads ${steps} steps, and at most ${MOST_STEPS} can be written`);
  }
  if (config.recurrent_activation === 'softmax') {
    throw new NotLowered('has the activation softmax for its gates');
  }
  const units = config.units as number;
  const kernel = weight('kernel');
  const gates = kernel.length / width;
  const bias = has('bias') ? weight('bias') : new Float32Array(gates);
  const products = layer.dense(layer.reshape(input, [steps, width]), {
    name: 'input',
    kernel,
    bias,
  });
  const step = stepOf(className)(layer, units, weight('recurrent_kernel'), {
    activation: config.activation as string,
    gate: (config.recurrent_activation ?? 'linear') as string,
  });
  let state: State | null = null;
  const all: string[] = [];
  for (let index = 0; index < steps; index++) {
    const at = config.go_backwards === true ? steps - 1 - index : index;
    const row = layer.apply(
      { kind: 'GATHER', axis: 0, inputs: [products, layer.integers(`step_${at}`, at)] },
      [1, gates],
    );
    state = step(row, state);
    all.push(state.hidden);
  }
  const last = all.at(-1) as string;
  if (config.return_sequences !== true) return last;
  const joined =
    all.length === 1
      ? last
      : layer.apply({ kind: 'CONCATENATION', inputs: all }, [1, steps * units]);
  return layer.reshape(joined, [1, steps, units]);
}

type MakeStep = (
  layer: LayerBuilder,
  units: number,
  recurrentKernel: Float32Array,
  activations: { readonly activation: string; readonly gate: string },
) => Step;

function stepOf(className: string): MakeStep {
  if (className === 'LSTM') return lstm;
  return className === 'GRU' ? gru : simple;
}

const lstm: MakeStep = (layer, units, kernel, { activation, gate }) => {
  const { binary, addProduct, part } = tools(layer, units);
  return (input, state) => {
    const sums = addProduct(input, state?.hidden, 'recurrent', kernel);
    const opened = layer.activate(sums, gate);
    const candidate = binary('MUL', part(opened, 0), layer.activate(part(sums, 2), activation));
    const cell =
      state === null
        ? candidate
        : binary('ADD', binary('MUL', part(opened, 1), state.cell), candidate);
    return { hidden: binary('MUL', part(opened, 3), layer.activate(cell, activation)), cell };
  };
};

const gru: MakeStep = (layer, units, kernel, { activation, gate }) => {
  const { binary, addProduct, part } = tools(layer, units);
  const gates = columnsOf(kernel, units, 0, 2 * units);
  const last = columnsOf(kernel, units, 2 * units, 3 * units);
  return (input, state) => {
    const sums = addProduct(part(input, 0, 2), state?.hidden, 'gates', gates);
    const opened = layer.activate(sums, gate);
    const update = part(opened, 0);
    const shown = state === null ? undefined : binary('MUL', part(opened, 1), state.hidden);
    const candidate = layer.activate(
      addProduct(part(input, 2), shown, 'candidate', last),
      activation,
    );
    // z · h + (1 − z) · c = c + z · (h − c).
    const hidden =
      state === null
        ? binary('SUB', candidate, binary('MUL', update, candidate))
        : binary('ADD', candidate, binary('MUL', update, binary('SUB', state.hidden, candidate)));
    return { hidden, cell: hidden };
  };
};

const simple: MakeStep = (layer, units, kernel, { activation }) => {
  const { addProduct } = tools(layer, units);
  return (input, state) => {
    const hidden = layer.activate(
      addProduct(input, state?.hidden, 'recurrent', kernel),
      activation,
    );
    return { hidden, cell: hidden };
  };
};

function tools(layer: LayerBuilder, units: number) {
  return {
    binary: (kind: 'ADD' | 'SUB' | 'MUL', left: string, right: string, width = units) =>
      layer.apply({ kind, inputs: [left, right] }, [1, width]),
    /** `sums + values · kernel`, where there are values. */
    addProduct: (sums: string, values: string | undefined, name: string, kernel: Float32Array) => {
      if (values === undefined) return sums;
      const width = kernel.length / units;
      const product = layer.dense(values, { name, kernel, bias: new Float32Array(width) });
      return layer.apply({ kind: 'ADD', inputs: [sums, product] }, [1, width]);
    },
    /** `count` gates from the one of that number on. */
    part: (values: string, gate: number, count = 1) => {
      const width = count * units;
      const places = Array.from({ length: width }, (_, index) => gate * units + index);
      const positions = layer.integers(`gate_${gate}_${count}`, ...places);
      return layer.apply({ kind: 'GATHER', inputs: [values, positions] }, [1, width]);
    },
  };
}

function columnsOf(kernel: Float32Array, rows: number, from: number, to: number): Float32Array {
  const columns = kernel.length / rows;
  const part = new Float32Array(rows * (to - from));
  for (let row = 0; row < rows; row++) {
    part.set(kernel.subarray(row * columns + from, row * columns + to), row * (to - from));
  }
  return part;
}
