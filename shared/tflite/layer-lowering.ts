import type { LayerConfig, LayerNode, Shape } from '../network/index.ts';
import type { GraphBuilder, Operator, TensorType } from './graph.ts';

/** Adds a layer's operators and gives the name of its result; `[1, …shape]`. */
export interface LayerToLower {
  readonly node: LayerNode;
  /** Results of the layers that it reads, and their shapes without the batch. */
  readonly inputs: readonly { readonly name: string; readonly shape: Shape }[];
  /** Numbers of a weight, by its name without the layer's. */
  readonly weight: (name: string) => Float32Array;
  /** Whether the layer has such a weight. */
  readonly has: (name: string) => boolean;
}

export function firstInput(inputs: LayerToLower['inputs']): LayerToLower['inputs'][number] {
  return inputs[0] as LayerToLower['inputs'][number];
}

/** What can't be written, as the end of a sentence about the layer; thrown. */
export class NotLowered {
  readonly what: string;
  constructor(what: string) {
    this.what = what;
  }
}

/** Names tensors of one layer, so that no two have the same name. */
export class LayerBuilder {
  readonly #builder: GraphBuilder;
  readonly #prefix: string;
  #count = 0;

  constructor(builder: GraphBuilder, prefix: string) {
    this.#builder = builder;
    this.#prefix = prefix;
  }

  /** A constant of the layer; the same one for the same name. */
  constant(name: string, shape: readonly number[], data: Float32Array | Int32Array): string {
    const full = `${this.#prefix}/${name}`;
    return this.#builder.has(full) ? full : this.#builder.constant(full, shape, data);
  }

  integers(name: string, ...values: number[]): string {
    return this.constant(name, [values.length], Int32Array.from(values));
  }

  numbers(name: string, ...values: number[]): string {
    return this.constant(name, [values.length], Float32Array.from(values));
  }

  apply(
    operator: OperatorWithoutOutput,
    shape: readonly number[],
    type: TensorType = 'float32',
  ): string {
    const output = `${this.#prefix}/${this.#count++}_${operator.kind.toLowerCase()}`;
    return this.#builder.apply({ ...operator, output } as Operator, { shape, type });
  }

  reshape(name: string, shape: readonly number[]): string {
    const { shape: from } = this.#builder.tensor(name);
    if (from.join() === shape.join()) return name;
    const sizes = this.integers(`shape_${shape.join('_')}`, ...shape);
    return this.apply({ kind: 'RESHAPE', inputs: [name, sizes] }, shape);
  }

  shapeOf(name: string): readonly number[] {
    return this.#builder.tensor(name).shape;
  }

  /** `values · kernel + bias`, row by row; the kernel as TensorFlow.js has it, `[in, out]`. */
  dense(
    values: string,
    {
      name,
      kernel,
      bias,
      isRelu = false,
    }: {
      readonly name: string;
      readonly kernel: Float32Array;
      readonly bias: Float32Array;
      readonly isRelu?: boolean;
    },
  ): string {
    const [rows = 1] = this.shapeOf(values);
    const units = bias.length;
    const columns = kernel.length / units;
    const weights = this.constant(
      `${name}/weights`,
      [units, columns],
      transposed(kernel, columns, units),
    );
    // Of its own for each call: with 8 bits its scale is that of what the call reads.
    const sums = this.constant(`${name}/bias_${this.#count}`, [units], bias);
    return this.apply(
      {
        kind: 'FULLY_CONNECTED',
        activation: isRelu ? 'relu' : 'none',
        inputs: [values, weights, sums],
      },
      [rows, units],
    );
  }

  #times(values: string, name: string, by: number): string {
    const inputs = [values, this.numbers(name, by)];
    return this.apply({ kind: 'MUL', inputs }, this.shapeOf(values));
  }

  #negative(values: string): string {
    return this.#times(values, 'minus_one', -1);
  }

  #sum(left: string, right: string): string {
    return this.apply({ kind: 'ADD', inputs: [left, right] }, this.shapeOf(left));
  }

  /** Throws `NotLowered` for an activation that TFLite has no operators for. */
  activate(values: string, activation: string): string {
    const shape = this.shapeOf(values);
    const one = (kind: 'RELU' | 'RELU6' | 'ELU' | 'TANH' | 'LOGISTIC' | 'SOFTMAX') =>
      this.apply({ kind, inputs: [values] }, shape);
    switch (activation) {
      case 'linear':
        return values;
      case 'relu':
        return one('RELU');
      case 'relu6':
        return one('RELU6');
      case 'elu':
        return one('ELU');
      case 'tanh':
        return one('TANH');
      case 'sigmoid':
        return one('LOGISTIC');
      case 'softmax':
        return one('SOFTMAX');
      case 'swish':
        return this.apply({ kind: 'MUL', inputs: [values, one('LOGISTIC')] }, shape);
      case 'hard_sigmoid': {
        const step = (kind: 'MUL' | 'ADD' | 'MAXIMUM' | 'MINIMUM', from: string, by: number) =>
          this.apply({ kind, inputs: [from, this.numbers(`${kind.toLowerCase()}_by`, by)] }, shape);
        const sloped = step('ADD', step('MUL', values, 0.2), 0.5);
        return step('MINIMUM', step('MAXIMUM', sloped, 0), 1);
      }
      case 'selu': {
        // Klambauer et al. 2017: λ x above 0, λ α (eˣ − 1) below.
        const [scale, alpha] = [1.0507009873554805, 1.6732632423543772];
        const zero = this.numbers('zero', 0);
        const above = this.apply({ kind: 'MAXIMUM', inputs: [values, zero] }, shape);
        const below = this.apply({ kind: 'MINIMUM', inputs: [values, zero] }, shape);
        const curved = this.apply({ kind: 'ELU', inputs: [below] }, shape);
        return this.#sum(
          this.#times(above, 'selu_scale', scale),
          this.#times(curved, 'selu_alpha', scale * alpha),
        );
      }
      case 'softplus': {
        // ln(1 + eˣ) = max(x, 0) + ln(1 + e^−|x|), which overflows nowhere.
        const below = this.apply(
          { kind: 'MINIMUM', inputs: [values, this.#negative(values)] },
          shape,
        );
        const power = this.apply({ kind: 'EXP', inputs: [below] }, shape);
        const sum = this.#sum(power, this.numbers('one', 1));
        const rest = this.apply({ kind: 'LOG', inputs: [sum] }, shape);
        return this.#sum(this.apply({ kind: 'RELU', inputs: [values] }, shape), rest);
      }
      case 'softsign': {
        const size = this.apply(
          { kind: 'MAXIMUM', inputs: [values, this.#negative(values)] },
          shape,
        );
        const divisor = this.#sum(size, this.numbers('one', 1));
        return this.apply({ kind: 'DIV', inputs: [values, divisor] }, shape);
      }
      default:
        throw new NotLowered(`has the activation ${activation}`);
    }
  }
}

type OperatorWithoutOutput = Operator extends infer One
  ? One extends Operator
    ? Omit<One, 'output'>
    : never
  : never;

export function isRelu(config: LayerConfig): boolean {
  return config.activation === 'relu';
}

/** Fused in the operator where it is relu. */
export function activationAfter(config: LayerConfig): string {
  return isRelu(config) ? 'linear' : (config.activation as string);
}

/** TFLite keeps dense weights as `[out, in]`. */
export function transposed(kernel: Float32Array, rows: number, columns: number): Float32Array {
  const turned = new Float32Array(kernel.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      turned[column * rows + row] = kernel[row * columns + column] as number;
    }
  }
  return turned;
}
