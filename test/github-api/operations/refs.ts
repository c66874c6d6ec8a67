import { refChanged } from '../branch-changes.ts';
import { type Call, created, NO_CONTENT, type Operations, ok } from '../call.ts';
import { notFound, Refusal } from '../refusal.ts';
import { showRef } from '../show-git.ts';

const READ = [{ contents: 'read' }] as const;
const WRITE = [{ contents: 'write' }] as const;

export const refOperations: Operations = {
  'git/get-ref': {
    needs: READ,
    handle: async (call) => {
      const ref = `refs/${call.params.ref}`;
      const sha = await call.repository.git.object(ref);
      if (sha === null || !isComplete(ref)) throw notFound();
      return ok(await show(call, ref, sha));
    },
  },
  'git/list-matching-refs': {
    needs: READ,
    handle: async (call) => {
      const { git } = call.repository;
      const lines = await git.text(
        'for-each-ref',
        '--format=%(refname) %(objectname) %(objecttype)',
      );
      const found = lines
        .split('\n')
        .map((line) => line.split(' '))
        .filter(([ref = '']) => ref.startsWith(`refs/${call.params.ref}`));
      return ok(
        found.map(([ref = '', sha = '', type = '']) =>
          showRef(call.world, call.repository, ref, sha, type),
        ),
      );
    },
  },
  'git/create-ref': {
    needs: WRITE,
    handle: async (call) => {
      const { ref, sha } = call.body as { ref: string; sha: string };
      const { git } = call.repository;
      if (!isComplete(ref)) {
        throw new Refusal(
          422,
          "Reference name must start with 'refs/' and contain at least two slashes.",
        );
      }
      await requireObject(call, sha);
      if ((await git.object(ref)) !== null) throw new Refusal(422, 'Reference already exists');
      await setRef(call, ref, sha);
      return created(await show(call, ref, sha));
    },
  },
  'git/update-ref': {
    needs: WRITE,
    handle: async (call) => {
      const { sha, force = false } = call.body as { sha: string; force?: boolean };
      const ref = `refs/${call.params.ref}`;
      const { git } = call.repository;
      const before = await git.object(ref);
      if (before === null) throw new Refusal(422, 'Reference does not exist');
      await requireObject(call, sha);
      requireUnprotected(call, ref);
      if (!force && !(await git.isAncestor(before, sha))) {
        throw new Refusal(422, 'Update is not a fast forward');
      }
      await setRef(call, ref, sha);
      return ok(await show(call, ref, sha));
    },
  },
  'git/delete-ref': {
    needs: WRITE,
    handle: async (call) => {
      const ref = `refs/${call.params.ref}`;
      const { git } = call.repository;
      if ((await git.object(ref)) === null) throw new Refusal(422, 'Reference does not exist');
      requireUnprotected(call, ref);
      await git.run(['update-ref', '-d', ref]);
      await refChanged(call.world, call.repository, ref, null, call.token);
      return NO_CONTENT;
    },
  },
};

/** Changes a protected branch by other means than a pull request. */
export function requireUnprotected({ repository }: Call, ref: string, status = 422): void {
  const branch = ref.replace(/^refs\/heads\//, '');
  if (!repository.settings.protectedBranches.has(branch)) return;
  throw new Refusal(
    status,
    'Repository rule violations found\n\nChanges must be made through a pull request.\n\n',
  );
}

export async function setRef(call: Call, ref: string, sha: string): Promise<void> {
  await call.repository.git.update(ref, sha);
  await refChanged(call.world, call.repository, ref, sha, call.token);
}

async function requireObject({ repository }: Call, sha: string): Promise<void> {
  if (!/^[0-9a-f]{40}$/.test(sha) || (await repository.git.type(sha)) === null) {
    throw new Refusal(422, 'Object does not exist');
  }
}

function isComplete(ref: string): boolean {
  return /^refs\/[^/]+\/[^/].*$/.test(ref);
}

async function show({ world, repository }: Call, ref: string, sha: string) {
  return showRef(world, repository, ref, sha, (await repository.git.type(sha)) ?? 'commit');
}
