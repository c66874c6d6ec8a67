import { refChanged, updatePullRefs } from '../branch-changes.ts';
import { type Call, created, type Operations, ok } from '../call.ts';
import { paged } from '../pages.ts';
import { listPullCommits, openPull, type ShownPull, showPull } from '../pull-requests.ts';
import type { PullRecord, Repository } from '../records.ts';
import { invalid, notFound, Refusal, requireShortEnough, TITLE_LIMIT } from '../refusal.ts';
import { listFiles, showCommit } from '../show-git.ts';
import { authorOf } from './git-data.ts';
import { setState } from './issues.ts';

const READ = [{ 'pull-requests': 'read' }] as const;
const WRITE = [{ 'pull-requests': 'write' }] as const;

export const pullOperations: Operations = {
  'pulls/list': {
    needs: READ,
    handle: async (call) => {
      const { repository } = call;
      const { state = 'open', head, base, direction = 'desc' } = call.query;
      const found = repository.pulls.filter(
        (pull) =>
          (state === 'all' || pull.state === state) &&
          // Without an owner GitHub ignores the filter.
          (head === undefined || !String(head).includes(':') || labelOf(pull) === head) &&
          (base === undefined || pull.base === base),
      );
      if (direction === 'desc') found.reverse();
      return await pagedPulls(call, found);
    },
  },
  'pulls/create': {
    needs: WRITE,
    handle: async (call) => {
      const { world, repository, token } = call;
      const given = call.body as {
        title?: string;
        body?: string;
        head: string;
        base: string;
        draft?: boolean;
      };
      if (token.kind === 'workflow' && !repository.settings.actionsMayOpenPullRequests) {
        throw new Refusal(
          403,
          'GitHub Actions is not permitted to create or approve pull requests.',
        );
      }
      requireShortEnough('PullRequest', given.body);
      requireShortEnough('PullRequest', given.title, TITLE_LIMIT, 'title');
      if (given.title === undefined || given.title === '') {
        throw invalid({ resource: 'PullRequest', code: 'missing_field', field: 'title' });
      }
      const { head, headBranch } = await requireBranches(call, given.head, given.base);
      const same = repository.pulls.some(
        (pull) =>
          pull.state === 'open' &&
          pull.head === head &&
          pull.headBranch === headBranch &&
          pull.base === given.base,
      );
      if (same) {
        const message = `A pull request already exists for ${head.owner}:${headBranch}.`;
        throw invalid({ resource: 'PullRequest', code: 'custom', message });
      }
      const pull = await openPull(world, repository, {
        title: given.title,
        body: given.body ?? null,
        head,
        headBranch,
        base: given.base,
        draft: given.draft === true,
        user: token.actor,
      });
      const event = { event: 'pull_request', action: 'opened', number: pull.number };
      world.trigger(token, { ...event, repository: repository.fullName });
      return created(await show(call, pull));
    },
  },
  'pulls/get': {
    needs: READ,
    handle: async (call) => ok(await show(call, requirePull(call))),
  },
  'pulls/update': {
    needs: WRITE,
    handle: async (call) => {
      const { repository, world } = call;
      const pull = requirePull(call);
      const change = call.body as {
        title?: string;
        body?: string;
        state?: 'open' | 'closed';
        base?: string;
      };
      requireShortEnough('PullRequest', change.body);
      requireShortEnough('PullRequest', change.title, TITLE_LIMIT, 'title');
      if (change.state === 'open' && pull.merged !== null) {
        throw invalid({ resource: 'PullRequest', code: 'invalid', field: 'state' });
      }
      if (change.base !== undefined && change.base !== pull.base) {
        await requireBase(repository, change.base);
        pull.base = change.base;
        await updatePullRefs(repository, pull);
      }
      pull.title = change.title ?? pull.title;
      pull.body = change.body ?? pull.body;
      pull.updatedAt = world.now();
      if (change.state !== undefined && change.state !== pull.state) {
        setState(call, pull, change.state);
      }
      return ok(await show(call, pull));
    },
  },
  'pulls/list-files': {
    needs: READ,
    handle: async (call) => {
      const { number, base } = requirePull(call);
      const { git } = call.repository;
      const head = `refs/pull/${number}/head`;
      const common = await git.text('merge-base', `refs/heads/${base}`, head);
      const sha = await git.text('rev-parse', head);
      const files = await listFiles(call.world, call.repository, common, sha);
      return paged(call, files, (file) => file);
    },
  },
  'pulls/list-commits': {
    needs: READ,
    handle: async (call) => {
      const commits = await listPullCommits(call.repository, requirePull(call));
      return paged(call, commits, (info) => showCommit(call.world, call.repository, info));
    },
  },
  'pulls/merge': {
    // The merge is a commit on the base branch.
    needs: [{ contents: 'write' }],
    handle: async (call) => {
      const { repository, world, token } = call;
      const { git } = repository;
      const pull = requirePull(call);
      const { sha, merge_method: method = 'merge' } = (call.body ?? {}) as {
        sha?: string;
        merge_method?: string;
      };
      if (method !== 'merge')
        throw new Refusal(405, `${method} merges are not allowed on this repository.`);
      if (pull.state !== 'open' || pull.draft) {
        throw new Refusal(405, 'Pull Request is not mergeable');
      }
      const head = await git.text('rev-parse', `refs/pull/${pull.number}/head`);
      if (sha !== undefined && sha !== head) {
        throw new Refusal(409, 'Head branch was modified. Review and try the merge again.');
      }
      const base = await git.text('rev-parse', `refs/heads/${pull.base}`);
      const message = `Merge pull request #${pull.number} from ${labelOf(pull).replace(':', '/')}`;
      const merged = await git.merge(base, head, message, authorOf(token));
      if (merged === null) throw new Refusal(405, 'Pull Request is not mergeable');
      pull.merged = merged;
      pull.mergedAt = world.now();
      pull.mergedBy = token.actor;
      setState(call, pull, 'closed');
      await git.update(`refs/heads/${pull.base}`, merged);
      await refChanged(world, repository, `refs/heads/${pull.base}`, merged, token);
      return ok({ sha: merged, merged: true, message: 'Pull Request successfully merged' });
    },
  },
  'repos/list-pull-requests-associated-with-commit': {
    needs: READ,
    handle: async (call) => {
      const { repository } = call;
      const sha = call.params.commit_sha ?? '';
      if ((await repository.git.commit(sha)) === null) {
        throw new Refusal(422, `No commit found for SHA: ${sha}`);
      }
      const found: PullRecord[] = [];
      for (const pull of repository.pulls) {
        // GitHub knows of no pull request for the commit of a fork.
        if (pull.head !== repository) continue;
        const commits = await listPullCommits(repository, pull);
        if (pull.merged === sha || commits.some((info) => info.sha === sha)) found.push(pull);
      }
      return await pagedPulls(call, found);
    },
  },
};

