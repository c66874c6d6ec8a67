import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeImage, ImageFault, resizeImage } from '../../shared/images/index.ts';

interface Fixtures {
  readonly decoded: readonly {
    readonly name: string;
    readonly file: string;
    readonly shape: readonly [number, number, 1 | 3];
    readonly pixels: string;
  }[];
  readonly resized: readonly { readonly size: [number, number]; readonly values: number[] }[];
  readonly grey: readonly number[];
  readonly cmyk: string;
}

/** Of Pillow 13.0.0, NumPy 2.4.6 and TensorFlow 2.21.0: see make-fixtures.py. */
const FIXTURES = JSON.parse(readFileSync('test/images/fixtures.json', 'utf8')) as Fixtures;

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
const fileOf = (name: string) =>
  bytesOf(FIXTURES.decoded.find((one) => one.name === name)?.file ?? '');

describe('decodeImage', () => {
  test.each(FIXTURES.decoded.map((one) => [one.name, one] as const))(
    'decodes as Pillow and TensorFlow do: %s',
    (name, { file, shape: [height, width, channels], pixels }) => {
      const image = decodeImage(bytesOf(file));
      expect(image).toMatchObject({ height, width });
      expect(image.channels).toBe(channels);
      const expected = bytesOf(pixels);
      expect(image.data).toHaveLength(expected.length);
      const differences = [...image.data].map((value, index) =>
        Math.abs(value - (expected[index] as number)),
      );
      const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
      // Decoders of JPEG round differently, and fill in halved chroma each in its own way.
      const [most, onAverage] = !name.startsWith('jpeg')
        ? [0, 0]
        : name.includes('halved')
          ? [40, 5]
          : [3, 0.6];
      expect(Math.max(...differences)).toBeLessThanOrEqual(most);
      expect(mean).toBeLessThanOrEqual(onAverage);
    },
  );

  const png = (change: (bytes: Uint8Array, view: DataView) => void) => {
    const bytes = fileOf('colours').slice();
    change(bytes, new DataView(bytes.buffer));
    return bytes;
  };

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'neither a PNG nor a JPEG'],
    ['a text', Buffer.from('GIF89a …'), 'neither a PNG nor a JPEG'],
    [
      'a bomb by its header',
      png((_bytes, view) => view.setUint32(16, 10_000_000)),
      'has 10000000 × 9 pixels, more than 33554432',
    ],
    ['no pixels', png((_bytes, view) => view.setUint32(20, 0)), 'has no pixels'],
    ['an unknown kind', png((bytes) => (bytes[25] = 5)), 'is a PNG of an unknown kind'],
    ['a depth that its kind has not', png((bytes) => (bytes[24] = 4)), 'of an unknown kind'],
    ['damaged pixels', png((bytes) => bytes.fill(1, 50, 60)), 'is a damaged PNG'],
    ['half a file', fileOf('colours').slice(0, -20), 'is a PNG that is cut short'],
    ['a head alone', fileOf('colours').slice(0, 10), 'is a PNG that is cut short'],
    ['more rows than there are', png((_bytes, view) => view.setUint32(20, 10)), 'cut short'],
    ['fewer rows than there are', png((_bytes, view) => view.setUint32(20, 2)), 'damaged PNG'],
    ['a JPEG of four colours', bytesOf(FIXTURES.cmyk), 'has 4 colour components'],
    ['half a JPEG', fileOf('jpeg').slice(0, 300), 'JPEG'],
    ['a start of a JPEG', Uint8Array.of(0xff, 0xd8), 'is a JPEG that is cut short'],
  ])('refuses %s', (_name, bytes, message) => {
    expect(() => decodeImage(bytes)).toThrow(ImageFault);
    expect(() => decodeImage(bytes)).toThrow(message);
  });

  test('inflates no more than the header asks for', () => {
    const bomb = deflateSync(Buffer.alloc(50_000_000));
    const file = fileOf('grey');
    const view = new DataView(file.buffer);
    // The signature and IHDR, then pixels that unpack to a thousand times of what they should.
    const head = file.slice(0, 33);
    const part = Buffer.concat([Buffer.alloc(4), Buffer.from('IDAT'), bomb, Buffer.alloc(4)]);
    part.writeUInt32BE(bomb.length, 0);
    expect(view.getUint32(16)).toBe(13);
    const end = file.slice(-12);
    expect(() => decodeImage(Buffer.concat([head, part, end]))).toThrow(
      'its pixels can not be unpacked to its size',
    );
  });

  test('any change of a file is decoded or refused, never a fault of ours', () => {
    const files = FIXTURES.decoded.map(({ file }) => bytesOf(file));
    const change = fc.tuple(fc.nat(), fc.nat({ max: 255 }));
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(change, { minLength: 1, maxLength: 5 }),
        fc.option(fc.nat()),
        (original, changes, length) => {
          let bytes = original.slice();
          for (const [place, value] of changes) bytes[place % bytes.length] = value;
          if (length !== null) bytes = bytes.slice(0, length % bytes.length);
          try {
            const { width, height, channels, data } = decodeImage(bytes);
            expect(data).toHaveLength(width * height * channels);
          } catch (error) {
            expect(error).toBeInstanceOf(ImageFault);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('resizeImage', () => {
  const noise = () => decodeImage(fileOf('noise'));

  test.each(FIXTURES.resized.map((one) => [one.size.join(' × '), one] as const))(
    'to %s as tf.image.resize without antialias',
    (_name, { size: [height, width], values }) => {
      const into = new Float32Array(values.length + 2).fill(-1);
      resizeImage(noise(), { height, width, channels: 3 }, into, 1);
      expect([into[0], into.at(-1)]).toEqual([-1, -1]);
      for (const [index, value] of values.entries()) {
        expect(into[index + 1]).toBeCloseTo(value, 5);
      }
    },
  );

  test('to grey as tf.image.rgb_to_grayscale', () => {
    const into = new Float32Array(9 * 13);
    resizeImage(noise(), { height: 9, width: 13, channels: 1 }, into, 0);
    // Its shares are 0.2989, 0.587 and 0.114.
    for (const [index, value] of FIXTURES.grey.entries()) {
      expect(Math.abs((into[index] as number) - value)).toBeLessThan(2e-4);
    }
  });

  test('grey becomes three equal colours', () => {
    const into = new Float32Array(3);
    const image = { width: 1, height: 1, channels: 1, data: Uint8Array.of(51) } as const;
    resizeImage(image, { height: 1, width: 1, channels: 3 }, into, 0);
    expect([...into]).toEqual([Math.fround(0.2), Math.fround(0.2), Math.fround(0.2)]);
  });
});
