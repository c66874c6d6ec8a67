#!/usr/bin/env node
// The program `mlops`: finds Node 24, then hands over to the bundle.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findNode24 } from '../scripts/node-24.mjs';

let node;
try {
  node = findNode24();
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
const bundle = fileURLToPath(new URL('../dist/mlops.js', import.meta.url));
if (node === process.execPath) {
  const { main } = await import('../dist/mlops-actions.js');
  await main(process.argv.slice(2));
} else {
  const { status } = spawnSync(node, [bundle, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 70;
}
