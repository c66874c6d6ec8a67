import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArtifactSource } from './artifact-source.ts';
import type { Operations } from './call.ts';
import { addIssue } from './discussions.ts';
import { Faults } from './faults.ts';
import type { FileChanges } from './git-store.ts';
import { type AppRecord, makeApp } from './installed-apps.ts';
import { allOperations } from './operations/index.ts';
import { openPull } from './pull-requests.ts';
import type {
  Actor,
  IssueRecord,
  PullRecord,
  Repository,
  RunRecord,
  StartedWorkflow,
} from './records.ts';
import { GitHubServer, type RecordedRequest, type Violation } from './server.ts';
import { startStorage } from './storage.ts';
import type { MintOptions, Permissions } from './tokens.ts';
import { World } from './world.ts';

export type { ArtifactSource, RestArtifact } from './artifact-source.ts';
export { updatePullRefs } from './branch-changes.ts';
export type { Fault } from './faults.ts';
export type { FileChanges } from './git-store.ts';
export type { AppRecord } from './installed-apps.ts';
export type * from './records.ts';
export type { RecordedRequest, Violation } from './server.ts';
export type { MintOptions, Permission, Permissions, TokenKind } from './tokens.ts';

export interface GitHubApiOptions {
  /** Default `octo/models`. */
  readonly repository?: string;
  /** Of a private repository a token reads only what it has the permission for. Default false. */
  readonly private?: boolean;
  /** Files of the first commit on `main`. */
  readonly files?: FileChanges;
  /** Handlers instead of the double's own, to test that a wrong answer is noticed. */
  readonly operations?: Operations;
}

export interface AddedPullRequest {
  readonly title?: string;
  readonly body?: string | null;
  /** Default: a branch of its own. */
  readonly branch?: string;
  /** A fork, for example; default: the repository itself. */
  readonly head?: Repository;
  /** The commit on the branch. Default: one new file. */
  readonly files?: FileChanges;
  readonly user?: Actor;
  readonly number?: number;
}

/** GitHub's REST API on the loopback address, with one repository in it, backed by git. */
export interface GitHubApi extends AsyncDisposable {
  /** For GITHUB_API_URL. */
  readonly url: string;
  /** The repository of the double. */
  readonly state: Repository;
  /** Forks and others, by their full names. */
  readonly repositories: ReadonlyMap<string, Repository>;
  /** Folder of the bare repositories: `OWNER/NAME.git`. */
  readonly gitRoot: string;
  readonly faults: Faults;
  /** What disagreed with GitHub's description; a right client and a right double leave it empty. */
  readonly violations: readonly Violation[];
  readonly requests: readonly RecordedRequest[];
  /** What GitHub would start now. */
  readonly startedWorkflows: readonly StartedWorkflow[];
  /** Shared with the git server. */
  readonly world: World;
  mintToken(options: MintOptions): string;
  /** An app that is installed on the repository, with its private key. */
  addApp(slug: string, permissions: Permissions): AppRecord;
  addIssue(title: string, labels?: readonly string[]): IssueRecord;
  addPullRequest(options?: AddedPullRequest): Promise<PullRecord>;
  addRun(run?: Partial<RunRecord>): Promise<RunRecord>;
  fork(owner: string): Promise<Repository>;
  /** From now on the repository answers `formerName` with a redirect. */
  addFormerName(formerName: string): void;
  /** Where artifacts come from. */
  connect(artifacts: ArtifactSource): void;
  /** The commit that `main` is at. */
  head(): Promise<string>;
}

const OCTO: Actor = { login: 'octo', id: 1_000_001, type: 'User' };

export async function startGitHubApi(options: GitHubApiOptions = {}): Promise<GitHubApi> {
  const { repository: fullName = 'octo/models', files = { 'README.md': '# models\n' } } = options;
  const world = new World(await mkdtemp(join(tmpdir(), 'mlops-github-')));
  const storage = await startStorage(world);
  const state = await world.addRepository({ fullName, private: options.private === true, files });
  const faults = new Faults();
  const server = new GitHubServer(
    world,
    { ...allOperations, ...options.operations },
    faults,
    state,
  );
  world.url = await server.listen();
  world.storageUrl = storage.url;
  return {
    url: world.url,
    state,
    repositories: world.repositories,
    gitRoot: world.root,
    faults,
    violations: server.violations,
    requests: server.requests,
    startedWorkflows: world.startedWorkflows,
    world,
    mintToken: (wanted) => world.mint(wanted, state).value,
    addApp: (slug, permissions) => makeApp(world, slug, permissions, fullName),
    addIssue: (title, labels = []) => addIssue(world, state, { title, labels, user: OCTO }),
    addPullRequest: (given = {}) => addPullRequest(world, state, given),
    addRun: (run = {}) => addRun(world, state, run),
    fork: (owner) => world.fork(state, owner),
    addFormerName: (name) => void world.renamed.set(name, fullName),
    connect: (artifacts) => {
      world.artifacts = artifacts;
    },
    head: async () => (await state.git.branch('main')) ?? '',
    [Symbol.asyncDispose]: async () => {
      await Promise.all([server.close(), storage.close()]);
      await world.dispose();
    },
  };
}

async function addPullRequest(
  world: World,
  repository: Repository,
  given: AddedPullRequest,
): Promise<PullRecord> {
  const { head = repository, title = 'Change', body = null, user = OCTO, number } = given;
  const branch = given.branch ?? `change-${world.nextId()}`;
  const files = given.files ?? { [`${branch}.txt`]: 'changed\n' };
  if ((await head.git.branch(branch)) === null || given.files !== undefined) {
    const parent = (await head.git.branch(branch)) ?? (await head.git.branch('main')) ?? undefined;
    await head.git.commitFiles(branch, files, title, parent);
  }
  const pull = { title, body, user, head, headBranch: branch, base: 'main', draft: false };
  return await openPull(world, repository, { ...pull, number });
}

/** A successful run of `main` by a push, but for what is said otherwise. */
async function addRun(
  world: World,
  repository: Repository,
  given: Partial<RunRecord>,
): Promise<RunRecord> {
  const run: RunRecord = {
    id: given.id ?? world.nextId(),
    number: repository.runs.length + 1,
    name: 'Models',
    path: '.github/workflows/models.yml',
    event: 'push',
    headBranch: 'main',
    headSha: (await repository.git.branch(given.headBranch ?? 'main')) ?? '',
    headRepository: repository,
    status: 'completed',
    conclusion: 'success',
    pullRequests: [],
    actor: OCTO,
    createdAt: world.now(),
    ...given,
  };
  repository.runs.push(run);
  return run;
}
