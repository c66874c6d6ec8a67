import type { DataConfiguration } from '../config/index.ts';
import { nearestName, type Problem } from '../errors/index.ts';

/** Columns listed when no name is near. */
const MOST_NAMES_LISTED = 20;

/** What is wrong with a name of `field` that is no column; `file` is where the columns stand. */
export function describeUnknownColumn(
  field: string,
  name: string,
  columns: readonly string[],
  file: string | undefined,
): Problem {
  const near = nearestName(name, columns);
  return {
    what: `${field} names a column "${name}" that is not in the data`,
    ...(file === undefined ? {} : { where: { file } }),
    remedy:
      near === undefined
        ? `The columns are: ${columns.slice(0, MOST_NAMES_LISTED).join(', ')}`
        : `Did you mean "${near}"?`,
  };
}

/**
 * The configuration's names that neither the data nor its schema has: misspelt ones. A column that the schema knows and
 * the data lost is the data's fault.
 */
export function findUnknownColumns(
  { features = [], ignore, split }: DataConfiguration,
  columns: readonly string[],
  described: readonly string[],
  file: string | undefined,
): Problem[] {
  const known = new Set([...columns, ...described]);
  const fields = [
    ['data.features', features],
    ['data.ignore', ignore],
    ['data.split.key', split.key],
  ] as const;
  return fields.flatMap(([field, names]) =>
    [...new Set(names)]
      .filter((name) => !known.has(name))
      .map((name) => describeUnknownColumn(field, name, columns, file)),
  );
}
