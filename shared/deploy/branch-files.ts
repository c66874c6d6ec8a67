import { UserError } from '../errors/index.ts';
import type { BranchFile, FileToWrite, ProposalsPort } from '../platform/index.ts';
import type { VersionFiles } from './version-folder.ts';

/**
 * Files of a branch as if they lay in a folder: what is written, renamed and removed here becomes one commit. Content
 * is fetched when it is read.
 */
export class BranchFiles implements VersionFiles {
  readonly #proposals: ProposalsPort;
  readonly #before: ReadonlyMap<string, BranchFile>;
  readonly #now: Map<string, BranchFile | Uint8Array>;

  constructor(proposals: ProposalsPort, files: readonly BranchFile[]) {
    this.#proposals = proposals;
    this.#before = new Map(files.map((file) => [file.path, file]));
    this.#now = new Map(this.#before);
  }

  /** What a commit has to change for the branch to hold what this holds. */
  async changes(): Promise<{ readonly files: FileToWrite[]; readonly removed: string[] }> {
    const changed = [...this.#now].filter(([path, file]) => file !== this.#before.get(path));
    const files: FileToWrite[] = [];
    for (const [path] of changed) files.push({ path, content: await this.#read(path) });
    return { files, removed: [...this.#before.keys()].filter((path) => !this.#now.has(path)) };
  }

  async readText(path: string): Promise<string> {
    return new TextDecoder().decode(await this.#read(path));
  }

  async *stream(path: string): AsyncIterable<Uint8Array> {
    yield await this.#read(path);
  }

  async size(path: string): Promise<number> {
    const file = this.#find(path);
    return file instanceof Uint8Array ? file.byteLength : file.bytes;
  }

  async exists(path: string): Promise<boolean> {
    return this.#now.has(normalize(path)) || (await this.isDirectory(path));
  }

  async isDirectory(path: string): Promise<boolean> {
    return this.#inside(path).length > 0;
  }

  async list(directory: string): Promise<string[]> {
    const names = this.#inside(directory).map((path) => path.split('/')[0] as string);
    return [...new Set(names)].sort();
  }

  async writeAll(files: readonly FileToWrite[]): Promise<void> {
    for (const { path, content } of files) {
      this.#now.set(
        normalize(path),
        typeof content === 'string' ? new TextEncoder().encode(content) : content,
      );
    }
  }

  async rename(from: string, to: string): Promise<void> {
    for (const path of this.#inside(from)) this.#move(`${from}/${path}`, `${to}/${path}`);
    if (this.#now.has(normalize(from))) this.#move(from, to);
  }

  async remove(path: string): Promise<void> {
    for (const inside of this.#inside(path)) this.#now.delete(normalize(`${path}/${inside}`));
    this.#now.delete(normalize(path));
  }

  #move(from: string, to: string): void {
    this.#now.set(normalize(to), this.#find(from));
    this.#now.delete(normalize(from));
  }

  async #read(path: string): Promise<Uint8Array> {
    const file = this.#find(path);
    return file instanceof Uint8Array ? file : await this.#proposals.readFile(file);
  }

  #find(path: string): BranchFile | Uint8Array {
    const file = this.#now.get(normalize(path));
    if (file !== undefined) return file;
    throw new UserError({ what: `The branch has no file ${path}`, remedy: 'Check the path' });
  }

  /** Paths of files below a directory, seen from it. */
  #inside(directory: string): string[] {
    const prefix = `${normalize(directory)}/`;
    return [...this.#now.keys()]
      .filter((path) => path.startsWith(prefix))
      .map((path) => path.slice(prefix.length));
  }
}

/** Paths of a repository have no `./` before them. */
function normalize(path: string): string {
  return path.replace(/^(\.\/)+/, '');
}
