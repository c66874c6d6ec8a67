import { type Image, ImageFault } from './image.ts';
import { decodeJpeg, isJpeg } from './jpeg.ts';
import { decodePng, isPng } from './png.ts';

/** Decodes a PNG or a JPEG by its first bytes, whatever its name. Throws an `ImageFault` for anything else. */
export function decodeImage(bytes: Uint8Array): Image {
  if (isPng(bytes)) return decodePng(bytes);
  if (isJpeg(bytes)) return decodeJpeg(bytes);
  throw new ImageFault('is neither a PNG nor a JPEG');
}
