import type { Image } from './image.ts';

export interface ImageSize {
  readonly height: number;
  readonly width: number;
  /** 1: grey, 3: red, green and blue. */
  readonly channels: 1 | 3;
}

/** Shares of red, green and blue in grey (ITU-R BT.601), as in Pillow and `tf.image.rgb_to_grayscale`. */
const GREY = [0.299, 0.587, 0.114] as const;

/**
 * The image as `[height, width, channels]` numbers between 0 and 1, in `into` from `offset` on: bilinear between the
 * centres of pixels, without smoothing first, as `tf.image.resize` does it.
 */
export function resizeImage(
  image: Image,
  { height, width, channels }: ImageSize,
  into: Float32Array,
  offset: number,
): void {
  const rows = sampleAxis(image.height, height);
  const columns = sampleAxis(image.width, width);
  const sample = (row: Sample, column: Sample, channel: number): number => {
    const at = (y: number, x: number) =>
      image.data[(y * image.width + x) * image.channels + channel] as number;
    const top = mix(at(row.lower, column.lower), at(row.lower, column.upper), column.share);
    const bottom = mix(at(row.upper, column.lower), at(row.upper, column.upper), column.share);
    return mix(top, bottom, row.share);
  };
  let place = offset;
  for (const row of rows) {
    for (const column of columns) {
      for (let channel = 0; channel < channels; channel++) {
        let value: number;
        if (image.channels === 1) value = sample(row, column, 0);
        else if (channels === 3) value = sample(row, column, channel);
        else value = GREY.reduce((sum, share, of) => sum + share * sample(row, column, of), 0);
        into[place++] = value / 255;
      }
    }
  }
}

/** Two neighbours along an axis, and the share of the upper one. */
interface Sample {
  readonly lower: number;
  readonly upper: number;
  readonly share: number;
}

/** In single precision, as TensorFlow computes places: a rounding may choose other neighbours. */
function sampleAxis(from: number, to: number): Sample[] {
  const scale = Math.fround(from / to);
  return Array.from({ length: to }, (_, index) => {
    const place = Math.fround(Math.fround((index + 0.5) * scale) - 0.5);
    const below = Math.floor(place);
    return {
      lower: Math.max(0, below),
      upper: Math.min(from - 1, Math.ceil(place)),
      share: Math.fround(place - below),
    };
  });
}

function mix(lower: number, upper: number, share: number): number {
  return lower + (upper - lower) * share;
}
