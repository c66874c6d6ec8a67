import { UserError } from '../errors/index.ts';
import type { ByteSource } from '../platform/index.ts';
import type { ColumnarData } from '../scan/index.ts';
import { openArrow } from './arrow/arrow-reader.ts';
import { readFile, readStream } from './arrow/messages.ts';
import { type ReusedBuffers, reusedBuffers, streamReused, streamSource } from './byte-source.ts';
import { decompress, detectPacking } from './decompress.ts';
import { detectKind, type FileKind } from './file-kind.ts';
import { openParquet, type RowGroups } from './parquet/parquet-reader.ts';
import { nameFault, nameFaults } from './source-fault.ts';
import { readTfRecords, type TfRecordRow } from './tf-record.ts';

/** `data.format`, as far as it says more than which text. */
export type RequestedFormat = 'auto' | 'csv' | 'tsv' | 'jsonl' | 'parquet' | 'arrow' | 'tfrecord';

export interface OpenOptions {
  readonly format: RequestedFormat;
  /** Of a columnar file, only these; left out: all. */
  readonly columns?: ReadonlySet<string>;
  /**
   * Every byte of the file as it is stored, once and in order, while it is read or right after. What a chunk holds may be
   * something else afterwards.
   */
  readonly onBytes: (chunk: Uint8Array) => void;
}

/** A file that may have a faster way to be read from its start to its end. */
export interface DataSource extends ByteSource {
  /** Where the operating system finds it, if anywhere. */
  readonly path?: string;
  stream?(): AsyncIterable<Uint8Array>;
  /** Fills `into` with the bytes from `start` on. */
  readInto?(into: Uint8Array, start: number): Promise<void>;
}

/** What a file holds. Whoever takes it must take all of it, then `finish`. */
export type DataContent =
  | {
      readonly kind: 'text';
      /** What a chunk holds is something else once the next one is asked for. */
      readonly chunks: AsyncIterable<Uint8Array>;
      /** Of a file that is not packed: who reads its bytes by other ways tells how far, and takes no chunk. */
      readonly upTo: ((endByte: number) => Promise<void>) | null;
    }
  | {
      readonly kind: 'columns';
      readonly data: ColumnarData;
      /** To be read instead of all batches of the data; null for a file that is read from its start to its end. */
      readonly rowGroups: RowGroups | null;
    }
  | { readonly kind: 'examples'; readonly rows: AsyncIterable<TfRecordRow> };

const FORMAT_NAMES = { parquet: 'Parquet file', arrow: 'Arrow file', tfrecord: 'TFRecord file' };
const KINDS: Readonly<Record<FileKind, keyof typeof FORMAT_NAMES | 'text'>> = {
  text: 'text',
  parquet: 'parquet',
  'arrow-file': 'arrow',
  'arrow-stream': 'arrow',
  tfrecord: 'tfrecord',
};
const HEAD_BYTES = 4096;

/**
 * Opens a data file by what its bytes are. Throws a `UserError` for one that is damaged, packed twice, or no file of the
 * requested format, and so does what it returns while it is taken.
 */
export async function openData(
  file: string,
  source: DataSource,
  options: OpenOptions,
): Promise<{ readonly content: DataContent; readonly finish: () => Promise<void> }> {
  const seen = new BytesSeen(source, options.onBytes);
  const head = await source.slice(0, Math.min(HEAD_BYTES, source.byteLength));
  const packing = detectPacking(head);
  const finish = () => seen.upTo(source.byteLength);
  if (packing === null) {
    const kind = decideKind(file, head, options.format);
    if (kind === 'parquet' || kind === 'arrow-file') {
      return { content: await openColumns(file, kind, source, options, seen), finish };
    }
    const chunks = kind === 'text' ? seen.streamReused() : seen.stream();
    const content = await openSequence(file, kind, chunks, source.byteLength, options);
    const upTo = (endByte: number) => seen.upTo(endByte);
    return { content: content.kind === 'text' ? { ...content, upTo } : content, finish };
  }
  const unpacked = nameFaults(file, 'file', decompress(seen.stream(), packing));
  const peeked = await peek(unpacked, HEAD_BYTES);
  if (detectPacking(peeked.head) !== null) {
    throw new UserError({
      what: 'The file is packed twice',
      where: { file },
      remedy: 'Pack it once, or not at all',
    });
  }
  const kind = decideKind(file, peeked.head, options.format);
  if (kind === 'parquet' || kind === 'arrow-file') {
    throw new UserError({
      what: `The ${FORMAT_NAMES[KINDS[kind] as 'parquet']} is packed by ${packing} as a whole, so that its parts can't be found`,
      where: { file },
      remedy: `Unpack it: such files are compressed inside`,
    });
  }
  const content = await openSequence(file, kind, peeked.chunks, source.byteLength, options);
  return { content, finish };
}

