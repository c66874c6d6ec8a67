/** Bytes of one file: photographs of good cameras have a quarter. */
export const LARGEST_IMAGE_FILE = 32 * 1024 * 1024;

/** Pixels of one image, by its header, before anything is decoded: about 6,700 × 5,000. */
export const MOST_PIXELS = 2 ** 25;
