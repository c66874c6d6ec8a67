import { expect } from '@jest/globals';
import {
  type GitHubApi,
  type GitHubApiOptions,
  type Permissions,
  type Repository,
  type RunRecord,
  startGitHubApi,
} from '../github-api/index.ts';
import { type ResultsService, startResultsService } from '../results-service/index.ts';

/** The API with the results service behind it: runs of octo/models and what they left. */
export interface RunsOfRepository extends AsyncDisposable {
  readonly github: GitHubApi;
  readonly results: ResultsService;
  /** Both services know the run. Default: a push to main. */
  addRun(run?: Partial<RunRecord>): Promise<RunRecord>;
  token(permissions: Permissions): string;
}

/** When the test ends neither service may have been asked wrongly, and every fault must have been met. */
export async function startRuns(options: GitHubApiOptions = {}): Promise<RunsOfRepository> {
  const github = await startGitHubApi(options);
  const results = await startResultsService({ repositoryId: github.state.id });
  github.connect(results);
  return {
    github,
    results,
    addRun: async (given) => {
      const run = await github.addRun(given);
      const { id, event, headBranch, headSha, headRepository } = run;
      results.addRun({ id, event, headBranch, headSha, headRepositoryId: headRepository.id });
      return run;
    },
    token: (permissions) => github.mintToken({ permissions }),
    [Symbol.asyncDispose]: async () => {
      await github[Symbol.asyncDispose]();
      await results[Symbol.asyncDispose]();
      expect(github.violations).toEqual([]);
      expect(results.refusals).toEqual([]);
      expect([github.faults.pending, results.faults.pending]).toEqual([0, []]);
    },
  };
}

/** A fork with a branch `better`, its open pull request, and a finished run of it. */
export async function addForkRun(
  runs: RunsOfRepository,
  more: Partial<RunRecord> = {},
): Promise<{ fork: Repository; pullRequest: number; run: RunRecord }> {
  const fork = await runs.github.fork('stranger');
  const pull = await runs.github.addPullRequest({ head: fork, branch: 'better' });
  const run = await runs.addRun({
    event: 'pull_request',
    headBranch: 'better',
    headSha: String(await fork.git.branch('better')),
    headRepository: fork,
    ...more,
  });
  return { fork, pullRequest: pull.number, run };
}
