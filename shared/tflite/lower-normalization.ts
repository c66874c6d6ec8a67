import { elementCount } from './graph.ts';
import { firstInput, type LayerBuilder, type LayerToLower } from './layer-lowering.ts';

/**
 * Over the last axis (Ba et al. 2016). Sums and the copies of means are products with ones: means come in the shape of
 * the values, so that nothing has to be repeated.
 */
export function lowerLayerNormalization(
  layer: LayerBuilder,
  { node, inputs, weight, has }: LayerToLower,
): string {
  const { name, shape } = firstInput(inputs);
  const channels = shape.at(-1) ?? 1;
  const rows = [elementCount(shape) / channels, channels];
  // Ones, which are exact in half precision, too; the share stays in single precision.
  const kernel = new Float32Array(channels).fill(1);
  const share = layer.numbers('share', 1 / channels);
  const meanOf = (values: string) => {
    const sum = layer.dense(values, { name: 'sum', kernel, bias: new Float32Array(1) });
    const mean = layer.apply({ kind: 'MUL', inputs: [sum, share] }, layer.shapeOf(sum));
    return layer.dense(mean, { name: 'copies', kernel, bias: new Float32Array(channels) });
  };
  const binary = (kind: 'ADD' | 'SUB' | 'MUL', left: string, right: string) =>
    layer.apply({ kind, inputs: [left, right] }, rows);
  const values = layer.reshape(name, rows);
  const centred = binary('SUB', values, meanOf(values));
  const variance = meanOf(binary('MUL', centred, centred));
  const padded = binary('ADD', variance, layer.numbers('epsilon', node.config.epsilon as number));
  const factor = layer.apply({ kind: 'RSQRT', inputs: [padded] }, rows);
  let result = binary('MUL', centred, factor);
  if (has('gamma'))
    result = binary('MUL', result, layer.constant('gamma', [channels], weight('gamma')));
  if (has('beta'))
    result = binary('ADD', result, layer.constant('beta', [channels], weight('beta')));
  return layer.reshape(result, [1, ...node.shape]);
}

/** What training has averaged makes it a factor and a shift of each channel (Ioffe and Szegedy 2015). */
export function lowerBatchNormalization(
  layer: LayerBuilder,
  { node, inputs, weight, has }: LayerToLower,
): string {
  const { name } = firstInput(inputs);
  const epsilon = node.config.epsilon as number;
  const means = weight('moving_mean');
  const factors = Float64Array.from(weight('moving_variance'), (variance, channel) => {
    const gamma = has('gamma') ? (weight('gamma')[channel] as number) : 1;
    return gamma / Math.sqrt(variance + epsilon);
  });
  const shifts = Float32Array.from(factors, (factor, channel) => {
    const beta = has('beta') ? (weight('beta')[channel] as number) : 0;
    return beta - (means[channel] as number) * factor;
  });
  const shape = layer.shapeOf(name);
  const scaled = layer.apply(
    {
      kind: 'MUL',
      inputs: [name, layer.constant('factor', [factors.length], Float32Array.from(factors))],
    },
    shape,
  );
  return layer.apply(
    { kind: 'ADD', inputs: [scaled, layer.constant('shift', [shifts.length], shifts)] },
    shape,
  );
}
