import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RemoteAction } from './host.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const PROJECT = resolve(HERE, '../..');

/** How workflows name this project until its owner is known. */
const OWN_NAME = 'OWNER/mlops-actions';

export interface GivenRepositories {
  /** Workflow files of this machine by `owner/name/.github/workflows/file.yml`, for `uses:` of a job. */
  readonly remoteWorkflows?: Readonly<Record<string, string>>;
  /** Folders of this machine by `owner/name`, for `uses:` of a step. */
  readonly remoteActions?: Readonly<Record<string, string>>;
}

/** Repositories that workflows name: this project, and those of GitHub's own actions. */
export class KnownRepositories {
  readonly #own: string;
  readonly #given: GivenRepositories;

  private constructor(own: string, given: GivenRepositories) {
    this.#own = own;
    this.#given = given;
  }

  /**
   * `folder`: where the copy of this project is made that workflows use; with MLOPS_TEST_DIST its bundles come from
   * there.
   */
  static async open(folder: string, given: GivenRepositories): Promise<KnownRepositories> {
    const own = join(folder, 'mlops-actions');
    for (const name of await readdir(join(PROJECT, 'actions'))) {
      const path = join('actions', name, 'action.yml');
      if (!existsSync(join(PROJECT, path))) continue;
      await mkdir(dirname(join(own, path)), { recursive: true });
      await cp(join(PROJECT, path), join(own, path));
    }
    await symlink(resolve(PROJECT, process.env.MLOPS_TEST_DIST || 'dist'), join(own, 'dist'));
    return new KnownRepositories(own, given);
  }

  /** Folder of the repository of an action; null when it is not known. */
  folderOf(repository: string): string | null {
    if (repository === OWN_NAME) return this.#own;
    const given = this.#given.remoteActions?.[repository];
    if (given !== undefined) return resolve(given);
    const standIn = join(HERE, 'actions', repository);
    return existsSync(standIn) ? standIn : null;
  }

  findAction(reference: string): RemoteAction | null {
    const [, repository = '', path = '', ref = ''] =
      /^([^/@]+\/[^/@]+)(?:\/([^@]+))?@(.+)$/.exec(reference) ?? [];
    const folder = this.folderOf(repository);
    return folder === null ? null : { folder: join(folder, path), repository, ref };
  }

  async readWorkflow(reference: string): Promise<string | null> {
    const name = reference.replace(/@[^@]*$/, '');
    const given = this.#given.remoteWorkflows?.[name];
    const prefix = `${OWN_NAME}/`;
    const own = name.startsWith(prefix) ? join(PROJECT, name.slice(prefix.length)) : null;
    const path = given ?? own;
    return path === null || !existsSync(path) ? null : await readFile(path, 'utf8');
  }
}
