import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { parseDocument } from 'yaml';
import type { KnownRepositories } from './known-repositories.ts';

/**
 * Copies of the repositories that workflows name, as act needs them: it copies an action's folder elsewhere before it
 * runs it, so nothing may lie outside of the folder, no package and no linked bundle.
 */
export class ActRepositories {
  readonly #folder: string;
  readonly #known: KnownRepositories;
  readonly #copied = new Map<string, Promise<string | null>>();

  constructor(folder: string, known: KnownRepositories) {
    this.#folder = folder;
    this.#known = known;
  }

  /** Folder of the copy of `owner/name`; null when it is not known. */
  copyOf(repository: string): Promise<string | null> {
    const copied = this.#copied.get(repository) ?? this.#copy(repository);
    this.#copied.set(repository, copied);
    return copied;
  }

  async #copy(repository: string): Promise<string | null> {
    const source = this.#known.folderOf(repository);
    if (source === null) return null;
    const target = join(this.#folder, repository);
    await mkdir(target, { recursive: true });
    await cp(source, target, { recursive: true, dereference: true });
    const names = await readdir(target);
    if (names.includes('main.ts')) await bundle(target, names);
    return target;
  }
}

/** Makes the TypeScript programs of a stand-in run without the packages of this project. */
async function bundle(folder: string, names: readonly string[]): Promise<void> {
  const programs = ['main', 'post'].filter((phase) => names.includes(`${phase}.ts`));
  await build({
    entryPoints: programs.map((phase) => join(folder, `${phase}.ts`)),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    keepNames: true,
    logLevel: 'error',
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
    absWorkingDir: process.cwd(),
    nodePaths: [join(process.cwd(), 'node_modules')],
  });
  const path = join(folder, 'action.yml');
  const document = parseDocument(await readFile(path, 'utf8'));
  for (const phase of programs) document.setIn(['runs', phase], `${phase}.mjs`);
  await writeFile(path, document.toString());
}
