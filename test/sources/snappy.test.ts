import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { unpackSnappy } from '../../shared/sources/snappy.ts';

/** A literal, or a copy of `size` bytes from `offset` back, written with so many bytes for its numbers. */
type Element =
  | { readonly literal: Uint8Array; readonly bytes: number }
  | { readonly offset: number; readonly size: number; readonly bytes: number };

const elements: fc.Arbitrary<readonly Element[]> = fc.array(
  fc.oneof(
    fc.record({
      literal: fc.oneof(
        fc.uint8Array({ minLength: 1, maxLength: 70 }),
        fc.uint8Array({ minLength: 1, maxLength: 3 }).map((bytes) => repeated(bytes, 700)),
      ),
      bytes: fc.nat({ max: 4 }),
    }),
    fc.record({
      offset: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 70_000 })),
      size: fc.integer({ min: 1, max: 64 }),
      bytes: fc.constantFrom(1, 2, 4),
    }),
  ),
  { maxLength: 60 },
);

function repeated(bytes: Uint8Array, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => bytes[at % bytes.length] ?? 0);
}

/** The block of these elements and the text that it stands for, byte by byte as the format says it. */
function pack(given: readonly Element[]): { readonly packed: Uint8Array; readonly text: number[] } {
  const text: number[] = [];
  const body: number[] = [];
  const put = (value: number, bytes: number) => {
    for (let index = 0; index < bytes; index++) body.push(Math.floor(value / 256 ** index) % 256);
  };
  for (const element of given) {
    if ('literal' in element) {
      const { literal } = element;
      const least = literal.length <= 60 ? 0 : literal.length <= 256 ? 1 : 2;
      const bytes = Math.max(least, element.bytes);
      body.push((bytes === 0 ? literal.length - 1 : 59 + bytes) << 2);
      put(literal.length - 1, bytes);
      body.push(...literal);
      text.push(...literal);
      continue;
    }
    const offset = Math.min(element.offset, text.length, 65_535);
    if (offset === 0) continue;
    const isShort = element.bytes === 1 && offset < 2048 && element.size >= 4 && element.size <= 11;
    if (isShort) body.push(1 | ((element.size - 4) << 2) | ((offset >> 8) << 5), offset & 255);
    else {
      const bytes = Math.max(2, element.bytes);
      body.push((bytes === 2 ? 2 : 3) | ((element.size - 1) << 2));
      put(offset, bytes);
    }
    for (let index = 0; index < element.size; index++) text.push(text[text.length - offset] ?? 0);
  }
  return { packed: Uint8Array.from([...varint(text.length), ...body]), text };
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}

describe('Snappy', () => {
  test('literals and copies of all kinds unpack', () => {
    fc.assert(
      fc.property(elements, (given) => {
        const { packed, text } = pack(given);
        expect([...unpackSnappy(packed, text.length)]).toEqual(text);
      }),
      { numRuns: 500 },
    );
  });

  test('what is cut off, longer, or of another length is damaged', () => {
    fc.assert(
      fc.property(elements, fc.nat(), (given, cut) => {
        const { packed, text } = pack(given);
        const end = cut % packed.length;
        expect(() => unpackSnappy(packed.subarray(0, end), text.length)).toThrow('damaged');
        expect(() => unpackSnappy(Uint8Array.of(...packed, 0, 65), text.length)).toThrow('damaged');
        expect(() => unpackSnappy(packed, text.length + 1)).toThrow('damaged');
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['a copy of nothing', [4, 0b1110, 0, 0]],
    ['an offset of 0', [8, 12, 1, 2, 3, 4, 0b1110, 0, 0]],
    ['a copy from before the text', [8, 12, 1, 2, 3, 4, 0b1110, 5, 0]],
    ['a copy from 2³² − 1 back', [8, 12, 1, 2, 3, 4, 0b1111, 255, 255, 255, 255]],
    ['a literal of 2³² bytes', [4, 0xfc, 255, 255, 255, 255, 1, 2, 3, 4]],
    ['a literal that is longer than the text', [3, 12, 1, 2, 3, 4]],
    ['a length without an end', [255, 255, 255, 255, 255, 1]],
    ['nothing', []],
  ])('%s is damaged', (_, bytes) => {
    for (const length of [0, 3, 4, 8]) {
      if (bytes.length === 0 || bytes[0] === length) {
        expect(() => unpackSnappy(Uint8Array.from(bytes), length)).toThrow('damaged');
      }
    }
  });

  test('bytes of any kind unpack or are damaged', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat({ max: 200 }), (body, length) => {
        const packed = Uint8Array.from([...varint(length), ...body]);
        try {
          expect(unpackSnappy(packed, length)).toHaveLength(length);
        } catch (error) {
          expect(String(error)).toContain('damaged');
        }
      }),
      { numRuns: 1000 },
    );
  });
});
