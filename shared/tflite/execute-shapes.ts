import {
  elementCount,
  type FusedActivation,
  type Tensor,
  type TensorData,
  type Windows,
} from './graph.ts';
import { allocate, fillWith, type Operand } from './tensor-values.ts';

/** Joins along the last axis. */
export function concatenate(operands: readonly Operand[], output: Tensor): TensorData {
  const data = allocate(output);
  const widths = operands.map(({ tensor }) => tensor.shape.at(-1) ?? 1);
  const width = output.shape.at(-1) ?? 1;
  let offset = 0;
  for (const [index, operand] of operands.entries()) {
    const own = widths[index] as number;
    for (let row = 0; row * width < data.length; row++) {
      data.set(operand.data.subarray(row * own, (row + 1) * own), row * width + offset);
    }
    offset += own;
  }
  return data;
}

export function pickRows(values: Operand, positions: Operand, output: Tensor): TensorData {
  const data = allocate(output);
  const width = elementCount(values.tensor.shape.slice(1));
  for (const [index, position] of positions.data.entries()) {
    data.set(values.data.subarray(position * width, (position + 1) * width), index * width);
  }
  return data;
}

export function transpose({ data, tensor }: Operand, order: readonly number[], output: Tensor) {
  const strides = stridesOf(tensor.shape);
  return fillWith(output, (index) => {
    const place = placeOf(index, output.shape);
    return data[
      place.reduce((sum, at, axis) => sum + at * (strides[order[axis] ?? 0] ?? 0), 0)
    ] as number;
  });
}

/** The mean or the largest number over some axes. */
export function reduce(
  isMean: boolean,
  { data, tensor }: Operand,
  axes: readonly number[],
  output: Tensor,
): TensorData {
  const kept = tensor.shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis));
  const strides = stridesOf(output.shape);
  const sums = new Float64Array(elementCount(output.shape)).fill(
    isMean ? 0 : Number.NEGATIVE_INFINITY,
  );
  for (const [index, value] of data.entries()) {
    const place = placeOf(index, tensor.shape);
    const at = kept.reduce(
      (sum, axis, position) => sum + (place[axis] ?? 0) * (strides[position] ?? 0),
      0,
    );
    sums[at] = isMean ? (sums[at] as number) + value : Math.max(sums[at] as number, value);
  }
  const count = isMean ? data.length / sums.length : 1;
  return fillWith(output, (index) => (sums[index] as number) / count);
}

export function convolve(
  { activation, ...windows }: Windows & { readonly activation: FusedActivation },
  input: Operand,
  weights: Operand,
  bias: Operand,
  output: Tensor,
): TensorData {
  const [, height = 1, width = 1, channels = 1] = weights.tensor.shape;
  const [, inputHeight = 1, inputWidth = 1] = input.tensor.shape;
  return visitWindows(
    { ...windows, size: [height, width] },
    input.tensor,
    output,
    (top, left, filter) => {
      let sum = bias.data[filter] as number;
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const [row, column] = [top + y, left + x];
          if (row < 0 || column < 0 || row >= inputHeight || column >= inputWidth) continue;
          const from = (row * inputWidth + column) * channels;
          const by = ((filter * height + y) * width + x) * channels;
          for (let channel = 0; channel < channels; channel++) {
            sum += (input.data[from + channel] as number) * (weights.data[by + channel] as number);
          }
        }
      }
      return activation === 'relu' ? Math.max(0, sum) : sum;
    },
  );
}

/** Each channel by its own filters. */
export function convolveChannels(
  {
    activation,
    multiplier,
    ...windows
  }: Windows & { readonly activation: FusedActivation; readonly multiplier: number },
  input: Operand,
  weights: Operand,
  bias: Operand,
  output: Tensor,
): TensorData {
  const [, height = 1, width = 1, filters = 1] = weights.tensor.shape;
  const [, inputHeight = 1, inputWidth = 1, channels = 1] = input.tensor.shape;
  return visitWindows(
    { ...windows, size: [height, width] },
    input.tensor,
    output,
    (top, left, filter) => {
      const channel = Math.floor(filter / multiplier);
      let sum = bias.data[filter] as number;
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const [row, column] = [top + y, left + x];
          if (row < 0 || column < 0 || row >= inputHeight || column >= inputWidth) continue;
          sum +=
            (input.data[(row * inputWidth + column) * channels + channel] as number) *
            (weights.data[(y * width + x) * filters + filter] as number);
        }
      }
      return activation === 'relu' ? Math.max(0, sum) : sum;
    },
  );
}

export function pad({ data, tensor }: Operand, margins: readonly number[], output: Tensor) {
  const values = allocate(output);
  const strides = stridesOf(output.shape);
  for (const [index, value] of data.entries()) {
    const place = placeOf(index, tensor.shape);
    const at = place.reduce(
      (sum, coordinate, axis) =>
        sum + (coordinate + (margins[2 * axis] ?? 0)) * (strides[axis] ?? 0),
      0,
    );
    values[at] = value;
  }
  return values;
}

export function pool(
  operator: Windows & { readonly kind: string; readonly size: readonly [number, number] },
  { data, tensor }: Operand,
  output: Tensor,
): TensorData {
  const [height, width] = operator.size;
  const [, inputHeight = 1, inputWidth = 1, channels = 1] = tensor.shape;
  const isMean = operator.kind === 'AVERAGE_POOL_2D';
  return visitWindows(operator, tensor, output, (top, left, channel) => {
    let [sum, count, most] = [0, 0, Number.NEGATIVE_INFINITY];
    for (let row = Math.max(0, top); row < Math.min(inputHeight, top + height); row++) {
      for (let column = Math.max(0, left); column < Math.min(inputWidth, left + width); column++) {
        const value = data[(row * inputWidth + column) * channels + channel] as number;
        sum += value;
        count++;
        most = Math.max(most, value);
      }
    }
    return isMean ? sum / count : most;
  });
}

function visitWindows(
  { padding, strides, size }: Windows & { readonly size: readonly [number, number] },
  { shape }: Tensor,
  output: Tensor,
  valueAt: (top: number, left: number, channel: number) => number,
): TensorData {
  // Half of what windows reach beyond both ends, the smaller half before.
  const before = ([0, 1] as const).map((axis) => {
    const beyond =
      ((output.shape[axis + 1] ?? 1) - 1) * strides[axis] + size[axis] - (shape[axis + 1] ?? 1);
    return padding === 'same' ? Math.floor(Math.max(0, beyond) / 2) : 0;
  });
  const [, , columns = 1, channels = 1] = output.shape;
  return fillWith(output, (index) => {
    const channel = index % channels;
    const place = (index - channel) / channels;
    const column = place % columns;
    const row = (place - column) / columns;
    return valueAt(
      row * strides[0] - (before[0] ?? 0),
      column * strides[1] - (before[1] ?? 0),
      channel,
    );
  });
}

function stridesOf(shape: readonly number[]): number[] {
  return shape.map((_, axis) => elementCount(shape.slice(axis + 1)));
}

function placeOf(index: number, shape: readonly number[]): number[] {
  return stridesOf(shape).map((stride, axis) => Math.floor(index / stride) % (shape[axis] ?? 1));
}
