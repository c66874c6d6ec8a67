import { Builder } from 'flatbuffers';

/** Writes Arrow files that say what no other program would: whatever is given stands in them, sound or not. */

export interface WrittenField {
  readonly name: string;
  /** Member of the union `Type`, and its table's fields by number: a value and its bits. */
  readonly type: number;
  readonly typeFields?: Readonly<Record<number, readonly [value: number, bits: 8 | 16 | 32]>>;
  readonly children?: readonly WrittenField[];
  /** How many times each child is named; left out: once. */
  readonly times?: number;
  /** The number of its dictionary, whose codes have 8 bits. */
  readonly dictionary?: number;
}

export interface WrittenBatch {
  readonly rows: number | bigint;
  /** Of each field in preorder: its length and how many are missing. */
  readonly nodes: readonly (readonly [length: number | bigint, nulls: number | bigint])[];
  readonly buffers: readonly Uint8Array[];
  /** Left out: where the buffers are, one after the other. */
  readonly places?: readonly (readonly [offset: number, length: number])[];
  /** Left out: as they are. */
  readonly codec?: number;
  readonly variadic?: readonly number[];
  /** Set: values of the dictionary of that number. */
  readonly dictionary?: number;
  readonly isDelta?: boolean;
}

export const ARROW_TYPE = {
  nothing: 1,
  int: 2,
  utf8: 5,
  bool: 6,
  time: 9,
  timestamp: 10,
  list: 12,
  struct: 13,
  fixedBinary: 15,
  fixedList: 16,
  utf8View: 24,
  listView: 25,
} as const;

export const int8Type = { type: ARROW_TYPE.int, typeFields: { 0: [8, 32], 1: [1, 8] } } as const;

/** `repeat`: how many times the footer names each record batch. */
export function arrowFile(
  fields: readonly WrittenField[],
  batches: readonly WrittenBatch[],
  repeat = 1,
): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from('ARROW1\0\0')];
  let at = 8;
  const blocks: Record<'dictionaries' | 'records', [number, number, number][]> = {
    dictionaries: [],
    records: [],
  };
  for (const batch of batches) {
    const { metadata, body } = message(batch);
    const kind = batch.dictionary === undefined ? 'records' : 'dictionaries';
    for (let time = 0; time < (kind === 'records' ? repeat : 1); time++) {
      blocks[kind].push([at, metadata.length, body.length]);
    }
    parts.push(metadata, body);
    at += metadata.length + body.length;
  }
  const builder = new Builder();
  const schema = putSchema(builder, fields);
  const [dictionaries, records] = [blocks.dictionaries, blocks.records].map((all) => {
    builder.startVector(24, all.length, 8);
    for (const [offset, metadata, body] of all.toReversed()) {
      builder.addInt64(BigInt(body));
      builder.addInt64(BigInt(metadata));
      builder.addInt64(BigInt(offset));
    }
    return builder.endVector();
  });
  builder.startObject(4);
  builder.addFieldOffset(1, schema, 0);
  builder.addFieldOffset(2, dictionaries ?? 0, 0);
  builder.addFieldOffset(3, records ?? 0, 0);
  builder.finish(builder.endObject());
  const footer = builder.asUint8Array();
  const length = Buffer.alloc(4);
  length.writeInt32LE(footer.length);
  return Buffer.concat([...parts, footer, length, Buffer.from('ARROW1')]);
}

export function arrowStream(
  fields: readonly WrittenField[],
  batches: readonly WrittenBatch[],
): Uint8Array {
  const builder = new Builder();
  const schema = putSchema(builder, fields);
  const written = batches.map(message).flatMap(({ metadata, body }) => [metadata, body]);
  return Buffer.concat([wrap(builder, 1, schema, 0), ...written, end]);
}

const end = Buffer.from([0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]);

function putSchema(builder: Builder, fields: readonly WrittenField[]): number {
  const vector = putOffsets(
    builder,
    fields.map((field) => putField(builder, field)),
  );
  builder.startObject(2);
  builder.addFieldOffset(1, vector, 0);
  return builder.endObject();
}

