import type { RunStamp } from './github-stamp.ts';
import type { ModulesPort } from './modules-port.ts';
import type { DeploymentsPort, ProposalsPort } from './repository-ports.ts';
import type { TrackingPort } from './tracking-port.ts';

/**
 * What an action may do to the world. Three adapters exist: the GitHub Actions runner, a terminal, and memory (tests).
 * Text given to `log`, `annotations` and `summary` may hold anything that a data file held: the adapters neutralise
 * workflow commands and control characters. Markdown is escaped where it is rendered (shared/report).
 */
export interface Ports {
  readonly log: LogPort;
  readonly outputs: OutputsPort;
  readonly summary: SummaryPort;
  readonly annotations: AnnotationsPort;
  readonly artifacts: ArtifactsPort | null;
  readonly cache: CachePort;
  /** `null` where there is no GitHub to talk to: a terminal, or a workflow step without a token. */
  readonly github: GitHubPort | null;
  /** `null` where the environment names no tracking server. */
  readonly tracking: TrackingPort | null;
  readonly files: FilesPort;
  readonly commands: CommandPort;
  readonly packages: PackagesPort;
  readonly modules: ModulesPort;
  readonly clock: ClockPort;
  readonly run: RunContext;
  readonly cancellation: CancellationPort;
}

/** How work learns that the run is to stop: someone cancelled it, or its time is up. */
export interface CancellationPort {
  /** Aborted with a `CancelledError` as its reason. Loops and waits of seconds look at it. */
  readonly signal: AbortSignal;
  /**
   * Runs `cleanUp` when the run is cancelled before the function that is returned is called. Once cancelled, ports
   * refuse to write; `cleanUp` gets ports that still do. All of them together have a few seconds.
   */
  onCancel(cleanUp: (ports: Ports) => Promise<void>): () => void;
  /** Steps that would leave something half done between them: they may still write, and the end waits for them. */
  uninterrupted<T>(work: () => Promise<T>): Promise<T>;
}

/** Who runs this and for which commit. Unknown facts are left out. */
export interface RunContext {
  readonly platform: 'actions' | 'terminal' | 'memory';
  /** `owner/name`. */
  readonly repository?: string;
  readonly commit?: string;
  readonly ref?: string;
  readonly eventName?: string;
  readonly runId?: number;
  readonly runUrl?: string;
  /** 1 for the first attempt of a run, one more each time that somebody runs it again. */
  readonly attempt?: number;
  /** Who started the run, by the name of the account. */
  readonly actor?: string;
  /** Name of the job in its workflow. */
  readonly job?: string;
  /** A folder that the runner empties before each job. */
  readonly jobFolder?: string;
  readonly pullRequest?: number;
  /**
   * The branch whose newest blessed model is the baseline: that which a pull request or a merge queue is to be merged
   * into, else the branch that runs. Left out for a tag.
   */
  readonly baseBranch?: string;
  /** True when the pull request comes from a fork, so that the token can only read. */
  readonly fromFork?: boolean;
}

export interface LogPort {
  info(text: string): void;
  warning(text: string): void;
  debug(text: string): void;
  /**
   * Where work stands, for a person who waits. A terminal overwrites the line; a workflow log prints at most one line
   * every few seconds; the last call of a piece of work has `done: true` and is always shown.
   */
  progress(progress: Progress): void;
}

export interface Progress {
  readonly label: string;
  /** 0 … 1; leave out where the end is not known. */
  readonly fraction?: number;
  readonly detail?: string;
  readonly done?: boolean;
}

export interface OutputsPort {
  set(name: string, value: string): void;
}

export interface SummaryPort {
  /** Adds Markdown to the step's page. More than the platform shows (1 MiB a step) is cut at a section boundary. */
  add(markdown: string): Promise<void>;
}

export type AnnotationLevel = 'error' | 'warning' | 'notice';

export interface Annotation {
  readonly level: AnnotationLevel;
  readonly title: string;
  readonly message: string;
  /** Path relative to the workspace. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

export interface AnnotationsPort {
  /** GitHub shows 10 of each level a step: more are counted and not shown. Returns whether it was shown. */
  add(annotation: Annotation): boolean;
}

export interface ArtifactsPort {
  /** Uploads files under `root`; an artifact of that name in this run is replaced. */
  upload(name: string, root: string, paths: readonly string[]): Promise<void>;
  /** Files by their path in the artifact; null when this run has no such artifact. */
  download(name: string): Promise<ReadonlyMap<string, Uint8Array> | null>;
}

