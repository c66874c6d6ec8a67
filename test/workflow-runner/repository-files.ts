import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';

/** What files are to hold, by path; null takes one away. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>;

export interface RepositoryFiles {
  /** Folder whose files the repository holds, e.g. `examples/penguins`. */
  readonly example?: string;
  /** Workflow files of this machine that the repository holds in `.github/workflows`. */
  readonly workflows?: readonly string[];
  /** Files on top of it. */
  readonly files?: Files;
}

/** The files of the first commit. */
export async function collectFiles({
  example,
  workflows = [],
  files = {},
}: RepositoryFiles): Promise<Files> {
  const all: Record<string, string | Uint8Array | null> = { 'README.md': '# models\n' };
  if (example !== undefined) Object.assign(all, await readFolder(example));
  for (const path of workflows) all[`.github/workflows/${basename(path)}`] = await readFile(path);
  for (const [path, content] of Object.entries(files)) {
    if (content === null) delete all[path];
    else all[path] = content;
  }
  return all;
}

/** What a run has left in the example's folder does not belong to it. */
const LEFT_BEHIND = ['.mlops/', 'models/'];

async function readFolder(root: string): Promise<Record<string, Uint8Array>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files: Record<string, Uint8Array> = {};
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(root, path).split(sep).join('/');
    const left = LEFT_BEHIND.some((folder) => name.startsWith(folder));
    if (entry.isFile() && !left) files[name] = await readFile(path);
  }
  return files;
}
