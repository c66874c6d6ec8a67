import type { Geometry } from './convolution-geometry.ts';

/** Numbers that the columns of one piece of a batch may have: 4 MB. All of a large batch at once could take gigabytes. */
const PIECE = 1 << 20;

/** How many examples of a batch are turned into columns at once. */
export function examplesAtOnce(geometry: Geometry): number {
  const { batchSize, outHeight, outWidth } = geometry;
  const each = outHeight * outWidth * windowSize(geometry);
  return Math.max(1, Math.min(batchSize, Math.floor(PIECE / Math.max(1, each))));
}

/** Numbers under one window: height × width × channels of the filter. */
export function windowSize({ filterHeight, filterWidth, inChannels }: Geometry): number {
  return filterHeight * filterWidth * inChannels;
}

/**
 * im2col, transposed: row k of `columns` (window × places) holds what the k-th number of a window sees at each place of the
 * output, 0 beyond the border. `first` and `examples` choose a piece of the batch.
 */
export function writeColumns(
  images: Float32Array,
  columns: Float32Array,
  geometry: Geometry,
  first: number,
  examples: number,
): void {
  const { inHeight, inWidth, inChannels, outHeight, outWidth, filterHeight, filterWidth } =
    geometry;
  const { strideHeight, strideWidth, padInfo } = geometry;
  const step = strideWidth * inChannels;
  let at = 0;
  for (let filterRow = 0; filterRow < filterHeight; filterRow++) {
    for (let filterColumn = 0; filterColumn < filterWidth; filterColumn++) {
      const left = filterColumn - padInfo.left;
      for (let channel = 0; channel < inChannels; channel++) {
        for (let example = first; example < first + examples; example++) {
          for (let outRow = 0; outRow < outHeight; outRow++) {
            const row = outRow * strideHeight + filterRow - padInfo.top;
            if (row < 0 || row >= inHeight) {
              columns.fill(0, at, at + outWidth);
              at += outWidth;
              continue;
            }
            let column = left;
            let from = ((example * inHeight + row) * inWidth + left) * inChannels + channel;
            for (let outColumn = 0; outColumn < outWidth; outColumn++) {
              columns[at++] = column >= 0 && column < inWidth ? (images[from] as number) : 0;
              column += strideWidth;
              from += step;
            }
          }
        }
      }
    }
  }
}

/**
 * The reverse, as a sum: adds `columns` (places × window) to the images that they were seen in. What lies beyond the border
 * is dropped.
 */
export function addColumns(
  columns: Float32Array,
  images: Float32Array,
  geometry: Geometry,
  first: number,
  examples: number,
): void {
  const { inHeight, inWidth, inChannels, outHeight, outWidth, filterHeight, filterWidth } =
    geometry;
  const { strideHeight, strideWidth, padInfo } = geometry;
  let from = 0;
  for (let example = first; example < first + examples; example++) {
    for (let outRow = 0; outRow < outHeight; outRow++) {
      for (let outColumn = 0; outColumn < outWidth; outColumn++) {
        for (let filterRow = 0; filterRow < filterHeight; filterRow++) {
          const row = outRow * strideHeight + filterRow - padInfo.top;
          for (let filterColumn = 0; filterColumn < filterWidth; filterColumn++) {
            const column = outColumn * strideWidth + filterColumn - padInfo.left;
            if (row < 0 || row >= inHeight || column < 0 || column >= inWidth) {
              from += inChannels;
              continue;
            }
            const to = ((example * inHeight + row) * inWidth + column) * inChannels;
            for (let channel = 0; channel < inChannels; channel++) {
              images[to + channel] = (images[to + channel] as number) + (columns[from++] as number);
            }
          }
        }
      }
    }
  }
}
