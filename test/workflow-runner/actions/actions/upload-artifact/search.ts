import { statSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import * as glob from '@actions/glob';

/** What is uploaded, and the folder that paths in the archive start at. */
export interface FoundFiles {
  readonly files: string[];
  readonly root: string;
}

/** Patterns are one a line. One pattern's fixed part is the root; of several it is what they have in common. */
export async function findFiles(patterns: string, hidden: boolean): Promise<FoundFiles> {
  const globber = await glob.create(patterns, {
    followSymbolicLinks: true,
    implicitDescendants: true,
    omitBrokenSymbolicLinks: true,
    excludeHiddenFiles: !hidden,
  });
  const found = await globber.glob();
  const files = found.filter((path) => !statSync(path).isDirectory());
  const searched = globber.getSearchPaths();
  const [only = ''] = searched;
  if (searched.length > 1) return { files, root: commonFolder(searched) };
  const isFile = files.length === 1 && files[0] === only;
  return { files, root: isFile ? dirname(only) : only };
}

function commonFolder(paths: readonly string[]): string {
  const split = paths.map((path) => path.split(sep));
  const [first = []] = split;
  const differs = first.findIndex((part, index) => split.some((other) => other[index] !== part));
  return first.slice(0, differs < 0 ? first.length : differs).join(sep) || sep;
}
