import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of an archive, with the places where it may lie. */
export interface ZipEntry {
  readonly name: string;
  readonly content?: string | Uint8Array;
  /** Bytes as they lie in the archive, in place of the deflated content. */
  readonly raw?: Uint8Array;
  readonly stored?: boolean;
  /** Sizes and checksum that are told, in place of the true ones. */
  readonly toldSize?: number;
  readonly toldCompressedSize?: number;
  readonly toldChecksum?: number;
  /** Bit 0: encrypted; bit 11: UTF-8. */
  readonly flags?: number;
  /** Kind and permissions as Unix writes them. */
  readonly mode?: number;
  readonly method?: number;
  /** Name in the local header, which readers of the central directory never see. */
  readonly localName?: string;
}

/** Writes a zip archive byte by byte, hostile ones included. `toldCount`: number of entries that the end names. */
export function makeZip(entries: readonly ZipEntry[], { toldCount = entries.length } = {}): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content ?? '');
    const data = Buffer.from(
      entry.raw ?? (entry.stored === true ? content : deflateRawSync(content)),
    );
    const name = Buffer.from(entry.name);
    const facts = Buffer.alloc(22);
    facts.writeUInt16LE(entry.flags ?? 0x800, 0);
    facts.writeUInt16LE(entry.method ?? (entry.stored === true ? 0 : 8), 2);
    facts.writeUInt32LE(entry.toldChecksum ?? crc32(content), 8);
    facts.writeUInt32LE(entry.toldCompressedSize ?? data.length, 12);
    facts.writeUInt32LE(entry.toldSize ?? content.length, 16);
    const localName = Buffer.from(entry.localName ?? entry.name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    facts.copy(local, 6, 0, 20);
    local.writeUInt16LE(localName.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(0x0314, 4);
    central.writeUInt16LE(20, 6);
    facts.copy(central, 8, 0, 20);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    locals.push(local, localName, data);
    directory.push(central, name);
    offset += local.length + localName.length + data.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(toldCount, 8);
  end.writeUInt16LE(toldCount, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}
