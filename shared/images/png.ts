import { inflateSync } from 'node:zlib';
import { checkSize, type Image, ImageFault } from './image.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/** What IHDR says (PNG specification, 11.2.1). */
interface Header {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colour: keyof typeof SAMPLES;
  readonly interlaced: boolean;
}

/** Samples of a pixel, and the bit depths, by colour type. */
const SAMPLES = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/** First pixel and distance of the pixels of each pass (Adam7). */
const PASSES = [
  { x: 0, y: 0, dx: 8, dy: 8 },
  { x: 4, y: 0, dx: 8, dy: 8 },
  { x: 0, y: 4, dx: 4, dy: 8 },
  { x: 2, y: 0, dx: 4, dy: 4 },
  { x: 0, y: 2, dx: 2, dy: 4 },
  { x: 1, y: 0, dx: 2, dy: 2 },
  { x: 0, y: 1, dx: 1, dy: 2 },
] as const;
const ONE_PASS = [{ x: 0, y: 0, dx: 1, dy: 1 }] as const;

/**
 * Decodes all kinds of PNG to 8 bits: of 16 bits the upper ones stay, transparency is left out, as TensorFlow's
 * `decode_png` does. No more is inflated than the header asks for.
 */
export function decodePng(bytes: Uint8Array): Image {
  const { header, palette, compressed } = readChunks(bytes);
  const { width, height, colour } = header;
  const channels = colour === 0 || colour === 4 ? 1 : 3;
  const passes = (header.interlaced ? PASSES : ONE_PASS)
    .map((pass) => ({
      ...pass,
      columns: Math.ceil((width - pass.x) / pass.dx),
      rows: Math.ceil((height - pass.y) / pass.dy),
    }))
    .filter(({ columns, rows }) => columns > 0 && rows > 0);
  const bits = header.depth * SAMPLES[colour];
  const lineBytes = (columns: number) => Math.ceil((columns * bits) / 8);
  const size = passes.reduce((sum, { columns, rows }) => sum + rows * (1 + lineBytes(columns)), 0);
  const raw = inflate(compressed, size);
  const data = new Uint8Array(width * height * channels);
  let place = 0;
  for (const { x, y, dx, dy, columns, rows } of passes) {
    const length = lineBytes(columns);
    let above: Uint8Array = new Uint8Array(length);
    for (let row = 0; row < rows; row++) {
      const line = raw.subarray(place + 1, place + 1 + length);
      unfilter(raw[place] as number, line, above, Math.max(1, bits >> 3));
      const start = ((y + row * dy) * width + x) * channels;
      writePixels(line, header, palette, { data, start, step: dx * channels, columns });
      above = line;
      place += 1 + length;
    }
  }
  return { width, height, channels, data };
}

function readChunks(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  let header: Header | undefined;
  let palette: Uint8Array | undefined;
  let place = SIGNATURE.length;
  // The sums of chunks are not checked: the compressed numbers have a sum of their own.
  while (true) {
    if (place + 12 > bytes.length) throw cutShort();
    const length = view.getUint32(place);
    const type = String.fromCharCode(...bytes.subarray(place + 4, place + 8));
    const end = place + 8 + length;
    if (end + 4 > bytes.length) throw cutShort();
    const content = bytes.subarray(place + 8, end);
    if (header === undefined) {
      if (type !== 'IHDR' || length !== 13) throw new ImageFault('is a PNG without a header');
      header = readHeader(view, place + 8);
    } else if (type === 'PLTE') palette = content;
    else if (type === 'IDAT') parts.push(content);
    else if (type === 'IEND') break;
    place = end + 4;
  }
  if (header.colour === 3 && palette === undefined) {
    throw new ImageFault('is a PNG without the palette that it asks for');
  }
  return { header, palette: palette ?? new Uint8Array(), compressed: Buffer.concat(parts) };
}

function readHeader(view: DataView, place: number): Header {
  const [width, height] = [view.getUint32(place), view.getUint32(place + 4)];
  const [depth, colour, , , interlace] = [8, 9, 10, 11, 12].map((at) => view.getUint8(place + at));
  checkSize(width, height);
  if (DEPTHS[colour as number]?.includes(depth as number) !== true || (interlace as number) > 1) {
    throw new ImageFault('is a PNG of an unknown kind');
  }
  return {
    width,
    height,
    depth: depth as number,
    colour: colour as Header['colour'],
    interlaced: interlace === 1,
  };
}

function cutShort(): ImageFault {
  return new ImageFault('is a PNG that is cut short');
}

function inflate(compressed: Uint8Array, size: number): Uint8Array {
  let raw: Uint8Array;
  try {
    raw = inflateSync(compressed, { maxOutputLength: size });
  } catch (error) {
    throw new ImageFault('is a damaged PNG: its pixels can not be unpacked to its size', {
      cause: error,
    });
  }
  if (raw.length < size) throw cutShort();
  return raw;
}

/** Undoes a line's filter in place (PNG specification, 9.2); `distance`: bytes to the pixel before. */
function unfilter(filter: number, line: Uint8Array, above: Uint8Array, distance: number): void {
  switch (filter) {
    case 0:
      return;
    case 1:
      for (let i = distance; i < line.length; i++) add(line, i, line[i - distance] as number);
      return;
    case 2:
      for (let i = 0; i < line.length; i++) add(line, i, above[i] as number);
      return;
    case 3:
      for (let i = 0; i < line.length; i++) {
        add(line, i, (((line[i - distance] ?? 0) + (above[i] as number)) / 2) | 0);
      }
      return;
    case 4:
      for (let i = 0; i < line.length; i++) {
        add(line, i, paeth(line[i - distance] ?? 0, above[i] as number, above[i - distance] ?? 0));
      }
      return;
    default:
      throw new ImageFault(`is a damaged PNG: there is no filter ${filter}`);
  }
}

function add(line: Uint8Array, index: number, value: number): void {
  line[index] = (line[index] as number) + value;
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [a, b, c] = [
    Math.abs(estimate - left),
    Math.abs(estimate - up),
    Math.abs(estimate - corner),
  ];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

interface Target {
  readonly data: Uint8Array;
  readonly start: number;
  /** Numbers from one pixel of the line to the next. */
  readonly step: number;
  readonly columns: number;
}

function writePixels(
  line: Uint8Array,
  { depth, colour }: Header,
  palette: Uint8Array,
  { data, start, step, columns }: Target,
): void {
  const samples = SAMPLES[colour];
  const most = 2 ** depth - 1;
  const sampleAt = (index: number): number => {
    if (depth === 8) return line[index] as number;
    if (depth === 16) return line[2 * index] as number;
    const bit = index * depth;
    return ((line[bit >> 3] as number) >> (8 - depth - (bit & 7))) & most;
  };
  const channels = colour === 0 || colour === 4 ? 1 : 3;
  for (let column = 0; column < columns; column++) {
    const target = start + column * step;
    if (colour === 3) {
      const entry = 3 * sampleAt(column);
      if (entry + 3 > palette.length)
        throw new ImageFault('is a PNG with a colour not in its palette');
      for (let channel = 0; channel < 3; channel++) {
        data[target + channel] = palette[entry + channel] as number;
      }
      continue;
    }
    for (let channel = 0; channel < channels; channel++) {
      const sample = sampleAt(column * samples + channel);
      data[target + channel] = depth < 8 ? (sample * 255) / most : sample;
    }
  }
}
