import { type Column, findColumn, type Table } from '../data/index.ts';
import { nearestName, UserError } from '../errors/index.ts';
import { locationOfHeader } from './row-problems.ts';

/** The column of that name. `role` says in the message what it is needed for, e.g. `label`. */
export function requireColumn(table: Table, name: string, role: string): Column {
  const column = findColumn(table, name);
  if (column !== undefined) return column;
  const names = table.columns.map((candidate) => candidate.name);
  const near = nearestName(name, names);
  throw new UserError({
    what: `There is no ${role} column "${name}"`,
    ...locationOfHeader(table),
    remedy: near === undefined ? `The columns are: ${listNames(names)}` : `Did you mean "${near}"?`,
  });
}

/** Names listed in a message: enough for an ordinary table. */
const MOST_NAMES = 20;

export function listNames(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ');
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown;
}
