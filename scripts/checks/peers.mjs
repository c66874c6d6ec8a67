// Programs that the project's reading of data is held against, at fixed versions, each fetched once into the cache
// folder. None is a dependency: where one can't be had, what needs it says so and is skipped.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installAside } from '../node-24.mjs';

/** 70 MB on Linux, because it carries its library for each system. */
const DUCKDB = { name: '@duckdb/node-api', version: '1.5.6-r.1' };
const PYTHON = ['polars==2.1.0', 'pandas==3.1.1', 'numpy==2.4.6', 'scipy==1.17.1'];
const INSTALLATION_MS = 600_000;

const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'mlops-actions');

/** Address of the module `@duckdb/node-api`, for `import()`; null where the npm registry is not to be had. */
export function findDuckDb() {
  const folder = join(cache, 'duckdb', DUCKDB.version);
  const entry = join(folder, 'node_modules', DUCKDB.name, 'lib', 'index.js');
  try {
    if (!existsSync(entry)) installAside(`${DUCKDB.name}@${DUCKDB.version}`, folder);
  } catch {
    return null;
  }
  return pathToFileURL(entry).href;
}

/** Path of a Python that has polars, pandas, NumPy and SciPy; null where Python or PyPI is not to be had. */
export function findPython() {
  const folder = join(cache, 'python-peers', PYTHON.join('-').replaceAll('==', '-'));
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
    ...PYTHON,
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
