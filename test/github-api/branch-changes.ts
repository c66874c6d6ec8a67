import type { PullRecord, Repository } from './records.ts';
import type { Token } from './tokens.ts';
import type { World } from './world.ts';

/**
 * What follows when a branch or tag has been made, moved (`sha`) or deleted (null), by the API or by a push: workflows,
 * and pull requests that show the new commit.
 */
export async function refChanged(
  world: World,
  repository: Repository,
  ref: string,
  sha: string | null,
  token: Token,
): Promise<void> {
  if (sha === null) return;
  world.trigger(token, { event: 'push', repository: repository.fullName, ref, sha });
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1];
  for (const target of world.repositories.values()) {
    for (const pull of target.pulls) {
      if (pull.state !== 'open') continue;
      const isHead = pull.head === repository && pull.headBranch === branch;
      const isBase = target === repository && pull.base === branch;
      if (isHead || isBase) await updatePullRefs(target, pull);
      if (isHead) {
        const { number } = pull;
        const event = { event: 'pull_request', action: 'synchronize', number, sha };
        world.trigger(token, { ...event, repository: target.fullName });
      }
    }
  }
}

/**
 * `refs/pull/N/head` and `refs/pull/N/merge`, which workflows of the pull request check out. Gives the merge commit,
 * null where the branches contradict each other.
 */
export async function updatePullRefs(target: Repository, pull: PullRecord): Promise<string | null> {
  const { git } = target;
  const { number, head, headBranch, base } = pull;
  await git.run([
    'fetch',
    '--quiet',
    '--force',
    head.git.path,
    `refs/heads/${headBranch}:refs/pull/${number}/head`,
  ]);
  const headSha = await git.text('rev-parse', `refs/pull/${number}/head`);
  const baseSha = await git.text('rev-parse', `refs/heads/${base}`);
  const merge = await git.merge(baseSha, headSha, `Merge ${headSha} into ${baseSha}`);
  if (merge !== null) await git.update(`refs/pull/${number}/merge`, merge);
  return merge;
}
