import { posix } from 'node:path';
import { nearestName, type Problem, UserError } from '../errors/index.ts';
import type { FilesPort } from '../platform/index.ts';
import { MOST_FILES } from './limits.ts';

/**
 * The files that paths and globs name, each once: in the order of `paths`, those of one glob sorted.
 * Throws a `UserError` with every path that names no file.
 */
export async function resolveDataFiles(
  files: FilesPort,
  paths: readonly string[],
): Promise<string[]> {
  const found = new Set<string>();
  const problems: Problem[] = [];
  for (const path of paths) {
    const matches = await files.glob(path);
    for (const match of matches) found.add(match);
    if (matches.length === 0) problems.push(await describeMissing(files, path));
  }
  if (paths.length === 0) {
    problems.push({ what: 'No data file is named', remedy: 'Set data.path in mlops.yml' });
  }
  if (found.size > MOST_FILES) {
    problems.push({
      what: `The data has ${found.size} files; at most ${MOST_FILES} can be read`,
      remedy: 'Join some of them, or narrow data.path',
    });
  }
  if (problems.length > 0) throw new UserError(problems);
  return [...found];
}

async function describeMissing(files: FilesPort, path: string): Promise<Problem> {
  if (await files.isDirectory(path)) {
    return {
      what: `The data path ${path} is a folder`,
      remedy: `Name files, for example ${posix.join(path, '*.csv')}`,
    };
  }
  if (/[*?{[]/.test(path)) {
    return {
      what: `No data file matches ${path}`,
      remedy: 'Check data.path: it starts at the folder of mlops.yml',
    };
  }
  const folder = posix.dirname(path);
  const near = nearestName(posix.basename(path), await files.list(folder));
  return {
    what: `There is no data file ${path}`,
    remedy:
      near === undefined
        ? 'Check data.path: it starts at the folder of mlops.yml'
        : `Did you mean ${posix.join(folder, near)}?`,
  };
}
