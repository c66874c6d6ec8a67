import { type Call, created, type Operations, ok } from '../call.ts';
import { fill } from '../fill.ts';
import type { Person, TreeEntry } from '../git-store.ts';
import { notFound, Refusal } from '../refusal.ts';
import { apiAddress } from '../show.ts';
import { showGitCommit } from '../show-git.ts';
import type { Token } from '../tokens.ts';

interface GivenEntry {
  readonly path?: string;
  readonly mode?: string;
  readonly type?: string;
  readonly sha?: string | null;
  readonly content?: string;
}

const READ = [{ contents: 'read' }] as const;
const WRITE = [{ contents: 'write' }] as const;
const SHA = /^[0-9a-f]{40}$/;

export const gitDataOperations: Operations = {
  'git/create-blob': {
    needs: WRITE,
    handle: async ({ body, repository, world }) => {
      const { content, encoding = 'utf-8' } = body as { content: string; encoding?: string };
      if (encoding === 'base64' && !/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(content)) {
        throw new Refusal(422, 'content is not valid Base64');
      }
      const bytes = Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8');
      const sha = await repository.git.writeBlob(bytes);
      return created({ sha, url: apiAddress(world, repository, `/git/blobs/${sha}`) });
    },
  },
  'git/get-blob': {
    needs: READ,
    handle: async (call) => {
      const sha = await requireType(call, call.params.file_sha, 'blob');
      const bytes = await call.repository.git.run(['cat-file', 'blob', sha]);
      return ok(
        fill('blob', {
          sha,
          content: bytes.toString('base64'),
          encoding: 'base64',
          size: bytes.length,
          url: apiAddress(call.world, call.repository, `/git/blobs/${sha}`),
        }),
      );
    },
  },
  'git/create-tree': {
    needs: WRITE,
    handle: async (call) => {
      const { git } = call.repository;
      const { tree, base_tree: base } = call.body as { tree: GivenEntry[]; base_tree?: string };
      const baseTree = base === undefined ? null : await git.object(`${base}^{tree}`);
      if (base !== undefined && baseTree === null) throw notFound();
      const entries: TreeEntry[] = [];
      for (const entry of tree) entries.push(await toEntry(call, entry));
      return created(await showTree(call, await git.writeTree(baseTree, entries), false));
    },
  },
  'git/get-tree': {
    needs: READ,
    handle: async (call) => {
      const { git } = call.repository;
      const name = call.params.tree_sha ?? '';
      const commit = await git.commit(name);
      const sha = await git.object(`${commit ?? name}^{tree}`);
      if (sha === null) throw notFound();
      return ok(await showTree(call, sha, call.query.recursive !== undefined));
    },
  },
  'git/create-commit': {
    needs: WRITE,
    handle: async (call) => {
      const { git } = call.repository;
      const {
        message,
        tree,
        parents = [],
        author,
        committer,
      } = call.body as {
        message: string;
        tree: string;
        parents?: string[];
        author?: Person;
        committer?: Person;
      };
      if ((await git.type(tree)) !== 'tree') throw new Refusal(422, 'Tree SHA does not exist');
      for (const parent of parents) {
        if ((await git.type(parent)) !== 'commit') {
          throw new Refusal(422, 'Parent SHA does not exist or is not a commit object');
        }
      }
      const sha = await git.writeCommit({
        tree,
        parents,
        message,
        author: author ?? authorOf(call.token),
        committer: committer ?? author ?? authorOf(call.token),
      });
      return created(showGitCommit(call.world, call.repository, await git.info(sha)));
    },
  },
  'git/get-commit': {
    needs: READ,
    handle: async (call) => {
      const sha = await requireType(call, call.params.commit_sha, 'commit');
      return ok(showGitCommit(call.world, call.repository, await call.repository.git.info(sha)));
    },
  },
};

/** Who GitHub names as the author of what a token commits. */
export function authorOf({ actor }: Token): Person {
  return { name: actor.login, email: `${actor.id}+${actor.login}@users.noreply.github.com` };
}

async function toEntry(call: Call, entry: GivenEntry): Promise<TreeEntry> {
  const { git } = call.repository;
  const { path = '', mode = '100644', sha, content } = entry;
  if (
    path === '' ||
    path.startsWith('/') ||
    path.split('/').some((part) => /^(\.|\.\.|\.git|)$/i.test(part))
  ) {
    throw new Refusal(422, `tree.path contains a malformed path component: ${path}`);
  }
  if (sha !== undefined && content !== undefined) {
    throw new Refusal(422, 'Must supply either tree.sha or tree.content');
  }
  if (content !== undefined) return { path, mode, sha: await git.writeBlob(content) };
  if (sha === undefined) throw new Refusal(422, 'Must supply tree.sha or tree.content');
  if (sha !== null && (!SHA.test(sha) || (await git.type(sha)) === null)) {
    throw new Refusal(422, `tree.sha ${sha} is not a valid ${entry.type ?? 'blob'}`);
  }
  return { path, mode, sha };
}

async function showTree({ world, repository }: Call, sha: string, recursive: boolean) {
  const words = ['ls-tree', '-z', '--long', '--full-tree', ...(recursive ? ['-r', '-t'] : []), sha];
  const lines = (await repository.git.text(...words)).split('\0').filter((line) => line !== '');
  return {
    ...fill('git-tree', { sha, truncated: false }),
    url: apiAddress(world, repository, `/git/trees/${sha}`),
    tree: lines.map((line) => {
      const [head = '', path = ''] = line.split('\t');
      const [mode = '', type = '', object = '', size = '-'] = head.split(/ +/);
      return {
        path,
        mode,
        type,
        sha: object,
        url: apiAddress(world, repository, `/git/${type}s/${object}`),
        ...(size === '-' ? {} : { size: Number(size) }),
      };
    }),
  };
}

async function requireType({ repository }: Call, sha = '', type: string): Promise<string> {
  if (!SHA.test(sha) || (await repository.git.type(sha)) !== type) throw notFound();
  return sha;
}
