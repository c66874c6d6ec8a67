import { createReadStream } from 'node:fs';
import {
  copyFile,
  type FileHandle,
  glob,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { UserError } from '../errors/index.ts';
import type { FilesPort, FileToWrite, OpenFile, ScratchFile } from './ports.ts';
import { openScratchFile } from './scratch-file.ts';

/** One read of a stream: large enough that the system call no longer counts. */
const CHUNK_BYTES = 1 << 20;

/** The files of a workspace on disk. */
export class FileSystem implements FilesPort {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  absolute(path: string): string {
    return resolve(this.#root, path);
  }

  async read(path: string): Promise<Uint8Array> {
    return await this.#reading(path, () => readFile(this.absolute(path)));
  }

  async readText(path: string): Promise<string> {
    return await this.#reading(path, () => readFile(this.absolute(path), 'utf8'));
  }

  async *stream(path: string): AsyncIterable<Uint8Array> {
    await this.size(path);
    const stream = createReadStream(this.absolute(path), { highWaterMark: CHUNK_BYTES });
    try {
      for await (const chunk of stream) yield chunk as Uint8Array;
    } catch (error) {
      throw unreadable(path, error);
    }
  }

  async size(path: string): Promise<number> {
    const found = await this.#reading(path, () => stat(this.absolute(path)));
    if (found.isFile()) return found.size;
    if (!found.isDirectory()) {
      // Reading a pipe or a device could wait for ever.
      throw new UserError({
        what: `${path} is no ordinary file`,
        remedy: 'Copy its content to a file',
      });
    }
    throw new UserError({
      what: `${path} is a folder, not a file`,
      remedy: `Name its files, e.g. ${path}/*.csv`,
    });
  }

  async open(path: string): Promise<OpenFile> {
    const byteLength = await this.size(path);
    const handle = await this.#reading(path, () => open(this.absolute(path), 'r'));
    return {
      path: this.absolute(path),
      version: async () => {
        const { ino, size, mtimeNs } = await this.#reading(path, () =>
          stat(this.absolute(path), { bigint: true }),
        );
        return `${ino} ${size} ${mtimeNs}`;
      },
      byteLength,
      slice: async (start, end = byteLength) => {
        const bytes = new Uint8Array(end - start);
        await readInto(handle, path, bytes, start);
        return bytes;
      },
      readInto: (into, start) => readInto(handle, path, into, start),
      stream: () => this.stream(path),
      close: () => handle.close(),
    };
  }

  async exists(path: string): Promise<boolean> {
    return await stat(this.absolute(path)).then(
      () => true,
      () => false,
    );
  }

  async isDirectory(path: string): Promise<boolean> {
    return await stat(this.absolute(path)).then(
      (found) => found.isDirectory(),
      () => false,
    );
  }

  async list(directory: string): Promise<string[]> {
    const names = await readdir(this.absolute(directory)).catch(() => []);
    return names.sort();
  }

  async walk(directory: string): Promise<string[]> {
    const root = this.absolute(directory);
    const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .map((path) => `${directory}/${path.replaceAll(sep, '/')}`)
      .sort();
  }

  async glob(pattern: string): Promise<string[]> {
    if (await this.exists(pattern)) return [pattern];
    const found: string[] = [];
    for await (const entry of glob(pattern, { cwd: this.#root, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const inside = path.startsWith(this.#root + sep) ? path.slice(this.#root.length + 1) : path;
      found.push(inside.replaceAll(sep, '/'));
    }
    return found.sort();
  }

  async writeAll(files: readonly FileToWrite[]): Promise<void> {
    const staged: StagedFile[] = [];
    try {
      for (const { path, content } of files) {
        await explain(path, async () => staged.push(await stageFile(this.absolute(path), content)));
      }
      for (const [index, { path }] of files.entries()) {
        const file = staged[index] as StagedFile;
        await explain(path, () => replaceFile(file.aside, file.target));
        file.replaced = true;
      }
    } catch (error) {
      for (const { target, before, replaced } of staged) {
        if (!replaced) continue;
        // What stood there comes back; a file that is new goes.
        await (before === null ? rm(target) : rename(before, target)).catch(() => undefined);
      }
      throw error;
    } finally {
      for (const { aside, before } of staged) {
        for (const leftover of [aside, before]) {
          if (leftover !== null) await rm(leftover, { force: true }).catch(() => undefined);
        }
      }
    }
  }

  async rename(from: string, to: string): Promise<void> {
    await explain(to, async () => {
      await mkdir(dirname(this.absolute(to)), { recursive: true });
      await replaceFile(this.absolute(from), this.absolute(to));
    });
  }

  async makeDirectory(path: string): Promise<void> {
    await explain(path, () => mkdir(this.absolute(path), { recursive: true }));
  }

  async listSpecial(directory: string): Promise<string[]> {
    const root = this.absolute(directory);
    const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
    return entries
      .filter((entry) => !entry.isFile() && !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .map((path) => `${directory}/${path.replaceAll(sep, '/')}`)
      .sort();
  }

  async remove(path: string): Promise<void> {
    await explain(path, () => rm(this.absolute(path), { recursive: true, force: true }));
  }

  async scratch(directory: string): Promise<ScratchFile> {
    const path = `${directory}/scratch`;
    const file = await explain(path, async () => openScratchFile(this.absolute(directory)));
    return {
      ...file,
      get byteLength() {
        return file.byteLength;
      },
      append(bytes) {
        try {
          file.append(bytes);
        } catch (error) {
          throw unwritable(path, error);
        }
      },
    };
  }

  async #reading<T>(path: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw unreadable(path, error);
    }
  }
}

async function readInto(
  handle: FileHandle,
  path: string,
  bytes: Uint8Array,
  start: number,
): Promise<void> {
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await handle
      .read(bytes, filled, bytes.length - filled, start + filled)
      .catch((error: unknown) => {
        throw unreadable(path, error);
      });
    if (bytesRead === 0) {
      throw new UserError({
        what: `${path} became shorter while it was read`,
        remedy: 'Run again when nothing writes to it',
      });
    }
    filled += bytesRead;
  }
}

function unreadable(path: string, cause: unknown): unknown {
  const remedies: Record<string, [what: string, remedy: string]> = {
    ENOENT: [`There is no file ${path}`, 'Check the path; it starts at the folder of mlops.yml'],
    ENOTDIR: [`There is no file ${path}`, 'A part of the path is a file, not a folder'],
    ENAMETOOLONG: [`There is no file ${path}`, 'The name is too long for this system'],
    ELOOP: [`There is no file ${path}`, 'Its links lead in a circle'],
    ERR_INVALID_ARG_VALUE: [
      `There is no file ${path}`,
      'The name holds a character that no path can have',
    ],
    EISDIR: [`${path} is a folder, not a file`, 'Name a file in it'],
    EACCES: [`${path} can't be read`, 'Give this user the permission to read it'],
    EPERM: [`${path} can't be read`, 'Give this user the permission to read it'],
  };
  return translate(remedies, cause);
}

/** A file on its way: its new content stands aside, and what it replaces is kept until all is well. */
interface StagedFile {
  readonly target: string;
  readonly aside: string;
  /** A copy of what stands at `target`; null when nothing does. */
  readonly before: string | null;
  replaced: boolean;
}

async function stageFile(target: string, content: string | Uint8Array): Promise<StagedFile> {
  await mkdir(dirname(target), { recursive: true });
  const known = await stat(target).catch(() => null);
  if (known?.isDirectory() === true) {
    throw Object.assign(new Error('a folder stands there'), { code: 'EISDIR' });
  }
  const beside = (kind: string) =>
    join(dirname(target), `.${basename(target)}.${process.pid}.${kind}`);
  const before = known === null ? null : beside('before');
  if (before !== null) await keepCopy(target, before);
  const aside = beside('part');
  try {
    await writeFile(aside, content);
  } catch (error) {
    for (const leftover of [aside, before])
      if (leftover !== null) await rm(leftover, { force: true });
    throw error;
  }
  return { target, aside, before, replaced: false };
}

/** A hard link costs nothing and stays when its twin is renamed away; not every file system has them. */
async function keepCopy(from: string, to: string): Promise<void> {
  await rm(to, { force: true });
  await link(from, to).catch(() => copyFile(from, to));
}

/** On Windows a virus scanner holds a fresh file for a moment. */
async function replaceFile(from: string, to: string): Promise<void> {
  const waits = process.platform === 'win32' ? [50, 200, 800] : [];
  for (const milliseconds of waits) {
    try {
      return await rename(from, to);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (!['EPERM', 'EBUSY', 'EACCES'].includes(code)) throw error;
      await setTimeout(milliseconds);
    }
  }
  await rename(from, to);
}

async function explain<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw unwritable(path, error);
  }
}

