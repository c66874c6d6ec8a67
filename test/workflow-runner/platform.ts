import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative, sep } from 'node:path';
import { type ResultsService, startResultsService } from '../results-service/index.ts';
import { type GitHubDouble, startGitHub } from '../support/github-double.ts';
import {
  pullRequestEvent,
  pushEvent,
  type RepositoryFacts,
  repositoryDispatchEvent,
  scheduleEvent,
  workflowDispatchEvent,
  workflowRunEvent,
} from './events.ts';
import type { JobGrant, JobRequest, RunIdentity, RunnerHost } from './host.ts';
import { GitStore, startGitServer } from './interim/git.ts';
import { type GivenRepositories, KnownRepositories } from './known-repositories.ts';
import type { Trigger, WorkflowRun } from './run-workflow.ts';

export type Files = Readonly<Record<string, string | Uint8Array | null>>;

export interface PlatformOptions extends GivenRepositories {
  /** Folder whose files the repository holds, e.g. `examples/penguins`. */
  readonly example?: string;
  /** Files on top of it; null takes one away. */
  readonly files?: Files;
  /** Workflow files of this machine that the repository holds in `.github/workflows`. */
  readonly workflows?: readonly string[];
}

const REPOSITORY = 'octo/models';
const FORK_OWNER = 'stranger';

/** Part of the payload of `pull_request`; the repository is null when the fork is gone. */
interface PullRequest {
  readonly head: {
    readonly ref: string;
    readonly sha: string;
    readonly repo: { readonly id: number } | null;
  };
  readonly base: { readonly ref: string };
}

/** Starts GitHub on this machine: its API, its git server, its results service, with the repository octo/models. */
export async function startPlatform(options: PlatformOptions = {}): Promise<Platform> {
  const folder = await mkdtemp(join(tmpdir(), 'mlops-platform-'));
  const git = await GitStore.init(join(folder, 'git', `${REPOSITORY}.git`));
  await git.commitFiles('main', await collectFiles(options), 'First commit');
  const api = await startGitHub(['issues', 'pull-requests', 'contents']);
  const results = await startResultsService();
  const known = await KnownRepositories.open(folder, options);
  const server = await startGitServer({
    root: join(folder, 'git'),
    authorize: (token) => token === null || token === api.token,
  });
  return new Platform({ folder, git, api, results, known, server });
}

interface Parts {
  readonly folder: string;
  readonly git: GitStore;
  readonly api: GitHubDouble;
  readonly results: ResultsService;
  readonly known: KnownRepositories;
  readonly server: AsyncDisposable & { readonly url: string };
}

export class Platform implements RunnerHost, AsyncDisposable {
  readonly repository = REPOSITORY;
  readonly git: GitStore;
  readonly api: GitHubDouble;
  readonly results: ResultsService;
  readonly known: KnownRepositories;
  readonly folder: string;
  readonly #server: Parts['server'];
  readonly facts: RepositoryFacts;
  #lastRun = 0;
  #lastPull = 0;

  constructor({ folder, git, api, results, known, server }: Parts) {
    this.folder = folder;
    this.git = git;
    this.api = api;
    this.results = results;
    this.known = known;
    this.#server = server;
    this.facts = { id: 1, fullName: REPOSITORY, private: false, fork: false };
  }

  get apiUrl(): string {
    return this.api.url;
  }

  get graphqlUrl(): string {
    return `${this.api.url}/graphql`;
  }

