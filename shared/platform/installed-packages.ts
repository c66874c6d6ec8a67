import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { PackagesPort } from './ports.ts';

/** Packages as Node finds them from a folder of the workspace: its node_modules, then those of the folders above. */
export function installedPackages(absolute: (folder: string) => string): PackagesPort {
  return {
    load: (name, folder) => createRequire(join(absolute(folder), 'package.json'))(name) as unknown,
  };
}
