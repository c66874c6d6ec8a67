import { closeSync, openSync, readSync } from 'node:fs';

/** A file as a thread reads it that has nothing else to do meanwhile. */
export class FileBytes {
  readonly byteLength: number;
  readonly #descriptor: number;

  constructor(path: string, byteLength: number) {
    this.#descriptor = openSync(path, 'r');
    this.byteLength = byteLength;
  }

  /** Fewer bytes where the file has become shorter. */
  async slice(start: number, end = this.byteLength): Promise<Uint8Array> {
    const bytes = new Uint8Array(end - start);
    const read = readSync(this.#descriptor, bytes, 0, bytes.length, start);
    return bytes.subarray(0, read);
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
