import { beforeAll, expect, test } from '@jest/globals';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import fc from 'fast-check';
import { isUserError } from '../../shared/errors/index.ts';
import { startEngine } from '../../shared/model/index.ts';
import { buildLayersModel, findVariables, predictRows } from '../../shared/model/layers-model.ts';
import {
  BadLayers,
  countOutputs,
  LAYER_CLASSES,
  lastNode,
  listParameters,
  type Network,
  sizeOf,
} from '../../shared/network/index.ts';
import { networkOfLayers } from '../../shared/network/parse-layers-part.ts';
import { type Chain, chain } from './layer-networks.ts';

const size = fc.integer({ min: 1, max: 5 });
const several = fc.oneof(size, fc.array(size, { minLength: 1, maxLength: 3 }));
const activation = fc.constantFrom('linear', 'relu', 'tanh', 'softmax', 'hard_sigmoid', 'elu');
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** Whatever any class reads; each layer gets the fields that its class knows, some of them left out. */
const FIELDS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  units: size,
  filters: size,
  activation,
  recurrent_activation: activation,
  use_bias: optional(fc.boolean()),
  unit_forget_bias: optional(fc.boolean()),
  return_sequences: optional(fc.boolean()),
  go_backwards: optional(fc.boolean()),
  kernel_size: several,
  strides: optional(several),
  pool_size: optional(several),
  padding: optional(
    fc.constantFrom(
      'same',
      'valid',
      1,
      [0, 2],
      [
        [1, 0],
        [0, 3],
      ],
    ),
  ),
  depth_multiplier: optional(size),
  dilation_rate: optional(fc.constantFrom(1, 2)),
  rate: fc.constantFrom(0, 0.5),
  alpha: optional(fc.constantFrom(0, 0.2)),
  axis: optional(fc.constantFrom(-1, 1, 2, 3, 0)),
  momentum: optional(fc.constant(0.9)),
  epsilon: optional(fc.constant(1e-3)),
  center: optional(fc.boolean()),
  scale: optional(fc.boolean()),
  target_shape: fc.array(fc.constantFrom(-1, 1, 2, 3, 4, 6, 12), { minLength: 1, maxLength: 4 }),
  dims: fc.constantFrom([1], [2, 1], [1, 2], [3, 1, 2], [2, 1, 3], [1, 3, 2]),
  n: size,
  input_dim: fc.constantFrom(8, 20),
  output_dim: size,
};

const layer: fc.Arbitrary<Chain[number]> = fc
  .constantFrom(...Object.entries(LAYER_CLASSES).filter(([, { isMerge }]) => isMerge !== true))
  .chain(([className, { fields }]) =>
    fc
      .record(
        Object.fromEntries(Object.keys(fields).map((field) => [field, FIELDS[field] ?? size])),
      )
      .map((config): Chain[number] => [className, config as Record<string, unknown>]),
  );

const shape = fc.constantFrom([12], [4, 3], [12, 1], [2, 3, 2], [3, 4, 1], [12, 1, 1], [1, 12]);

function plan(target_shape: readonly number[], layers: Chain): Network | null {
  const all = chain(12, [['Reshape', { target_shape }], ...layers]);
  try {
    return networkOfLayers('random', all, {
      inputs: ['layer_0'],
      output: all.at(-1)?.name ?? '',
    });
  } catch (error) {
    if (error instanceof BadLayers) return null;
    throw error;
  }
}

beforeAll(() => startEngine());

/** How many numbers it answers with for two examples; as many as it should where an embedding has no row for a number. */
function answersOf(model: LayersModel, network: Network): number {
  try {
    return predictRows(model, network, new Float32Array(24).fill(1)).length;
  } catch (error) {
    if (isUserError(error)) return 2 * countOutputs(network);
    throw error;
  }
}

test('what is planned, the library builds with the same shapes and weights', () => {
  let planned = 0;
  fc.assert(
    fc.property(shape, fc.array(layer, { minLength: 1, maxLength: 4 }), (start, layers) => {
      const network = plan(start, layers);
      if (network?.layersPart === undefined) return;
      planned++;
      const weights = listParameters(network).map(({ size: count }) => new Float32Array(count));
      const model = buildLayersModel(network, weights);
      try {
        expect(findVariables(model, network)).toHaveLength(weights.length);
        const expected = lastNode(network.layersPart).shape;
        expect(model.outputs[0]?.shape).toEqual([null, ...expected]);
        expect(answersOf(model, network)).toBe(2 * sizeOf(expected));
      } finally {
        model.dispose();
      }
    }),
    { numRuns: 1500, seed: 7 },
  );
  expect(planned).toBeGreaterThan(100);
});
