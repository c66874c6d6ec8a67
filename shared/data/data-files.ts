import { posix } from 'node:path';
import { nearestName, type Problem, UserError } from '../errors/index.ts';
import type { FilesPort } from '../platform/index.ts';
import { countBraceAlternatives } from './brace-alternatives.ts';
import { LONGEST_PATH, MOST_BRACE_ALTERNATIVES, MOST_FILES } from './limits.ts';

/** Where the user wrote the paths: what a remedy tells to change. */
export type DataOrigin =
  | 'data.path'
  | 'data.split.files'
  | 'monitoring.current'
  | 'monitoring.reference'
  | 'the command line';

/**
 * The files that paths and globs name, each once: in the order of `paths`, those of one glob sorted.
 * Throws a `UserError` with every path that names no file.
 */
export async function resolveDataFiles(
  files: FilesPort,
  paths: readonly string[],
  origin: DataOrigin = 'data.path',
): Promise<string[]> {
  const found = new Set<string>();
  const problems: Problem[] = [];
  for (const path of paths) {
    const refusal = refusePath(path, origin);
    if (refusal !== null) {
      problems.push(refusal);
      continue;
    }
    const matches = await files.glob(path);
    for (const match of matches) found.add(match);
    if (matches.length === 0) problems.push(await describeMissing(files, path, origin));
  }
  if (paths.length === 0) {
    problems.push({
      what: 'No data file is named',
      remedy: isField(origin) ? `Set ${origin} in mlops.yml` : `Name a file on ${origin}`,
    });
  }
  if (found.size > MOST_FILES) {
    problems.push({
      what: `The data has ${found.size} files; at most ${MOST_FILES} can be read`,
      remedy: `Join some of them, or narrow the paths of ${origin}`,
    });
  }
  if (problems.length > 0) throw new UserError(problems);
  return [...found];
}

/** The same, without those that are not there: a job that puts results together needs no data. */
export async function listPresentFiles(
  files: FilesPort,
  paths: readonly string[],
): Promise<string[]> {
  const allowed = paths.filter((path) => refusePath(path, 'data.path') === null);
  const found = new Set<string>();
  for (const path of allowed) for (const match of await files.glob(path)) found.add(match);
  return [...found];
}

function refusePath(path: string, origin: DataOrigin): Problem | null {
  if (path.length > LONGEST_PATH) {
    return {
      what: `A path of ${origin} has ${path.length} characters; at most ${LONGEST_PATH} are allowed`,
      remedy: 'Shorten it',
    };
  }
  if (countBraceAlternatives(path) <= MOST_BRACE_ALTERNATIVES) return null;
  return {
    what: `The braces of ${path} stand for more than ${MOST_BRACE_ALTERNATIVES} paths`,
    remedy: `Use * in ${origin} where any text may stand`,
  };
}

async function describeMissing(
  files: FilesPort,
  path: string,
  origin: DataOrigin,
): Promise<Problem> {
  const check = isField(origin)
    ? `Check ${origin}: it starts at the folder of mlops.yml`
    : `Check the path on ${origin}: it starts at the current folder`;
  if (await files.isDirectory(path)) {
    return {
      what: `The data path ${path} is a folder`,
      remedy: `Name files, for example ${posix.join(path, '*.csv')}`,
    };
  }
  if (/[*?{[]/.test(path)) {
    return {
      what: `No data file matches ${path}`,
      remedy: check,
    };
  }
  const folder = posix.dirname(path);
  const near = nearestName(posix.basename(path), await files.list(folder));
  return {
    what: `There is no data file ${path}`,
    remedy: near === undefined ? check : `Did you mean ${posix.join(folder, near)}?`,
  };
}

function isField(origin: DataOrigin): boolean {
  return origin !== 'the command line';
}
