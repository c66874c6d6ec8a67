// Node.js 20 and 22 before 22.15 have no zstd: an import of its name would keep all of this program from loading there.
import zlib, { type ZstdOptions } from 'node:zlib';
import { SourceFault } from './source-fault.ts';

/** Throws an error of zlib for bytes that are no zstd or that unpack to more than `most` bytes. */
export function unpackZstd(packed: Uint8Array, most: number): Uint8Array {
  requireZstd();
  return zlib.zstdDecompressSync(packed, { maxOutputLength: Math.max(1, most) });
}

export function createZstdUnpacker(options: ZstdOptions): zlib.ZstdDecompress {
  requireZstd();
  return zlib.createZstdDecompress(options);
}

function requireZstd(): void {
  if (typeof zlib.zstdDecompressSync === 'function') return;
  throw new SourceFault(
    `Node.js ${process.versions.node} can't read zstd`,
    'Use Node.js 24, or another compression',
  );
}
