import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { devNull } from 'node:os';
import { join } from 'node:path';

export interface Person {
  readonly name: string;
  readonly email: string;
  /** ISO 8601; default: now. */
  readonly date?: string;
}

export interface CommitInfo {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Required<Person>;
  readonly committer: Required<Person>;
  readonly message: string;
}

export interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  /** null takes the path away. */
  readonly sha: string | null;
}

/** What a file is to hold; null takes it away. */
export type FileChanges = Readonly<Record<string, string | Uint8Array | null>>;

const OUTPUT_LIMIT = 256 * 2 ** 20;
const OCTO: Person = { name: 'octo', email: 'octo@users.noreply.github.com' };
const FORMAT = ['%H', '%T', '%P', '%an', '%ae', '%aI', '%cn', '%ce', '%cI', '%B'].join('%x00');

/** A bare repository, by the `git` program: nothing of the machine's own configuration reaches it. */
export class GitStore {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  static async init(path: string, branch: string): Promise<GitStore> {
    await runGit(['init', '--quiet', '--bare', `--initial-branch=${branch}`, path]);
    const store = new GitStore(path);
    // As at GitHub any commit can be fetched by its name, and partial clones work.
    await store.#configure();
    return store;
  }

  static async clone(from: GitStore, path: string): Promise<GitStore> {
    await runGit(['clone', '--quiet', '--bare', from.path, path]);
    const store = new GitStore(path);
    await store.#configure();
    return store;
  }

