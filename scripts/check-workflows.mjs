// Checks workflows with actionlint, a Go program, where Go can install it; otherwise says in one line that it did not.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const ACTIONLINT = 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.9';

const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'mlops-actions', 'bin');
const program = join(cache, process.platform === 'win32' ? 'actionlint.exe' : 'actionlint');

function install() {
  if (existsSync(program)) return true;
  mkdirSync(cache, { recursive: true });
  const { status } = spawnSync('go', ['install', ACTIONLINT], {
    env: { ...process.env, GOBIN: cache, GOFLAGS: '-mod=mod' },
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: 180_000,
  });
  return status === 0;
}

if (install()) {
  const workflows = ['.github/workflows', 'workflows-examples'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.yml'))
      .map((name) => join(folder, name)),
  );
  execFileSync(program, ['-color=false', ...workflows], { stdio: 'inherit' });
  console.log(`actionlint: ${workflows.length} workflows checked, no fault`);
} else {
  console.log('skipped: actionlint (Go or its module proxy is not to be had here)');
}
