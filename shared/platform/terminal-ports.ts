import { copyFile, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { Cancellation } from './cancellation.ts';
import { commandRunner } from './command-runner.ts';
import { FileSystem } from './file-system.ts';
import { readGitCommit } from './git-commit.ts';
import { installedPackages } from './installed-packages.ts';
import { openTracking } from './mlflow-server.ts';
import { readMlflowSettings } from './mlflow-settings.ts';
import { moduleThreads } from './module-threads.ts';
import { neutralize, neutralizeLine } from './plain-text.ts';
import type { AnnotationLevel, CachePort, CancellationPort, LogPort, Ports } from './ports.ts';
import { formatProgress, isWorthKeeping, throttleProgress } from './progress.ts';

/** More would scroll everything else off the screen; the report holds the rest. */
const ANNOTATIONS_OF_A_LEVEL = 5;

/** Ends the name of an entry that is still being written. */
const PART = '.part';

/** Models are small, and old ones are rarely asked for again. */
const CACHE_ENTRIES = 20;

export interface TerminalOptions {
  readonly root: string;
  readonly output: NodeJS.WriteStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly verbose?: boolean;
  readonly cancellation?: CancellationPort;
}

/** Ports of a person's terminal: what a workflow would show on its page is left in files. */
export function terminalPorts({
  root,
  output,
  environment,
  verbose,
  cancellation = new Cancellation(),
}: TerminalOptions): Ports {
  const screen = new Screen(output);
  const print = (text: string) => screen.print(neutralize(text).replace(/^(?=.)/gm, '  '));
  const log: LogPort = {
    info: print,
    warning: (text) => print(`! ${text}`),
    debug: (text) => {
      if (verbose === true) print(text);
    },
    progress: output.isTTY
      ? (progress) => {
          if (progress.done === true && !isWorthKeeping(progress)) return screen.clear();
          const line = neutralizeLine(formatProgress(progress, screen.width - 3));
          screen.overwrite(`  ${line}`, progress.done);
        }
      : throttleProgress(print),
  };
  const files = new FileSystem(root);
  const commit = readGitCommit(files.absolute('.'));
  const shown: Record<AnnotationLevel, number> = { error: 0, warning: 0, notice: 0 };
  return {
    log,
    outputs: { set: (name, value) => log.debug(`${name} = ${value}`) },
    summary: { add: async () => undefined },
    annotations: {
      add: ({ level, title, message, file, line, column }) => {
        if (shown[level]++ >= ANNOTATIONS_OF_A_LEVEL) return false;
        const place = [file, line, column].filter((part) => part !== undefined).join(':');
        const sign = { error: '✖', warning: '!', notice: '·' }[level];
        print(
          [sign, place, neutralizeLine(title), '—', message]
            .filter((part) => part !== '')
            .join(' '),
        );
        return true;
      },
    },
    artifacts: null,
    cache: directoryCache(files, cacheDirectory(environment)),
    github: null,
    tracking: openTracking(readMlflowSettings(environment), { log, signal: cancellation.signal }),
    files,
    commands: commandRunner(environment, []),
    packages: installedPackages((folder) => files.absolute(folder), []),
    modules: moduleThreads((path) => files.absolute(path), environment, []),
    clock: { now: () => new Date(), milliseconds: () => performance.now() },
    run: { platform: 'terminal', ...(commit === undefined ? {} : { commit }) },
    cancellation,
  };
}

/** One line that is written over until something else is printed. */
class Screen {
  readonly #output: NodeJS.WriteStream;
  #pending = false;

  constructor(output: NodeJS.WriteStream) {
    this.#output = output;
  }

  print(text: string): void {
    this.#output.write(`${this.#pending ? '\r\u001b[K' : ''}${text}\n`);
    this.#pending = false;
  }

  clear(): void {
    if (this.#pending) this.#output.write('\r\u001b[K');
    this.#pending = false;
  }

  /** Of the terminal, in characters. */
  get width(): number {
    return Math.max(24, this.#output.columns);
  }

  overwrite(text: string, done = false): void {
    const line = text.slice(0, this.width - 1);
    this.#output.write(`\r\u001b[K${line}${done ? '\n' : ''}`);
    this.#pending = !done;
  }
}

/** `MLOPS_CACHE_DIRECTORY`, or the place where the system keeps caches of a user. */
function cacheDirectory(environment: TerminalOptions['environment']): string {
  const chosen = environment.MLOPS_CACHE_DIRECTORY;
  if (chosen) return chosen;
  const base = environment.XDG_CACHE_HOME || environment.LOCALAPPDATA || join(homedir(), '.cache');
  return join(base, 'mlops-actions', 'models');
}

/** Entries are folders named by their key; they appear by a rename, so that none is ever seen half-written. */
function directoryCache(files: FileSystem, root: string): CachePort {
  const restore: CachePort['restore'] = async (key, directory) => {
    const entry = join(root, key);
    const found = await stat(entry).catch(() => null);
    if (found === null) return false;
    await copyTree(entry, files.absolute(directory));
    const now = new Date();
    await utimes(entry, now, now).catch(() => undefined);
    return true;
  };
  return {
    restore,
    restoreNewest: async (prefix, directory) => {
      const entries = await listEntries(root).catch(() => []);
      const newest = entries.find(({ name }) => name.startsWith(prefix) && !name.endsWith(PART));
      return newest === undefined ? false : await restore(newest.name, directory);
    },
    save: async (key, directory) => {
      const entry = join(root, key);
      const aside = `${entry}.${process.pid}${PART}`;
      try {
        await copyTree(files.absolute(directory), aside);
        await rm(entry, { recursive: true, force: true });
        await rename(aside, entry);
        await forgetOldEntries(root);
      } catch {
        // A cache that can't be written costs time next time and nothing else.
        await rm(aside, { recursive: true, force: true }).catch(() => undefined);
      }
    },
  };
}

/** The last used first. */
async function listEntries(root: string): Promise<{ name: string; used: number }[]> {
  const entries = await Promise.all(
    (await readdir(root)).map(async (name) => ({
      name,
      used: (await stat(join(root, name))).mtimeMs,
    })),
  );
  return entries.sort((a, b) => b.used - a.used);
}

/** Of each kind by itself: checkpoints are many and must not drive out models. */
async function forgetOldEntries(root: string): Promise<void> {
  const kept = new Map<string, number>();
  for (const { name } of await listEntries(root)) {
    const kind = /^(.+?)-[0-9a-f]{64}/.exec(name)?.[1] ?? '';
    const before = kept.get(kind) ?? 0;
    kept.set(kind, before + 1);
    if (before >= CACHE_ENTRIES) await rm(join(root, name), { recursive: true, force: true });
  }
}

async function copyTree(from: string, to: string): Promise<void> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const source = join(entry.parentPath, entry.name);
    const target = join(to, source.slice(from.length + 1));
    await mkdir(dirname(target), { recursive: true });
    await copyFile(source, target);
  }
}
