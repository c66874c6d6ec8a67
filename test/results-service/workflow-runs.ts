import { createHash } from 'node:crypto';
import { type CacheScope, READ, WRITE } from './job-token.ts';

/** What a job may do with caches; the service enforces it by the job's token. */
export type CacheAccess = 'read-write' | 'read' | 'none';

/** A workflow run as GitHub's REST API describes it where an artifact names its run. */
export interface WorkflowRun {
  /** `GITHUB_RUN_ID`. */
  readonly id: number;
  readonly event: string;
  readonly headBranch: string;
  readonly headSha: string;
  /** Of the fork, where a pull request comes from one. */
  readonly headRepositoryId: number;
  readonly repositoryId: number;
  /** `GITHUB_REF`, e.g. `refs/heads/main` or `refs/pull/5/merge`: the ref whose caches the run writes. */
  readonly ref: string;
  /** Branch that a pull request is to be merged into: the run reads its caches, too. */
  readonly baseBranch: string | null;
  readonly cacheAccess: CacheAccess;
}

/** Everything that is left out is that of a push to the default branch. */
export type RunDescription = Partial<Omit<WorkflowRun, 'repositoryId'>>;

/** Anybody can cause them, and they run on the default branch: GitHub lets them read caches only. */
const UNTRUSTED_EVENTS = ['pull_request_target', 'issue_comment', 'workflow_run'];

export interface RepositoryIdentity {
  readonly id: number;
  readonly defaultBranch: string;
}

/** The runs of one repository, by their number. */
export class WorkflowRuns {
  readonly #runs = new Map<number, WorkflowRun>();
  readonly #repository: RepositoryIdentity;
  readonly #cacheAccess: CacheAccess | undefined;
  #lastId = 0;

  /** `cacheAccess` takes the place of what the event of a run implies. */
  constructor(repository: RepositoryIdentity, cacheAccess?: CacheAccess) {
    this.#repository = repository;
    this.#cacheAccess = cacheAccess;
  }

  /** A run that is known already is described anew. */
  add(description: RunDescription = {}): WorkflowRun {
    const { defaultBranch, id: repositoryId } = this.#repository;
    const { id = this.#lastId + 1, event = 'push', headBranch = defaultBranch } = description;
    const run: WorkflowRun = {
      event,
      headBranch,
      headSha: createHash('sha1').update(`run ${id}`).digest('hex'),
      headRepositoryId: repositoryId,
      ref: `refs/heads/${headBranch}`,
      baseBranch: null,
      cacheAccess: this.#cacheAccess ?? (UNTRUSTED_EVENTS.includes(event) ? 'read' : 'read-write'),
      ...description,
      id,
      repositoryId,
    };
    this.#lastId = Math.max(this.#lastId, id);
    this.#runs.set(id, run);
    return run;
  }

  /** A run that nobody described yet is a push to the default branch. */
  get(id: number): WorkflowRun {
    return this.#runs.get(id) ?? this.add({ id });
  }

  /** The run with this backend id; undefined when there is none. */
  ofBackendId(backendId: string): WorkflowRun | undefined {
    return [...this.#runs.values()].find(({ id }) => backendIds(id, '').run === backendId);
  }

  /**
   * The refs whose caches a job of this run sees: its own, which alone it may write, the one that its pull request is to
   * be merged into, and the default branch.
   */
  cacheScopes({ ref, baseBranch, cacheAccess }: WorkflowRun): CacheScope[] {
    if (cacheAccess === 'none') return [];
    const own = cacheAccess === 'read' ? READ : READ | WRITE;
    const others = [baseBranch, this.#repository.defaultBranch]
      .filter((branch) => branch !== null)
      .map((branch) => `refs/heads/${branch}`);
    return [...new Set([ref, ...others])].map((scope) => ({
      ref: scope,
      permission: scope === ref ? own : READ,
    }));
  }
}

/** Two UUIDs that say nothing about the number and the name, as those of GitHub. */
export function backendIds(run: number, job: string): { run: string; job: string } {
  return { run: uuid(`run ${run}`), job: uuid(`job ${run} ${job}`) };
}

function uuid(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}
