// Python packages that checks use, at fixed versions, each set fetched once into an environment of its own in the cache
// folder. None is a dependency: where one can't be had, what needs it says so and is skipped.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

const PEERS = ['polars==2.1.0', 'pandas==3.1.1', 'numpy==2.4.6', 'scipy==1.17.1'];
const INSTALLATION_MS = 600_000;

const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'mlops-actions');

/**
 * Path of a Python that has these packages (`name==version`), by default polars, pandas, NumPy and SciPy; null where Python
 * or PyPI is not to be had.
 */
export function findPython(packages = PEERS) {
  const folder = join(cache, 'python-peers', packages.join('-').replaceAll('==', '-'));
  const onWindows = process.platform === 'win32';
  const python = join(folder, onWindows ? 'Scripts/python.exe' : 'bin/python');
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return python;
  // Not made aside and renamed: the environment knows its own folder.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  const install = [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--retries',
    '1',
    '--only-binary',
    ':all:',
    ...packages,
  ];
  const done =
    quietly(onWindows ? 'python' : 'python3', ['-m', 'venv', folder]) && quietly(python, install);
  if (!done) return null;
  mkdirSync(complete);
  return python;
}

function quietly(program, words) {
  return spawnSync(program, words, { stdio: 'ignore', timeout: INSTALLATION_MS }).status === 0;
}
