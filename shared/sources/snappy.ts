import { WasmInstance, type WasmMemory, WasmModule } from '../web-assembly/index.ts';
import { SNAPPY_BASE64 } from './snappy-bytes.ts';
import { damaged } from './source-fault.ts';

/** Behind a block: what is read and written at once. */
const SLACK = 64;
const PAGE_BYTES = 65_536;
/** A memory beyond this is given up after its block. */
const MOST_KEPT_BYTES = 32 * 1024 * 1024;

interface SnappyExports {
  readonly memory: WasmMemory;
  blocks(): number;
  unpack(packed: number, packedEnd: number, text: number, textEnd: number): number;
}

let compiled: WasmModule | null = null;
let kept: SnappyExports | null = null;

/**
 * One block of the Snappy format: the length of the text, then literals and copies. `length` is what the file says that
 * the block unpacks to. `room`: where the text may go, if it is long enough. Throws a `SourceFault` for any other block.
 */
export function unpackSnappy(
  packed: Uint8Array,
  length: number,
  room: Uint8Array | null = null,
): Uint8Array {
  const { value, bytes } = readLength(packed);
  if (value !== length) throw wrong();
  const size = packed.length - bytes;
  const exports = kept ?? makeInstance();
  const start = exports.blocks() >>> 0;
  const text = start + size + SLACK;
  const needed = text + length + SLACK;
  const { memory } = exports;
  if (needed > memory.buffer.byteLength) {
    memory.grow(Math.ceil((needed - memory.buffer.byteLength) / PAGE_BYTES));
  }
  new Uint8Array(memory.buffer, start, size).set(packed.subarray(bytes));
  const isRight = exports.unpack(start, start + size, text, text + length);
  kept = memory.buffer.byteLength > MOST_KEPT_BYTES ? null : exports;
  if (isRight === 0) throw wrong();
  const fits = room !== null && room.length >= length;
  const unpacked = fits ? room.subarray(0, length) : new Uint8Array(length);
  unpacked.set(new Uint8Array(memory.buffer, text, length));
  return unpacked;
}

function makeInstance(): SnappyExports {
  compiled ??= new WasmModule(Buffer.from(SNAPPY_BASE64, 'base64'));
  return new WasmInstance(compiled, {}).exports as SnappyExports;
}

function readLength(packed: Uint8Array): { readonly value: number; readonly bytes: number } {
  let value = 0;
  for (let bytes = 0; bytes < 5; bytes++) {
    const byte = packed[bytes];
    if (byte === undefined) break;
    value += (byte & 0x7f) * 2 ** (7 * bytes);
    if (byte < 0x80) return { value, bytes: bytes + 1 };
  }
  throw wrong();
}

function wrong(): Error {
  return damaged('file', 'its Snappy data is wrong');
}
