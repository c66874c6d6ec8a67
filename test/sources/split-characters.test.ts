import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cellOfValues, type PlainValues } from '../../shared/scan/index.ts';
import { openArrow } from '../../shared/sources/arrow/arrow-reader.ts';
import { readFile } from '../../shared/sources/arrow/messages.ts';
import { LeafDecoder } from '../../shared/sources/parquet/page-values.ts';
import { ARROW_TYPE, arrowFile } from './arrow-writer.ts';

/** Texts of a column, some of which may be no UTF-8 while all of them, one after the other, are. */
const texts = fc.oneof(
  fc.array(fc.uint8Array({ maxLength: 6 }), { minLength: 1 }),
  fc
    .tuple(fc.string({ unit: 'grapheme', minLength: 1 }), fc.array(fc.nat({ max: 30 })))
    .map(([text, cuts]) => {
      const bytes = Buffer.from(text);
      const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length];
      const sorted = places.sort((a, b) => a - b);
      return sorted.slice(1).map((end, index) => bytes.subarray(sorted[index], end));
    }),
);

function parquetValues(given: readonly Uint8Array[]): PlainValues {
  const page = Buffer.concat(
    given.flatMap((text) => {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(text.length);
      return [length, text];
    }),
  );
  const decoder = new LeafDecoder({ kind: 'texts' });
  const context = { dictionary: null, mostValues: given.length };
  const values = decoder.open(0, page, 0, context);
  const target = decoder.makeTarget(given.length);
  if (values?.kind === 'plain') {
    // In two pieces, as batches take them.
    const half = given.length >> 1;
    values.read(target, 0, half);
    values.read(target, half, given.length - half);
  }
  return target.values();
}

async function arrowValues(given: readonly Uint8Array[]): Promise<PlainValues> {
  const offsets = new Int32Array(given.length + 1);
  for (const [index, { length }] of given.entries()) {
    offsets[index + 1] = (offsets[index] ?? 0) + length;
  }
  const rows = given.length;
  const buffers = [new Uint8Array(), new Uint8Array(offsets.buffer), Buffer.concat(given)];
  const file = arrowFile(
    [{ name: 'a', type: ARROW_TYPE.utf8 }],
    [{ rows, nodes: [[rows, 0]], buffers }],
  );
  const source = {
    byteLength: file.length,
    slice: async (start: number, end = file.length) => file.subarray(start, end),
  };
  const { batches } = openArrow(await readFile(source));
  for await (const { columns } of batches) {
    const values = columns[0]?.values;
    if (values !== undefined && values.kind !== 'coded') return values;
  }
  throw new Error('The file has no batch');
}

describe('each text is decoded by itself, and is UTF-8 by itself', () => {
  test.each([
    ['Parquet', parquetValues],
    ['Arrow', arrowValues],
  ])('%s', async (_, valuesOf) => {
    await fc.assert(
      fc.asyncProperty(texts, async (given) => {
        const values = await valuesOf(given);
        expect(given.map((_text, at) => cellOfValues(values, at).text)).toEqual(
          given.map((text) => Buffer.from(text).toString('utf8')),
        );
        const wrong = given.flatMap((text, at) =>
          Buffer.from(text).equals(Buffer.from(Buffer.from(text).toString('utf8'))) ? [] : [at],
        );
        const marked = values.kind === 'texts' ? [...(values.invalid ?? [])] : [];
        expect(marked.sort((a, b) => a - b)).toEqual(wrong);
      }),
      { numRuns: 300 },
    );
  });
});
