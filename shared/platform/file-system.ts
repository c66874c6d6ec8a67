import { createReadStream } from 'node:fs';
import { glob, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { UserError } from '../errors/index.ts';
import type { FilesPort, FileToWrite } from './ports.ts';

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
    if (!found.isDirectory()) return found.size;
    throw new UserError({
      what: `${path} is a folder, not a file`,
      remedy: `Name its files, e.g. ${path}/*.csv`,
    });
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
    const aside: { from: string; to: string }[] = [];
    try {
      for (const { path, content } of files) {
        const to = this.absolute(path);
        const from = join(dirname(to), `.${basename(to)}.${process.pid}.part`);
        await mkdir(dirname(to), { recursive: true });
        aside.push({ from, to });
        await writeFile(from, content);
      }
      for (const { from, to } of aside) await rename(from, to);
    } catch (error) {
      await Promise.all(aside.map(({ from }) => rm(from, { force: true }).catch(() => undefined)));
      throw unwritable(error);
    }
  }

  async rename(from: string, to: string): Promise<void> {
    try {
      await mkdir(dirname(this.absolute(to)), { recursive: true });
      await rename(this.absolute(from), this.absolute(to));
    } catch (error) {
      throw unwritable(error);
    }
  }

  async remove(path: string): Promise<void> {
    try {
      await rm(this.absolute(path), { recursive: true, force: true });
    } catch (error) {
      throw unwritable(error);
    }
  }

  async #reading<T>(path: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw unreadable(path, error);
    }
  }
}

function unreadable(path: string, cause: unknown): unknown {
  const remedies: Record<string, [what: string, remedy: string]> = {
    ENOENT: [`There is no file ${path}`, 'Check the path; it starts at the folder of mlops.yml'],
    ENOTDIR: [`There is no file ${path}`, 'A part of the path is a file, not a folder'],
    EISDIR: [`${path} is a folder, not a file`, `Name its files, e.g. ${path}/*.csv`],
    EACCES: [`${path} can't be read`, 'Give this user the permission to read it'],
    EPERM: [`${path} can't be read`, 'Give this user the permission to read it'],
  };
  return translate(remedies, cause);
}

function unwritable(cause: unknown): unknown {
  const path = (cause as NodeJS.ErrnoException).path ?? 'the output folder';
  const what = `${path} can't be written`;
  const remedies: Record<string, [what: string, remedy: string]> = {
    EACCES: [what, 'Change its permissions or choose another output-directory'],
    EPERM: [what, 'Change its permissions or choose another output-directory'],
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