function putField(builder: Builder, field: WrittenField): number {
  const children = putOffsets(
    builder,
    (field.children ?? []).flatMap((child) =>
      Array<number>(field.times ?? 1).fill(putField(builder, child)),
    ),
  );
  const name = builder.createString(field.name);
  builder.startObject(8);
  for (const [number, [value, bits]] of Object.entries(field.typeFields ?? {})) {
    if (bits === 8) builder.addFieldInt8(Number(number), value, -1);
    else if (bits === 16) builder.addFieldInt16(Number(number), value, -1);
    else builder.addFieldInt32(Number(number), value, -1);
  }
  const type = builder.endObject();
  let encoding = 0;
  if (field.dictionary !== undefined) {
    builder.startObject(2);
    builder.addFieldInt32(0, 8, 0);
    builder.addFieldInt8(1, 1, 0);
    const index = builder.endObject();
    builder.startObject(2);
    builder.addFieldInt64(0, BigInt(field.dictionary), -1n);
    builder.addFieldOffset(1, index, 0);
    encoding = builder.endObject();
  }
  builder.startObject(6);
  builder.addFieldOffset(0, name, 0);
  builder.addFieldInt8(1, 1, 0);
  builder.addFieldInt8(2, field.type, 0);
  builder.addFieldOffset(3, type, 0);
  builder.addFieldOffset(4, encoding, 0);
  builder.addFieldOffset(5, children, 0);
  return builder.endObject();
}

function message(batch: WrittenBatch): { metadata: Uint8Array; body: Uint8Array } {
  const places: (readonly [number, number])[] = [];
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const buffer of batch.buffers) {
    places.push([at, buffer.length]);
    parts.push(buffer, new Uint8Array(-buffer.length & 7));
    at += (buffer.length + 7) & ~7;
  }
  const body = Buffer.concat(parts);
  const builder = new Builder();
  const buffers = putPairs(builder, batch.places ?? places);
  const nodes = putPairs(builder, batch.nodes);
  let variadic = 0;
  if (batch.variadic !== undefined) {
    builder.startVector(8, batch.variadic.length, 8);
    for (const count of batch.variadic.toReversed()) builder.addInt64(BigInt(count));
    variadic = builder.endVector();
  }
  let compression = 0;
  if (batch.codec !== undefined) {
    builder.startObject(2);
    builder.addFieldInt8(0, batch.codec, -1);
    compression = builder.endObject();
  }
  builder.startObject(5);
  builder.addFieldInt64(0, BigInt(batch.rows), -1n);
  builder.addFieldOffset(1, nodes, 0);
  builder.addFieldOffset(2, buffers, 0);
  builder.addFieldOffset(3, compression, 0);
  builder.addFieldOffset(4, variadic, 0);
  const records = builder.endObject();
  if (batch.dictionary === undefined) {
    return { metadata: wrap(builder, 3, records, body.length), body };
  }
  builder.startObject(3);
  builder.addFieldInt64(0, BigInt(batch.dictionary), -1n);
  builder.addFieldOffset(1, records, 0);
  builder.addFieldInt8(2, batch.isDelta === true ? 1 : 0, 0);
  return { metadata: wrap(builder, 2, builder.endObject(), body.length), body };
}

/** The message around its header, after the mark and its length. */
function wrap(builder: Builder, kind: number, header: number, bodyBytes: number): Uint8Array {
  builder.startObject(4);
  builder.addFieldInt16(0, 4, 0);
  builder.addFieldInt8(1, kind, 0);
  builder.addFieldOffset(2, header, 0);
  builder.addFieldInt64(3, BigInt(bodyBytes), 0n);
  builder.finish(builder.endObject());
  const flat = builder.asUint8Array();
  const length = (flat.length + 7) & ~7;
  const bytes = Buffer.alloc(8 + length);
  bytes.writeUInt32LE(0xffffffff, 0);
  bytes.writeInt32LE(length, 4);
  bytes.set(flat, 8);
  return bytes;
}

function putOffsets(builder: Builder, offsets: readonly number[]): number {
  builder.startVector(4, offsets.length, 4);
  for (const offset of offsets.toReversed()) builder.addOffset(offset);
  return builder.endVector();
}

function putPairs(
  builder: Builder,
  pairs: readonly (readonly [number | bigint, number | bigint])[],
): number {
  builder.startVector(16, pairs.length, 8);
  for (const [first, second] of pairs.toReversed()) {
    builder.addInt64(BigInt(second));
    builder.addInt64(BigInt(first));
  }
  return builder.endVector();
}
