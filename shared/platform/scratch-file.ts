import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ScratchFile } from './ports.ts';

let created = 0;

/**
 * A file in `directory` that nobody else sees. It is removed at once, so that nothing is left of it however the process ends; where the
 * system does not remove an open file (Windows), when it is closed. Throws what the system throws.
 */
export function openScratchFile(directory: string): ScratchFile {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, `.scratch.${process.pid}.${created++}`);
  const descriptor = openSync(path, 'wx+', 0o600);
  let isRemoved = remove();
  let length = 0;
  return {
    get byteLength() {
      return length;
    },
    append(bytes) {
      let written = 0;
      while (written < bytes.byteLength) {
        written += writeSync(
          descriptor,
          bytes,
          written,
          bytes.byteLength - written,
          length + written,
        );
      }
      length += written;
    },
    readInto(into, start) {
      let filled = 0;
      while (filled < into.byteLength) {
        const count = readSync(descriptor, into, filled, into.byteLength - filled, start + filled);
        if (count === 0) throw new RangeError(`byte ${start + filled} of ${length} is not there`);
        filled += count;
      }
    },
    close() {
      closeSync(descriptor);
      if (!isRemoved) isRemoved = remove();
    },
  };

  function remove(): boolean {
    try {
      rmSync(path, { force: true });
      return true;
    } catch {
      return false;
    }
  }
}
