import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { withholding } from './command-runner.ts';
import type { PackagesPort } from './ports.ts';

/**
 * Packages as Node finds them from a folder of the workspace: its node_modules, then those of the folders above, up to
 * the root of the workspace and no further. While one is loaded the environment lacks what commands of the user's lack,
 * too: the tokens of the step are none of its business.
 */
export function installedPackages(
  absolute: (folder: string) => string,
  secrets: readonly string[],
): PackagesPort {
  return {
    load(name, folder) {
      const require = createRequire(join(absolute(folder), 'package.json'));
      const root = absolute('.');
      const found = (require.resolve.paths(name) ?? []).find((place) =>
        existsSync(join(place, name)),
      );
      if (
        found === undefined ||
        !`${found}${sep}`.startsWith(root.endsWith(sep) ? root : root + sep)
      ) {
        const message = `Cannot find module '${name}' in the workspace`;
        throw Object.assign(new Error(message), { code: 'MODULE_NOT_FOUND' });
      }
      return withoutSecrets(secrets, () => require(name) as unknown);
    },
  };
}

function withoutSecrets<T>(secrets: readonly string[], load: () => T): T {
  const isWithheld = withholding(secrets);
  const withheld = Object.entries(process.env).filter(([name, value = '']) =>
    isWithheld(name, value),
  );
  for (const [name] of withheld) delete process.env[name];
  try {
    return load();
  } finally {
    for (const [name, value] of withheld) process.env[name] = value;
  }
}
