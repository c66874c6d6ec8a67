import { brotliCompressSync, constants, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { isUserError } from '../../shared/errors/index.ts';
import { ARROW_TYPE, arrowFile, arrowStream, int8Type, type WrittenField } from './arrow-writer.ts';
import {
  BYTE_ARRAY,
  closeParquet,
  dataPage,
  dictionaryPage,
  levels,
  listHeader,
  optionalInt32,
  parquetFile,
  repeatedInt32,
  requiredInt32,
  runOf,
  type ThriftStruct,
  thriftBytes,
  varint,
} from './parquet-writer.ts';
import { rowsOf } from './source-support.ts';
import { protoField, tfExample, tfFeature, tfRecord } from './tf-record-writer.ts';

const manyCells = 'The file has more than 1,000 cells for each of its bytes';

/** Of the processor, which tests beside this one don't take. */
function secondsSince(begin: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1e6;
}

/** What is said of a file that claims more than it holds. It must be said soon. */
async function refusalOf(
  file: string,
  bytes: Uint8Array,
  line?: number,
  seconds = 10,
): Promise<string> {
  const begin = process.cpuUsage();
  const error: unknown = await rowsOf(file, bytes).catch((thrown: unknown) => thrown);
  expect(secondsSince(begin)).toBeLessThan(seconds);
  if (!isUserError(error)) throw error instanceof Error ? error : new Error('it was read');
  const [{ what, where }] = error.problems;
  expect(where).toEqual(line === undefined ? { file } : { file, line });
  return what;
}

describe('Arrow files', () => {
  const batch = {
    rows: 1,
    nodes: [[1, 0]],
    buffers: [new Uint8Array(), new Uint8Array(8)],
  } as const;

  test('of our writer are read', async () => {
    const fields = [{ name: 'a', ...int8Type }];
    for (const bytes of [arrowFile(fields, [batch]), arrowStream(fields, [batch])]) {
      expect((await rowsOf('a.arrow', bytes)).rows).toEqual([{ a: 0 }]);
    }
  });

  test.each([
    ['timestamp', 0],
    ['time', 0],
  ] as const)(
    'a %s of an unknown unit, whose fraction would have 98,301 digits',
    async (kind, unit) => {
      for (const value of [0x7fff, 4, -2]) {
        const field = {
          name: 't',
          type: ARROW_TYPE[kind],
          typeFields: { [unit]: [value, 16] },
        } as const;
        const said = `The Arrow file is damaged: "t" has the unknown unit of time ${value}`;
        expect(await refusalOf('t.arrow', arrowFile([field], [batch]))).toBe(said);
      }
    },
  );

  test('text of a fixed length that is zeros but for its last byte', async () => {
    const width = 2 ** 20;
    const field = {
      name: 't',
      type: ARROW_TYPE.fixedBinary,
      typeFields: { 0: [width, 32] },
    } as const;
    const bytes = new Uint8Array(width * 4);
    for (let row = 0; row < 4; row++) bytes[(row + 1) * width - 2] = 0x41;
    const written = { rows: 4, nodes: [[4, 0]], buffers: [new Uint8Array(), bytes] } as const;
    const begin = process.cpuUsage();
    const { rows } = await rowsOf('t.arrow', arrowFile([field], [written]));
    expect(secondsSince(begin)).toBeLessThan(10);
    expect(rows).toEqual(Array(4).fill({ t: `${'\0'.repeat(width - 2)}A` }));
  });

  const nothing = { name: 'n', type: ARROW_TYPE.nothing };

  test.each([
    ['of the type that has no values', [nothing], [[2n ** 52n, 2n ** 52n]], []],
    ['without columns', [], [], []],
    [
      'of structs without parts',
      [{ name: 's', type: ARROW_TYPE.struct }],
      [[2n ** 52n, 0]],
      [new Uint8Array()],
    ],
  ] as const)('2⁵² rows %s', async (_, fields, nodes, buffers) => {
    const written = { rows: 2n ** 52n, nodes, buffers };
    for (const bytes of [arrowFile(fields, [written]), arrowStream(fields, [written])]) {
      expect(await refusalOf('a.arrow', bytes)).toBe(manyCells);
    }
  });

  test('a record batch that the footer names a thousand times', async () => {
    const bytes = arrowFile([{ name: 'a', ...int8Type }], [batch], 1000);
    const said = 'The Arrow file is damaged: its record batches overlap';
    expect(await refusalOf('a.arrow', bytes)).toBe(said);
  });

  test('columns that name one buffer of 64 MiB', async () => {
    const fields = Array.from({ length: 20 }, (_, at) => ({ name: `c${at}`, ...int8Type }));
    const written = {
      rows: 1,
      nodes: fields.map(() => [1, 0] as const),
      buffers: [new Uint8Array(2 ** 26)],
      places: fields.flatMap(() => [[0, 0] as const, [0, 2 ** 26] as const]),
    };
    const said = 'A record batch of the Arrow file is larger than 1 GiB';
    expect(await refusalOf('a.arrow', arrowFile(fields, [written]))).toBe(said);
  });

  test('views of one text of 15 MiB', async () => {
    const length = 15 * 2 ** 20;
    const views = Buffer.alloc(100 * 16);
    for (let row = 0; row < 100; row++) views.writeInt32LE(length, row * 16);
    const buffers = [new Uint8Array(), views, Buffer.alloc(length, 'a')];
    const written = { rows: 100, nodes: [[100, 0]], buffers, variadic: [1] } as const;
    const bytes = arrowFile([{ name: 't', type: ARROW_TYPE.utf8View }], [written]);
    const said = 'Some rows of the file hold more than 512 MiB of text';
    expect(await refusalOf('a.arrow', bytes)).toBe(said);
  });

  test('views of one list, many times', async () => {
    const [rows, length] = [60, 2 ** 20];
    const sizes = Buffer.alloc(rows * 4);
    for (let row = 0; row < rows; row++) sizes.writeInt32LE(length, row * 4);
    const written = (times: number) => ({
      rows: rows * times,
      nodes: [[rows * times, 0] as const, [length, 0] as const],
      buffers: [
        new Uint8Array(),
        Buffer.alloc(rows * times * 4),
        Buffer.concat(Array<Buffer>(times).fill(sizes)),
        new Uint8Array(),
        new Uint8Array(length),
      ],
    });
    const field = { name: 'l', type: ARROW_TYPE.listView, children: [{ name: 'e', ...int8Type }] };
    const bytes = (times: number) => arrowFile([field], [written(times)]);
    const said = 'Some lists of the file that stand together hold more than 33,554,432 values';
    expect(await refusalOf('a.arrow', bytes(1000))).toBe(said);
  });

  test('a list of 2²⁰ values that have no bytes is one without values', async () => {
    const field = {
      name: 'l',
      type: ARROW_TYPE.fixedList,
      typeFields: { 0: [2 ** 20, 32] },
      children: [nothing],
    } as const;
    const nodes = [[1000, 0] as const, [1000n * 2n ** 20n, 0] as const];
    const written = { rows: 1000, nodes, buffers: [new Uint8Array()] };
    const { rows } = await rowsOf('l.arrow', arrowFile([field], [written]));
    expect(rows).toHaveLength(1000);
    expect(rows[0]).toEqual({ l: null });
  });

  test.each([
    ['33 structs, one in the other', 33, 1],
    ['2³⁰ fields, of which each is the child of the next twice', 30, 2],
    ['a field that is a child 100,000 times', 1, 100_000],
  ])('%s', async (_, depth, times) => {
    let field: WrittenField = { name: 'a', ...int8Type };
    for (let level = 0; level < depth; level++) {
      field = { name: 'a', type: ARROW_TYPE.struct, children: [field], times };
    }
    const said = 'The Arrow file is damaged: its schema has too many fields';
    expect(await refusalOf('a.arrow', arrowFile([field], [batch]))).toBe(said);
  });

  test('a name of 1 MiB for each of 20 fields', async () => {
    const fields = Array.from({ length: 20 }, (_, at) => {
      return { name: `${at}${'n'.repeat(2 ** 20)}`, ...int8Type };
    });
    const said = 'The Arrow file is damaged: the names of its fields are too long';
    expect(await refusalOf('a.arrow', arrowFile(fields, [batch]))).toBe(said);
  });

  test('names that grow by those of the structs around them', async () => {
    const children = Array.from({ length: 200 }, (_, at) => ({ name: `${at}`, ...int8Type }));
    const name = 'n'.repeat(2 ** 20);
    const field = { name, type: ARROW_TYPE.struct, children };
    const said = 'The names of the columns have more than 16,777,216 characters';
    expect(await refusalOf('a.arrow', arrowFile([field], [batch]))).toBe(said);
  });

  test('a dictionary of 2²⁰ values that grows by one for 200 times', async () => {
    const dictionary = (length: number) => {
      const size = Buffer.alloc(8);
      size.writeUInt32LE(length);
      const packed = Buffer.concat([size, zstdCompressSync(Buffer.alloc(length))]);
      const nodes = [[length, 0] as const];
      const buffers = [new Uint8Array(), packed];
      return { rows: length, nodes, buffers, codec: 1, dictionary: 7, isDelta: true };
    };
    const field = { name: 'd', ...int8Type, dictionary: 7 };
    const deltas = Array.from({ length: 200 }, () => dictionary(1));
    const bytes = arrowStream([field], [dictionary(2 ** 20), ...deltas, batch]);
    expect(await refusalOf('a.arrow', bytes)).toBe(manyCells);
  });
});

describe('Parquet files', () => {
  const page = dataPage(1, 0, Buffer.alloc(4));

  test('of our writer are read', async () => {
    const columns = [requiredInt32('a'), optionalInt32('b'), repeatedInt32('c')];
    const b = dataPage(2, 0, Buffer.concat([levels(runOf(2, 0))]));
    const c = dataPage(2, 0, Buffer.concat([levels(runOf(2, 0)), levels(runOf(2, 1)), four(5, 6)]));
    const chunks = [dataPage(2, 0, four(1, 2)), b, c].map((pages) => ({
      pages: [pages],
      values: 2,
    }));
    const { rows } = await rowsOf('a.parquet', parquetFile(columns, [{ rows: 2, chunks }]));
    expect(rows).toEqual([
      { a: 1, b: null, c: [5] },
      { a: 2, b: null, c: [6] },
    ]);
  });

  const many = 2 ** 30;

  test('2³⁰ rows that one run says are missing', async () => {
    const pages = [dataPage(many, 0, levels(runOf(many, 0)))];
    const bytes = parquetFile(
      [optionalInt32('a')],
      [{ rows: many, chunks: [{ pages, values: many }] }],
    );
    expect(await refusalOf('a.parquet', bytes)).toBe(manyCells);
  });

  test('2³⁰ rows that one run says are the same text', async () => {
    const text = Buffer.alloc(2 ** 20, 'a');
    const pages = [
      dictionaryPage(1, levels(text)),
      dataPage(many, 8, Buffer.concat([Buffer.from([1]), runOf(many, 0)])),
    ];
    const chunks = [{ pages, values: many, type: BYTE_ARRAY }];
    const column = { 1: BYTE_ARRAY, 3: 0, 4: 'a' };
    // A file of 1 MiB may have so many cells, but not so long ones.
    expect(await refusalOf('a.parquet', parquetFile([column], [{ rows: many, chunks }]))).toBe(
      manyCells,
    );
  });

  test.each([
    ['values', 1],
    ['missing values', 0],
  ])('one list of 2³⁰ %s', async (_, level) => {
    const entries = Buffer.concat([levels(runOf(many, 1)), levels(runOf(many, level))]);
    const pages = [dataPage(many, 0, entries)];
    const bytes = parquetFile(
      [repeatedInt32('a')],
      [{ rows: 1, chunks: [{ pages, values: many }] }],
    );
    expect(await refusalOf('a.parquet', bytes)).toBe(manyCells);
  });

  const long = 1_000_000;

  test.each([
    [
      'one list of 40 million values',
      1,
      40 * long,
      'A list of the column "a" has more than 1,048,576 values',
    ],
    [
      '40 lists of a million values, and 20,000 that are empty',
      40,
      long,
      'Some lists of the file that stand together hold more than 33,554,432 values',
    ],
  ])('%s, in a file that is long enough for them', async (_, lists, length, said) => {
    const empty = lists === 1 ? 0 : 20_000;
    const values = lists * length + empty;
    const begins = Array<Buffer>(lists).fill(Buffer.concat([runOf(1, 0), runOf(length - 1, 1)]));
    const entries = [
      levels(Buffer.concat([...begins, runOf(empty, 0)])),
      levels(Buffer.concat([runOf(lists * length, 1), runOf(empty, 0)])),
    ];
    const pages = [dataPage(values, 0, Buffer.concat(entries)), Buffer.alloc(100_000)];
    const group = { rows: lists + empty, chunks: [{ pages, values }] };
    expect(await refusalOf('a.parquet', parquetFile([repeatedInt32('a')], [group]))).toBe(said);
  });

  test('a row group that the footer names a thousand times', async () => {
    const group = { rows: 1, chunks: [{ pages: [page], values: 1 }] };
    const bytes = parquetFile([requiredInt32('a')], [group], 1000);
    const said = 'The Parquet file is damaged: its column chunks overlap';
    expect(await refusalOf('a.parquet', bytes)).toBe(said);
  });

  test.each([
    ['a row group', 2, 'the column "a" has more or fewer values than rows'],
    ['a column chunk', 1, 'its pages have more values than their column chunk'],
  ])('a page of 2³⁰ values in %s of few', async (_, values, detail) => {
    // 65,536 deltas of no bits to a block: eleven bytes for each.
    const pages = [dataPage(many, 5, Buffer.concat([varint(65_536), Buffer.alloc(1000)]))];
    const bytes = parquetFile([requiredInt32('a')], [{ rows: 1, chunks: [{ pages, values }] }]);
    expect(await refusalOf('a.parquet', bytes)).toBe(`The Parquet file is damaged: ${detail}`);
  });

  test('more deltas than the page has values', async () => {
    const header = [65_536, 1, 60_000, 0].map(varint);
    const body = Buffer.concat([...header, Buffer.alloc(10)]);
    const bytes = parquetFile(
      [requiredInt32('a')],
      [{ rows: 1, chunks: [{ pages: [dataPage(1, 5, body)], values: 1 }] }],
    );
    const said = 'The Parquet file is damaged: it names bytes it lacks';
    expect(await refusalOf('a.parquet', bytes)).toBe(said);
  });

  test('pages of zeros, packed by Brotli to a millionth', async () => {
    const length = 2 ** 28;
    const zeros = brotliCompressSync(Buffer.alloc(length), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 3 },
    });
    const pages = Array<Buffer>(5).fill(dataPage(1, 0, zeros, length));
    const chunks = [{ pages, values: 5, codec: 4 }];
    const said = 'The file unpacks to more than 10,000 times its size';
    const bytes = parquetFile([requiredInt32('a')], [{ rows: 5, chunks }]);
    // The first GiB is allowed: 4 seconds where the test runs alone; 25 were seen late in a run of all tests.
    expect(await refusalOf('a.parquet', bytes, undefined, 60)).toBe(said);
  });

  test('pages of many columns that must be held side by side', async () => {
    const names = Array.from({ length: 9 }, (_, at) => `c${at}`);
    const header = { 1: 3, 2: 2 ** 28, 3: 4, 8: { 1: 1, 2: 0, 3: 1, 4: 0, 5: 0, 6: 0, 7: false } };
    const pages = [Buffer.concat([thriftBytes(header), Buffer.alloc(300_000)])];
    const chunks = names.map(() => ({ pages, values: 1 }));
    const bytes = parquetFile(names.map(requiredInt32), [{ rows: 1, chunks }]);
    const said =
      'Dictionaries and pages of the file that must be held at once have more than 2 GiB';
    expect(await refusalOf('a.parquet', bytes)).toBe(said);
  });

  test('a dictionary of 100 MiB', async () => {
    const length = 100 * 2 ** 20;
    const pages = [dictionaryPage(1, brotliCompressSync(Buffer.alloc(10)), length), page];
    const chunks = [{ pages, values: 1, codec: 4 }];
    const said = 'A dictionary of the Parquet file is longer than 64 MiB';
    const bytes = parquetFile([requiredInt32('a')], [{ rows: 1, chunks }]);
    expect(await refusalOf('a.parquet', bytes)).toBe(said);
  });

  const footer = (fields: readonly Buffer[]) =>
    closeParquet([Buffer.from('PAR1')], Buffer.concat([...fields, Buffer.alloc(1)]));
  const listOf = (field: number, size: number, element: Buffer) =>
    Buffer.concat([
      Buffer.from([9, 2 * field]),
      listHeader(size),
      Buffer.concat(Array<Buffer>(Math.min(size, 2_000_000)).fill(element)),
    ]);
  const empty = Buffer.alloc(1);

  test.each([
    [
      '2³¹ columns, of which none is there',
      [listOf(2, 2 ** 31, empty.subarray(1))],
      'it names bytes it lacks',
    ],
    [
      'a million columns of a byte',
      [listOf(2, 1_000_000, empty)],
      'its description has too many columns',
    ],
    [
      'two million row groups of a byte',
      [listOf(4, 2_000_000, empty)],
      'its description has too many row groups',
    ],
    [
      'row groups of a million column chunks',
      [listOf(4, 1, listOf(1, 1_000_000, thriftBytes({ 3: { 9: 4 } })))],
      'its description has too many columns',
    ],
    [
      'lists of lists of lists, a thousand deep, in what nobody reads',
      [Buffer.from([9, 40]), Buffer.alloc(1000, 0x19)],
      'it names bytes it lacks',
    ],
    [
      'structs in structs, a thousand deep, in what nobody reads',
      [Buffer.from([12, 40]), Buffer.alloc(1000, 0x1c)],
      'it names bytes it lacks',
    ],
    [
      'a text of 2³¹ bytes',
      [listOf(2, 1, Buffer.concat([Buffer.from([0x48]), varint(2 ** 31)]))],
      'it names bytes it lacks',
    ],
  ])('a footer of %s', async (_, fields, detail) => {
    const said = `The Parquet file is damaged: ${detail}`;
    expect(await refusalOf('a.parquet', footer(fields))).toBe(said);
  });

  test.each([
    ['33 groups, one in the other', 33, 1, 'its schema is nested more than 32 deep'],
    ['a group of 2³¹ columns', 1, 2 ** 31, 'its schema is incomplete'],
  ])('%s', async (_, depth, children, detail) => {
    const group: ThriftStruct = { 3: 0, 4: 'g', 5: children };
    const columns = [...Array<ThriftStruct>(depth).fill(group), requiredInt32('a')];
    const schema = [{ 4: 'schema', 5: 1 }, ...columns];
    const bytes = closeParquet([Buffer.from('PAR1')], thriftBytes({ 2: schema }));
    const said = `The Parquet file is damaged: ${detail}`;
    expect(await refusalOf('a.parquet', bytes)).toBe(said);
  });

  test('a decimal of 257 bytes', async () => {
    const column = { 1: BYTE_ARRAY, 3: 0, 4: 'a', 6: 5 };
    const pages = [dataPage(1, 0, levels(Buffer.alloc(257, 1)))];
    const chunks = [{ pages, values: 1, type: BYTE_ARRAY }];
    const bytes = parquetFile([column], [{ rows: 1, chunks }]);
    expect(await refusalOf('a.parquet', bytes)).toBe('A decimal number is longer than 256 bytes');
  });

  test('a time of an unknown unit', async () => {
    const column = { 1: 2, 3: 0, 4: 'a', 10: { 8: { 2: { 4: {} } } } };
    const bytes = parquetFile([column], []);
    const said = 'The Parquet file is damaged: a column has the unknown unit of time 4';
    expect(await refusalOf('a.parquet', bytes)).toBe(said);
  });
});

