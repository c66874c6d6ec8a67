import { crc32 } from 'node:zlib';
import type { AssociatedFile } from './model-metadata.ts';

/** 1 January 1980, the first day that a zip archive knows: equal files give equal bytes. */
const FIRST_DAY = 0x0021;
/** Needed to extract: 1.0, nothing but stored files. */
const VERSION = 10;
/** Bit 11: names are UTF-8. */
const UTF8 = 0x0800;

/**
 * The model's bytes with the lists behind them as a zip archive, where TFLite metadata has its associated files. A
 * runtime reads the model from the front, a zip reader the archive from the back; its offsets count from the front of the
 * whole file, as Python's zipfile writes them. Files are stored as they are. At most 4 GiB.
 */
export function appendFiles(
  model: Uint8Array<ArrayBuffer>,
  files: readonly AssociatedFile[],
): Uint8Array<ArrayBuffer> {
  if (files.length === 0) return model;
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [model];
  const directory: Uint8Array[] = [];
  let offset = model.length;
  for (const { name, lines } of files) {
    const nameBytes = encoder.encode(name);
    const content = encoder.encode(lines.join('\n'));
    const fields = entryFields(content, nameBytes);
    const local = concatenate([record(0x04034b50, [...fields]), nameBytes, content]);
    directory.push(
      record(0x02014b50, [[VERSION, 2], ...fields, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]]),
      nameBytes,
    );
    parts.push(local);
    offset += local.length;
  }
  const central = concatenate(directory);
  const end = record(0x06054b50, [
    [0, 2],
    [0, 2],
    [files.length, 2],
    [files.length, 2],
    [central.length, 4],
    [offset, 4],
    [0, 2],
  ]);
  return concatenate([...parts, central, end]);
}

type Field = readonly [value: number, bytes: 2 | 4];

/** What the local header and the directory say of a file alike. */
function entryFields(content: Uint8Array, name: Uint8Array): Field[] {
  return [
    [VERSION, 2],
    [UTF8, 2],
    [0, 2],
    [0, 2],
    [FIRST_DAY, 2],
    [crc32(content), 4],
    [content.length, 4],
    [content.length, 4],
    [name.length, 2],
    [0, 2],
  ];
}

/** A signature and fields, little-endian. */
function record(signature: number, fields: readonly Field[]): Uint8Array {
  const size = fields.reduce((sum, [, bytes]) => sum + bytes, 4);
  const view = new DataView(new ArrayBuffer(size));
  view.setUint32(0, signature, true);
  let place = 4;
  for (const [value, bytes] of fields) {
    if (bytes === 2) view.setUint16(place, value, true);
    else view.setUint32(place, value, true);
    place += bytes;
  }
  return new Uint8Array(view.buffer);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const part of parts) {
    result.set(part, place);
    place += part.length;
  }
  return result;
}
