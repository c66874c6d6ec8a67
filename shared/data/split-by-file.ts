import { type FileSplitConfiguration, VALIDATION_SHARE_OF_TRAIN } from '../config/index.ts';
import { type Problem, UserError } from '../errors/index.ts';
import type { FilesPort } from '../platform/index.ts';
import { resolveDataFiles } from './data-files.ts';
import { collectSplits, type RowSplits } from './row-splits.ts';
import { hashKeys } from './split-key.ts';
import type { Table } from './table.ts';

const NAMES = ['train', 'validation', 'evaluation'] as const;

/** Paths of files as the table names them; a split that is left out has none. */
export type SplitFiles = Readonly<Partial<Record<(typeof NAMES)[number], readonly string[]>>>;

/** The files that the paths and globs of each split name. Throws a `UserError` with every path that names no file. */
export async function resolveSplitFiles(
  files: FilesPort,
  split: FileSplitConfiguration,
): Promise<SplitFiles> {
  const problems: Problem[] = [];
  const resolved: [string, readonly string[]][] = [];
  for (const name of NAMES) {
    const paths = split[name];
    if (paths === undefined) continue;
    try {
      resolved.push([name, await resolveDataFiles(files, paths, 'data.split.files')]);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new UserError(problems);
  return Object.fromEntries(resolved);
}

/**
 * The rows of each file go to the split that names it. Files that none names train, unless `train` is given; without
 * `validation` an eighth of the training rows is taken, by the hash of the whole row (but `notInKey`), so that equal rows stay together
 * and new ones move none.
 *
 * Throws a `UserError` for a file in two splits, in none, or not among the data.
 */
export function splitByFile(
  table: Table,
  given: SplitFiles,
  notInKey?: readonly string[],
): RowSplits {
  const placeOf = placesOfFiles(table.files, given);
  const points = given.validation === undefined ? hashKeys(table, [], notInKey) : null;
  const places = Uint8Array.from({ length: table.rowCount }, (_, row) => {
    const place = placeOf[table.fileOfRow[row] ?? 0] ?? 0;
    const held = place === 0 && points !== null && (points[row] ?? 0) < VALIDATION_SHARE_OF_TRAIN;
    return held ? 1 : place;
  });
  return collectSplits(places);
}

function placesOfFiles(files: readonly string[], given: SplitFiles): number[] {
  const placeOf = new Map<string, number>();
  const problems: Problem[] = [];
  for (const [place, name] of NAMES.entries()) {
    for (const file of given[name] ?? []) {
      const other = placeOf.get(file);
      if (other !== undefined) {
        problems.push({
          what: `The file is both in ${NAMES[other]} and in ${name}`,
          where: { file },
          remedy: 'Make the paths in data.split.files name it once',
        });
      } else if (!files.includes(file)) {
        problems.push({
          what: `The file of data.split.files.${name} is none of data.path`,
          where: { file },
          remedy: 'Add it to data.path, which names all data, or take it out of data.split.files',
        });
      }
      placeOf.set(file, place);
    }
  }
  if (given.train !== undefined) {
    for (const file of files) {
      if (placeOf.has(file)) continue;
      problems.push({
        what: 'The file is in no split',
        where: { file },
        remedy:
          'Name it in data.split.files, or leave data.split.files.train out, so that all other files train',
      });
    }
  }
  if (problems.length > 0) throw new UserError(problems);
  return files.map((file) => placeOf.get(file) ?? 0);
}
