import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GitServer, githubAccess, startGitServer } from '../git-server/index.ts';
import {
  type GitHubApi,
  type PullRecord,
  type Repository,
  type StartedWorkflow,
  startGitHubApi,
  type Permissions as TokenPermissions,
  updatePullRefs,
} from '../github-api/index.ts';
import { type Oidc, startOidc } from '../oidc/index.ts';
import { type ResultsService, startResultsService } from '../results-service/index.ts';
import {
  pullRequestEvent,
  pushEvent,
  type RepositoryFacts,
  repositoryDispatchEvent,
  scheduleEvent,
  workflowDispatchEvent,
  workflowRunEvent,
} from './events.ts';
import type { JobGrant, JobRequest, RunIdentity, RunnerHost, StartedRun, Trigger } from './host.ts';
import { type GivenRepositories, KnownRepositories } from './known-repositories.ts';
import { collectFiles, type Files, type RepositoryFiles } from './repository-files.ts';
import type { WorkflowRun } from './run-workflow.ts';

export interface PlatformOptions extends RepositoryFiles, GivenRepositories {
  /** Whether the repository is private. */
  readonly private?: boolean;
}

const REPOSITORY = 'octo/models';
/** Who forks the repository. */
const STRANGER = 'stranger';
/** GitHub's numbers of runs are far from its other numbers. */
const FIRST_RUN = 7_000_000_001;

/** Starts GitHub on this machine: its API, its git server, its results service, with the repository octo/models. */
export async function startPlatform(options: PlatformOptions = {}): Promise<Platform> {
  const folder = await mkdtemp(join(tmpdir(), 'mlops-platform-'));
  const api = await startGitHubApi({
    repository: REPOSITORY,
    private: options.private === true,
    files: await collectFiles(options),
  });
  const results = await startResultsService({ repositoryId: api.state.id });
  api.connect(results); // the REST API shows what jobs have uploaded
  const known = await KnownRepositories.open(folder, options);
  const gitServer = await startGitServer(githubAccess(api));
  const oidc = await startOidc();
  return new Platform({ folder, api, results, known, gitServer, oidc });
}

interface Parts {
  readonly folder: string;
  readonly api: GitHubApi;
  readonly results: ResultsService;
  readonly known: KnownRepositories;
  readonly gitServer: GitServer;
  readonly oidc: Oidc;
}

/** What happens in the repository, each with the event that follows from it; and what its workflows run against. */
export class Platform implements RunnerHost, AsyncDisposable {
  readonly repository = REPOSITORY;
  readonly api: GitHubApi;
  readonly results: ResultsService;
  readonly known: KnownRepositories;
  readonly folder: string;
  readonly gitServer: GitServer;
  readonly oidc: Oidc;
  #runs = 0;

  constructor({ folder, api, results, known, gitServer, oidc }: Parts) {
    this.folder = folder;
    this.api = api;
    this.results = results;
    this.known = known;
    this.gitServer = gitServer;
    this.oidc = oidc;
  }

  get apiUrl(): string {
    return this.api.url;
  }

  get graphqlUrl(): string {
    return `${this.api.url}/graphql`;
  }

  get git(): Repository['git'] {
    return this.api.state.git;
  }

  /** Commits to a branch of the repository. */
  async push(files: Files, branch = 'main', message = 'Change files'): Promise<Trigger> {
    const before = await this.git.branch(branch);
    const parent = before ?? (await this.api.head());
    await this.git.commitFiles(branch, files, message, parent);
    return await this.pushed(branch, before ?? '0'.repeat(40));
  }

  /** What GitHub makes of a push that moved the branch to where it is now. */
  async pushed(branch: string, before?: string): Promise<Trigger> {
    const [info] = await this.git.log('--max-count=1', `refs/heads/${branch}`);
    if (info === undefined) throw new Error(`there is no branch ${branch}`);
    const { sha, message, parents } = info;
    const paths =
      parents.length === 0 ? '' : await this.git.text('diff', '--name-status', `${sha}^`, sha);
    const changed = (kind: string) =>
      paths
        .split('\n')
        .filter((line) => line.startsWith(`${kind}\t`))
        .map((line) => line.slice(2));
    const commit = {
      sha,
      message,
      timestamp: info.committer.date,
      added: changed('A'),
      modified: changed('M'),
      removed: changed('D'),
    };
    const ref = `refs/heads/${branch}`;
    const from = before ?? parents[0] ?? '0'.repeat(40);
    return { event: pushEvent(factsOf(this.api.state), ref, from, [commit]), ref, sha };
  }

