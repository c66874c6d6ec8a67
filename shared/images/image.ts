import { MOST_PIXELS } from './limits.ts';

/** A decoded image, 8 bits a number, row by row, channels last. */
export interface Image {
  readonly width: number;
  readonly height: number;
  /** Grey, or red, green and blue. */
  readonly channels: 1 | 3;
  readonly data: Uint8Array;
}

/** What is wrong with the bytes of an image, in words that go on after the name of the file. */
export class ImageFault extends Error {
  override readonly name = 'ImageFault';
}

/** Throws an `ImageFault` before memory is taken for an image without pixels or with too many. */
export function checkSize(width: number, height: number): void {
  if (width === 0 || height === 0) throw new ImageFault('has no pixels');
  if (width * height > MOST_PIXELS) {
    throw new ImageFault(`has ${width} × ${height} pixels, more than ${MOST_PIXELS}`);
  }
}
