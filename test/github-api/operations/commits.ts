import { type Call, type Operations, ok } from '../call.ts';
import { fill } from '../fill.ts';
import type { CommitInfo } from '../git-store.ts';
import { paged } from '../pages.ts';
import { notFound, Refusal } from '../refusal.ts';
import { apiAddress, webAddress } from '../show.ts';
import { listFiles, showCommit } from '../show-git.ts';

const READ = [{ contents: 'read' }] as const;

export const commitOperations: Operations = {
  'repos/list-branches': {
    needs: READ,
    handle: async (call) => {
      const { git, settings } = call.repository;
      const text = await git.text(
        'for-each-ref',
        '--format=%(refname:lstrip=2) %(objectname)',
        'refs/heads',
      );
      const wanted = call.query.protected;
      const branches = text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.split(' ') as [string, string])
        .filter(
          ([name]) => wanted === undefined || settings.protectedBranches.has(name) === wanted,
        );
      return paged(call, branches, ([name, sha]) =>
        fill('short-branch', {
          name,
          commit: { sha, url: apiAddress(call.world, call.repository, `/commits/${sha}`) },
          protected: settings.protectedBranches.has(name),
        }),
      );
    },
  },
  'repos/get-branch': {
    needs: READ,
    handle: async (call) => {
      const { git, settings } = call.repository;
      const name = call.params.branch ?? '';
      const sha = await git.branch(name);
      if (sha === null) throw new Refusal(404, 'Branch not found');
      return ok(
        fill('branch-with-protection', {
          name,
          commit: show(call, await git.info(sha)),
          protected: settings.protectedBranches.has(name),
        }),
      );
    },
  },
  'repos/list-commits': {
    needs: READ,
    handle: async (call) => {
      const { git, defaultBranch } = call.repository;
      const sha = await requireCommit(call, String(call.query.sha ?? defaultBranch));
      const { path, since, until } = call.query;
      const commits = await git.log(
        ...(since === undefined ? [] : [`--since=${since}`]),
        ...(until === undefined ? [] : [`--until=${until}`]),
        sha,
        ...(path === undefined ? [] : ['--', String(path)]),
      );
      return paged(call, commits, (info) => show(call, info));
    },
  },
  'repos/get-commit': {
    needs: READ,
    handle: async (call) => {
      const { world, repository } = call;
      const info = await repository.git.info(await requireCommit(call, call.params.ref ?? ''));
      const files = await listFiles(world, repository, info.parents[0] ?? null, info.sha);
      return ok(showCommit(world, repository, info, { files }));
    },
  },
  'repos/compare-commits-with-basehead': {
    needs: READ,
    handle: async (call) => {
      const { world, repository, params } = call;
      const [base = '', head = ''] = (params.basehead ?? '').split('...');
      const from = await requireCommit(call, base);
      const to = await requireCommit(call, head);
      const { git } = repository;
      const common = await git.text('merge-base', from, to).catch(() => {
        throw new Refusal(404, `No common ancestor between ${base} and ${head}.`);
      });
      const ahead = (await git.log(`${common}..${to}`)).reverse();
      const behind = await git.log(`${common}..${from}`);
      return ok(
        fill('commit-comparison', {
          url: apiAddress(world, repository, `/compare/${base}...${head}`),
          html_url: webAddress(repository, `/compare/${base}...${head}`),
          base_commit: show(call, await git.info(from)),
          merge_base_commit: show(call, await git.info(common)),
          status:
            ahead.length === 0
              ? behind.length === 0
                ? 'identical'
                : 'behind'
              : behind.length === 0
                ? 'ahead'
                : 'diverged',
          ahead_by: ahead.length,
          behind_by: behind.length,
          total_commits: ahead.length,
          commits: ahead.map((info) => show(call, info)),
          files: await listFiles(world, repository, common, to),
        }),
      );
    },
  },
};

/** The commit that a hash, branch or tag names. */
export async function requireCommit({ repository }: Call, ref: string): Promise<string> {
  const sha = await repository.git.commit(ref);
  if (sha !== null) return sha;
  if (/^[0-9a-f]{40}$/.test(ref)) throw new Refusal(422, `No commit found for SHA: ${ref}`);
  throw notFound();
}

function show({ world, repository }: Call, info: CommitInfo) {
  return showCommit(world, repository, info);
}
