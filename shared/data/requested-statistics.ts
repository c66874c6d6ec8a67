import type { SliceRequest } from '../config/index.ts';
import { type Problem, UserError } from '../errors/index.ts';
import { countOf } from '../report/index.ts';
import { CELL } from '../scan/index.ts';
import type { DatasetEvidence } from './column-evidence.ts';
import { describeUnknownColumn } from './configured-columns.ts';

/** Statistics that are made only where the configuration asks for them. */
export interface RequestedStatistics {
  readonly slices?: readonly SliceRequest[];
  /** Column that says how often each row counts. */
  readonly weight?: string;
}

/** Names of requests that neither the data nor its schema has. */
export function findUnknownRequests(
  { slices = [], weight }: RequestedStatistics,
  columns: readonly string[],
  described: readonly string[],
  file: string | undefined,
): Problem[] {
  const known = new Set([...columns, ...described]);
  const sliced = new Set(slices.flatMap((request) => Object.keys(request)));
  const names = [
    ...[...sliced].map((name) => ['validation.slices', name] as const),
    ...(weight === undefined ? [] : [['validation.weight', weight] as const]),
  ];
  return names
    .filter(([, name]) => !known.has(name))
    .map(([field, name]) => describeUnknownColumn(field, name, columns, file));
}

/** Weights must be finite numbers of at least 0, and not all 0. Throws one `UserError` for all that are not. */
export function refuseBadWeights(
  { examples, columns }: DatasetEvidence,
  names: readonly string[],
  files: readonly string[],
  { weight }: RequestedStatistics,
): void {
  const column = weight === undefined ? undefined : columns[names.indexOf(weight)];
  if (weight === undefined || column === undefined) return;
  const texts = column.count(CELL.text) + column.count(CELL.boolean);
  const notFinite = column.count(CELL.notANumber) + column.count(CELL.infinity);
  const { min, max } = column.range;
  const faults =
    column.lists !== null
      ? ['cells are lists']
      : [
          ...(column.present < examples
            ? [`${countOf(examples - column.present, 'cell')} missing`]
            : []),
          ...(texts > 0 ? [`${countOf(texts, 'cell')} with a text`] : []),
          ...(notFinite > 0 ? [`${countOf(notFinite, 'cell')} with nan or an infinity`] : []),
          ...(min < 0 ? [`numbers below 0, the least being ${min}`] : []),
          ...(min === 0 && max === 0 ? ['no weight above 0'] : []),
        ];
  if (faults.length === 0) return;
  const odd = [...column.oddTexts, ...column.notNumbers, ...column.infinities];
  const [first] = odd.sort((a, b) => a.file - b.file || a.line - b.line);
  const file = first === undefined ? undefined : files[first.file];
  throw new UserError({
    what: `validation.weight names the column "${weight}", which can't weigh: ${faults.join(', ')}`,
    ...(first === undefined || file === undefined ? {} : { where: { file, line: first.line } }),
    remedy: 'Give every row a number of at least 0, and 0 to rows that are not to count',
  });
}
