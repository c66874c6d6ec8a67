import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { StringDecoder } from 'node:string_decoder';
import type { CommandEnd, CommandPort, CommandToRun } from './ports.ts';

/** A longer line is given in pieces: a progress bar that never ends its line must not fill the memory. */
const LONGEST_LINE = 8_192;
/** After a polite signal, a program has this long to put its things away. */
const GRACE_MILLISECONDS = 5_000;

/** How a run is cancelled: by the runner, or at a terminal. */
const INTERRUPTIONS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What steers the runner, belongs to this very step or may be spent: another program gets none of it. */
const WITHHELD =
  /^(INPUT_.*|STATE_.*|ACTIONS_.*|GITHUB_(TOKEN|OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)|GH_TOKEN)$/i;

/** Which variables of the environment code of the user's must not see: by `WITHHELD`, or because they hold a secret. */
export function withholding(secrets: readonly string[]): (name: string, value: string) => boolean {
  const known = secrets.filter((secret) => secret !== '');
  return (name, value) => WITHHELD.test(name) || known.some((secret) => value.includes(secret));
}

/** The environment without those. */
export function inheritedEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  const isWithheld = withholding(secrets);
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || isWithheld(name, value) ? [] : [[name, value]],
    ),
  );
}

/**
 * Runs commands in a shell: bash, as a `run:` step does (`-e -o pipefail`), sh where there is no bash, cmd.exe on Windows.
 * A command has the environment of this process but for what `WITHHELD` names and every variable that holds one of
 * `secrets`, whatever its name; a workflow that wants a program to have a token gives it another one.
 */
export function commandRunner(
  environment: Readonly<Record<string, string | undefined>>,
  secrets: readonly string[],
): CommandPort {
  const inherited = inheritedEnvironment(environment, secrets);
  return {
    run: (command) =>
      runCommand({ ...command, environment: { ...inherited, ...command.environment } }),
  };
}

function runCommand(command: CommandToRun): Promise<CommandEnd> {
  const { signal } = command;
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const child = start(command);
    let failure: CommandEnd | null = null;
    const stop = () => terminate(child);
    const timeout = setTimeout(() => {
      failure = { kind: 'timeout' };
      stop();
    }, command.timeoutSeconds * 1000);
    // A group of its own hears nothing of the signals that this process gets.
    const interrupt = (name: NodeJS.Signals) => {
      failure = { kind: 'killed', signal: name };
      stop();
    };
    for (const name of INTERRUPTIONS) process.on(name, interrupt);
    // Nothing of it goes on when this process ends before it.
    const endWithUs = () => kill(child, 'SIGKILL');
    process.once('exit', endWithUs);
    signal?.addEventListener('abort', stop, { once: true });
    const done = () => {
      clearTimeout(timeout);
      for (const name of INTERRUPTIONS) process.off(name, interrupt);
      process.off('exit', endWithUs);
      signal?.removeEventListener('abort', stop);
    };
    for (const stream of [child.stdout, child.stderr]) {
      if (stream !== null) splitLines(stream, command.onLine);
    }
    child.once('error', (error) => {
      failure = { kind: 'not-started', reason: error.message };
    });
    child.once('exit', () => {
      // What it left running would write into folders that are read now.
      kill(child, 'SIGKILL');
      // What has left the group may hold the output open for ever.
      const last = setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, GRACE_MILLISECONDS);
      child.once('close', () => clearTimeout(last));
    });
    child.once('close', (code, killedBy) => {
      done();
      if (signal?.aborted === true) reject(signal.reason);
      else if (failure !== null) resolve(failure);
      else if (killedBy !== null) resolve({ kind: 'killed', signal: killedBy });
      else resolve({ kind: 'exited', code: code ?? 0 });
    });
  });
}

function start({ command, directory, environment }: CommandToRun): ChildProcess {
  const options = { cwd: directory, env: environment, stdio: ['ignore', 'pipe', 'pipe'] as const };
  if (process.platform === 'win32') {
    return spawn(command, { ...options, stdio: [...options.stdio], shell: true });
  }
  const bash = spawnSync('bash', ['-c', 'exit 0'], { env: environment }).status === 0;
  const [shell, flags] = bash
    ? ['bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c']]
    : ['sh', ['-e', '-c']];
  // A group of its own: a signal reaches what the shell has started, too.
  return spawn(shell, [...flags, command], {
    ...options,
    stdio: [...options.stdio],
    detached: true,
  });
}

function terminate(child: ChildProcess): void {
  kill(child, 'SIGTERM');
  const last = setTimeout(() => kill(child, 'SIGKILL'), GRACE_MILLISECONDS);
  child.once('close', () => clearTimeout(last));
}

function kill({ pid }: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (pid === undefined) return;
  try {
    if (process.platform === 'win32') {
      spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    } else process.kill(-pid, signal);
  } catch {
    // It has ended already.
  }
}

/** Gives each line as it comes; a carriage return ends one too, as progress bars use it. */
export function splitLines(stream: NodeJS.ReadableStream, onLine: (text: string) => void): void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  stream.on('data', (chunk: Buffer) => {
    const lines = (rest + decoder.write(chunk)).split(/\r\n|[\r\n]/);
    rest = lines.pop() ?? '';
    for (const line of lines) give(line);
    while (rest.length > LONGEST_LINE) {
      onLine(rest.slice(0, LONGEST_LINE));
      rest = rest.slice(LONGEST_LINE);
    }
  });
  stream.on('end', () => {
    rest += decoder.end();
    if (rest !== '') give(rest);
  });
  function give(line: string): void {
    for (let start = 0; start === 0 || start < line.length; start += LONGEST_LINE) {
      onLine(line.slice(start, start + LONGEST_LINE));
    }
  }
}
