import { LONGEST_ROW } from '../scan/index.ts';
import { ByteReader } from './byte-source.ts';
import { maskedCrc32c } from './crc32c.ts';
import { damaged, SourceFault } from './source-fault.ts';
import { decodeExample, type Feature } from './tf-example.ts';

const HEADER_BYTES = 12;
const FOOTER_BYTES = 4;

export interface TfRecordRow {
  /** Records before this one. */
  readonly row: number;
  readonly features: ReadonlyMap<string, Feature>;
}

/** Whether a file begins with the length of a record and its checksum: by chance one in four thousand million does. */
export function isTfRecord(head: Uint8Array): boolean {
  if (head.length < HEADER_BYTES) return false;
  return maskedCrc32c(head.subarray(0, 8)) === readUint32(head, 8);
}

/**
 * The examples of a TFRecord file: each record is its length (8 bytes, little endian), the checksum of that, the data,
 * the checksum of the data. Throws a `SourceFault` for what is damaged, cut off, or no `tf.train.Example`.
 */
export async function* readTfRecords(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<TfRecordRow, void, undefined> {
  const reader = new ByteReader(chunks);
  try {
    for (let row = 0; ; row++) {
      const header = await reader.take(HEADER_BYTES);
      if (header.length === 0) return;
      const data = await readData(reader, header, row);
      try {
        yield { row, features: decodeExample(data) };
      } catch (error) {
        if (error instanceof SourceFault)
          throw new SourceFault(error.message, error.remedy, row + 1);
        if (error instanceof RangeError) throw inRow('its example ends too early', row);
        throw error;
      }
    }
  } finally {
    await reader.close();
  }
}

async function readData(reader: ByteReader, header: Uint8Array, row: number): Promise<Uint8Array> {
  if (header.length < HEADER_BYTES) throw inRow('its last record is cut off', row);
  if (!isTfRecord(header)) throw inRow('the checksum of a length is wrong', row);
  const length = readUint32(header, 0) + readUint32(header, 4) * 2 ** 32;
  if (length > LONGEST_ROW) {
    throw new SourceFault(
      `A record is longer than ${LONGEST_ROW / 1024 / 1024} MiB`,
      'Write one example per record',
      row + 1,
    );
  }
  const data = await reader.take(length + FOOTER_BYTES);
  if (data.length < length + FOOTER_BYTES) throw inRow('its last record is cut off', row);
  const record = data.subarray(0, length);
  if (maskedCrc32c(record) !== readUint32(data, length)) {
    throw inRow('the checksum of a record is wrong', row);
  }
  return record;
}

function inRow(detail: string, row: number): SourceFault {
  const { message, remedy } = damaged('TFRecord file', detail);
  return new SourceFault(message, remedy, row + 1);
}

function readUint32(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at, true);
}
