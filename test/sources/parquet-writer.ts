/** Writes Parquet files that say what no other program would: whatever is given stands in them, sound or not. */

/** A struct of Thrift's compact protocol, by field number: whole numbers, texts, booleans, structs, lists of structs. */
export interface ThriftStruct {
  readonly [field: number]: number | string | boolean | ThriftStruct | readonly ThriftStruct[];
}

const TYPE = { true: 1, false: 2, integer: 6, binary: 8, list: 9, struct: 12 } as const;

export function thriftBytes(struct: ThriftStruct): Buffer {
  const parts: Buffer[] = [];
  let before = 0;
  for (const [key, value] of Object.entries(struct)) {
    const field = Number(key);
    const header = (type: number) => {
      const step = field - before;
      return step > 0 && step < 16
        ? Buffer.from([(step << 4) | type])
        : Buffer.concat([Buffer.from([type]), varint(2 * field)]);
    };
    if (typeof value === 'boolean') parts.push(header(value ? TYPE.true : TYPE.false));
    else if (typeof value === 'number') parts.push(header(TYPE.integer), zigzag(value));
    else if (typeof value === 'string') {
      const text = Buffer.from(value);
      parts.push(header(TYPE.binary), varint(text.length), text);
    } else if (Array.isArray(value)) {
      const list: readonly ThriftStruct[] = value;
      parts.push(header(TYPE.list), listHeader(list.length), ...list.map(thriftBytes));
    } else parts.push(header(TYPE.struct), thriftBytes(value as ThriftStruct));
    before = field;
  }
  return Buffer.concat([...parts, Buffer.from([0])]);
}

export function listHeader(size: number): Buffer {
  return Buffer.concat([Buffer.from([0xf0 | TYPE.struct]), varint(size)]);
}

function zigzag(value: number): Buffer {
  return varint(value < 0 ? -2 * value - 1 : 2 * value);
}

/** Also of more than 32 bits. */
export function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}

export interface WrittenChunk {
  readonly pages: readonly Buffer[];
  /** Physical type; left out: INT32. */
  readonly type?: number;
  readonly values: number;
  readonly codec?: number;
  /** Of the footer's bytes: instead of what is there. */
  readonly bytes?: number;
}

export interface WrittenRowGroup {
  readonly rows: number;
  readonly chunks: readonly WrittenChunk[];
}

/** `repeat`: how many times the footer names each row group. */
export function parquetFile(
  columns: readonly ThriftStruct[],
  rowGroups: readonly WrittenRowGroup[],
  repeat = 1,
): Buffer {
  const parts: Buffer[] = [Buffer.from('PAR1')];
  let at = 4;
  const described: ThriftStruct[] = [];
  for (const { rows, chunks } of rowGroups) {
    const columnChunks = chunks.map((chunk): ThriftStruct => {
      const pages = Buffer.concat(chunk.pages);
      parts.push(pages);
      const start = at;
      at += pages.length;
      const bytes = chunk.bytes ?? pages.length;
      const { type = INT32, codec = 0, values } = chunk;
      return { 2: 0, 3: { 1: type, 4: codec, 5: values, 6: bytes, 7: bytes, 9: start } };
    });
    const group = { 1: columnChunks, 2: 0, 3: rows };
    for (let time = 0; time < repeat; time++) described.push(group);
  }
  const top = columns.filter(({ 5: children }) => children === undefined || children === 0).length;
  const schema = [{ 4: 'schema', 5: top }, ...columns];
  return closeParquet(parts, thriftBytes({ 1: 1, 2: schema, 3: 0, 4: described }));
}

export function closeParquet(parts: readonly Buffer[], footer: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(footer.length);
  return Buffer.concat([...parts, footer, length, Buffer.from('PAR1')]);
}

export const INT32 = 1;
export const BYTE_ARRAY = 6;

export const requiredColumn = (name: string, type: number): ThriftStruct => ({
  1: type,
  3: 0,
  4: name,
});
export const requiredInt32 = (name: string): ThriftStruct => requiredColumn(name, INT32);
export const optionalInt32 = (name: string): ThriftStruct => ({ 1: INT32, 3: 1, 4: name });
/** A list as the oldest writers have it. */
export const repeatedInt32 = (name: string): ThriftStruct => ({ 1: INT32, 3: 2, 4: name });

/** `body`: packed, if it is. `unpacked`: its length before that. */
export function dataPage(
  values: number,
  encoding: number,
  body: Buffer,
  unpacked = body.length,
): Buffer {
  const header = { 1: 0, 2: unpacked, 3: body.length, 5: { 1: values, 2: encoding, 3: 3, 4: 3 } };
  return Buffer.concat([thriftBytes(header), body]);
}

export function dictionaryPage(values: number, body: Buffer, unpacked = body.length): Buffer {
  const header = { 1: 2, 2: unpacked, 3: body.length, 7: { 1: values, 2: 0 } };
  return Buffer.concat([thriftBytes(header), body]);
}

/** One value so many times, after the bytes that it takes. */
export function runOf(count: number, ...value: readonly number[]): Buffer {
  return Buffer.concat([varint(2 * count), Buffer.from(value)]);
}

/** Levels of a data page: their length before them. */
export function levels(run: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(run.length);
  return Buffer.concat([length, run]);
}
