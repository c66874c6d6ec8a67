import { decode } from 'jpeg-js';
import { checkSize, type Image, ImageFault } from './image.ts';
import { MOST_PIXELS } from './limits.ts';

/** The decoder's coefficients and samples of as many pixels as are allowed. */
const MOST_MEGABYTES = 1024;

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8;
}

/** Decodes baseline and progressive JPEG of grey or YCbCr. The orientation in EXIF data is not applied. */
export function decodeJpeg(bytes: Uint8Array): Image {
  const { width, height, components } = readFrame(bytes);
  checkSize(width, height);
  if (components !== 1 && components !== 3) {
    throw new ImageFault(`has ${components} colour components; grey and three are read`);
  }
  let rgb: Uint8Array;
  try {
    const decoded = decode(bytes, {
      useTArray: true,
      formatAsRGBA: false,
      tolerantDecoding: false,
      maxResolutionInMP: MOST_PIXELS / 1e6,
      maxMemoryUsageInMB: MOST_MEGABYTES,
    });
    if (decoded.width !== width || decoded.height !== height) {
      throw new Error('two frames of different sizes');
    }
    rgb = decoded.data;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ImageFault(`is a damaged JPEG (${why})`, { cause: error });
  }
  if (components === 3) return { width, height, channels: 3, data: rgb };
  return {
    width,
    height,
    channels: 1,
    data: Uint8Array.from({ length: width * height }, (_, pixel) => rgb[3 * pixel] as number),
  };
}

/** Markers without a length. */
const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
/** Start of frame: of all codings but differential and arithmetic ones, which are not decoded. */
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);

/** Size and components of the first frame (ITU-T T.81, B.2.2), without decoding. */
function readFrame(bytes: Uint8Array): { width: number; height: number; components: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let place = 2;
  while (place + 4 <= bytes.length) {
    if (bytes[place] !== 0xff) break;
    const marker = bytes[place + 1] as number;
    if (marker === 0xff) {
      place++;
      continue;
    }
    if (isBare(marker)) {
      place += 2;
      continue;
    }
    if (marker === 0xd9 || marker === 0xda) break;
    const length = view.getUint16(place + 2);
    if (FRAMES.has(marker)) {
      if (place + 10 > bytes.length) break;
      return {
        height: view.getUint16(place + 5),
        width: view.getUint16(place + 7),
        components: bytes[place + 9] as number,
      };
    }
    if (marker >= 0xc3 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      throw new ImageFault('is a JPEG in a coding that is not read (lossless or arithmetic)');
    }
    place += 2 + length;
  }
  throw new ImageFault('is a JPEG that is cut short');
}
