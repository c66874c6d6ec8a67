import type { SliceRequest } from '../config/index.ts';
import type { Problem } from '../errors/index.ts';
import { describeUnknownColumn } from './configured-columns.ts';

/** Statistics that are made only where the configuration asks for them. */
export interface RequestedStatistics {
  readonly slices?: readonly SliceRequest[];
}

/** Names of requests that neither the data nor its schema has. */
export function findUnknownRequests(
  { slices = [] }: RequestedStatistics,
  columns: readonly string[],
  described: readonly string[],
  file: string | undefined,
): Problem[] {
  const known = new Set([...columns, ...described]);
  const names = new Set(slices.flatMap((request) => Object.keys(request)));
  return [...names]
    .filter((name) => !known.has(name))
    .map((name) => describeUnknownColumn('validation.slices', name, columns, file));
}
