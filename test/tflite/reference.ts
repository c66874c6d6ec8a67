import type { Transform } from '../../shared/features/index.ts';
import type { Matrix } from '../../shared/model/index.ts';
import { listTrainedLayers, type TrainedNetwork } from '../../shared/network/index.ts';

/** The model in double precision, straight from its definition: no graph, no TensorFlow.js, no TFLite. */
export function predictExactly(
  model: TrainedNetwork,
  { label }: Transform,
  features: Matrix,
): Float64Array {
  const answers: number[] = [];
  const layers = listTrainedLayers(model);
  for (let row = 0; row < features.rows; row++) {
    let values = [...features.data.subarray(row * features.columns, (row + 1) * features.columns)];
    for (const { inputs, units, kernel, bias, activation } of layers) {
      const sums = Array.from(bias);
      for (let i = 0; i < inputs; i++) {
        for (let o = 0; o < units; o++) {
          sums[o] = (sums[o] ?? 0) + (values[i] ?? 0) * (kernel[i * units + o] ?? 0);
        }
      }
      const largest = Math.max(...sums);
      const total = sums.reduce((sum, value) => sum + Math.exp(value - largest), 0);
      const functions = {
        linear: (x: number) => x,
        relu: (x: number) => Math.max(0, x),
        tanh: Math.tanh,
        sigmoid: (x: number) => 1 / (1 + Math.exp(-x)),
        softmax: (x: number) => Math.exp(x - largest) / total,
      };
      values = sums.map(functions[activation]);
    }
    if (label.kind === 'number') values = values.map((x) => x * label.deviation + label.mean);
    answers.push(...values);
  }
  return Float64Array.from(answers);
}
