import type { GraphBuilder } from './graph.ts';

/**
 * Subtracts `centres` from values of shape `[1, centres.length]`, each as a sum of two single-precision numbers: rounded
 * to one, the mean of a column such as a year (2008 ± 1) is off by 6e-5, which the division by a small deviation makes
 * larger.
 */
export function centre(
  builder: GraphBuilder,
  prefix: string,
  values: string,
  centres: readonly number[],
): string {
  const shape = [1, centres.length];
  const subtract = (from: string, part: Float32Array, name: string, output: string) =>
    builder.apply(
      {
        kind: 'SUB',
        inputs: [from, builder.constant(`${prefix}/${name}`, shape, part)],
        output: `${prefix}/${output}`,
      },
      { shape, type: 'float32' },
    );
  const high = Float32Array.from(centres);
  const low = Float32Array.from(centres, (value) => value - Math.fround(value));
  const rough = subtract(values, high, 'mean_high', 'minus_mean_high');
  return subtract(rough, low, 'mean_low', 'centred');
}
