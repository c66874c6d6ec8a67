export { decodeImage } from './decode-image.ts';
export { type Image, ImageFault } from './image.ts';
export { LARGEST_IMAGE_FILE, MOST_PIXELS } from './limits.ts';
export { type ImageSize, resizeImage } from './resize-image.ts';