/** Only the pages that are asked for need git. */
async function pagedPulls(call: Call, pulls: readonly PullRecord[]) {
  const shown = new Map<PullRecord, ShownPull>();
  for (const pull of pulls) {
    shown.set(pull, await showPull(call.world, call.repository, pull, 'pull-request-simple'));
  }
  return paged(call, pulls, (pull) => shown.get(pull));
}

async function show({ world, repository }: Call, pull: PullRecord) {
  return await showPull(world, repository, pull, 'pull-request');
}

function requirePull({ params, repository }: Call): PullRecord {
  const found = repository.pulls.find(({ number }) => number === Number(params.pull_number));
  if (found === undefined) throw notFound();
  return found;
}

function labelOf({ head, headBranch }: PullRecord): string {
  return `${head.owner}:${headBranch}`;
}

async function requireBase({ git }: Repository, base: string): Promise<string> {
  const sha = await git.branch(base);
  if (sha === null) throw invalid({ resource: 'PullRequest', code: 'invalid', field: 'base' });
  return sha;
}

async function requireBranches({ repository, world }: Call, head: string, base: string) {
  const { git, name } = repository;
  const baseSha = await requireBase(repository, base);
  const [owner, headBranch] = head.includes(':')
    ? (head.split(':') as [string, string])
    : [repository.owner, head];
  const source = world.repositories.get(`${owner}/${name}`);
  const headSha = await source?.git.branch(headBranch);
  if (source === undefined || headSha === null || headSha === undefined) {
    throw invalid({ resource: 'PullRequest', code: 'invalid', field: 'head' });
  }
  await git.run(['fetch', '--quiet', source.git.path, `refs/heads/${headBranch}`]);
  if (await git.isAncestor(headSha, baseSha)) {
    const message = `No commits between ${base} and ${head}`;
    throw invalid({ resource: 'PullRequest', code: 'custom', message });
  }
  try {
    await git.run(['merge-base', baseSha, headSha]);
  } catch {
    const message = `The ${base} branch has no history in common with ${head}`;
    throw invalid({ resource: 'PullRequest', code: 'custom', message });
  }
  return { head: source, headBranch };
}
