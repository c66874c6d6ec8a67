import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The commit that is checked out around `folder`, read from git's own files; undefined outside of a repository.
 * Says nothing about changes that are not committed.
 */
export function readGitCommit(folder: string): string | undefined {
  for (let place = folder; ; place = dirname(place)) {
    const head = readText(join(place, '.git', 'HEAD'));
    if (head !== undefined) return resolveHead(join(place, '.git'), head.trim());
    if (dirname(place) === place) return undefined;
  }
}

function resolveHead(git: string, head: string): string | undefined {
  const reference = /^ref: (refs\/[\w./-]+)$/.exec(head)?.[1];
  const commit = reference === undefined ? head : readReference(git, reference);
  return commit !== undefined && /^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined;
}

function readReference(git: string, reference: string): string | undefined {
  const loose = readText(join(git, reference));
  if (loose !== undefined) return loose.trim();
  const packed = readText(join(git, 'packed-refs')) ?? '';
  return packed
    .split('\n')
    .find((line) => line.endsWith(` ${reference}`))
    ?.split(' ')[0];
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