function decideKind(file: string, head: Uint8Array, requested: RequestedFormat): FileKind {
  const found = detectKind(file, head);
  const isText = requested === 'csv' || requested === 'tsv' || requested === 'jsonl';
  const expected = isText ? 'text' : requested;
  if (requested === 'auto' || KINDS[found] === expected) return found;
  if (expected === 'tfrecord') return 'tfrecord';
  // Its name alone made it a TFRecord file.
  if (expected === 'text' && found === 'tfrecord') return 'text';
  const isEmpty = head.length === 0;
  const is = KINDS[found] === 'text' ? 'no' : `${aFormat(KINDS[found] as 'parquet')} and no`;
  throw new UserError({
    what: isEmpty ? 'The data file is empty' : `The data file is ${is} ${nameOf(expected)}`,
    where: { file },
    remedy: 'Set data.format to auto, or name another file in data.path',
  });
}

function aFormat(format: keyof typeof FORMAT_NAMES): string {
  return `${format === 'arrow' ? 'an' : 'a'} ${FORMAT_NAMES[format]}`;
}

function nameOf(format: keyof typeof FORMAT_NAMES | 'text' | 'auto'): string {
  return format === 'text' || format === 'auto' ? 'text' : FORMAT_NAMES[format];
}

async function openColumns(
  file: string,
  kind: 'parquet' | 'arrow-file',
  source: ByteSource,
  { columns }: OpenOptions,
  seen: BytesSeen,
): Promise<DataContent> {
  const wanted = columns === undefined ? {} : { columns };
  const before = (endByte: number) => seen.upTo(endByte);
  if (kind === 'arrow-file') {
    const data = await naming(file, FORMAT_NAMES.arrow, async () =>
      openArrow(await readFile(source), { ...wanted, beforeBatch: before }),
    );
    return { kind: 'columns', data, rowGroups: null };
  }
  let rowGroups: RowGroups | null = null;
  const data = await naming(file, FORMAT_NAMES.parquet, async () => {
    const opened = await openParquet(source, { ...wanted, beforeRowGroup: before });
    const { batchesOf } = opened.rowGroups;
    rowGroups = {
      ...opened.rowGroups,
      batchesOf: (share) => nameFaults(file, FORMAT_NAMES.parquet, batchesOf(share)),
    };
    return opened;
  });
  return { kind: 'columns', data, rowGroups };
}

async function openSequence(
  file: string,
  kind: FileKind,
  chunks: AsyncIterable<Uint8Array>,
  fileBytes: number,
  { columns }: OpenOptions,
): Promise<DataContent> {
  if (kind === 'tfrecord') {
    return {
      kind: 'examples',
      rows: nameFaults(file, FORMAT_NAMES.tfrecord, readTfRecords(chunks)),
    };
  }
  if (kind === 'text') return { kind: 'text', chunks, upTo: null };
  const wanted = columns === undefined ? {} : { columns };
  const data = await naming(file, FORMAT_NAMES.arrow, async () =>
    openArrow(await readStream(chunks, fileBytes), wanted),
  );
  return { kind: 'columns', data, rowGroups: null };
}

async function naming(
  file: string,
  format: string,
  open: () => Promise<ColumnarData>,
): Promise<ColumnarData> {
  try {
    const { columns, batches } = await open();
    return { columns, batches: nameFaults(file, format, batches) };
  } catch (error) {
    throw nameFault(file, format, error);
  }
}

/** The first bytes of a sequence, and all of it again. */
async function peek(
  chunks: AsyncGenerator<Uint8Array, void, undefined>,
  length: number,
): Promise<{ readonly head: Uint8Array; readonly chunks: AsyncIterable<Uint8Array> }> {
  const first: Uint8Array[] = [];
  for (let bytes = 0; bytes < length; ) {
    const next = await chunks.next();
    if (next.done === true) break;
    first.push(next.value);
    bytes += next.value.byteLength;
  }
  const all = async function* () {
    try {
      yield* first;
      yield* chunks;
    } finally {
      await chunks.return();
    }
  };
  return { head: Buffer.concat(first).subarray(0, length), chunks: all() };
}

/** Tells of every byte once and in order, also of those that a reader leaves out; of a file that is either streamed or not. */
class BytesSeen {
  readonly #source: DataSource;
  readonly #onBytes: (chunk: Uint8Array) => void;
  #position = 0;
  #buffers: ReusedBuffers | null = null;

  constructor(source: DataSource, onBytes: (chunk: Uint8Array) => void) {
    this.#source = source;
    this.#onBytes = onBytes;
  }

  async *stream(): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const chunk of this.#source.stream?.() ?? streamSource(this.#source)) {
      this.#take(chunk);
      yield chunk;
    }
  }

  async *streamReused(): AsyncGenerator<Uint8Array, void, undefined> {
    if (this.#source.readInto === undefined) {
      yield* this.stream();
      return;
    }
    for await (const chunk of this.#reused(this.#source.byteLength)) {
      this.#take(chunk);
      yield chunk;
    }
  }

  async upTo(end: number): Promise<void> {
    for await (const chunk of this.#reused(end)) this.#take(chunk);
  }

  #reused(end: number): AsyncGenerator<Uint8Array, void, undefined> {
    const source = this.#source;
    if (source.readInto === undefined) return streamSource(source, this.#position, end);
    this.#buffers ??= reusedBuffers(source.byteLength);
    return streamReused(
      (into, start) => source.readInto?.(into, start) ?? Promise.resolve(),
      this.#position,
      end,
      this.#buffers,
    );
  }

  #take(chunk: Uint8Array): void {
    this.#position += chunk.byteLength;
    this.#onBytes(chunk);
  }
}
