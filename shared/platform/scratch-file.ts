import { closeSync, mkdirSync, openSync, readSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ScratchFile } from './ports.ts';

let created = 0;

/**
 * A file in `directory` that nobody else sees. It is removed at once, so that nothing is left of it however the process ends; where the
 * system does not remove an open file (Windows), when it is closed. Throws what the system throws.
 */
export function openScratchFile(directory: string): ScratchFile {
  // Undefined where it was there.
  const made = mkdirSync(directory, { recursive: true });
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
      if (made !== undefined) removeFolders(directory, made);
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

/** Folders that were made for a scratch file, unless something else lies in them by now. */
function removeFolders(directory: string, outermost: string): void {
  try {
    for (let folder = directory; ; folder = dirname(folder)) {
      rmdirSync(folder);
      if (folder === outermost) return;
    }
  } catch {
    // Another scratch file, or a result.
  }
}
