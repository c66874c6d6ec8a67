import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** An entry of an archive; nothing holds its path to what a well-meant archive would say. */
export interface ZipEntry {
  readonly path: string;
  readonly bytes: string | Buffer;
  /** Unix mode, e.g. 0o120777 for a symbolic link whose target `bytes` says; a file that anybody may read without it. */
  readonly mode?: number;
}

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_HEADER = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const DEFLATED = 8;
const UTF8_NAMES = 0x0800;
/** Version 2.0 of the format, written by a Unix system, whose modes stand in the external attributes. */
const MADE_BY_UNIX = (3 << 8) | 20;
const REGULAR_FILE = 0o100644;

/** A ZIP archive with just these entries, in this order, however hostile their paths. */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, bytes, mode = REGULAR_FILE } of entries) {
    const content = Buffer.from(bytes);
    const packed = deflateRawSync(content);
    const name = Buffer.from(path);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(UTF8_NAMES, 2);
    common.writeUInt16LE(DEFLATED, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([word(LOCAL_HEADER), common, name, packed]);
    const attributes = Buffer.alloc(14);
    attributes.writeUInt32LE((mode << 16) >>> 0, 6);
    attributes.writeUInt32LE(offset, 10);
    const madeBy = Buffer.alloc(2);
    madeBy.writeUInt16LE(MADE_BY_UNIX);
    directory.push(Buffer.concat([word(DIRECTORY_HEADER), madeBy, common, attributes, name]));
    bodies.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, ...directory, word(DIRECTORY_END), end]);
}

/** The files of an archive by path, folders left out. Throws when a part of it is not what its directory says. */
export function readZip(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf(word(DIRECTORY_END));
  if (end < 0) throw new Error('not a ZIP archive');
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== DIRECTORY_HEADER)
      throw new Error('no entry where one should be');
    const method = archive.readUInt16LE(at + 10);
    const packedSize = archive.readUInt32LE(at + 20);
    const nameSize = archive.readUInt16LE(at + 28);
    const path = archive.toString('utf8', at + 46, at + 46 + nameSize);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(start, start + packedSize);
    const content = method === DEFLATED ? inflateRawSync(packed) : packed;
    if (crc32(content) !== archive.readUInt32LE(at + 16)) throw new Error(`${path} is damaged`);
    if (!path.endsWith('/')) files.set(path, content);
    at += 46 + nameSize + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
