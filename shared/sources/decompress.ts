import { Readable, type Transform } from 'node:stream';
import { constants, createGunzip } from 'node:zlib';
import { EXPANSION_FROM_BYTES, MOST_EXPANSION, MOST_UNPACKED_BYTES } from './limits.ts';
import { SourceFault } from './source-fault.ts';
import { createZstdUnpacker } from './zstd.ts';

export type Packing = 'gzip' | 'zstd';

const UNPACKED_CHUNK = 256 * 1024;
/** Of zstd: matches reach back up to 2²⁷ bytes, which is what `zstd --ultra` writes at most. */
const MOST_WINDOW_LOG = 27;

/** How the bytes of a file are packed, by their first four; null for what is not packed. */
export function detectPacking(head: Uint8Array): Packing | null {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  const zstd = head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd;
  // A frame to be skipped, as pzstd writes before the first.
  const skippable =
    ((head[0] ?? 0) & 0xf0) === 0x50 && head[1] === 0x2a && head[2] === 0x4d && head[3] === 0x18;
  return zstd || skippable ? 'zstd' : null;
}

/** Unpacks while it reads, never more than a chunk ahead. Throws a `SourceFault` for damaged, cut and hostile bytes. */
export async function* decompress(
  chunks: AsyncIterable<Uint8Array>,
  packing: Packing,
): AsyncGenerator<Uint8Array, void, undefined> {
  let packed = 0;
  let unpacked = 0;
  const source = Readable.from(
    (async function* () {
      for await (const chunk of chunks) {
        packed += chunk.byteLength;
        yield chunk;
      }
    })(),
    { objectMode: true, highWaterMark: 1 },
  );
  const unpack = createUnpacker(packing);
  let failed: unknown = null;
  source.on('error', (error) => {
    failed = error;
    unpack.destroy(error);
  });
  try {
    for await (const chunk of source.pipe(unpack) as AsyncIterable<Buffer>) {
      unpacked += chunk.byteLength;
      refuseBomb(packed, unpacked);
      yield chunk;
    }
  } catch (error) {
    if (failed !== null || error instanceof SourceFault) throw failed ?? error;
    throw describeUnpacking(packing, error);
  } finally {
    unpack.destroy();
    source.destroy();
  }
}

function createUnpacker(packing: Packing): Transform {
  if (packing === 'gzip') return createGunzip({ chunkSize: UNPACKED_CHUNK });
  return createZstdUnpacker({
    chunkSize: UNPACKED_CHUNK,
    params: { [constants.ZSTD_d_windowLogMax]: MOST_WINDOW_LOG },
  });
}

function refuseBomb(packed: number, unpacked: number): void {
  const tooDense = unpacked > EXPANSION_FROM_BYTES && unpacked > packed * MOST_EXPANSION;
  if (!tooDense && unpacked <= MOST_UNPACKED_BYTES) return;
  throw new SourceFault(
    tooDense
      ? `The file unpacks to more than ${MOST_EXPANSION} times its size`
      : `The file unpacks to more than ${MOST_UNPACKED_BYTES / 1024 ** 3} GiB`,
    tooDense ? 'Check what it holds, and unpack it first if that is right' : 'Cut it into several',
  );
}

function describeUnpacking(packing: Packing, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (!/^(?:Z_|ZSTD_|ERR_)/.test(code)) return error;
  const cut = code === 'Z_BUF_ERROR' || /unexpected end|truncat/i.test(String(error));
  return new SourceFault(
    cut
      ? `The file is cut off: its ${packing} data ends too early`
      : `The file can't be unpacked: its ${packing} data is damaged`,
    'Write the file anew, or fetch it again',
  );
}
