import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { formatCount } from '../report/index.ts';
import type { WantedFile } from './ports.ts';

/** An output directory has some dozens of files, one with many versions some thousands. */
const MOST_ENTRIES = 10_000;
/** What the files that are read may come to: all of them are in memory at once. */
const MOST_EXPANDED_BYTES = 512 * 1024 * 1024;

/** Why an archive is not read. Its message is one clause without a full stop and may hold text of the archive. */
export class ArchiveRefused extends Error {}

/**
 * The wanted files of a zip archive, in memory. The archive may be hostile: one entry that could lead elsewhere, hide
 * another one, or is not what it says, refuses all of it, whether it is wanted or not; what is not wanted is never
 * expanded. Throws `ArchiveRefused`.
 */
export async function readZip(
  archive: Uint8Array,
  wanted: readonly WantedFile[],
): Promise<Map<string, Uint8Array>> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  return await refusing(async () => {
    const zip = await fromBufferPromise(bytes, { strictFileNames: true });
    const entries = await listEntries(zip);
    const found = new Map<string, Uint8Array>();
    let room = MOST_EXPANDED_BYTES;
    for (const { path, mostBytes, optional } of wanted) {
      const entry = entries.get(path);
      if (entry === undefined) continue;
      const { uncompressedSize: size } = entry;
      if (size > mostBytes && optional === true) continue;
      if (size > mostBytes || size > room) {
        throw new ArchiveRefused(
          `${path} has ${formatCount(size)} bytes, more than ${formatCount(Math.min(mostBytes, room))}`,
        );
      }
      room -= size;
      found.set(path, await readEntry(zip, entry));
    }
    return found;
  });
}

/**
 * All files of the zip archive in a file, in memory; an archive as `readZip` refuses it gives none of them. Throws
 * `ArchiveRefused`, also for one whose files say to have more than `mostBytes` together: nothing of it is expanded then.
 */
export async function readWholeZip(
  path: string,
  mostBytes: number,
): Promise<Map<string, Uint8Array>> {
  return await refusing(async () => {
    const zip = await openPromise(path, { strictFileNames: true, autoClose: false });
    try {
      const entries = await listEntries(zip);
      const total = [...entries.values()].reduce((sum, entry) => sum + entry.uncompressedSize, 0);
      if (total > mostBytes) {
        throw new ArchiveRefused(
          `its files have ${formatCount(total)} bytes, more than ${formatCount(mostBytes)}`,
        );
      }
      const found = new Map<string, Uint8Array>();
      for (const [name, entry] of entries) found.set(name, await readEntry(zip, entry));
      return found;
    } finally {
      zip.close();
    }
  });
}

async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof ArchiveRefused) throw cause;
    throw new ArchiveRefused(`it is no sound zip archive: ${(cause as Error).message}`, { cause });
  }
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MOST_ENTRIES) {
    throw new ArchiveRefused(
      `it has ${formatCount(zip.entryCount)} entries, more than ${formatCount(MOST_ENTRIES)}`,
    );
  }
  const entries = new Map<string, Entry>();
  /** As a file system would tell them apart that knows no upper and lower case. */
  const names = new Set<string>();
  for await (const entry of zip.eachEntry()) {
    const why = whyRefused(entry);
    if (why !== undefined) throw new ArchiveRefused(`its entry ${quote(entry.fileName)} ${why}`);
    const name = entry.fileName.replace(/\/$/, '').normalize('NFC').toLowerCase();
    if (names.has(name)) {
      throw new ArchiveRefused(`its entry ${quote(entry.fileName)} is there twice`);
    }
    names.add(name);
    if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
  }
  return entries;
}

/** Kinds of files in the upper half of `externalFileAttributes`, as Unix writes them. */
const KIND_MASK = 0o170000;
const PLAIN_KINDS = [0, 0o100000, 0o040000];

/** The reader itself has refused backslashes, drive letters, absolute names and `..`. */
function whyRefused(entry: Entry): string | undefined {
  const { fileName } = entry;
  if (entry.isEncrypted()) return 'is encrypted';
  if (!PLAIN_KINDS.includes((entry.externalFileAttributes >>> 16) & KIND_MASK)) {
    return 'is a link or a device';
  }
  const steps = fileName.replace(/\/$/, '').split('/');
  if (steps.some((step) => step === '' || step === '.')) return 'has a name that is no plain path';
  return /[\u0000-\u001f\u007f:]/.test(fileName) ? 'has a character that no file needs' : undefined;
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  // Ends with an error as soon as there is a byte more than the entry says, or at the end when there are fewer.
  for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
  const content = Buffer.concat(parts);
  if (crc32(content) !== entry.crc32) {
    throw new ArchiveRefused(`its entry ${quote(entry.fileName)} has another checksum`);
  }
  return content;
}

/** Characters of a name in a message. */
const LONGEST_NAME = 100;

function quote(name: string): string {
  return `"${name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name}"`;
}
