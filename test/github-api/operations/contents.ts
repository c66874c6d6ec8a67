import { type Call, created, type Operations, ok } from '../call.ts';
import { fill } from '../fill.ts';
import type { CommitInfo, Person } from '../git-store.ts';
import { notFound, Refusal } from '../refusal.ts';
import { apiAddress, webAddress } from '../show.ts';
import { showGitCommit } from '../show-git.ts';
import { authorOf } from './git-data.ts';
import { requireUnprotected, setRef } from './refs.ts';

interface FileChange {
  readonly message: string;
  readonly content?: string;
  readonly sha?: string;
  readonly branch?: string;
  readonly author?: Person;
  readonly committer?: Person;
}

/** Larger files come without their content, in bytes. */
const CONTENT_LIMIT = 2 ** 20;
const WRITE = [{ contents: 'write' }] as const;

export const contentOperations: Operations = {
  'repos/get-content': {
    needs: [{ contents: 'read' }],
    handle: async (call) => {
      const { git, defaultBranch } = call.repository;
      const ref = String(call.query.ref ?? defaultBranch);
      const commit = await git.commit(ref);
      if (commit === null) throw new Refusal(404, `No commit found for the ref ${ref}`);
      const path = (call.params.path ?? '').replace(/\/+$/, '');
      const sha = await git.object(path === '' ? `${commit}^{tree}` : `${commit}:${path}`);
      if (sha === null) throw notFound();
      if ((await git.type(sha)) === 'tree') return ok(await listFolder(call, sha, path, ref));
      const bytes = await git.run(['cat-file', 'blob', sha]);
      if (/^application\/vnd\.github(\.v3)?\.raw/.test(call.headers.accept ?? '')) {
        return {
          status: 200,
          body: bytes,
          headers: { 'content-type': 'application/vnd.github.raw+json' },
        };
      }
      return ok(showFile(call, { path, sha, ref, bytes }));
    },
  },
  'repos/create-or-update-file-contents': {
    needs: WRITE,
    handle: async (call) => {
      const { content = '' } = call.body as FileChange;
      const bytes = Buffer.from(content, 'base64');
      const { info, sha, ref, isNew } = await commitChange(call, bytes);
      const path = call.params.path ?? '';
      const body = fill('file-commit', {
        content: showFile(call, { path, sha: sha ?? '', ref, bytes }),
        commit: showGitCommit(call.world, call.repository, info),
      });
      return isNew ? created(body) : ok(body);
    },
  },
  'repos/delete-file': {
    needs: WRITE,
    handle: async (call) => {
      const { info } = await commitChange(call, null);
      const commit = showGitCommit(call.world, call.repository, info);
      return ok({ content: null, commit });
    },
  },
};

/** One commit that writes (`bytes`) or deletes (null) the file in the path. */
async function commitChange(call: Call, bytes: Buffer | null) {
  const { git, defaultBranch } = call.repository;
  const change = call.body as FileChange;
  const path = call.params.path ?? '';
  const branch = change.branch ?? defaultBranch;
  const head = await git.branch(branch);
  if (head === null) throw new Refusal(404, `Branch ${branch} not found`);
  const before = await git.object(`${head}:${path}`);
  if (bytes === null && before === null) throw notFound();
  if (before !== null && change.sha === undefined) {
    throw new Refusal(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
  }
  if (before !== null && before !== change.sha) {
    throw new Refusal(409, `${path} does not match ${change.sha}`);
  }
  requireUnprotected(call, `refs/heads/${branch}`, 409);
  const sha = bytes === null ? null : await git.writeBlob(bytes);
  const tree = await git.writeTree(head, [{ path, mode: '100644', sha }]);
  const author = change.author ?? authorOf(call.token);
  const commit = await git.writeCommit({
    tree,
    parents: [head],
    message: change.message,
    author,
    committer: change.committer ?? author,
  });
  await setRef(call, `refs/heads/${branch}`, commit);
  const info: CommitInfo = await git.info(commit);
  return { info, sha, ref: branch, isNew: before === null };
}

async function listFolder(call: Call, tree: string, folder: string, ref: string) {
  const words = ['ls-tree', '-z', '--long', '--full-tree', tree];
  const lines = (await call.repository.git.text(...words))
    .split('\0')
    .filter((line) => line !== '');
  return lines.map((line) => {
    const [head = '', name = ''] = line.split('\t');
    const [, type = '', sha = '', size = '0'] = head.split(/ +/);
    const path = folder === '' ? name : `${folder}/${name}`;
    const kind = type === 'tree' ? 'dir' : 'file';
    return { ...addresses(call, path, sha, ref), type: kind, size: Number(size) || 0 };
  });
}

function showFile(
  call: Call,
  file: {
    readonly path: string;
    readonly sha: string;
    readonly ref: string;
    readonly bytes: Buffer;
  },
) {
  const { path, sha, ref, bytes } = file;
  const isShown = bytes.length <= CONTENT_LIMIT;
  return {
    ...addresses(call, path, sha, ref),
    type: 'file',
    size: bytes.length,
    encoding: isShown ? 'base64' : 'none',
    content: isShown ? bytes.toString('base64').replaceAll(/.{60}/g, '$&\n') : '',
  };
}

function addresses({ world, repository }: Call, path: string, sha: string, ref: string) {
  const url = apiAddress(world, repository, `/contents/${encodeURI(path)}?ref=${ref}`);
  const page = webAddress(repository, `/blob/${ref}/${encodeURI(path)}`);
  const gitUrl = apiAddress(world, repository, `/git/blobs/${sha}`);
  return {
    name: path.split('/').at(-1),
    path,
    sha,
    url,
    html_url: page,
    git_url: gitUrl,
    download_url: webAddress(repository, `/raw/${ref}/${encodeURI(path)}`),
    _links: { self: url, git: gitUrl, html: page },
  };
}
