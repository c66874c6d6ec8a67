import { fill } from './fill.ts';
import type { CommitInfo, Person } from './git-store.ts';
import type { Repository } from './records.ts';
import { apiAddress, webAddress } from './show.ts';
import type { World } from './world.ts';

/** As the commits endpoints show it; the Git Data API has another form. */
export function showCommit(
  world: World,
  repository: Repository,
  info: CommitInfo,
  more: Readonly<Record<string, unknown>> = {},
) {
  const { sha, tree, parents, author, committer, message } = info;
  return fill('commit', {
    sha,
    url: apiAddress(world, repository, `/commits/${sha}`),
    html_url: webAddress(repository, `/commit/${sha}`),
    commit: {
      author,
      committer,
      message,
      tree: { sha: tree, url: apiAddress(world, repository, `/git/trees/${tree}`) },
      url: apiAddress(world, repository, `/git/commits/${sha}`),
    },
    parents: parents.map((parent) => ({
      sha: parent,
      url: apiAddress(world, repository, `/commits/${parent}`),
    })),
    ...more,
  });
}

export function showGitCommit(world: World, repository: Repository, info: CommitInfo) {
  const { sha, tree, parents, author, committer, message } = info;
  return fill('git-commit', {
    sha,
    url: apiAddress(world, repository, `/git/commits/${sha}`),
    html_url: webAddress(repository, `/commit/${sha}`),
    author: author satisfies Person,
    committer,
    message,
    tree: { sha: tree, url: apiAddress(world, repository, `/git/trees/${tree}`) },
    parents: parents.map((parent) => ({
      sha: parent,
      url: apiAddress(world, repository, `/git/commits/${parent}`),
    })),
    verification: { verified: false, reason: 'unsigned' },
  });
}

export function showRef(
  world: World,
  repository: Repository,
  ref: string,
  sha: string,
  type: string,
) {
  return fill('git-ref', {
    ref,
    url: apiAddress(world, repository, `/git/${ref}`),
    object: { sha, type, url: apiAddress(world, repository, `/git/${type}s/${sha}`) },
  });
}

/** Files that differ between two commits; `base` null: all of them are new. */
export async function listFiles(
  world: World,
  repository: Repository,
  base: string | null,
  head: string,
) {
  const { git } = repository;
  const from = base ?? (await git.emptyTree());
  const words = ['diff', '--no-renames', '-z'];
  const states = split(await git.text(...words, '--raw', '--no-abbrev', from, head));
  const lines = split(await git.text(...words, '--numstat', from, head));
  return lines.map((line, index) => {
    const [added = '0', deleted = '0', filename = ''] = line.split('\t');
    const [, , , after = '', letter = ''] = (states[index * 2] ?? '').split(' ');
    // A file that is not text has a dash instead of numbers.
    const [additions, deletions] = [Number(added) || 0, Number(deleted) || 0];
    return fill('diff-entry', {
      filename,
      sha: letter === 'D' ? null : after,
      status: { A: 'added', D: 'removed' }[letter] ?? 'modified',
      additions,
      deletions,
      changes: additions + deletions,
      contents_url: apiAddress(world, repository, `/contents/${encodeURI(filename)}?ref=${head}`),
      blob_url: webAddress(repository, `/blob/${head}/${encodeURI(filename)}`),
      raw_url: webAddress(repository, `/raw/${head}/${encodeURI(filename)}`),
    });
  });
}

function split(text: string): string[] {
  return text.split('\0').filter((part) => part !== '');
}
