import type { ByteSource } from '../../platform/index.ts';
import { ByteReader } from '../byte-source.ts';
import { MOST_ARROW_BATCH_BYTES, MOST_ARROW_METADATA_BYTES } from '../limits.ts';
import { damaged, SourceFault } from '../source-fault.ts';
import { FlatTable } from './flat-table.ts';
import { type ArrowBody, tooLarge } from './record-batch.ts';

/** Members of the union `MessageHeader` (apache/arrow, format/Message.fbs). */
export const HEADER = { schema: 1, dictionary: 2, records: 3 } as const;

export interface ArrowMessages {
  /** The table `Schema`. */
  readonly schema: FlatTable;
  /** Of the file as it is stored. */
  readonly fileBytes: number;
  /** Dictionaries and record batches. */
  readonly messages: AsyncIterable<ArrowMessage>;
}

export interface ArrowMessage {
  readonly kind: number;
  readonly header: FlatTable;
  readonly body: ArrowBody;
  /** Of the file, where the message ends. */
  readonly endByte: number;
}

const MAGIC = 'ARROW1';
const CONTINUATION = 0xffffffff;
const PREFIX_BYTES = 8;

export function isArrowFile(head: Uint8Array): boolean {
  return Buffer.from(head.subarray(0, MAGIC.length)).toString('latin1') === MAGIC;
}

/** A stream begins with the length of a description. */
export function isArrowStream(head: Uint8Array): boolean {
  if (head.length < PREFIX_BYTES) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  return view.getUint32(0, true) === CONTINUATION && view.getInt32(4, true) > 0;
}

/** The messages of the streaming format, one held in memory at a time. `fileBytes`: of the file, packed or not. */
export async function readStream(
  chunks: AsyncIterable<Uint8Array>,
  fileBytes: number,
): Promise<ArrowMessages> {
  const messages = streamMessages(new ByteReader(chunks));
  const first = await messages.next();
  if (first.done === true || first.value.kind !== HEADER.schema) {
    throw damaged('Arrow file', 'it does not begin with a schema');
  }
  return { schema: first.value.header, fileBytes, messages };
}

async function* streamMessages(reader: ByteReader): AsyncGenerator<ArrowMessage, void, undefined> {
  try {
    for (;;) {
      const prefix = await reader.take(PREFIX_BYTES);
      if (prefix.length === 0) return;
      if (prefix.length < PREFIX_BYTES) throw cutOff();
      const length = metadataLength(prefix);
      if (length === 0) return;
      const metadata = await reader.take(length);
      if (metadata.length < length) throw cutOff();
      const { kind, header, bodyBytes } = parseMessage(metadata);
      const body = await reader.take(bodyBytes);
      if (body.length < bodyBytes) throw cutOff();
      const slice = async (start: number, end?: number) => body.subarray(start, end);
      yield { kind, header, body: { byteLength: bodyBytes, slice }, endByte: reader.position };
    }
  } finally {
    await reader.close();
  }
}

/** The messages that the footer of a file names: first all dictionaries. Only what is asked for of a body is read. */
export async function readFile(source: ByteSource): Promise<ArrowMessages> {
  const { byteLength } = source;
  const tailBytes = 4 + MAGIC.length;
  if (byteLength < PREFIX_BYTES + tailBytes) throw cutOff();
  const tail = await source.slice(byteLength - tailBytes);
  if (!isArrowFile(tail.subarray(4))) throw cutOff();
  const length = new DataView(tail.buffer, tail.byteOffset).getInt32(0, true);
  const end = byteLength - tailBytes;
  if (length <= 0 || length > end || length > MOST_ARROW_METADATA_BYTES) throw cutOff();
  const footer = FlatTable.root(await source.slice(end - length, end));
  const schema = footer.table(1);
  if (schema === null) throw damaged('Arrow file', 'its schema is missing');
  const blocks = [...blocksOf(footer.longs(2, 3)), ...blocksOf(footer.longs(3, 3))];
  let left = byteLength;
  for (const { metadataBytes, bodyBytes } of blocks) {
    if (metadataBytes < 0 || bodyBytes < 0) throw new RangeError('the length of a message');
    left -= metadataBytes + bodyBytes;
    // Each byte of the file is in one message at most: what stands in it once is not read many times.
    if (left < 0) throw damaged('Arrow file', 'its record batches overlap');
  }
  return { schema, fileBytes: byteLength, messages: fileMessages(source, blocks) };
}

interface Block {
  readonly offset: number;
  readonly metadataBytes: number;
  readonly bodyBytes: number;
}

/** Three words each: offset, length of the description (32 bits, the others may hold anything), length of the body. */
function blocksOf(words: readonly number[]): Block[] {
  return Array.from({ length: words.length / 3 }, (_, index) => {
    const [offset = 0, length = 0, bodyBytes = 0] = words.slice(index * 3, index * 3 + 3);
    return { offset, metadataBytes: Number(BigInt.asIntN(32, BigInt(length))), bodyBytes };
  });
}

async function* fileMessages(
  source: ByteSource,
  blocks: readonly Block[],
): AsyncGenerator<ArrowMessage, void, undefined> {
  for (const { offset, metadataBytes, bodyBytes } of blocks) {
    const start = offset + metadataBytes;
    const endByte = start + bodyBytes;
    const isSound = offset >= 0 && metadataBytes > 4 && bodyBytes >= 0;
    if (!isSound || endByte > source.byteLength || metadataBytes > MOST_ARROW_METADATA_BYTES) {
      throw new RangeError('a message lies outside of the file');
    }
    const metadata = await source.slice(offset, start);
    const { kind, header } = parseMessage(metadata.subarray(prefixLength(metadata)));
    const body = {
      byteLength: bodyBytes,
      slice: (from: number, to = bodyBytes) => source.slice(start + from, start + to),
    };
    yield { kind, header, body, endByte };
  }
}

/** Files before 0.15 have the length alone. */
function prefixLength(metadata: Uint8Array): 4 | 8 {
  const view = new DataView(metadata.buffer, metadata.byteOffset, metadata.byteLength);
  return view.getUint32(0, true) === CONTINUATION ? 8 : 4;
}

function metadataLength(prefix: Uint8Array): number {
  const view = new DataView(prefix.buffer, prefix.byteOffset, prefix.byteLength);
  if (view.getUint32(0, true) !== CONTINUATION) {
    throw new SourceFault(
      'The Arrow stream is damaged, or of a version before 1.0',
      'Write it with a newer program',
    );
  }
  const length = view.getInt32(4, true);
  if (length < 0 || length > MOST_ARROW_METADATA_BYTES) {
    throw damaged('Arrow file', `a description has ${length} bytes`);
  }
  return length;
}

function parseMessage(metadata: Uint8Array): {
  readonly kind: number;
  readonly header: FlatTable;
  readonly bodyBytes: number;
} {
  const message = FlatTable.root(metadata);
  const header = message.table(2);
  if (header === null) throw damaged('Arrow file', 'a message is empty');
  const bodyBytes = message.long(3);
  if (bodyBytes < 0) throw new RangeError('the length of a body');
  if (bodyBytes > MOST_ARROW_BATCH_BYTES) throw tooLarge();
  return { kind: message.int(1, 8, 0), header, bodyBytes };
}

function cutOff(): SourceFault {
  return damaged('Arrow file', 'its end is missing');
}
