// nektos/act, a Go program that runs workflows: where it is kept, and its installation. As a program:
// node scripts/act.mjs installs it where Go can, and says which it is.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const VERSION = 'v0.2.89';
const INSTALL_LIMIT_MS = 600_000;

const folder = join(
  process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
  'mlops-actions',
  'bin',
  `act-${VERSION}`,
);

/** Path of act; null when it is not installed. */
export function findAct() {
  const program = join(folder, process.platform === 'win32' ? 'act.exe' : 'act');
  return existsSync(program) ? program : null;
}

/** Installs act when it is not there; its path, or null where Go or its module proxy is not to be had. */
export function installAct() {
  if (findAct() !== null) return findAct();
  mkdirSync(folder, { recursive: true });
  spawnSync('go', ['install', `github.com/nektos/act@${VERSION}`], {
    env: { ...process.env, GOBIN: folder, GOFLAGS: '-mod=mod' },
    stdio: 'ignore',
    timeout: INSTALL_LIMIT_MS,
  });
  return findAct();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const program = installAct();
  console.log(
    program === null
      ? 'skipped: act (Go or its module proxy is not to be had here)'
      : `act ${VERSION}: ${program}`,
  );
}
