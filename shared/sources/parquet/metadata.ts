import type { ByteSource } from '../../platform/index.ts';
import { MOST_FOOTER_BYTES } from '../limits.ts';
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
  thrift.struct((field) => {
    if (field === 2) return thrift.structs(() => schema.push(readSchemaElement(thrift)));
    if (field === 4) return thrift.structs(() => rowGroups.push(readRowGroup(thrift, dataEnd)));
    if (field === 8) throw encrypted();
    return false;
  });
  if (schema.length === 0) throw damaged('Parquet file', 'its description has no columns');
  return { schema, rowGroups };
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

function readRowGroup(thrift: ThriftReader, dataEnd: number): RowGroup {
  const chunks: ColumnChunk[] = [];
  let rowCount = 0;
  thrift.struct((field) => {
    if (field === 1) return thrift.structs(() => chunks.push(readChunk(thrift, dataEnd)));
    if (field === 3) rowCount = thrift.integer();
    else return false;
    return true;
  });
  if (!Number.isSafeInteger(rowCount) || rowCount < 0) throw new RangeError('rows of a row group');
  return { rowCount, chunks };
}

/** Early writers of Java counted the first page's header out. */
const FORGOTTEN_BYTES = 100;

function readChunk(thrift: ThriftReader, dataEnd: number): ColumnChunk {
  let [type, codec, valueCount, bytes, dataPage, dictionaryPage] = [-1, 0, 0, 0, 0, 0];
  let isExternal = false;
  thrift.struct((field) => {
    if (field === 1) isExternal = thrift.text() !== '';
    else if (field === 8 || field === 9) throw encrypted();
    else if (field === 3) {
      return thrift.nested((part) => {
        if (part === 1) type = thrift.integer();
        else if (part === 4) codec = thrift.integer();
        else if (part === 5) valueCount = thrift.integer();
        else if (part === 7) bytes = thrift.integer();
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
  if (start < MAGIC.length || bytes < 0 || start + bytes > dataEnd || valueCount < 0) {
    throw new RangeError('a column chunk lies outside of the file');
  }
  return {
    type,
    codec,
    valueCount,
    start,
    end: Math.min(dataEnd, start + bytes + FORGOTTEN_BYTES),
  };
}
