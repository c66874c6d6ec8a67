import { posix } from 'node:path';
import { UserError } from '../errors/index.ts';
import { Cancellation } from './cancellation.ts';
import { MemoryRepository } from './memory-repository.ts';
import { moduleThreads } from './module-threads.ts';
import type {
  Annotation,
  CommandEnd,
  CommandToRun,
  FilesPort,
  OpenFile,
  Ports,
  PublishedItem,
  PullRequest,
  RunArtifact,
  RunContext,
  RunsPort,
  ScratchFile,
  WorkflowRun,
} from './ports.ts';
import type { TrackingPort } from './tracking-port.ts';

/** What a run did, kept in memory. */
export interface MemoryJournal {
  readonly log: { readonly level: 'info' | 'warning' | 'debug'; readonly text: string }[];
  readonly outputs: Record<string, string>;
  readonly summary: string[];
  readonly annotations: Annotation[];
  readonly published: {
    readonly kind: 'comment' | 'issue' | 'closed-issue' | 'release' | 'dispatch';
    readonly item: Record<string, unknown>;
  }[];
  readonly cache: Map<string, Map<string, Uint8Array>>;
  readonly artifacts: Map<string, Map<string, Uint8Array>>;
}

/** Other runs of the repository, for `github.runs`. */
export interface MemoryRuns {
  /** Newest first. `files`: by path in the artifact, or what reading it throws. */
  readonly artifacts?: readonly (RunArtifact & {
    readonly files: Readonly<Record<string, string | Uint8Array>> | Error;
  })[];
  readonly runs?: readonly WorkflowRun[];
  readonly pullRequests?: readonly (PullRequest & {
    readonly headRepository: string;
    readonly branch: string;
  })[];
}

export interface MemoryPorts extends Ports {
  readonly cancellation: Cancellation;
  readonly journal: MemoryJournal;
  readonly files: MemoryFiles;
}