  async #configure(): Promise<void> {
    await this.run(['config', 'uploadpack.allowAnySHA1InWant', 'true']);
    await this.run(['config', 'uploadpack.allowFilter', 'true']);
  }

  run(
    words: readonly string[],
    { input, env = {} }: { input?: string | Uint8Array; env?: Record<string, string> } = {},
  ): Promise<Buffer> {
    return runGit(words, { GIT_DIR: this.path, ...env }, input);
  }

  async text(...words: string[]): Promise<string> {
    return (await this.run(words)).toString().trimEnd();
  }

  /** The commit that a branch, tag or hash names, or null. */
  async commit(ref: string): Promise<string | null> {
    if (ref.startsWith('-')) return null;
    for (const name of [`refs/heads/${ref}`, `refs/tags/${ref}`, ref]) {
      const found = await this.object(`${name}^{commit}`);
      if (found !== null) return found;
    }
    return null;
  }

  async branch(name: string): Promise<string | null> {
    return await this.object(`refs/heads/${name}`);
  }

  /** The hash of what a name stands for, or null. */
  async object(name: string): Promise<string | null> {
    try {
      const sha = await this.text('rev-parse', '--verify', '--quiet', '--end-of-options', name);
      // A full hash is taken for good even if there is nothing of that name.
      return (await this.type(sha)) === null ? null : sha;
    } catch {
      return null;
    }
  }

  async type(sha: string): Promise<string | null> {
    try {
      return await this.text('cat-file', '-t', sha);
    } catch {
      return null;
    }
  }

  async isAncestor(ancestor: string, of: string): Promise<boolean> {
    try {
      await this.run(['merge-base', '--is-ancestor', ancestor, of]);
      return true;
    } catch {
      return false;
    }
  }

  async info(sha: string): Promise<CommitInfo> {
    const [found] = await this.log('--max-count=1', sha);
    if (found === undefined) throw new Error(`no commit ${sha}`);
    return found;
  }

  async log(...words: string[]): Promise<CommitInfo[]> {
    const text = (await this.run(['log', '-z', `--format=${FORMAT}%x00%x01`, ...words])).toString();
    return text
      .split('\0\u0001')
      .map((record) => record.replace(/^\0/, ''))
      .filter((record) => record !== '')
      .map((record) => {
        const [
          sha = '',
          tree = '',
          parents = '',
          an = '',
          ae = '',
          ad = '',
          cn = '',
          ce = '',
          cd = '',
          message = '',
        ] = record.split('\0');
        return {
          sha,
          tree,
          parents: parents.split(' ').filter((parent) => parent !== ''),
          author: { name: an, email: ae, date: toUtc(ad) },
          committer: { name: cn, email: ce, date: toUtc(cd) },
          message: message.trimEnd(),
        };
      });
  }

  async writeBlob(content: string | Uint8Array): Promise<string> {
    const output = await this.run(['hash-object', '-w', '--stdin'], { input: content });
    return output.toString().trim();
  }

  /** A tree like `base` (or empty) with the entries changed. */
  async writeTree(base: string | null, entries: readonly TreeEntry[]): Promise<string> {
    const index = join(this.path, `index-${randomUUID()}`);
    const env = { GIT_INDEX_FILE: index };
    try {
      if (base !== null) await this.run(['read-tree', base], { env });
      const lines = entries.map(({ path, mode, sha }) =>
        sha === null ? `0 ${'0'.repeat(40)}\t${path}` : `${mode} ${sha}\t${path}`,
      );
      await this.run(['update-index', '-z', '--index-info'], {
        env,
        input: `${lines.join('\0')}\0`,
      });
      return (await this.run(['write-tree'], { env })).toString().trim();
    } finally {
      await rm(index, { force: true });
    }
  }

  async writeCommit(commit: {
    readonly tree: string;
    readonly parents: readonly string[];
    readonly message: string;
    readonly author: Person;
    readonly committer?: Person;
  }): Promise<string> {
    const { tree, parents, message, author, committer = author } = commit;
    const words = ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])];
    const output = await this.run(words, {
      input: message,
      env: { ...identity('AUTHOR', author), ...identity('COMMITTER', committer) },
    });
    return output.toString().trim();
  }

  /** One commit on top of `branch` (made from `parent` or the default branch if it is new), and the branch with it; one process for all files. */
  async commitFiles(
    branch: string,
    files: FileChanges,
    message: string,
    parent?: string,
  ): Promise<string> {
    const from = parent ?? (await this.branch(branch)) ?? (await this.object('HEAD^{commit}'));
    const seconds = Math.floor(Date.now() / 1_000);
    const parts: (string | Uint8Array)[] = [
      `commit refs/heads/${branch}\n`,
      `committer ${OCTO.name} <${OCTO.email}> ${seconds} +0000\n`,
      `data ${Buffer.byteLength(message)}\n${message}\n`,
      from === null ? '' : `from ${from}\n`,
    ];
    for (const [path, content] of Object.entries(files)) {
      const quoted = JSON.stringify(path);
      if (content === null) parts.push(`D ${quoted}\n`);
      else {
        parts.push(
          `M 100644 inline ${quoted}\ndata ${Buffer.byteLength(content)}\n`,
          content,
          '\n',
        );
      }
    }
    const input = Buffer.concat(parts.map((part) => Buffer.from(part)));
    await this.run(['fast-import', '--quiet', '--force'], { input });
    const sha = await this.branch(branch);
    if (sha === null) throw new Error(`no branch ${branch} after the commit`);
    return sha;
  }

  async emptyTree(): Promise<string> {
    return (await this.run(['hash-object', '-w', '-t', 'tree', '--stdin'])).toString().trim();
  }

  async update(ref: string, sha: string): Promise<void> {
    await this.run(['update-ref', ref, sha]);
  }

  /** The merge commit of two commits, which no branch holds yet; null where they contradict each other. */
  async merge(
    base: string,
    head: string,
    message: string,
    author: Person = OCTO,
  ): Promise<string | null> {
    let tree: string;
    try {
      tree = await this.text('merge-tree', '--write-tree', base, head);
    } catch {
      return null;
    }
    return await this.writeCommit({ tree, parents: [base, head], message, author });
  }
}

function identity(role: 'AUTHOR' | 'COMMITTER', { name, email, date }: Person) {
  return {
    [`GIT_${role}_NAME`]: name,
    [`GIT_${role}_EMAIL`]: email,
    ...(date === undefined ? {} : { [`GIT_${role}_DATE`]: date }),
  };
}

function toUtc(date: string): string {
  return new Date(date).toISOString().replace('.000Z', 'Z');
}

function runGit(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input: string | Uint8Array = '',
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      words,
      {
        encoding: 'buffer',
        maxBuffer: OUTPUT_LIMIT,
        env: {
          PATH: process.env.PATH,
          GIT_CONFIG_NOSYSTEM: '1',
          GIT_CONFIG_GLOBAL: devNull,
          ...identity('AUTHOR', OCTO),
          ...identity('COMMITTER', OCTO),
          ...env,
        },
      },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else reject(new Error(`git ${words[0]}: ${stderr.toString().trim()}`, { cause: error }));
      },
    );
    // git may end before it has read everything; its exit code says what matters.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}
