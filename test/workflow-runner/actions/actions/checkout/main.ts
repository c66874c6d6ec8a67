import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import * as core from '@actions/core';
import { git } from './git.ts';
import { isUnsafeCheckout, type WhatToFetch } from './unsafe-checkout.ts';

/** Inputs that only the real action knows what to do with. */
const UNKNOWN_HERE = ['ssh-key', 'filter', 'sparse-checkout', 'github-server-url'];
const OFF_HERE = ['lfs', 'submodules'];

try {
  checkOut();
} catch (error) {
  core.setFailed((error as Error).message);
}

function checkOut(): void {
  for (const name of UNKNOWN_HERE) {
    if (core.getInput(name) !== '') throw new Error(`the stand-in for checkout has no ${name}`);
  }
  for (const name of OFF_HERE) {
    if (core.getInput(name) !== 'false')
      throw new Error(`the stand-in for checkout has no ${name}`);
  }
  const token = core.getInput('token', { required: true });
  const what = whatToFetch();
  refuseUnsafe(what);
  const folder = folderInWorkspace(core.getInput('path'));
  mkdirSync(folder, { recursive: true });
  if (core.getBooleanInput('clean')) empty(folder);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  const address = `https://github.com/${what.repository}`;
  git(folder, 'remote', 'add', 'origin', address);

  const credentials = writeCredentials(folder, token);
  core.saveState('credentials', credentials.file);
  core.saveState('folder', folder);
  core.saveState('include', credentials.include);
  try {
    fetchAndSwitch(folder, what);
  } finally {
    if (!core.getBooleanInput('persist-credentials')) removeCredentials(folder, credentials);
  }
  core.setOutput('ref', what.ref);
  core.setOutput('commit', git(folder, 'rev-parse', 'HEAD'));
}

function whatToFetch(): WhatToFetch {
  const repository = core.getInput('repository');
  const ref = core.getInput('ref');
  const own = repository === process.env.GITHUB_REPOSITORY;
  if (own && ref === '') {
    return {
      repository,
      ref: process.env.GITHUB_REF ?? '',
      commit: process.env.GITHUB_SHA ?? '',
    };
  }
  const isCommit = /^[0-9a-f]{40}$/.test(ref);
  return { repository, ref: isCommit ? '' : ref, commit: isCommit ? ref : '' };
}

function refuseUnsafe(what: WhatToFetch): void {
  if (core.getBooleanInput('allow-unsafe-pr-checkout')) return;
  const event = process.env.GITHUB_EVENT_NAME ?? '';
  const payload = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH ?? '', 'utf8'));
  if (!isUnsafeCheckout(event, payload, what)) return;
  throw new Error(
    `Refusing to check out fork pull request code from a '${event}' workflow. To opt in set 'allow-unsafe-pr-checkout: true'.`,
  );
}

function folderInWorkspace(path: string): string {
  const workspace = process.env.GITHUB_WORKSPACE ?? '';
  const folder = resolve(workspace, path);
  if (folder === workspace || folder.startsWith(workspace + sep)) return folder;
  throw new Error(`Repository path '${folder}' is not under '${workspace}'`);
}

/** Whatever was there before does not belong to the repository. */
function empty(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
}

/** Fetches as little as was asked for, and leaves the branch, the tag or the commit in the folder. */
function fetchAndSwitch(folder: string, { ref, commit }: WhatToFetch): void {
  const depth = Number(core.getInput('fetch-depth'));
  const words = ['fetch', '--quiet', '--no-recurse-submodules'];
  if (depth > 0) words.push(`--depth=${depth}`);
  words.push(core.getBooleanInput('fetch-tags') ? '--tags' : '--no-tags', 'origin');
  if (depth <= 0) words.push('+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*');

  const [, kind, name = ''] = /^refs\/(heads|tags|pull)\/(.+)$/.exec(ref) ?? [];
  if (kind === 'heads') {
    const remote = `refs/remotes/origin/${name}`;
    git(folder, ...words, `+${commit || ref}:${remote}`);
    git(folder, 'checkout', '--quiet', '--force', '-B', name, remote);
  } else if (kind === 'pull') {
    const remote = `refs/remotes/pull/${name}`;
    git(folder, ...words, `+${commit || ref}:${remote}`);
    git(folder, 'checkout', '--quiet', '--force', remote);
  } else if (kind === 'tags') {
    git(folder, ...words, `+${commit || ref}:${ref}`);
    git(folder, 'checkout', '--quiet', '--force', ref);
  } else if (commit !== '') {
    git(folder, ...words, commit);
    git(folder, 'checkout', '--quiet', '--force', commit);
  } else {
    switchToName(folder, ref);
  }
}

/** A name without `refs/` is a branch or a tag; without any name it is the default branch. */
function switchToName(folder: string, ref: string): void {
  const [, head = 'main'] =
    ref === ''
      ? (/refs\/heads\/(\S+)/.exec(git(folder, 'ls-remote', '--symref', 'origin', 'HEAD')) ?? [])
      : [ref, ref];
  const isBranch = git(folder, 'ls-remote', 'origin', `refs/heads/${head}`) !== '';
  const kind = isBranch ? 'heads' : 'tags';
  fetchAndSwitch(folder, { repository: '', ref: `refs/${kind}/${head}`, commit: '' });
}

interface Credentials {
  readonly file: string;
  /** Key of the setting that includes the file. */
  readonly include: string;
}

/** The token stands in a file of its own in RUNNER_TEMP, which the repository's settings include. */
function writeCredentials(folder: string, token: string): Credentials {
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  core.setSecret(basic);
  const file = join(process.env.RUNNER_TEMP ?? '', `git-credentials-${randomUUID()}.config`);
  // Git may be told to reach github.com elsewhere; the header belongs to where it really goes.
  const real = git(folder, 'ls-remote', '--get-url', 'https://github.com/');
  writeFileSync(file, '', { mode: 0o600 });
  git(
    folder,
    'config',
    '--file',
    file,
    `http.${real}.extraheader`,
    `AUTHORIZATION: basic ${basic}`,
  );
  const include = `includeIf.gitdir:${join(folder, '.git')}.path`;
  git(folder, 'config', '--local', include, file);
  return { file, include };
}

function removeCredentials(folder: string, { file, include }: Credentials): void {
  rmSync(file, { force: true });
  git(folder, 'config', '--local', '--unset-all', include);
}
