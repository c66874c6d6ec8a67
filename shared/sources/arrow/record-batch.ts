import type { ByteSource } from '../../platform/index.ts';
import type { FileBudget } from '../file-budget.ts';
import { MOST_ARROW_BATCH_BYTES } from '../limits.ts';
import { unpackLz4Frame } from '../lz4.ts';
import { damaged, SourceFault } from '../source-fault.ts';
import { unpackZstd } from '../zstd.ts';
import type { ArrowField } from './arrow-schema.ts';
import type { FlatTable } from './flat-table.ts';

/** The buffers of one field in one record batch. */
export interface ArrowArray {
  readonly field: ArrowField;
  readonly length: number;
  /** One bit a value, 1 where it is there; null where all are. */
  readonly validity: Uint8Array | null;
  /** Those after the validity, in the order of the format. */
  readonly buffers: readonly Uint8Array[];
  readonly children: readonly ArrowArray[];
}

/** What follows the description of a batch, wherever it is kept. */
export type ArrowBody = Pick<ByteSource, 'byteLength' | 'slice'>;

/** `batch`: the table `RecordBatch`. */
export function rowsOf(batch: FlatTable): number {
  const rows = batch.long(0);
  if (!Number.isSafeInteger(rows) || rows < 0) throw new RangeError('rows of a batch');
  return rows;
}

/** Each as long as the batch has rows. Only buffers of fields that are asked for by `isWanted` are read and unpacked. */
export async function readArrays(
  fields: readonly ArrowField[],
  batch: FlatTable,
  body: ArrowBody,
  budget: FileBudget,
  isWanted: (topLevel: number) => boolean,
): Promise<readonly ArrowArray[]> {
  const rows = rowsOf(batch);
  const buffers = new Buffers(batch, body, budget);
  const arrays: ArrowArray[] = [];
  for (const [index, field] of fields.entries()) {
    arrays.push(await buffers.read(field, isWanted(index)));
  }
  if (arrays.some(({ length }) => length !== rows)) {
    throw damaged('Arrow file', 'the columns of a batch differ in length');
  }
  return arrays;
}

class Buffers {
  readonly #nodes: readonly number[];
  readonly #places: readonly number[];
  readonly #variadic: readonly number[];
  readonly #body: ArrowBody;
  readonly #codec: number | null;
  readonly #budget: FileBudget;
  #node = 0;
  #buffer = 0;
  #view = 0;
  #packed = 0;
  #unpacked = 0;

  constructor(batch: FlatTable, body: ArrowBody, budget: FileBudget) {
    this.#nodes = batch.longs(1, 2);
    this.#places = batch.longs(2, 2);
    this.#variadic = batch.longs(4, 1);
    this.#body = body;
    this.#budget = budget;
    const compression = batch.table(3);
    this.#codec = compression === null ? null : compression.int(0, 8, 0);
  }

  async read(field: ArrowField, isWanted: boolean): Promise<ArrowArray> {
    const length = this.#nodes[this.#node++];
    const nulls = this.#nodes[this.#node++];
    if (length === undefined || nulls === undefined || !(length >= 0)) {
      throw damaged('Arrow file', 'a batch lacks columns');
    }
    const isNothing = field.type.kind === 'nothing' && field.dictionary === null;
    const validity = isNothing ? new Uint8Array() : await this.#take(isWanted);
    const buffers: Uint8Array[] = [];
    for (let left = this.#buffersAfterValidity(field); left > 0; left--) {
      buffers.push(await this.#take(isWanted));
    }
    // Those of a dictionary's codes are in the dictionary.
    const children: ArrowArray[] = [];
    for (const child of field.dictionary === null ? field.children : []) {
      children.push(await this.read(child, isWanted));
    }
    const isComplete = validity.length === 0 && nulls === 0;
    return { field, length, validity: isComplete ? null : validity, buffers, children };
  }

  #buffersAfterValidity({ type, dictionary }: ArrowField): number {
    if (dictionary !== null) return 1;
    switch (type.kind) {
      case 'nothing':
      case 'struct':
      case 'fixedList':
        return 0;
      case 'booleans':
      case 'fixed':
      case 'list':
      case 'map':
        return 1;
      case 'texts':
      case 'listViews':
        return 2;
      case 'views': {
        const more = this.#variadic[this.#view++] ?? 0;
        if (more < 0 || more > this.#places.length) throw new RangeError('buffers of views');
        return 1 + more;
      }
    }
  }

  async #take(isWanted: boolean): Promise<Uint8Array> {
    const offset = this.#places[this.#buffer++];
    const length = this.#places[this.#buffer++];
    if (offset === undefined || length === undefined) {
      throw damaged('Arrow file', 'a batch lacks buffers');
    }
    if (!isWanted || length === 0) return new Uint8Array();
    if (offset < 0 || length < 0 || offset + length > this.#body.byteLength) {
      throw new RangeError('a buffer lies outside of its batch');
    }
    // Two columns may name the same bytes.
    this.#packed = this.#claim(this.#packed, length);
    const bytes = await this.#body.slice(offset, offset + length);
    return this.#codec === null ? bytes : this.#unpack(bytes, this.#codec);
  }

  #unpack(packed: Uint8Array, codec: number): Uint8Array {
    const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
    const length = Number(view.getBigInt64(0, true));
    const bytes = packed.subarray(8);
    if (length === -1) return bytes;
    this.#unpacked = this.#claim(this.#unpacked, length);
    // LZ4 makes at most 255 bytes of one.
    if (codec === 0 && length > 255 * packed.length) throw new RangeError('the length of a buffer');
    if (codec === 0) return unpackLz4Frame(bytes, length);
    if (codec !== 1) throw damaged('Arrow file', `a batch has the unknown codec ${codec}`);
    const unpacked = unpackBuffer(bytes, length);
    if (unpacked.length !== length) throw damaged('Arrow file', 'a buffer is shorter than it says');
    return unpacked;
  }

  #claim(before: number, length: number): number {
    if (length < 0 || before + length > MOST_ARROW_BATCH_BYTES) throw tooLarge();
    this.#budget.addUnpacked(length);
    return before + length;
  }
}

function unpackBuffer(bytes: Uint8Array, length: number): Uint8Array {
  try {
    return unpackZstd(bytes, length);
  } catch (error) {
    if (error instanceof SourceFault) throw error;
    throw damaged('Arrow file', "a buffer can't be unpacked");
  }
}

export function tooLarge(): SourceFault {
  return new SourceFault(
    `A record batch of the Arrow file is larger than ${MOST_ARROW_BATCH_BYTES / 1024 ** 3} GiB`,
    'Write it with smaller record batches, for example of 65,536 rows',
  );
}
