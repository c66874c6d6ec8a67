import { crc32 } from 'node:zlib';
import type { ByteSource } from '../../platform/index.ts';
import type { PlainValues } from '../../scan/index.ts';
import { type FileBudget, heldBytes } from '../file-budget.ts';
import { MOST_DICTIONARY_BYTES, MOST_PAGE_BYTES, MOST_PAGE_HEADER_BYTES } from '../limits.ts';
import { damaged, SourceFault } from '../source-fault.ts';
import { unpackPage } from './codecs.ts';
import type { Leaf } from './leaves.ts';
import type { ColumnChunk } from './metadata.ts';
import { decodeDictionary, type LeafDecoder, type PageValues } from './page-values.ts';
import { RunDecoder } from './run-decoder.ts';
import { ThriftReader } from './thrift.ts';

/** Values of a page in its order, missing ones among them. */
export interface Page {
  /** Entries left: values, missing ones, and empty lists. */
  left: number;
  readonly repetitions: RunDecoder | null;
  readonly definitions: RunDecoder | null;
  readonly values: PageValues;
}

const PAGE = { data: 0, index: 1, dictionary: 2, dataV2: 3 } as const;
const RLE = 3;
const UNCOMPRESSED = 0;
const FIRST_HEADER_BYTES = 8 * 1024;

interface PageHeader {
  kind: number;
  unpackedBytes: number;
  packedBytes: number;
  checksum: number | null;
  valueCount: number;
  encoding: number;
  levelEncoding: number;
  definitionBytes: number;
  repetitionBytes: number;
  isPacked: boolean;
}

/** The pages of one column chunk, one at a time. */
export class PageReader {
  readonly #leaf: Leaf;
  readonly #chunk: ColumnChunk;
  readonly #decoder: LeafDecoder;
  readonly #window: Window;
  readonly #budget: FileBudget;
  /** Of the page at hand. */
  #heldBytes = 0;
  #position: number;
  #values = 0;
  #dictionary: PlainValues | null = null;

  /** `windowBytes`: how much is read at once, at least. */
  constructor(
    source: ByteSource,
    leaf: Leaf,
    chunk: ColumnChunk,
    decoder: LeafDecoder,
    windowBytes: number,
    budget: FileBudget,
  ) {
    this.#leaf = leaf;
    this.#chunk = chunk;
    this.#decoder = decoder;
    this.#window = new Window(source, chunk.end, windowBytes);
    this.#budget = budget;
    this.#position = chunk.start;
  }

  /** The next data page; null after the last. */
  async next(): Promise<Page | null> {
    while (this.#values < this.#chunk.valueCount) {
      const header = await this.#readHeader();
      const body = await this.#window.read(this.#position, header.packedBytes);
      this.#position += header.packedBytes;
      // Writers keep to the CRC of zlib; a wrong one means that the page is.
      if (header.checksum !== null && crc32(body) !== header.checksum >>> 0) {
        throw damaged('Parquet file', 'the checksum of a page is wrong');
      }
      if (header.kind === PAGE.dictionary) this.#takeDictionary(header, body);
      else if (header.kind === PAGE.data || header.kind === PAGE.dataV2) {
        this.#values += header.valueCount;
        if (this.#values > this.#chunk.valueCount) {
          throw damaged('Parquet file', 'its pages have more values than their column chunk');
        }
        this.#budget.hold(header.unpackedBytes - this.#heldBytes);
        this.#heldBytes = header.unpackedBytes;
        this.#budget.addUnpacked(header.unpackedBytes);
        return header.kind === PAGE.data ? this.#open(header, body) : this.#openV2(header, body);
      }
    }
    return null;
  }

  async #readHeader(): Promise<PageHeader> {
    for (let length = FIRST_HEADER_BYTES; ; length *= 16) {
      const available = Math.min(length, this.#chunk.end - this.#position);
      const bytes = await this.#window.read(this.#position, available);
      try {
        const thrift = new ThriftReader(bytes);
        const header = parseHeader(thrift);
        this.#position += thrift.position;
        return header;
      } catch (error) {
        const isAll = available < length || length > MOST_PAGE_HEADER_BYTES;
        if (!(error instanceof RangeError) || isAll) throw error;
      }
    }
  }

