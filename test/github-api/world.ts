import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArtifactSource } from './artifact-source.ts';
import { type FileChanges, GitStore } from './git-store.ts';
import type { AppRecord } from './installed-apps.ts';
import type { Repository, StartedWorkflow } from './records.ts';
import { type MintOptions, makeToken, type Token } from './tokens.ts';

const FIRST_NUMBER = 1;
const FIRST_ID = 100;

/** Everything that the double knows. */
export class World {
  readonly root: string;
  readonly repositories = new Map<string, Repository>();
  /** Former full names and what they are called now. */
  readonly renamed = new Map<string, string>();
  readonly tokens = new Map<string, Token>();
  readonly apps: AppRecord[] = [];
  readonly startedWorkflows: StartedWorkflow[] = [];
  artifacts: ArtifactSource | null = null;
  /** Where the API answers. */
  url = '';
  /** Where files are handed out: another origin, which takes no token. */
  storageUrl = '';
  /** Files by their path on the storage. */
  readonly storage = new Map<string, { readonly bytes: Buffer; readonly type: string }>();
  #lastId = FIRST_ID;
  readonly #lastNumbers = new Map<string, number>();

  constructor(root: string) {
    this.root = root;
  }

  /** Of `fullName`; unknown ones are a mistake of the test. */
  repository(fullName: string): Repository {
    const found = this.repositories.get(fullName);
    if (found === undefined) throw new Error(`The double has no repository ${fullName}`);
    return found;
  }

  async addRepository(options: {
    readonly fullName: string;
    readonly private: boolean;
    readonly files: FileChanges;
  }): Promise<Repository> {
    const { fullName, files } = options;
    const git = await GitStore.init(join(this.root, `${fullName}.git`), 'main');
    await git.commitFiles('main', files, 'First commit');
    return this.#register({ fullName, private: options.private, git, parent: null });
  }

  async fork(parent: Repository, owner: string): Promise<Repository> {
    const fullName = `${owner}/${parent.name}`;
    const git = await GitStore.clone(parent.git, join(this.root, `${fullName}.git`));
    return this.#register({ fullName, private: parent.private, git, parent });
  }

  #register(given: Pick<Repository, 'fullName' | 'private' | 'git' | 'parent'>): Repository {
    const [owner = '', name = ''] = given.fullName.split('/');
    const repository: Repository = {
      ...given,
      id: this.nextId(),
      owner,
      name,
      defaultBranch: 'main',
      settings: { actionsMayOpenPullRequests: true, protectedBranches: new Set() },
      issues: [],
      comments: [],
      labels: [],
      pulls: [],
      releases: [],
      deployments: [],
      environments: [],
      statuses: [],
      checkRuns: [],
      runs: [],
      attestations: [],
    };
    this.repositories.set(given.fullName, repository);
    return repository;
  }

  mint(options: MintOptions, repository: Repository): Token {
    const token = makeToken(options, repository.fullName);
    this.tokens.set(token.value, token);
    return token;
  }

  nextId(): number {
    return this.#lastId++;
  }

  /** Issues and pull requests of a repository are numbered together. */
  nextNumber(repository: Repository): number {
    const taken = [...repository.issues, ...repository.pulls].map(({ number }) => number);
    const last = this.#lastNumbers.get(repository.fullName) ?? FIRST_NUMBER - 1;
    const number = Math.max(last, ...taken) + 1;
    this.#lastNumbers.set(repository.fullName, number);
    return number;
  }

  now(): string {
    return new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  }

  /** What happened by a workflow's own token starts no workflow, but for the two events that exist to start one. */
  trigger(token: Token, event: Omit<StartedWorkflow, 'actor'>): void {
    const always = event.event === 'workflow_dispatch' || event.event === 'repository_dispatch';
    if (token.kind === 'workflow' && !always) return;
    this.startedWorkflows.push({ ...event, actor: token.actor.login });
  }

  async dispose(): Promise<void> {
    await rm(this.root, { recursive: true, force: true });
  }
}