export interface CachePort {
  /** Puts the files stored under `key` back in `directory`. False when there are none or the service refuses. */
  restore(key: string, directory: string): Promise<boolean>;
  /** The same with the newest of the entries whose keys begin with `prefix`. */
  restoreNewest(prefix: string, directory: string): Promise<boolean>;
  /** A refused save is logged and never fails an action. */
  save(key: string, directory: string): Promise<void>;
}

/** Each method finds what it made before by `marker`, a hidden text in the body, and updates it: nothing is doubled. */
export interface GitHubPort {
  publishComment(comment: {
    pullRequest: number;
    marker: string;
    body: string;
    /** The run that says this: a newer run's text is left alone. */
    run?: RunStamp;
  }): Promise<PublishedItem>;
  /** Updates the open issue with this marker or opens one. The label is made when it is missing. */
  publishIssue(issue: {
    marker: string;
    label: string;
    title: string;
    body: string;
    run?: RunStamp;
  }): Promise<PublishedItem>;
  /** Closes the open issue with this marker, with a comment. Null when there is none. */
  closeIssue(issue: {
    marker: string;
    label: string;
    comment: string;
    run?: RunStamp;
  }): Promise<PublishedItem | null>;
  /** Makes a release as a draft, uploads its assets, then publishes it: readers never see half of it. */
  publishRelease(release: {
    tag: string;
    name: string;
    notes: string;
    /** A published release of this tag whose notes hold this text is left as it is, whatever its assets. */
    marker?: string;
    commit?: string;
    assets: readonly ReleaseAsset[];
  }): Promise<PublishedItem>;
  /** Whether a published release of this tag holds the marker in its notes. */
  isReleased(release: { tag: string; marker: string }): Promise<boolean>;
  /**
   * Starts the workflows of the default branch on `repository_dispatch` with this type. The payload has at most ten keys
   * and 64 KB.
   */
  dispatch(event: { type: string; payload: Readonly<Record<string, unknown>> }): Promise<void>;
  readonly runs: RunsPort;
  readonly proposals: ProposalsPort;
  readonly deployments: DeploymentsPort;
}

/** Other runs of this repository and what they left. A refusal is a `UserError` that names the missing permission. */
export interface RunsPort {
  /** Artifacts of this name in the whole repository, newest first; a page is fetched when it is reached. */
  artifacts(name: string): AsyncIterable<RunArtifact>;
  /** Artifacts of this name of one run, newest first. */
  artifactsOf(run: number, name: string): Promise<RunArtifact[]>;
  /**
   * Files of an artifact by their path in it; those that it lacks are left out. Nothing is written. Throws a `UserError`
   * when the archive is another one than GitHub names, is too large, or is not one that can be read without doubt.
   */
  readArtifact(
    artifact: RunArtifact,
    wanted: readonly WantedFile[],
  ): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Null when this repository has no such run. */
  find(id: number): Promise<WorkflowRun | null>;
  /** The open pull requests to this repository from a run's head repository and branch. */
  pullRequestsOf(run: WorkflowRun): Promise<PullRequest[]>;
}

export interface RunArtifact {
  readonly id: number;
  readonly name: string;
  /** Of the archive. */
  readonly bytes: number;
  readonly expired: boolean;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** `sha256:` and the digest of the archive; older artifacts have none. */
  readonly digest?: string;
  /** The run that left it; absent when GitHub does not say which one did. */
  readonly run?: {
    readonly id: number;
    /** Of the run's head; unknown when the branch is gone. */
    readonly branch?: string;
    /** The head is in another repository, or in one that is gone. */
    readonly fromFork: boolean;
  };
}

export interface WantedFile {
  readonly path: string;
  /** A larger file is a `UserError`, an optional one is left out. */
  readonly mostBytes: number;
  readonly optional?: boolean;
}

export interface WorkflowRun {
  readonly id: number;
  /** Name of the event that started it. */
  readonly event: string;
  readonly completed: boolean;
  readonly url: string;
  /** Of the head. */
  readonly commit: string;
  /** Of the head; null when it is gone. */
  readonly branch: string | null;
  /** `owner/name` of the head; null when it is gone. */
  readonly headRepository: string | null;
  /** The head is in another repository, or in one that is gone. */
  readonly fromFork: boolean;
}

export interface PullRequest {
  readonly number: number;
  /** Of its head. */
  readonly commit: string;
}

export interface PublishedItem {
  readonly url: string;
  /** `outdated`: a newer run has written there, and its text was left alone. */
  readonly action: 'created' | 'updated' | 'unchanged' | 'closed' | 'outdated';
}