  /** Opens a pull request with these changes to `main`; from a stranger's fork when `fork` is true. */
  async pullRequest(options: {
    readonly files: Files;
    readonly branch?: string;
    readonly title?: string;
    readonly fork?: boolean;
  }): Promise<Trigger & { readonly number: number }> {
    const { fork: foreign = false, ...given } = options;
    const head = foreign ? await this.fork() : this.api.state;
    const pull = await this.api.addPullRequest({ ...given, head });
    return { number: pull.number, ...(await this.pullRequestEvent(pull.number)) };
  }

  /** Commits to the branch of a pull request. */
  async synchronize(number: number, files: Files): Promise<Trigger> {
    const { head, headBranch } = this.#pull(number);
    await head.git.commitFiles(headBranch, files, 'Change more');
    return await this.pullRequestEvent(number, 'synchronize');
  }

  /** The event of a pull request that is there, whoever has opened it. */
  async pullRequestEvent(
    number: number,
    action: 'opened' | 'synchronize' | 'reopened' = 'opened',
  ): Promise<Trigger> {
    const pull = this.#pull(number);
    const mergeSha = await updatePullRefs(this.api.state, pull);
    if (mergeSha === null) throw new Error(`pull request ${number} can't be merged`);
    const event = pullRequestEvent(
      factsOf(this.api.state),
      {
        number,
        title: pull.title,
        base: { branch: pull.base, sha: (await this.git.branch(pull.base)) ?? '' },
        head: {
          branch: pull.headBranch,
          sha: await this.git.text('rev-parse', `refs/pull/${number}/head`),
          repository: factsOf(pull.head),
        },
        mergeSha,
      },
      action,
    );
    return { event, ref: `refs/pull/${number}/merge`, sha: mergeSha };
  }

  /** The stranger's fork; there is one. */
  async fork(): Promise<Repository> {
    const [, name] = REPOSITORY.split('/');
    return this.api.repositories.get(`${STRANGER}/${name}`) ?? (await this.api.fork(STRANGER));
  }

  async schedule(cron: string): Promise<Trigger> {
    return await this.#onMain(scheduleEvent(factsOf(this.api.state), cron));
  }

  async dispatch(
    workflow: string,
    inputs: Readonly<Record<string, string>> = {},
  ): Promise<Trigger> {
    const facts = factsOf(this.api.state);
    return await this.#onMain(workflowDispatchEvent(facts, workflow, 'refs/heads/main', inputs));
  }

  async repositoryDispatch(
    type: string,
    payload: Readonly<Record<string, unknown>> = {},
  ): Promise<Trigger> {
    return await this.#onMain(repositoryDispatchEvent(factsOf(this.api.state), type, payload));
  }

