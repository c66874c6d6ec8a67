/**
 * A file whose description stands at its end, after which come its length and a mark: as an input, the length of what
 * stands before the description (two bytes), that, and the description. So bytes may be put in without tearing all apart.
 */
export class FramedFile {
  readonly #head: Buffer;
  readonly #tail: Buffer;

  constructor(head: string, tail: string) {
    this.#head = Buffer.from(head, 'latin1');
    this.#tail = Buffer.from(tail, 'latin1');
  }

  toFile(input: Uint8Array): Buffer {
    const rest = input.subarray(2);
    const data = Math.min(rest.length, (input[0] ?? 0) + (input[1] ?? 0) * 256);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(rest.length - data);
    return Buffer.concat([this.#head, rest, length, this.#tail]);
  }

  toInput(file: Uint8Array): Buffer {
    const bytes = Buffer.from(file);
    const end = bytes.length - this.#tail.length - 4;
    const data = end - bytes.readUInt32LE(end) - this.#head.length;
    const length = Buffer.alloc(2);
    length.writeUInt16LE(data);
    return Buffer.concat([length, bytes.subarray(this.#head.length, end)]);
  }
}
