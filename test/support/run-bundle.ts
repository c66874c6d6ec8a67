import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';

/** A command that a step wrote to its log, e.g. `::error file=a.csv,line=3::text`. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

export interface StepRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly commands: readonly WorkflowCommand[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly workspace: string;
  /** What lay in the runner's own folder at the end (temporary files, variables, state), by path. */
  readonly runnerFiles: ReadonlyMap<string, Buffer>;
}

export interface StepOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** The payload of the event that started the workflow. */
  readonly event?: object;
  readonly node?: string;
  /** Called with the process as soon as there is one, e.g. to send it signals. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** Another folder lets bundles be tried that are not committed. */
const BUNDLES = resolve(process.env.MLOPS_TEST_DIST || 'dist');

/** A folder of its own that goes when the test ends; `template` is copied into it. */
export async function makeWorkspace(
  template?: string,
): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'mlops-test-'));
  if (template !== undefined) await cp(template, path, { recursive: true });
  return {
    path,
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}

/**
 * Runs a committed bundle as the runner does: a process of its own, inputs in variables, files for outputs and the
 * summary. Nothing of the environment reaches it but PATH and HOME.
 */
export async function runStep(
  action: string,
  workspace: string,
  { inputs = {}, environment = {}, event = {}, node = process.execPath, onStart }: StepOptions = {},
): Promise<StepRun> {
  const runner = await mkdtemp(join(tmpdir(), 'mlops-runner-'));
  try {
    const file = (name: string) => join(runner, name);
    for (const name of ['output', 'env', 'path', 'state', 'summary'])
      await writeFile(file(name), '');
    await writeFile(file('event.json'), JSON.stringify(event));
    await mkdir(file('temp'));
    const variables: Record<string, string> = {
      PATH: process.env.PATH ?? '',
      HOME: runner,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_REPOSITORY: 'octo/models',
      GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
      GITHUB_REF_NAME: 'main',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_EVENT_PATH: file('event.json'),
      GITHUB_RUN_ID: '1234',
      GITHUB_OUTPUT: file('output'),
      GITHUB_ENV: file('env'),
      GITHUB_PATH: file('path'),
      GITHUB_STATE: file('state'),
      GITHUB_STEP_SUMMARY: file('summary'),
      RUNNER_TEMP: file('temp'),
      RUNNER_DEBUG: '0',
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
      ...environment,
    };
    const bundle = join(BUNDLES, `${action}.js`);
    const run = await spawnNode(node, [bundle], workspace, variables, onStart);
    return {
      ...run,
      commands: parseCommands(run.stdout),
      outputs: parseOutputs(await readFile(file('output'), 'utf8')),
      summary: await readFile(file('summary'), 'utf8'),
      workspace,
      runnerFiles: await readTree(runner),
    };
  } finally {
    await rm(runner, { recursive: true, force: true });
  }
}

/** Every file under `root`, hidden ones too, by its path with forward slashes, sorted. */
export async function readTree(root: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
  const files = new Map<string, Buffer>();
  for (const path of paths) files.set(path.split(sep).join('/'), await readFile(join(root, path)));
  return files;
}

export function spawnNode(
  node: string,
  words: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
  onStart?: (child: ChildProcess) => void,
): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  return new Promise((resolvePromise, reject) => {
    const child = spawn(node, words, { cwd, env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    onStart?.(child);
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.once('error', reject);
    child.once('close', (code) =>
      resolvePromise({
        exitCode: code ?? -1,
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString(),
      }),
    );
  });
}

/** Reads commands as the runner does: a line that begins with `::`, white space before it allowed. */
export function parseCommands(stdout: string): WorkflowCommand[] {
  return stdout.split(/\r\n|\r|\n/).flatMap((line) => {
    const match = /^\s*::([a-z-]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/i.exec(line);
    if (match === null) return [];
    const properties = (match[2] ?? '').split(',').flatMap((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [] : [[pair.slice(0, at), unescapeProperty(pair.slice(at + 1))]];
    });
    return [
      {
        name: match[1] ?? '',
        properties: Object.fromEntries(properties),
        message: unescapeData(match[3] ?? ''),
      },
    ];
  });
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}

/** `name=value` and `name<<delimiter … delimiter`, as in GITHUB_OUTPUT. */
function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const heredoc = /^([^=<]+)<<(.+)$/.exec(line);
    if (heredoc !== null) {
      const end = lines.indexOf(heredoc[2] ?? '', index + 1);
      if (end < 0) throw new Error(`output ${heredoc[1]} has no end`);
      outputs[heredoc[1] ?? ''] = lines.slice(index + 1, end).join('\n');
      index = end;
    } else if (line !== '') {
      const at = line.indexOf('=');
      outputs[line.slice(0, at)] = line.slice(at + 1);
    }
  }
  return outputs;
}