  nextRun(): RunIdentity {
    this.#lastRun += 1;
    return { id: 7_000_000_000 + this.#lastRun, number: this.#lastRun, attempt: 1 };
  }

  async grant(request: JobRequest): Promise<JobGrant> {
    return {
      token: this.api.token,
      environment: this.gitEnvironment(),
      actionEnvironment: this.#resultsEnvironment(request),
    };
  }

  /** Artifacts and caches of the job, which belong to the run and branch that its event says. */
  #resultsEnvironment({ run, job, event, ref, sha }: JobRequest): Record<string, string> {
    const pull = (event.payload as { pull_request?: PullRequest }).pull_request;
    this.results.addRun({
      id: run.id,
      event: event.name,
      ref,
      headSha: pull?.head.sha ?? sha,
      headBranch: pull?.head.ref ?? ref.replace(/^refs\/(heads|tags)\//, ''),
      baseBranch: pull?.base.ref ?? null,
      ...(pull?.head.repo == null ? {} : { headRepositoryId: pull.head.repo.id }),
    });
    return { ...this.results.environment({ run: run.id, job }) };
  }

  /** Lets git reach github.com on this machine, under its own name. */
  gitEnvironment(): Record<string, string> {
    return {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `url.${this.#server.url}/.insteadOf`,
      GIT_CONFIG_VALUE_0: 'https://github.com/',
    };
  }

  async readFile(commit: string, path: string): Promise<string | null> {
    try {
      return (await this.git.run(['cat-file', 'blob', `${commit}:${path}`])).toString();
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

  async finish(): Promise<void> {}

  /** Commits to a branch, and what GitHub makes of the push. */
  async push(files: Files, branch = 'main', message = 'Change files'): Promise<Trigger> {
    const before = (await this.git.branch(branch)) ?? '0'.repeat(40);
    const sha = await this.git.commitFiles(branch, files, message);
    const names = Object.keys(files);
    const commit = {
      sha,
      message,
      timestamp: new Date().toISOString(),
      added: [],
      modified: names,
      removed: [],
    };
    const ref = `refs/heads/${branch}`;
    return { event: pushEvent(this.facts, ref, before, [commit]), ref, sha };
  }

  /** Opens a pull request with these changes; from a fork when `fork` is true. */
  async pullRequest(options: {
    readonly files: Files;
    readonly branch?: string;
    readonly title?: string;
    readonly base?: string;
    readonly fork?: boolean;
  }): Promise<Trigger & { readonly number: number }> {
    const { files, branch = 'change', title = 'Change', base = 'main', fork = false } = options;
    const baseSha = (await this.git.branch(base)) ?? '';
    const sha = await this.git.commitFiles(branch, files, title, baseSha);
    this.#lastPull += 1;
    const number = this.#lastPull;
    const mergeSha = (await this.git.merge(baseSha, sha, `Merge ${sha} into ${baseSha}`)) ?? '';
    const ref = `refs/pull/${number}/merge`;
    await this.git.update(ref, mergeSha);
    await this.git.update(`refs/pull/${number}/head`, sha);
    const repository = fork
      ? { id: 2, fullName: `${FORK_OWNER}/models`, private: false, fork: true }
      : this.facts;
    const event = pullRequestEvent(this.facts, {
      number,
      title,
      base: { branch: base, sha: baseSha },
      head: { branch, sha, repository },
      mergeSha,
    });
    return { number, event, ref, sha: mergeSha };
  }

  async schedule(cron: string): Promise<Trigger> {
    return await this.#onMain(scheduleEvent(this.facts, cron));
  }

  async dispatch(workflow: string, inputs: Readonly<Record<string, string>> = {}) {
    return await this.#onMain(
      workflowDispatchEvent(this.facts, workflow, 'refs/heads/main', inputs),
    );
  }

  async repositoryDispatch(type: string, payload: Readonly<Record<string, unknown>> = {}) {
    return await this.#onMain(repositoryDispatchEvent(this.facts, type, payload));
  }

  /** The event that follows a finished run. */
  async workflowRun(run: WorkflowRun): Promise<Trigger> {
    const pull = run.trigger.event.payload.pull_request as
      | {
          number: number;
          head: { ref: string; sha: string; repo: { full_name: string; id: number } };
        }
      | undefined;
    const foreign = pull !== undefined && pull.head.repo.full_name !== REPOSITORY;
    const headRepository = foreign
      ? { id: pull.head.repo.id, fullName: pull.head.repo.full_name, private: false, fork: true }
      : this.facts;
    return await this.#onMain(
      workflowRunEvent(this.facts, {
        id: run.id,
        number: run.number,
        name: run.name,
        path: run.path,
        event: run.trigger.event.name,
        conclusion: run.conclusion,
        branch: pull?.head.ref ?? run.trigger.ref.replace(/^refs\/heads\//, ''),
        sha: pull?.head.sha ?? run.trigger.sha,
        headRepository,
        pullRequests: pull === undefined || foreign ? [] : [pull.number],
      }),
    );
  }

  async #onMain(event: Trigger['event']): Promise<Trigger> {
    return { event, ref: 'refs/heads/main', sha: (await this.git.branch('main')) ?? '' };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server[Symbol.asyncDispose]();
    await this.results[Symbol.asyncDispose]();
    await this.api[Symbol.asyncDispose]();
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function collectFiles({ example, files, workflows = [] }: PlatformOptions): Promise<Files> {
  const all: Record<string, string | Uint8Array | null> = { 'README.md': '# models\n' };
  if (example !== undefined) Object.assign(all, await readFolder(example));
  for (const path of workflows) all[`.github/workflows/${basename(path)}`] = await readFile(path);
  for (const [path, content] of Object.entries(files ?? {})) {
    if (content === null) delete all[path];
    else all[path] = content;
  }
  return all;
}

async function readFolder(root: string): Promise<Record<string, Uint8Array>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files: Record<string, Uint8Array> = {};
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(root, path).split(sep).join('/');
    if (entry.isFile() && !name.startsWith('.mlops/')) files[name] = await readFile(path);
  }
  return files;
}