/** Ports that touch nothing outside: for tests of `run`. Time stands still at 2026-01-01T00:00:00Z. */
export function memoryPorts(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  options: {
    readonly run?: Partial<RunContext>;
    readonly withGitHub?: boolean;
    readonly runs?: MemoryRuns;
    readonly repository?: MemoryRepository;
    /** By name: the package's exports, or what loading it throws. */
    readonly packages?: Readonly<Record<string, object>>;
    readonly tracking?: TrackingPort;
    /** What a command does; left out: there is no shell. */
    readonly command?: (command: CommandToRun) => Promise<CommandEnd>;
  } = {},
): MemoryPorts {
  const journal: MemoryJournal = {
    log: [],
    outputs: {},
    summary: [],
    annotations: [],
    published: [],
    cache: new Map(),
    artifacts: new Map(),
  };
  const memoryFiles = new MemoryFiles(files);
  const repository = options.repository ?? new MemoryRepository();
  const write = (level: 'info' | 'warning' | 'debug') => (text: string) => {
    journal.log.push({ level, text });
  };
  const publish =
    (kind: MemoryJournal['published'][number]['kind'], action: PublishedItem['action']) =>
    async (item: object): Promise<PublishedItem> => {
      journal.published.push({ kind, item: { ...item } });
      return { url: `https://github.example/${kind}/${journal.published.length}`, action };
    };
  const store = (shelf: Map<string, Map<string, Uint8Array>>, key: string, directory: string) => {
    shelf.set(key, memoryFiles.under(directory));
  };
  const fetch = async (
    shelf: Map<string, Map<string, Uint8Array>>,
    key: string,
    directory: string,
  ) => {
    const kept = shelf.get(key);
    if (kept === undefined) return false;
    for (const [path, bytes] of kept) memoryFiles.content.set(`${directory}/${path}`, bytes);
    return true;
  };
  return {
    journal,
    log: {
      info: write('info'),
      warning: write('warning'),
      debug: write('debug'),
      progress: () => undefined,
    },
    outputs: {
      set: (name, value) => {
        journal.outputs[name] = value;
      },
    },
    summary: {
      add: async (markdown) => {
        journal.summary.push(markdown);
      },
    },
    annotations: {
      add: (annotation) => {
        journal.annotations.push(annotation);
        return true;
      },
    },
    artifacts: {
      upload: async (name, root, paths) => {
        const chosen = [...memoryFiles.under(root)].filter(([path]) =>
          paths.includes(`${root}/${path}`),
        );
        journal.artifacts.set(name, new Map(chosen));
      },
      download: async (name) => journal.artifacts.get(name) ?? null,
    },
    cache: {
      // As on GitHub, what stands under a key stays.
      save: async (key, directory) => {
        if (!journal.cache.has(key)) await store(journal.cache, key, directory);
      },
      restore: (key, directory) => fetch(journal.cache, key, directory),
      restoreNewest: async (prefix, directory) => {
        const newest = [...journal.cache.keys()].findLast((key) => key.startsWith(prefix));
        return newest === undefined ? false : await fetch(journal.cache, newest, directory);
      },
    },
    github:
      options.withGitHub === true
        ? {
            publishComment: publish('comment', 'created'),
            publishIssue: publish('issue', 'created'),
            closeIssue: publish('closed-issue', 'closed'),
            publishRelease: publish('release', 'created'),
            isReleased: async ({ tag, marker }) =>
              journal.published.some(
                ({ kind, item }) =>
                  kind === 'release' && item.tag === tag && String(item.notes).includes(marker),
              ),
            dispatch: async (event) => {
              await publish('dispatch', 'created')(event);
            },
            runs: memoryRuns(options.runs),
            proposals: repository.proposals,
            deployments: repository.deploymentsPort,
          }
        : null,
    tracking: options.tracking ?? null,
    files: memoryFiles,
    packages: {
      load: (name) => {
        const found = options.packages?.[name];
        if (found === undefined) {
          throw Object.assign(new Error(`Cannot find module '${name}'`), {
            code: 'MODULE_NOT_FOUND',
          });
        }
        if (found instanceof Error) throw found;
        return found;
      },
    },
    modules: {
      ...moduleThreads((path) => path, process.env, []),
      // It can import nothing of its neighbours.
      address: (path) =>
        `data:text/javascript;base64,${Buffer.from(memoryFiles.content.get(path) ?? '').toString('base64')}`,
    },
    commands: {
      run: options.command ?? (async () => ({ kind: 'not-started', reason: 'there is no shell' })),
    },
    clock: { now: () => new Date('2026-01-01T00:00:00Z'), milliseconds: () => 0 },
    run: { platform: 'memory', ...options.run },
    cancellation: new Cancellation(),
  };
}

function memoryRuns({ artifacts = [], runs = [], pullRequests = [] }: MemoryRuns = {}): RunsPort {
  return {
    artifacts: async function* (name) {
      yield* artifacts.filter((artifact) => artifact.name === name);
    },
    artifactsOf: async (run, name) =>
      artifacts.filter((artifact) => artifact.name === name && artifact.run?.id === run),
    readArtifact: async ({ id }, wanted) => {
      const files = artifacts.find((artifact) => artifact.id === id)?.files ?? {};
      if (files instanceof Error) throw files;
      const held = new MemoryFiles(files as Readonly<Record<string, string | Uint8Array>>).content;
      return new Map([...held].filter(([path]) => wanted.some((file) => file.path === path)));
    },
    find: async (id) => runs.find((run) => run.id === id) ?? null,
    pullRequestsOf: async (run) =>
      pullRequests.filter(
        ({ headRepository, branch }) =>
          headRepository === run.headRepository && branch === run.branch,
      ),
  };
}

