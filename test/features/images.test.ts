import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import type { DataConfiguration, ImageFeatureConfiguration } from '../../shared/config/index.ts';
import { readTable } from '../../shared/data/index.ts';
import {
  applyTransform,
  fitTransform,
  imagesAsked,
  imagesOf,
  listBlocks,
  parseTransform,
  readImageVectors,
} from '../../shared/features/index.ts';
import { MemoryFiles } from '../../shared/platform/index.ts';
import { describeInputs } from '../../shared/tflite/index.ts';
import { allRows, makeTable, problemsOf } from './tables.ts';

const where = { file: 'mlops.yml', line: 3, column: 3 };

/** A grey PNG of one row. */
function png(...row: number[]): Uint8Array {
  const chunk = (type: string, content: Uint8Array) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    return Buffer.concat([length, Buffer.from(type), content, Buffer.alloc(4)]);
  };
  const header = Buffer.from([0, 0, 0, row.length, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(Buffer.from([0, ...row]))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

const PHOTO: ImageFeatureConfiguration = {
  kind: 'image',
  column: 'photo',
  height: 1,
  width: 2,
  channels: 1,
  where,
};

const FILES = {
  'data/a/rows.csv': 'photo,n,label\np/1.png,1,y\n../shared.png,2,n\n,3,y\np/1.png,4,n\n',
  'data/b/rows.csv': 'photo,n,label\np/1.png,5,y\n',
  'data/a/p/1.png': png(0, 51),
  'data/b/p/1.png': png(102, 255),
  'data/shared.png': png(255, 0),
};

async function read(
  content: Readonly<Record<string, string | Uint8Array>> = FILES,
  path: readonly string[] = ['data/*/rows.csv'],
  feature = PHOTO,
) {
  const data: DataConfiguration = {
    path,
    label: 'label',
    format: 'auto',
    missingValues: [],
    ignore: [],
    split: { by: 'hash', key: [], fractions: { train: 0.7, validation: 0.1, evaluation: 0.2 } },
  };
  return await readTable(new MemoryFiles(content), data, { images: imagesAsked([feature]) });
}

const request = {
  label: 'label',
  task: 'binary-classification',
  ignore: ['n'],
  kinds: [PHOTO],
} as const;

describe('image', () => {
  test('the pixels of each row, by the folder of its file; black where there is none', async () => {
    const { table } = await read();
    const { transform } = fitTransform(table, allRows(table), request);
    expect(transform.features).toEqual([
      { kind: 'image', column: 'photo', offset: 0, width: 2, shape: [1, 2, 1] },
    ]);
    const { data } = applyTransform(transform, table, allRows(table));
    const expected = [0, 0.2, 1, 0, 0, 0, 0, 0.2, 0.4, 1];
    expect([...data]).toEqual(expected.map(Math.fround));
    const [feature] = transform.features;
    if (feature?.kind !== 'image') throw new Error('no image');
    expect(readImageVectors(feature, table, allRows(table))).toEqual(data);
    expect(listBlocks(transform)).toEqual([
      { meaning: 'array', offset: 0, width: 2, shape: [1, 2, 1] },
    ]);
    expect(imagesOf(transform)).toEqual(imagesAsked([PHOTO]));
    expect(parseTransform(JSON.stringify(transform), 'transform.json')).toEqual(transform);
    expect(describeInputs(transform, 'binary-classification')).toMatchObject([
      { name: 'photo', type: 'float32', shape: [1, 2], missing: '0' },
    ]);
    const [reversed] = [applyTransform(transform, table, Int32Array.of(4, 1))];
    expect([...reversed.data]).toEqual([0.4, 1, 1, 0].map(Math.fround));
  });

  test('are part of what is known of the data', async () => {
    const { digests } = await read();
    const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    // sha256sum of the files, sorted, and of that text.
    const lines = ['data/a/p/1.png', 'data/b/p/1.png', 'data/shared.png']
      .map((path) => `${sum(FILES[path as keyof typeof FILES] as Uint8Array)}  ${path}\n`)
      .sort();
    expect(digests.map(({ path }) => path)).toEqual([
      'data/a/rows.csv',
      'data/b/rows.csv',
      'images of the column "photo"',
    ]);
    expect(digests[2]).toMatchObject({ sha256: sum(Buffer.from(lines.join(''))) });
    const other = await read({ ...FILES, 'data/b/p/1.png': png(102, 254) });
    expect(other.digests.slice(0, 2)).toEqual(digests.slice(0, 2));
    expect(other.digests[2]?.sha256).not.toBe(digests[2]?.sha256);
  });

  const oneRow = (cell: string) => ({ 'd/x.csv': `photo,label\n${cell},y\n`, 'e.png': png(1, 2) });

  test.each([
    ['../e.png', undefined],
    ['..\\e.png', undefined],
    [
      '../../e.png',
      'd/x.csv:2: The path "../../e.png" in column "photo" leads out of the workspace',
    ],
    ['/e.png', 'd/x.csv:2: The path "/e.png" in column "photo" leads out'],
    ['C:\\e.png', 'leads out of the workspace'],
    ['a/../../../e.png', 'leads out of the workspace'],
    ['e.png', "d/x.csv:2: The image d/e.png can't be read: There is no file d/e.png"],
    ['x.csv', 'd/x.csv:2: The image d/x.csv is neither a PNG nor a JPEG'],
  ])('at %s', async (cell, message) => {
    const reading = read(oneRow(cell), ['d/x.csv']);
    if (message === undefined) await expect(reading).resolves.toBeDefined();
    else await expect(reading).rejects.toThrow(message);
  });

  test('of data outside of the workspace may be in its folder, and nowhere else', async () => {
    const files = (cell: string) => ({
      '../d/x.csv': `photo,label\n${cell},y\n`,
      '../d/e.png': png(1, 2),
      '../e.png': png(1, 2),
    });
    await expect(read(files('e.png'), ['../d/x.csv'])).resolves.toBeDefined();
    await expect(read(files('../e.png'), ['../d/x.csv'])).rejects.toThrow('leads out');
  });

  test('too large a file is not opened, and too many numbers are refused beforehand', async () => {
    const large = { ...oneRow('big.png'), 'd/big.png': new Uint8Array(32 * 1024 * 1024 + 1) };
    await expect(read(large, ['d/x.csv'])).rejects.toThrow('has 33554433 bytes, more than');
    await expect(
      read(FILES, undefined, { ...PHOTO, height: 10_000, width: 10_000 }),
    ).rejects.toThrow('3 images of 10000 × 10000 × 1 numbers in column "photo" are more than fit');
  });

  test('ten places of many are named', async () => {
    const rows = Array.from({ length: 50 }, (_, row) => `${row}.png,y\n`).join('');
    const error = await read({ 'x.csv': `photo,label\n${rows}` }, ['x.csv']).catch(
      (thrown: Error) => thrown.message,
    );
    expect(String(error).split('\n')).toHaveLength(10);
  });

  test('a column of numbers or without a value is none', async () => {
    const numbers = await makeTable('photo,label\n1,y\n2,n\n');
    expect(problemsOf(() => fitTransform(numbers, allRows(numbers), request))).toContain(
      'data.csv:1: data.ignore names a column "n"',
    );
    const kinds = { ...request, ignore: [] };
    expect(problemsOf(() => fitTransform(numbers, allRows(numbers), kinds))).toContain(
      'mlops.yml:3:3: image needs texts, and column "photo" holds numbers',
    );
    const { table } = await read();
    const { transform } = fitTransform(table, allRows(table), request);
    expect(problemsOf(() => applyTransform(transform, numbers, allRows(numbers)))).toContain(
      'data.csv:1: Column "photo" holds numbers where the model reads paths of images',
    );
    const none = await makeTable('photo,label\n,y\n,n\n');
    expect([...applyTransform(transform, none, allRows(none)).data]).toEqual([0, 0, 0, 0]);
  });

  test.each([
    ['"shape":[1,2,1]', '"shape":[1,2,3]', 'has the width 2 for the shape 1 × 2 × 3'],
    ['"shape":[1,2,1]', '"shape":[1,1,2]', 'is not valid: /features/0'],
    ['"shape":[1,2,1]', '"shape":[1,2]', 'is not valid: /features/0'],
  ])('a transform.json with %s as %s is refused', async (from, to, message) => {
    const { table } = await read();
    const { transform } = fitTransform(table, allRows(table), request);
    const text = JSON.stringify(transform).replace(from, to);
    expect(problemsOf(() => parseTransform(text, 'transform.json'))).toContain(message);
  });
});
