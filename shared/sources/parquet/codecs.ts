import { brotliDecompressSync, unzipSync } from 'node:zlib';
import { unpackHadoopLz4, unpackLz4Block } from '../lz4.ts';
import { unpackSnappy } from '../snappy.ts';
import { damaged, SourceFault } from '../source-fault.ts';
import { unpackZstd } from '../zstd.ts';

type Unpacker = (packed: Uint8Array, length: number, room: Uint8Array | null) => Uint8Array;

/** By the number that a Parquet file gives it: `packed` unpacked to `length` bytes, in `room` where that is of use. */
const CODECS: readonly (Unpacker | null)[] = [
  (packed) => packed,
  unpackSnappy,
  (packed, length) => unzipSync(packed, { maxOutputLength: Math.max(1, length) }),
  null,
  (packed, length) => brotliDecompressSync(packed, { maxOutputLength: Math.max(1, length) }),
  unpackHadoopLz4,
  unpackZstd,
  unpackLz4Block,
];

/**
 * Throws a `SourceFault` for a codec that isn't known, and for bytes that don't unpack to that length. `room`: bytes that
 * the page may take.
 */
export function unpackPage(
  packed: Uint8Array,
  codec: number,
  length: number,
  room: Uint8Array | null = null,
): Uint8Array {
  const unpack = CODECS[codec] ?? null;
  if (unpack === null) {
    throw new SourceFault(
      `The Parquet file is compressed in a way that can't be read (codec ${codec})`,
      'Write it with Snappy or zstd',
    );
  }
  let page: Uint8Array;
  try {
    page = unpack(packed, length, room);
  } catch (error) {
    if (error instanceof SourceFault || !isUnpackingError(error)) throw error;
    throw damaged('Parquet file', "a page can't be unpacked");
  }
  if (page.length !== length) throw damaged('Parquet file', 'a page is shorter than it says');
  return page;
}

export function isUnpackingError(error: unknown): boolean {
  const code = String((error as NodeJS.ErrnoException).code ?? '');
  return /^(?:Z_|ZSTD_|ERR_|BROTLI)/.test(code);
}