describe('rows', () => {
  test('of a TFRecord file, with a list of 16 million numbers of a byte', async () => {
    const said = 'A feature of an example has more than 1,048,576 values (row 2)';
    const first = tfExample(tfFeature('a', 3, protoField(1, Buffer.alloc(1))));
    const size = 16 * 2 ** 20 - 100;
    for (const list of [2, 3]) {
      const second = tfExample(tfFeature('a', list, protoField(1, Buffer.alloc(size))));
      const bytes = Buffer.concat([first, second].map(tfRecord));
      expect(await refusalOf('a.tfrecord', bytes)).toBe(said);
    }
  });

  test('of JSON Lines, with a list of eight million numbers', async () => {
    const bytes = Buffer.from(`{"a":[1]}\n{"a":[${'0,'.repeat(8_000_000)}0]}\n`);
    const said = 'The line holds a list of more than 1,048,576 values in "a"';
    expect(await refusalOf('a.jsonl', bytes, 2)).toBe(said);
  });

  test('of JSON Lines, with a long key around a million short ones', async () => {
    const members = Array.from({ length: 500_000 }, (_, at) => `"${at}":1`).join();
    const bytes = Buffer.from(`{"${'k'.repeat(8_000_000)}":{${members}}}\n`);
    const said =
      'The line holds keys that have more than 16,777,216 characters with those around them';
    expect(await refusalOf('a.jsonl', bytes, 1)).toBe(said);
  });
});

function four(...values: readonly number[]): Buffer {
  return Buffer.from(Int32Array.from(values).buffer);
}