  #takeDictionary(header: PageHeader, body: Uint8Array): void {
    if (this.#dictionary !== null) throw damaged('Parquet file', 'a column has two dictionaries');
    if (header.unpackedBytes > MOST_DICTIONARY_BYTES) {
      throw new SourceFault(
        `A dictionary of the Parquet file is longer than ${MOST_DICTIONARY_BYTES / 1024 / 1024} MiB`,
        'Write it with smaller dictionaries',
      );
    }
    this.#budget.addUnpacked(header.unpackedBytes);
    const bytes = unpackPage(body, this.#chunk.codec, header.unpackedBytes);
    this.#dictionary = decodeDictionary(this.#decoder, bytes, header.valueCount);
    this.#budget.hold(bytes.length + heldBytes(this.#dictionary));
  }

  #open(header: PageHeader, body: Uint8Array): Page {
    const { definition, repetition } = this.#leaf;
    const bytes = this.#unpack(body, header.unpackedBytes);
    let at = 0;
    const levels = (most: number): RunDecoder | null => {
      if (most === 0) return null;
      if (header.levelEncoding !== RLE) throw unknownEncoding(header.levelEncoding);
      const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);
      const start = at + 4;
      at = start + length;
      return new RunDecoder(bytes, start, at, bitWidth(most));
    };
    const repetitions = levels(repetition);
    const definitions = levels(definition);
    return this.#page(header, repetitions, definitions, bytes, at);
  }

  #openV2(header: PageHeader, body: Uint8Array): Page {
    const { definition, repetition } = this.#leaf;
    const { repetitionBytes, definitionBytes } = header;
    const levelBytes = repetitionBytes + definitionBytes;
    if (repetitionBytes < 0 || definitionBytes < 0 || levelBytes > body.length) {
      throw new RangeError('the levels of a page');
    }
    const levels = (most: number, start: number, end: number) =>
      most === 0 ? null : new RunDecoder(body, start, end, bitWidth(most));
    const packed = body.subarray(levelBytes);
    const length = header.unpackedBytes - levelBytes;
    if (length < 0) throw new RangeError('the length of a page');
    const isPacked = header.isPacked && packed.length > 0;
    const bytes = isPacked ? this.#unpack(packed, length) : packed;
    return this.#page(
      header,
      levels(repetition, 0, repetitionBytes),
      levels(definition, repetitionBytes, levelBytes),
      bytes,
      0,
    );
  }

  /** A page of a column without lists is used up when the next one comes, which may take its bytes. */
  #unpack(packed: Uint8Array, length: number): Uint8Array {
    const { codec } = this.#chunk;
    if (this.#leaf.repetition > 0 || codec === UNCOMPRESSED)
      return unpackPage(packed, codec, length);
    const bytes = unpackPage(packed, codec, length, this.#decoder.pageRoom);
    this.#decoder.keepPage(bytes);
    return bytes;
  }

  #page(
    header: PageHeader,
    repetitions: RunDecoder | null,
    definitions: RunDecoder | null,
    bytes: Uint8Array,
    start: number,
  ): Page {
    const values = this.#decoder.open(header.encoding, bytes, start, {
      dictionary: this.#dictionary,
      mostValues: header.valueCount,
    });
    if (values === null) throw unknownEncoding(header.encoding);
    return { left: header.valueCount, repetitions, definitions, values };
  }
}

export function bitWidth(most: number): number {
  return 32 - Math.clz32(most);
}

function unknownEncoding(encoding: number): SourceFault {
  return new SourceFault(
    `The Parquet file has an encoding that can't be read (${encoding})`,
    'Write it with a newer program, or with the encoding PLAIN',
  );
}

function parseHeader(thrift: ThriftReader): PageHeader {
  const header: PageHeader = {
    kind: -1,
    unpackedBytes: 0,
    packedBytes: 0,
    checksum: null,
    valueCount: 0,
    encoding: 0,
    levelEncoding: RLE,
    definitionBytes: 0,
    repetitionBytes: 0,
    isPacked: true,
  };
  thrift.struct((field) => {
    if (field === 1) header.kind = thrift.integer();
    else if (field === 2) header.unpackedBytes = thrift.integer();
    else if (field === 3) header.packedBytes = thrift.integer();
    else if (field === 4) header.checksum = thrift.integer();
    else if (field === 5 || field === 7) {
      return thrift.nested((part) => {
        if (part === 1) header.valueCount = thrift.integer();
        else if (part === 2) header.encoding = thrift.integer();
        else if (part === 3 && field === 5) header.levelEncoding = thrift.integer();
        else return false;
        return true;
      });
    } else if (field === 8) {
      return thrift.nested((part) => {
        if (part === 1) header.valueCount = thrift.integer();
        else if (part === 4) header.encoding = thrift.integer();
        else if (part === 5) header.definitionBytes = thrift.integer();
        else if (part === 6) header.repetitionBytes = thrift.integer();
        else if (part === 7) header.isPacked = thrift.boolean();
        else return false;
        return true;
      });
    } else return false;
    return true;
  });
  const { unpackedBytes, packedBytes, valueCount } = header;
  if (unpackedBytes < 0 || packedBytes < 0 || valueCount < 0) throw new RangeError('a page header');
  if (unpackedBytes > MOST_PAGE_BYTES || packedBytes > MOST_PAGE_BYTES) {
    throw new SourceFault(
      `A page of the Parquet file is longer than ${MOST_PAGE_BYTES / 1024 / 1024} MiB`,
      'Write it with smaller pages',
    );
  }
  return header;
}

/** The part of a chunk that was read last. */
class Window {
  readonly #source: ByteSource;
  readonly #end: number;
  readonly #least: number;
  #start = 0;
  #bytes = new Uint8Array();

  constructor(source: ByteSource, end: number, least: number) {
    this.#source = source;
    this.#end = end;
    this.#least = least;
  }

  async read(position: number, length: number): Promise<Uint8Array> {
    if (position + length > this.#end) throw new RangeError('a page is cut off');
    const offset = position - this.#start;
    if (offset < 0 || offset + length > this.#bytes.length) {
      const end = Math.min(this.#end, position + Math.max(length, this.#least));
      this.#bytes = (await this.#source.slice(position, end)) as Uint8Array<ArrayBuffer>;
      this.#start = position;
      return this.#bytes.subarray(0, length);
    }
    return this.#bytes.subarray(offset, offset + length);
  }
}
