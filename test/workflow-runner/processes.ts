import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

/** How long a process has, after SIGINT and then after SIGTERM, before it is killed; GitHub's own times. */
export interface Grace {
  readonly interruptMs: number;
  readonly terminateMs: number;
}

export const GITHUB_GRACE: Grace = { interruptMs: 7500, terminateMs: 2500 };

/** How long lines are still read after a process has ended whose children hold its output open. */
const DRAIN_MS = 500;

export interface ProcessRequest {
  readonly command: string;
  readonly words: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly onLine: (line: string) => void;
  /** When it fires, the process is asked to stop, then made to. */
  readonly stop: AbortSignal;
  readonly grace: Grace;
}

/** The processes of one job. Those that a step leaves in the background live until {@link end}. */
export class Processes {
  readonly #started: ChildProcess[] = [];

  /** Runs a program to its end and gives its exit code; a program that a signal ended has none: 1. */
  async run(request: ProcessRequest): Promise<number> {
    const { command, words, cwd, environment, onLine, stop, grace } = request;
    const child = spawn(command, words, {
      cwd,
      env: { ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // a group of its own, so that all of it can be ended
    });
    this.#started.push(child);
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on('line', onLine);
    }
    const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
    const exited = new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => resolve(code ?? 1));
    });
    const ending = new AbortController();
    const stopping = () => void stopGently(child, grace, ending.signal);
    if (stop.aborted) stopping();
    stop.addEventListener('abort', stopping, { once: true });
    try {
      const code = await exited;
      if (stop.aborted) signalGroup(child, 'SIGKILL');
      await Promise.race([closed, wait(DRAIN_MS)]);
      return code;
    } finally {
      ending.abort();
      stop.removeEventListener('abort', stopping);
    }
  }

  /** Ends whatever the job's steps have left running. */
  end(): void {
    for (const child of this.#started) signalGroup(child, 'SIGKILL');
  }
}

async function stopGently(child: ChildProcess, grace: Grace, ended: AbortSignal): Promise<void> {
  try {
    child.kill('SIGINT');
    await wait(grace.interruptMs, undefined, { signal: ended });
    child.kill('SIGTERM');
    await wait(grace.terminateMs, undefined, { signal: ended });
    signalGroup(child, 'SIGKILL');
  } catch {
    // It has ended in time.
  }
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // Nothing of it is left.
  }
}
