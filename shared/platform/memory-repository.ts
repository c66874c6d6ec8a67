import { createHash } from 'node:crypto';
import { UserError } from '../errors/index.ts';
import type {
  BranchFile,
  DeploymentStatus,
  DeploymentsPort,
  PlannedDeployment,
  ProposalsPort,
  ProposedChange,
  ProposedPullRequest,
} from './repository-ports.ts';

export interface MemoryCommit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly message: string;
  /** By path from the root. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export type MemoryPullRequest = {
  -readonly [Key in keyof ProposedPullRequest]: ProposedPullRequest[Key];
} & { branch: string; title: string };

/** A repository on GitHub as far as `github.proposals` and `github.deployments` go, for tests of `run`. */
export class MemoryRepository {
  readonly commits = new Map<string, MemoryCommit>();
  /** Commit of each branch. */
  readonly branches = new Map<string, string>();
  readonly protectedBranches = new Set<string>();
  readonly pullRequests: MemoryPullRequest[] = [];
  readonly deployments: (PlannedDeployment & { id: number; statuses: DeploymentStatus[] })[] = [];
  /** Who the token belongs to. */
  author = 'release-app[bot]';
  /** Names of methods that refuse, as a token without the permission makes them do. */
  readonly refusals = new Set<string>();
  readonly #content = new Map<string, Uint8Array>();

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.push('main', files, 'The project');
  }

  /** A person's commit on top of a branch; a branch that is not there begins at `main`. */
  push(branch: string, files: Readonly<Record<string, string>>, message: string): MemoryCommit {
    const parent = this.commits.get(this.branches.get(branch) ?? this.branches.get('main') ?? '');
    const content = Object.entries(files).map(
      ([path, text]) => [path, new TextEncoder().encode(text)] as const,
    );
    const commit = this.#commit(
      parent === undefined ? [] : [parent.sha],
      new Map([...(parent?.files ?? []), ...content]),
      () => message,
    );
    this.branches.set(branch, commit.sha);
    return commit;
  }

  /** Squashes a pull request into its base. */
  merge(request: MemoryPullRequest): void {
    const files = this.filesOf(request.branch);
    const text = [...files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]);
    this.push(request.base, Object.fromEntries(text), request.title);
    request.state = 'merged';
  }

  filesOf(branch: string): ReadonlyMap<string, Uint8Array> {
    return this.commits.get(this.branches.get(branch) ?? '')?.files ?? new Map();
  }

  readonly proposals: ProposalsPort = {
    readBranch: async (name = 'main', folder) => {
      this.#refuse('readBranch');
      const commit = this.commits.get(this.branches.get(name) ?? '');
      if (commit === undefined) return null;
      const files: BranchFile[] = [...commit.files]
        .filter(([path]) => path.startsWith(`${folder}/`))
        .map(([path, bytes]) => ({ path, sha: this.#store(bytes), bytes: bytes.byteLength }));
      return {
        name,
        isDefault: name === 'main',
        isProtected: this.protectedBranches.has(name),
        commit: { sha: commit.sha, tree: treeOf(commit.files), message: commit.message },
        files,
      };
    },
    readFile: async ({ sha }) => this.#content.get(sha) ?? new Uint8Array(),
    contains: async (branch, commit) => {
      const reached = (sha: string): boolean =>
        sha === commit || (this.commits.get(sha)?.parents ?? []).some(reached);
      return reached(this.branches.get(branch) ?? '');
    },
    pullRequestsOf: async (branch) => {
      this.#refuse('pullRequestsOf');
      return this.pullRequests.filter((request) => request.branch === branch).toReversed();
    },
    commit: async ({ parent, files, removed, message }: ProposedChange) => {
      this.#refuse('commit');
      const content = new Map(this.commits.get(parent.sha)?.files);
      for (const path of removed) content.delete(path);
      for (const { path, content: value } of files) {
        content.set(path, typeof value === 'string' ? new TextEncoder().encode(value) : value);
      }
      const { sha } = this.#commit([parent.sha], content, message);
      return { sha, author: this.author };
    },
    pointBranch: async ({ name, commit, expected }) => {
      this.#refuse('pointBranch');
      if ((this.branches.get(name) ?? null) !== expected) throw new Error('the branch has moved');
      this.branches.set(name, commit);
    },
    openPullRequest: async ({ branch, base, title, body }) => {
      this.#refuse('openPullRequest');
      const number = this.pullRequests.length + 1;
      const url = `https://github.example/octo/models/pull/${number}`;
      const request: MemoryPullRequest = {
        ...{ number, url, branch, base, title, body },
        state: 'open',
        author: this.author,
      };
      this.pullRequests.push(request);
      return { ...request };
    },
    updatePullRequest: async ({ number, base, title, body }) => {
      this.#refuse('updatePullRequest');
      const request = this.pullRequests.find((known) => known.number === number);
      if (request === undefined) throw new Error(`there is no pull request ${number}`);
      return { ...Object.assign(request, { base, title, body }) };
    },
  };

  readonly deploymentsPort: DeploymentsPort = {
    findUnfinished: async ({ environment, commit, payload }) => {
      this.#refuse('findUnfinished');
      const found = this.deployments.findLast(
        (known) =>
          known.environment === environment &&
          known.commit === commit &&
          known.payload.modelDigest === payload.modelDigest,
      );
      const state = found?.statuses.at(-1)?.state ?? 'in_progress';
      return found !== undefined && state === 'in_progress' ? found.id : null;
    },
    create: async (deployment) => {
      this.#refuse('create');
      const id = this.deployments.length + 1;
      this.deployments.push({ ...deployment, id, statuses: [] });
      return id;
    },
    setStatus: async (id, status) => {
      this.#refuse(`setStatus ${status.state}`);
      this.deployments.find((known) => known.id === id)?.statuses.push(status);
    },
  };

  #refuse(method: string): void {
    if (!this.refusals.has(method)) return;
    throw new UserError({ what: `GitHub refused ${method} (403)`, remedy: 'Add the permission' });
  }

  #commit(
    parents: readonly string[],
    files: ReadonlyMap<string, Uint8Array>,
    message: (tree: string) => string,
  ): MemoryCommit {
    const text = message(treeOf(files));
    const sha = sha1(`${treeOf(files)} ${parents} ${text} ${this.commits.size}`);
    const commit = { sha, parents, message: text, files };
    this.commits.set(sha, commit);
    return commit;
  }

  #store(bytes: Uint8Array): string {
    const sha = sha1(bytes);
    this.#content.set(sha, bytes);
    return sha;
  }
}

function treeOf(files: ReadonlyMap<string, Uint8Array>): string {
  const lines = [...files].map(([path, bytes]) => `${sha1(bytes)} ${path}`);
  return sha1(lines.sort().join('\n'));
}

function sha1(content: string | Uint8Array): string {
  return createHash('sha1').update(content).digest('hex');
}
