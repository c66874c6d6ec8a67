// node scripts/on-node-24.mjs <script or flags …>: runs the rest of the command line on Node 24.
import { spawnSync } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { findNode24 } from './node-24.mjs';

let node;
try {
  node = findNode24();
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
const { status, signal } = spawnSync(node, process.argv.slice(2), {
  stdio: 'inherit',
  env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` },
});
if (signal) process.kill(process.pid, signal);
process.exit(status ?? 70);
