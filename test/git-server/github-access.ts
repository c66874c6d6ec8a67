import { refChanged } from '../github-api/branch-changes.ts';
import type { GitHubApi } from '../github-api/index.ts';
import { holds } from '../github-api/tokens.ts';
import type { GitServerOptions } from './server.ts';

/** The repositories, tokens and protected branches of the double of GitHub's API. */
export function githubAccess({ world, gitRoot }: GitHubApi): GitServerOptions {
  const refuse = (status: 401 | 403 | 404, message: string) =>
    ({ allowed: false, status, message }) as const;
  return {
    root: gitRoot,
    authorize: ({ repository: name, write, token: value }) => {
      const repository = world.repositories.get(name);
      const token = value === null ? undefined : world.tokens.get(value);
      if (value !== null && (token === undefined || token.expiresAt <= Date.now())) {
        return refuse(401, 'Invalid username or token.');
      }
      if (token === undefined) {
        // Of what may not exist for this client GitHub asks who they are.
        const isOpen = repository !== undefined && !repository.private && !write;
        return isOpen
          ? { allowed: true, user: 'anonymous' }
          : refuse(401, 'Authentication required.');
      }
      if (repository === undefined) return refuse(404, 'Repository not found.');
      const covered = token.repositories.includes(name);
      const mayRead = !repository.private || (covered && holds(token, [{ contents: 'read' }]));
      if (!mayRead) return refuse(404, 'Repository not found.');
      if (write && !(covered && holds(token, [{ contents: 'write' }]))) {
        return refuse(403, `Permission to ${name}.git denied to ${token.actor.login}.`);
      }
      return { allowed: true, user: token.actor.login };
    },
    protectedBranches: (name) => world.repository(name).settings.protectedBranches,
    pushed: async ({ repository, ref, sha, token }) => {
      const pusher = world.tokens.get(token ?? '');
      if (pusher !== undefined) {
        await refChanged(world, world.repository(repository), ref, sha, pusher);
      }
    },
  };
}