function unwritable(path: string, cause: unknown): unknown {
  const what = `${path} can't be written`;
  const remedies: Record<string, [what: string, remedy: string]> = {
    EACCES: [what, 'Change its permissions or choose another output-directory'],
    EPERM: [what, 'Change its permissions or choose another output-directory'],
    EBUSY: [what, 'Another program holds it: close it and run again'],
    ENAMETOOLONG: [what, 'The name is too long: choose a shorter output-directory'],
    ELOOP: [what, 'Its links lead in a circle: choose another output-directory'],
    ERR_INVALID_ARG_VALUE: [what, 'The name holds a character that no path can have'],
    EROFS: [what, 'The disk is read-only: choose another output-directory'],
    ENOSPC: [what, 'The disk is full: make room or choose another output-directory'],
    ENOTDIR: [what, 'A part of the path is a file: choose another output-directory'],
    EEXIST: [what, 'A file stands where a folder is needed: choose another output-directory'],
    ENOTEMPTY: [
      what,
      'Another run has just written there: let one run at a time write (concurrency)',
    ],
    EISDIR: [what, 'A folder stands where a file is needed: choose another output-directory'],
  };
  return translate(remedies, cause);
}

function translate(
  remedies: Readonly<Record<string, [what: string, remedy: string]>>,
  cause: unknown,
): unknown {
  const known = remedies[(cause as NodeJS.ErrnoException).code ?? ''];
  if (known === undefined) return cause;
  return new UserError({ what: known[0], remedy: known[1] }, { cause });
}