/** Files as a map from path to bytes; a directory is there while a file is in it. */
export class MemoryFiles implements FilesPort {
  readonly content = new Map<string, Uint8Array>();
  /** Paths that are links, for tests. */
  readonly special = new Set<string>();
  /** Directories that refuse writing, for tests. */
  readonly readOnly = new Set<string>();

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    for (const [path, content] of Object.entries(files)) this.#put(path, content);
  }

  async read(path: string): Promise<Uint8Array> {
    const bytes = this.content.get(normalize(path));
    if (bytes === undefined) {
      throw new UserError({ what: `There is no file ${path}`, remedy: 'Check the path' });
    }
    return bytes;
  }

  async readText(path: string): Promise<string> {
    return new TextDecoder().decode(await this.read(path));
  }

  async *stream(path: string): AsyncIterable<Uint8Array> {
    const bytes = await this.read(path);
    // Small odd chunks, so that tests meet every boundary.
    for (let start = 0; start < bytes.length; start += 61) yield bytes.subarray(start, start + 61);
  }

  async size(path: string): Promise<number> {
    return (await this.read(path)).byteLength;
  }

  async open(path: string): Promise<OpenFile> {
    const bytes = await this.read(path);
    return {
      byteLength: bytes.byteLength,
      slice: async (start, end = bytes.byteLength) => {
        if (start < 0 || end < start || end > bytes.byteLength) {
          throw new RangeError(`bytes ${start} to ${end} of ${path} are not there`);
        }
        return bytes.subarray(start, end);
      },
      stream: () => this.stream(path),
      close: async () => undefined,
    };
  }

  async exists(path: string): Promise<boolean> {
    return this.content.has(normalize(path)) || (await this.isDirectory(path));
  }

  async isDirectory(path: string): Promise<boolean> {
    return this.under(path).size > 0;
  }

  async list(directory: string): Promise<string[]> {
    const names = [...this.under(directory).keys()].map((path) => path.split('/')[0] as string);
    return [...new Set(names)].sort();
  }

  async walk(directory: string): Promise<string[]> {
    return [...this.under(directory).keys()].map((path) => `${directory}/${path}`).sort();
  }

  async glob(pattern: string): Promise<string[]> {
    if (this.content.has(normalize(pattern))) return [normalize(pattern)];
    return [...this.content.keys()]
      .filter((path) => posix.matchesGlob(path, normalize(pattern)))
      .sort();
  }

  async writeAll(
    files: readonly { readonly path: string; readonly content: string | Uint8Array }[],
  ) {
    for (const { path } of files) {
      for (const directory of this.readOnly) {
        if (normalize(path).startsWith(`${normalize(directory)}/`)) {
          throw new UserError({
            what: `The folder ${directory} can't be written`,
            remedy: 'Choose another output-directory or change its permissions',
          });
        }
      }
    }
    for (const { path, content } of files) this.#put(path, content);
  }

  async rename(from: string, to: string): Promise<void> {
    const moved = this.under(from);
    await this.remove(to);
    const single = this.content.get(normalize(from));
    if (single !== undefined) moved.set('', single);
    await this.remove(from);
    for (const [path, bytes] of moved) this.#put(path === '' ? to : `${to}/${path}`, bytes);
  }

  async scratch(directory: string): Promise<ScratchFile> {
    await this.writeAll([{ path: `${directory}/scratch`, content: '' }]);
    await this.remove(`${directory}/scratch`);
    let content = Buffer.alloc(0);
    return {
      get byteLength() {
        return content.byteLength;
      },
      append(bytes) {
        content = Buffer.concat([content, bytes]);
      },
      readInto(into, start) {
        const found = content.subarray(start, start + into.byteLength);
        if (found.byteLength < into.byteLength) throw new RangeError('the bytes are not there');
        into.set(found);
      },
      close() {
        content = Buffer.alloc(0);
      },
    };
  }

  /** A directory is there while a file is in it. */
  async makeDirectory(): Promise<void> {}

  async listSpecial(directory: string): Promise<string[]> {
    return [...this.special].filter((path) => path.startsWith(`${normalize(directory)}/`)).sort();
  }

  async remove(path: string): Promise<void> {
    for (const inside of this.under(path).keys()) {
      this.content.delete(normalize(`${path}/${inside}`));
    }
    this.content.delete(normalize(path));
  }

  absolute(path: string): string {
    return `/memory/${normalize(path)}`;
  }

  /** Files in a directory, by their path below it. */
  under(directory: string): Map<string, Uint8Array> {
    const prefix = normalize(directory) === '' ? '' : `${normalize(directory)}/`;
    const inside = [...this.content].filter(([path]) => path.startsWith(prefix));
    return new Map(inside.map(([path, bytes]) => [path.slice(prefix.length), bytes]));
  }

  #put(path: string, content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    this.content.set(normalize(path), bytes);
  }
}

function normalize(path: string): string {
  return path
    .replace(/^(\.\/)+/, '')
    .replace(/\/+/g, '/')
    .replace(/\/$/, '')
    .replace(/^\.$/, '');
}
