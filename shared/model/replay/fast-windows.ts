import type { TensorInfo } from '@tensorflow/tfjs-core';
import {
  convolutionGeometry,
  examplesAtOnce,
  type Geometry,
  poolingGeometry,
  type WindowAttributes,
} from '../kernels/index.ts';
import { areNumbers, named, output, type Place, type Run, sizeOf } from './fast-call.ts';
import { allocator } from './replay-kernel.ts';

export function poolGradient(place: Place): Run | null {
  const { dy, input } = named<'dy' | 'input'>(place);
  const attributes = place.call.attributes as unknown as WindowAttributes & { filterSize: number };
  if (!areNumbers(dy, input)) return null;
  const geometry = poolingGeometry(input, attributes);
  const { effectiveFilterHeight, effectiveFilterWidth } = geometry;
  const words = [
    ...extent(geometry, geometry.batchSize),
    ...[effectiveFilterHeight, effectiveFilterWidth],
    ...steps(geometry),
  ];
  return output(place, (to, at) => place.kernel.poolGradient(at(input), at(dy), to, ...words));
}

/** In the pieces of the batch that the backend's kernel takes, each summed by itself, as rounding depends on them. */
export function filterGradient(place: Place): Run | null {
  const { backend, kernel } = place;
  const { x, dy } = named<'x' | 'dy'>(place);
  const attributes = place.call.attributes as unknown as WindowAttributes & {
    filterShape: number[];
  };
  const geometry = convolutionGeometry(x.shape, attributes.filterShape, attributes);
  const { batchSize, outChannels, filterHeight, filterWidth, dilationHeight, dilationWidth } =
    geometry;
  if (!areNumbers(x, dy) || geometry.dataFormat !== 'channelsLast' || outChannels % 4 !== 0) {
    return null;
  }
  if (dilationHeight !== 1 || dilationWidth !== 1) return null;
  const [{ shape }] = place.call.outputs as [TensorInfo];
  const size = shape.reduce((product, length) => product * length, 1);
  const atOnce = examplesAtOnce(geometry);
  const imageBytes = (4 * sizeOf(x)) / batchSize;
  const gradientBytes = (4 * sizeOf(dy)) / batchSize;
  const { _malloc: allocate, _free: free } = allocator(backend);
  return output(place, (to, at) => {
    const part = allocate(4 * size) >>> 0;
    for (let first = 0; first < batchSize; first += atOnce) {
      const examples = Math.min(atOnce, batchSize - first);
      kernel.filterGradient(
        at(x) + first * imageBytes,
        at(dy) + first * gradientBytes,
        first === 0 ? to : part,
        ...extent(geometry, examples),
        outChannels,
        filterHeight,
        filterWidth,
        ...steps(geometry),
      );
      if (first > 0) kernel.combine(0, to, part, to, size);
    }
    free(part);
  });
}

function extent(
  { inHeight, inWidth, inChannels, outHeight, outWidth }: Geometry,
  examples: number,
): number[] {
  return [examples, inHeight, inWidth, inChannels, outHeight, outWidth];
}

function steps({ strideHeight, strideWidth, padInfo }: Geometry): number[] {
  return [strideHeight, strideWidth, padInfo.top, padInfo.left];
}
