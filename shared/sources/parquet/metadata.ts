import type { ByteSource } from '../../platform/index.ts';
import { MOST_FIELDS, MOST_FOOTER_BYTES, MOST_ROW_GROUPS } from '../limits.ts';
import { damaged, SourceFault } from '../source-fault.ts';
import { ThriftReader } from './thrift.ts';

/** What the end of a Parquet file says of it (apache/parquet-format, parquet.thrift), as far as it is read here. */
export interface ParquetMetadata {
  /** Preorder. The first is the root. */
  readonly schema: readonly SchemaElement[];
  readonly rowGroups: readonly RowGroup[];
}

export interface SchemaElement {
  readonly name: string;
  /** Physical type; null for groups. */
  readonly type: number | null;
  readonly typeLength: number;
  readonly repetition: number;
  readonly children: number;
  /** −1 where there is none. */
  readonly convertedType: number;
  readonly scale: number;
  readonly logical: LogicalType | null;
}

export interface LogicalType {
  /** Field of the union `LogicalType`. */
  readonly kind: number;
  readonly scale: number;
  readonly isUtc: boolean;
  /** Digits of a second's fraction. */
  readonly digits: number;
  readonly isSigned: boolean;
}

export interface RowGroup {
  readonly rowCount: number;
  readonly chunks: readonly ColumnChunk[];
}

export interface ColumnChunk {
  readonly type: number;
  readonly codec: number;
  readonly valueCount: number;
  /** All pages unpacked, as the file has it. */
  readonly unpackedBytes: number;
  /** Bytes of the file. */
  readonly start: number;
  readonly end: number;
}

const MAGIC = 'PAR1';
const ENCRYPTED_MAGIC = 'PARE';
const TAIL_BYTES = 8;

/** Throws a `SourceFault` or a `RangeError` for damaged files, encrypted ones among them. */
export async function readMetadata(source: ByteSource): Promise<ParquetMetadata> {
  const { byteLength } = source;
  if (byteLength < TAIL_BYTES + MAGIC.length) throw cutOff();
  const tail = await source.slice(byteLength - TAIL_BYTES);
  const magic = Buffer.from(tail.subarray(4)).toString('latin1');
  if (magic === ENCRYPTED_MAGIC) throw encrypted();
  if (magic !== MAGIC) throw cutOff();
  const length = new DataView(tail.buffer, tail.byteOffset).getUint32(0, true);
  if (length > byteLength - TAIL_BYTES - MAGIC.length) throw cutOff();
  if (length > MOST_FOOTER_BYTES) {
    throw new SourceFault(
      `The description of the Parquet file is longer than ${MOST_FOOTER_BYTES / 1024 / 1024} MiB`,
      'Write it in several files, or with larger row groups',
    );
  }
  const end = byteLength - TAIL_BYTES;
  return parseMetadata(await source.slice(end - length, end), end - length);
}

function cutOff(): SourceFault {
  return damaged('Parquet file', 'its end is missing');
}

function encrypted(): SourceFault {
  return new SourceFault('The Parquet file is encrypted', 'Write it without encryption');
}

/** `dataEnd`: where the description begins, before which all chunks must lie. */
function parseMetadata(footer: Uint8Array, dataEnd: number): ParquetMetadata {
  const schema: SchemaElement[] = [];
  const rowGroups: RowGroup[] = [];
  const thrift = new ThriftReader(footer);
  let left = dataEnd;
  const addRowGroup = (): void => {
    const { rowCount, chunks, bytes } = readRowGroup(thrift, dataEnd);
    // Each byte of the file is in one chunk at most: what stands in it once is not read many times.
    left -= bytes;
    if (left < 0) throw damaged('Parquet file', 'its column chunks overlap');
    if (rowGroups.push({ rowCount, chunks }) > MOST_ROW_GROUPS) throw tooMany('row groups');
  };
  const addSchemaElement = (): void => {
    if (schema.push(readSchemaElement(thrift)) > MOST_FIELDS) throw tooMany('columns');
  };
  thrift.struct((field) => {
    if (field === 2) return thrift.structs(addSchemaElement);
    if (field === 4) return thrift.structs(addRowGroup);
    if (field === 8) throw encrypted();
    return false;
  });
  if (schema.length === 0) throw damaged('Parquet file', 'its description has no columns');
  return { schema, rowGroups };
}

/** A list may name as many as the description has bytes, and one field many lists. */
function tooMany(what: string): SourceFault {
  return damaged('Parquet file', `its description has too many ${what}`);
}

