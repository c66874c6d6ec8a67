// Programs that the project's reading of data is held against, at fixed versions, each fetched once into the cache
// folder. None is a dependency: where one can't be had, what needs it says so and is skipped.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installAside } from '../node-24.mjs';

/** 70 MB on Linux, because it carries its library for each system. */
const DUCKDB = { name: '@duckdb/node-api', version: '1.5.6-r.1' };

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
