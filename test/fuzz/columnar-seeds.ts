import { gzipSync, zstdCompressSync } from 'node:zlib';
import {
  ARROW_TYPE,
  int8Type,
  type WrittenBatch,
  type WrittenField,
} from '../sources/arrow-writer.ts';
import {
  BYTE_ARRAY,
  dataPage,
  dictionaryPage,
  levels,
  optionalInt32,
  parquetFile,
  repeatedInt32,
  requiredInt32,
  runOf,
  type ThriftStruct,
} from '../sources/parquet-writer.ts';
import { golden } from '../sources/source-support.ts';

const numbers = Buffer.from(Int32Array.of(1, -2, 3).buffer);
const words = Buffer.concat(['a', 'bb', '\u00e9'].map((text) => levels(Buffer.from(text))));
const codes = Buffer.concat([Buffer.of(2), runOf(2, 1), Buffer.of(3, 0b10_01_00, 0)]);
const deltas = Buffer.from([0x80, 0x01, 4, 3, 2, 5, 2, 0, 0, 0, 0b0110, 0, 0, 0, 0, 0, 0, 0]);
const column = (type: number, repetition: number, name: string, more: ThriftStruct = {}) => ({
  1: type,
  3: repetition,
  4: name,
  ...more,
});

function parquetOf(
  schema: ThriftStruct,
  pages: readonly Buffer[],
  { type = 1, codec = 0 }: { type?: number; codec?: number } = {},
): Buffer {
  const y = { pages: [dataPage(3, 0, numbers)], values: 3 };
  const chunks = [y, { pages, values: 3, type, codec }];
  return parquetFile([requiredInt32('y'), schema], [{ rows: 3, chunks }]);
}

const all = levels(runOf(3, 1));

/** Files of three rows that show one thing each, and small ones of other programs. */
export function parquetSeeds(): Uint8Array[] {
  const packed = (pack: (page: Buffer) => Buffer) => dataPage(3, 0, pack(numbers), numbers.length);
  const snappy = (page: Buffer) =>
    Buffer.concat([Buffer.of(page.length, (page.length - 1) << 2), page]);
  const required = requiredInt32('a');
  return [
    parquetOf(optionalInt32('a'), [dataPage(3, 0, Buffer.concat([levels(runOf(3, 0))]))]),
    parquetOf(optionalInt32('a'), [dataPage(3, 0, Buffer.concat([all, numbers]))]),
    parquetOf(repeatedInt32('a'), [
      dataPage(3, 0, Buffer.concat([levels(runOf(3, 0)), all, numbers])),
    ]),
    parquetOf(column(BYTE_ARRAY, 0, 'a'), [dictionaryPage(3, words), dataPage(3, 8, codes)], {
      type: BYTE_ARRAY,
    }),
    parquetOf(column(BYTE_ARRAY, 0, 'a'), [dataPage(3, 0, words)], { type: BYTE_ARRAY }),
    parquetOf(column(BYTE_ARRAY, 0, 'a', { 6: 5, 7: 2 }), [dataPage(3, 0, words)], {
      type: BYTE_ARRAY,
    }),
    parquetOf(required, [dataPage(3, 5, deltas)]),
    parquetOf(column(1, 0, 'a', { 10: { 6: {} } }), [dataPage(3, 9, numbers)]),
    parquetOf(required, [packed(snappy)], { codec: 1 }),
    parquetOf(required, [packed(gzipSync)], { codec: 2 }),
    parquetOf(required, [packed(zstdCompressSync)], { codec: 6 }),
    parquetOf(required, [packed((page) => Buffer.concat([Buffer.of(page.length << 4), page]))], {
      codec: 7,
    }),
    golden('uuid.parquet'),
    golden('refused-map.parquet'),
    golden('duckdb-v2.parquet'),
  ];
}

type WrittenArrow = readonly [readonly WrittenField[], readonly WrittenBatch[]];

/** The same of Arrow. */
export function arrowSeeds(): WrittenArrow[] {
  const none = new Uint8Array();
  const three = [3, 0] as const;
  const some = [3, 1] as const;
  const valid = Uint8Array.of(0b101);
  const offsets = Buffer.from(Int32Array.of(0, 1, 3, 3).buffer);
  const y = { name: 'y', ...int8Type };
  const bytes = Uint8Array.of(1, 2, 255);
  const of = (
    field: Omit<WrittenField, 'name'>,
    nodes: readonly (readonly [number, number])[],
    buffers: readonly Uint8Array[],
    more: Partial<WrittenBatch> = {},
  ): WrittenArrow => [
    [y, { name: 'a', ...field }],
    [{ rows: 3, nodes: [three, ...nodes], buffers: [none, bytes, ...buffers], ...more }],
  ];
  const long = Buffer.alloc(48);
  long.writeInt32LE(2, 0);
  long.write('ab', 4);
  long.writeInt32LE(13, 32);
  const element = { name: 'e', ...int8Type };
  const { timestamp, utf8, utf8View, list, listView, fixedList, struct, bool, nothing } =
    ARROW_TYPE;
  const packed = Buffer.concat([Buffer.from([3, 0, 0, 0, 0, 0, 0, 0]), zstdCompressSync(bytes)]);
  const values = { rows: 3, nodes: [three], buffers: [none, offsets, Buffer.from('abc')] };
  const coded = of({ type: utf8, dictionary: 0 }, [some], [valid, Uint8Array.of(2, 0, 1)]);
  return [
    of({ type: utf8 }, [some], [valid, offsets, Buffer.from('abc')]),
    of({ type: utf8View }, [some], [valid, long, Buffer.alloc(20, 'x')], { variadic: [1] }),
    of({ type: list, children: [element] }, [some, three], [valid, offsets, none, bytes]),
    of(
      { type: listView, children: [element] },
      [some, three],
      [valid, offsets, Buffer.from(Int32Array.of(1, 2, 0).buffer), none, bytes],
    ),
    of(
      { type: fixedList, typeFields: { 0: [1, 32] }, children: [element] },
      [some, three],
      [valid, none, bytes],
    ),
    of({ type: struct, children: [element] }, [some, three], [valid, none, bytes]),
    of({ type: timestamp, typeFields: { 0: [3, 16] } }, [some], [valid, Buffer.alloc(24, 1)]),
    of({ type: 7, typeFields: { 0: [38, 32], 1: [2, 32] } }, [some], [valid, Buffer.alloc(48, 1)]),
    of({ type: bool }, [some], [valid, Uint8Array.of(1)]),
    of({ type: nothing }, [[3, 3]], []),
    [
      coded[0],
      [{ ...values, dictionary: 0 }, { ...values, dictionary: 0, isDelta: true }, ...coded[1]],
    ],
    [[y], [{ rows: 3, nodes: [three], buffers: [none, packed], codec: 1 }]],
  ];
}
