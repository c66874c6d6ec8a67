import { maskedCrc32c } from '../../shared/sources/crc32c.ts';
import { varint } from './parquet-writer.ts';

/** One record of a TFRecord file, with checksums that are right. */
export function tfRecord(data: Buffer): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt32LE(data.length);
  head.writeUInt32LE(maskedCrc32c(head.subarray(0, 8)), 8);
  const tail = Buffer.alloc(4);
  tail.writeUInt32LE(maskedCrc32c(data));
  return Buffer.concat([head, data, tail]);
}

/** A field of a message of protocol buffers that has a length. */
export function protoField(number: number, body: Buffer): Buffer {
  return Buffer.concat([varint(number * 8 + 2), varint(body.length), body]);
}

/** `list`: 1 for bytes, 2 for floats, 3 for integers; `body`: of that list. */
export function tfFeature(name: string, list: number, body: Buffer): Buffer {
  const entry = [protoField(1, Buffer.from(name)), protoField(2, protoField(list, body))];
  return protoField(1, Buffer.concat(entry));
}

export function tfExample(...features: readonly Buffer[]): Buffer {
  return protoField(1, Buffer.concat(features));
}