export interface ReleaseAsset {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Files of the workspace. Paths are relative to it, with forward slashes, or absolute.
 * Reading what is not there throws a `UserError` that names the path.
 */
export interface FilesPort {
  read(path: string): Promise<Uint8Array>;
  readText(path: string): Promise<string>;
  /** The file in chunks of a size that the adapter chooses, for one pass over data that may not fit in memory. */
  stream(path: string): AsyncIterable<Uint8Array>;
  /** Size in bytes; throws like `read`. */
  size(path: string): Promise<number>;
  /** For formats that are read here and there; throws like `read`. */
  open(path: string): Promise<OpenFile>;
  exists(path: string): Promise<boolean>;
  isDirectory(path: string): Promise<boolean>;
  /** Names in a directory, sorted; empty when there is no such directory. */
  list(directory: string): Promise<string[]>;
  /** Paths of all files below a directory, sorted; empty when there is no such directory. */
  walk(directory: string): Promise<string[]>;
  /** Paths of files that match a glob (`*`, `**`, `?`, `{a,b}`), sorted; the pattern itself if such a file exists. */
  glob(pattern: string): Promise<string[]>;
  /**
   * Writes all files or none: every file is first written aside, then renamed over the old one.
   * Throws a `UserError` when a folder can't be written.
   */
  writeAll(files: readonly FileToWrite[]): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Makes a directory with those above it; nothing happens when it is there. */
  makeDirectory(path: string): Promise<void>;
  /** Paths of all that is below a directory and neither a file nor a directory: links, pipes, sockets. Sorted. */
  listSpecial(directory: string): Promise<string[]>;
  /** Removes a file or a directory with all that is in it; nothing happens when it is not there. */
  remove(path: string): Promise<void>;
  /**
   * An empty file in a directory, for what does not fit in memory: nobody else sees it, and nothing is left of it.
   * Rejects with a `UserError` when the directory can't be written.
   */
  scratch(directory: string): Promise<ScratchFile>;
  /** A path as the operating system wants it, for a library that opens files itself. */
  absolute(path: string): string;
}

/** Bytes that can be read anywhere, wherever they are kept. */
export interface ByteSource {
  readonly byteLength: number;
  /**
   * Bytes from `start` up to `end`, left out: to the end. Rejects when they are not there (0 ≤ start ≤ end ≤ byteLength).
   * What is returned must not be written to.
   */
  slice(start: number, end?: number): Promise<Uint8Array>;
}

export interface OpenFile extends ByteSource {
  /**
   * Fills `into` with the bytes from `start` on; rejects as `slice` does. Left out: the bytes are in memory anyway.
   */
  readInto?(into: Uint8Array, start: number): Promise<void>;
  /** Where the operating system finds the file, for threads that open it themselves; left out: nowhere. */
  readonly path?: string;
  /** What changes when someone writes to the file or puts another in its place; left out: nobody can. */
  version?(): Promise<string>;
  /** All bytes in order, as `FilesPort.stream` gives them. */
  stream(): AsyncIterable<Uint8Array>;
  /** Nothing may be read afterwards. */
  close(): Promise<void>;
}

/**
 * Bytes that are read again and again in places that a computation chooses, between its steps: so its calls don't wait.
 * They throw a `UserError` when the disk is full.
 */
export interface ScratchFile {
  readonly byteLength: number;
  append(bytes: Uint8Array): void;
  /** Fills `into` with the bytes from `start` on; throws when they are not there. */
  readInto(into: Uint8Array, start: number): void;
  close(): void;
}

export interface FileToWrite {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Programs of the user's. They get this process's environment without its tokens and the runner's own channels. */
/** Packages that the user's repository has installed. */
export interface PackagesPort {
  /** What `require(name)` gives in a module of this folder of the workspace. Throws what it throws. */
  load(name: string, folder: string): unknown;
}

export interface CommandPort {
  /**
   * Resolves when the command and all that it has started in its group have ended. A signal that asks this process to end
   * ends them. Rejects when `signal` is aborted.
   */
  run(command: CommandToRun): Promise<CommandEnd>;
}

export interface CommandToRun {
  /** For the shell. */
  readonly command: string;
  /** Absolute path of the folder that it runs in. */
  readonly directory: string;
  /** Added to the environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  /** Each line of its output and error output as it comes, without the line break. May hold anything. */
  readonly onLine: (text: string) => void;
  readonly signal?: AbortSignal;
}

export type CommandEnd =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'killed'; readonly signal: string }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'not-started'; readonly reason: string };

export interface ClockPort {
  now(): Date;
  /** Milliseconds since an arbitrary start; never goes back. */
  milliseconds(): number;
}