  /** The event that follows a finished run. */
  async workflowRun(run: WorkflowRun): Promise<Trigger> {
    const { event } = run.trigger;
    const head = this.#headOf(run.trigger);
    const foreign = head.repository !== this.api.state;
    const number = (event.payload.pull_request as { number: number } | undefined)?.number;
    return await this.#onMain(
      workflowRunEvent(factsOf(this.api.state), {
        id: run.id,
        number: run.number,
        name: run.name,
        path: run.path,
        event: event.name,
        conclusion: run.conclusion,
        branch: head.branch,
        sha: head.sha,
        headRepository: factsOf(head.repository),
        pullRequests: number === undefined || foreign ? [] : [number],
      }),
    );
  }

  /** The event by which GitHub would start a workflow now, from `api.startedWorkflows`. */
  async triggerOf(started: StartedWorkflow): Promise<Trigger> {
    const { event, ref = '', action = '', number = 0, workflow = '' } = started;
    if (event === 'push') return await this.pushed(ref.replace(/^refs\/heads\//, ''));
    if (event === 'pull_request') {
      return await this.pullRequestEvent(number, action as 'opened');
    }
    if (event === 'repository_dispatch') {
      return await this.repositoryDispatch(action, started.clientPayload);
    }
    if (event === 'workflow_dispatch') {
      return await this.dispatch(workflow, started.inputs as Record<string, string>);
    }
    throw new Error(`the platform makes no event ${event}`);
  }

  async begin({ workflow, trigger }: StartedRun): Promise<RunIdentity> {
    this.#runs += 1;
    const identity = { id: FIRST_RUN + this.#runs, number: this.#runs, attempt: 1 };
    const { event, ref } = trigger;
    const { repository, branch, sha } = this.#headOf(trigger);
    const pull = event.payload.pull_request as
      | { number: number; base: { ref: string } }
      | undefined;
    await this.api.addRun({
      id: identity.id,
      number: identity.number,
      name: workflow.name,
      path: workflow.path,
      event: event.name,
      headBranch: branch,
      headSha: sha,
      headRepository: repository,
      status: 'in_progress',
      conclusion: null,
      pullRequests: pull === undefined || repository !== this.api.state ? [] : [pull.number],
    });
    this.results.addRun({
      id: identity.id,
      event: event.name,
      headBranch: branch,
      headSha: sha,
      headRepositoryId: repository.id,
      ref,
      baseBranch: pull?.base.ref ?? null,
    });
    return identity;
  }

  async finish({ id }: RunIdentity, conclusion: string): Promise<void> {
    const run = this.api.state.runs.find((item) => item.id === id);
    if (run === undefined) throw new Error(`there is no run ${id}`);
    run.status = 'completed';
    run.conclusion = conclusion;
  }

  async grant(request: JobRequest): Promise<JobGrant> {
    const { run, job, permissions, event, ref, sha, workflow, environment } = request;
    const token = this.api.mintToken({ permissions: { ...permissions } as TokenPermissions });
    const oidc = this.oidc.environment({
      repository: this.repository,
      ref,
      sha,
      event: event.name,
      workflow: workflow.name,
      workflowPath: workflow.path,
      run: run.id,
      runNumber: run.number,
      private: this.api.state.private,
      permission: permissions['id-token'] === 'write' ? 'write' : 'none',
      ...(environment === null ? {} : { environment }),
    });
    return {
      token,
      environment: { ...this.gitEnvironment(), ...oidc },
      actionEnvironment: this.results.environment({ run: run.id, job }),
    };
  }

  /** Lets git reach github.com on this machine, under its own name. */
  gitEnvironment(): Record<string, string> {
    return {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `url.${this.gitServer.url}/.insteadOf`,
      GIT_CONFIG_VALUE_0: 'https://github.com/',
    };
  }

  async readFile(commit: string, path: string): Promise<string | null> {
    try {
      return await this.git.text('cat-file', 'blob', `${commit}:${path}`);
    } catch {
      return null;
    }
  }

  readRemoteWorkflow(reference: string): Promise<string | null> {
    return this.known.readWorkflow(reference);
  }

  async findAction(reference: string) {
    return this.known.findAction(reference);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.gitServer[Symbol.asyncDispose]();
    await this.oidc[Symbol.asyncDispose]();
    await this.results[Symbol.asyncDispose]();
    await this.api[Symbol.asyncDispose]();
    await rm(this.folder, { recursive: true, force: true });
  }

  #pull(number: number): PullRecord {
    const pull = this.api.state.pulls.find((item) => item.number === number);
    if (pull === undefined) throw new Error(`there is no pull request ${number}`);
    return pull;
  }

  /** The commit that a run is about: of a pull request the one of its branch, not the merge that is checked out. */
  #headOf({ event, ref, sha }: Trigger) {
    const pull = event.payload.pull_request as
      | { head: { ref: string; sha: string; repo: { full_name: string } } }
      | undefined;
    if (pull === undefined) {
      return { repository: this.api.state, branch: ref.replace(/^refs\/heads\//, ''), sha };
    }
    const { ref: branch, sha: headSha, repo } = pull.head;
    const repository = this.api.repositories.get(repo.full_name) ?? this.api.state;
    return { repository, branch, sha: headSha };
  }

  async #onMain(event: Trigger['event']): Promise<Trigger> {
    return { event, ref: 'refs/heads/main', sha: await this.api.head() };
  }
}

function factsOf({ id, fullName, private: hidden, parent }: Repository): RepositoryFacts {
  return { id, fullName, private: hidden, fork: parent !== null };
}