function readSchemaElement(thrift: ThriftReader): SchemaElement {
  let type: number | null = null;
  let [typeLength, repetition, children, convertedType, scale, name] = [0, 0, 0, -1, 0, ''];
  let logical: LogicalType | null = null;
  thrift.struct((field) => {
    if (field === 1) type = thrift.integer();
    else if (field === 2) typeLength = thrift.integer();
    else if (field === 3) repetition = thrift.integer();
    else if (field === 4) name = thrift.text();
    else if (field === 5) children = thrift.integer();
    else if (field === 6) convertedType = thrift.integer();
    else if (field === 7) scale = thrift.integer();
    else if (field === 10) logical = readLogicalType(thrift);
    else return false;
    return true;
  });
  return { name, type, typeLength, repetition, children, convertedType, scale, logical };
}

const DECIMAL = 5;
const TIME = 7;
const TIMESTAMP = 8;
const INTEGER = 10;

function readLogicalType(thrift: ThriftReader): LogicalType {
  let [kind, scale, isUtc, digits, isSigned] = [0, 0, false, 0, true];
  thrift.nested((union) => {
    kind = union;
    return thrift.nested((field) => {
      if (union === DECIMAL && field === 1) scale = thrift.integer();
      else if ((union === TIME || union === TIMESTAMP) && field === 1) isUtc = thrift.boolean();
      else if ((union === TIME || union === TIMESTAMP) && field === 2) {
        return thrift.nested((unit) => {
          // Thousandths of a second, thousandths of those, thousandths of those.
          if (unit < 1 || unit > 3) {
            throw damaged('Parquet file', `a column has the unknown unit of time ${unit}`);
          }
          digits = unit * 3;
          return false;
        });
      } else if (union === INTEGER && field === 2) isSigned = thrift.boolean();
      else return false;
      return true;
    });
  });
  return { kind, scale, isUtc, digits, isSigned };
}

function readRowGroup(
  thrift: ThriftReader,
  dataEnd: number,
): RowGroup & { readonly bytes: number } {
  const chunks: ColumnChunk[] = [];
  let rowCount = 0;
  let bytes = 0;
  const addChunk = (): void => {
    const { chunk, packedBytes } = readChunk(thrift, dataEnd);
    if (chunks.push(chunk) > MOST_FIELDS) throw tooMany('columns');
    bytes += packedBytes;
  };
  thrift.struct((field) => {
    if (field === 1) return thrift.structs(addChunk);
    if (field === 3) rowCount = thrift.integer();
    else return false;
    return true;
  });
  if (!Number.isSafeInteger(rowCount) || rowCount < 0) throw new RangeError('rows of a row group');
  return { rowCount, chunks, bytes };
}

/** Early writers of Java counted the first page's header out. */
const FORGOTTEN_BYTES = 100;

function readChunk(
  thrift: ThriftReader,
  dataEnd: number,
): { readonly chunk: ColumnChunk; readonly packedBytes: number } {
  let [type, codec, valueCount, dataPage, dictionaryPage] = [-1, 0, 0, 0, 0];
  let [unpackedBytes, packedBytes] = [0, 0];
  let isExternal = false;
  thrift.struct((field) => {
    if (field === 1) isExternal = thrift.text() !== '';
    else if (field === 8 || field === 9) throw encrypted();
    else if (field === 3) {
      return thrift.nested((part) => {
        if (part === 1) type = thrift.integer();
        else if (part === 4) codec = thrift.integer();
        else if (part === 5) valueCount = thrift.integer();
        else if (part === 6) unpackedBytes = thrift.integer();
        else if (part === 7) packedBytes = thrift.integer();
        else if (part === 9) dataPage = thrift.integer();
        else if (part === 11) dictionaryPage = thrift.integer();
        else return false;
        return true;
      });
    } else return false;
    return true;
  });
  if (isExternal) {
    throw new SourceFault(
      'The Parquet file keeps its columns in other files',
      'Name those files instead',
    );
  }
  const start = dictionaryPage > 0 && dictionaryPage < dataPage ? dictionaryPage : dataPage;
  const chunkEnd = start + packedBytes;
  if (start < MAGIC.length || packedBytes < 0 || chunkEnd > dataEnd || valueCount < 0) {
    throw new RangeError('a column chunk lies outside of the file');
  }
  const end = Math.min(dataEnd, chunkEnd + FORGOTTEN_BYTES);
  const chunk = { type, codec, valueCount, unpackedBytes: Math.max(0, unpackedBytes), start, end };
  return { chunk, packedBytes };
}
