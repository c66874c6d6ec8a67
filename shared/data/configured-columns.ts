import { type DataConfiguration, splitKey } from '../config/index.ts';
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
 * A label that is no column, unless it may be absent, and the configuration's other names that neither the data nor its schema has: misspelt
 * ones. A column that the schema knows and the data lost is the data's fault.
 */
export function findUnknownColumns(
  { label, features = [], ignore, split, exampleWeight }: DataConfiguration,
  columns: readonly string[],
  described: readonly string[],
  labelMayBeAbsent: boolean,
  file: string | undefined,
): Problem[] {
  const known = new Set([...columns, ...described]);
  const fields = [
    ['data.features', features],
    ['data.ignore', ignore.filter((name) => name !== exampleWeight)],
    ['training.example-weight', exampleWeight === undefined ? [] : [exampleWeight]],
    [split.by === 'time' ? 'data.split.column' : 'data.split.key', splitKey(split)],
    [
      'data.split.column',
      split.by !== 'stratified' || split.column === undefined || split.column === label
        ? []
        : [split.column],
    ],
  ] as const;
  return [
    ...(columns.includes(label) || labelMayBeAbsent
      ? []
      : [describeUnknownLabel(label, columns, file)]),
    ...fields.flatMap(([field, names]) =>
      [...new Set(names)]
        .filter((name) => !known.has(name))
        .map((name) => describeUnknownColumn(field, name, columns, file)),
    ),
  ];
}

function describeUnknownLabel(
  label: string,
  columns: readonly string[],
  file: string | undefined,
): Problem {
  const near = nearestName(label, columns);
  return {
    what: `The label "${label}" is not a column of the data`,
    ...(file === undefined ? {} : { where: { file } }),
    remedy:
      near === undefined
        ? `Set data.label to one of: ${columns.slice(0, MOST_NAMES_LISTED).join(', ')}`
        : `Did you mean "${near}"?`,
  };
}
