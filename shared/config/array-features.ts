import type { ArrayScaling } from './configuration.ts';
import type { Report } from './consistency.ts';
import type { FieldPath } from './schema-problems.ts';

/** What `features` says of an array. */
export interface RawArray {
  columns?: string[];
  shape?: number[];
  scaling?: ArrayScaling;
  window?: { length: number; by: string; group?: string | string[] };
}

/** Numbers of one array: as many as a list may have. */
export const MOST_ARRAY_NUMBERS = 2 ** 20;

export function checkArray(
  path: FieldPath,
  { columns, shape, window }: RawArray,
  report: Report,
): void {
  if (columns === undefined || columns.length === 0) {
    report(
      columns === undefined ? path : [...path, 'columns'],
      'kind: array needs columns',
      "name them, or write a pattern, e.g. columns: ['pixel_*']",
    );
  }
  if (window !== undefined) {
    if (shape !== undefined) {
      report(
        [...path, 'shape'],
        'The shape of a window is its length and the number of its columns',
        'remove it',
      );
    }
    const count = window.length * (columns?.length ?? 0);
    if (count > MOST_ARRAY_NUMBERS) {
      report(
        [...path, 'window', 'length'],
        `A window of ${count} numbers is too large`,
        `write a length by which it has at most ${MOST_ARRAY_NUMBERS}`,
      );
    }
    return;
  }
  if (shape === undefined) {
    report(
      path,
      'kind: array needs a shape',
      'add it, e.g. shape: [28, 28, 1] for height, width and channels',
    );
    return;
  }
  const count = shape.reduce((product, size) => product * size, 1);
  if (count > MOST_ARRAY_NUMBERS) {
    report(
      [...path, 'shape'],
      `An array of ${shape.join(' × ')} numbers is too large`,
      `write a shape of at most ${MOST_ARRAY_NUMBERS} numbers`,
    );
  }
}

/** A window looks at rows of other splits, and must not see what comes later. */
export function checkWindows(
  features: Readonly<Record<string, unknown>>,
  {
    split,
    streaming,
  }: {
    readonly split: { readonly by?: string; readonly column?: string } | undefined;
    readonly streaming: boolean;
  },
  report: Report,
): void {
  for (const [name, feature] of Object.entries(features)) {
    const window = windowOf(feature);
    if (window === undefined) continue;
    const path = ['features', name, 'window'];
    const column = split?.by === 'time' ? split.column : undefined;
    if (column === undefined) {
      report(
        path,
        `A window reads the rows before each row, those of other splits too, and rows are split by ${split?.by ?? 'hash'}`,
        `split by time: data.split: { by: time, column: ${window.by} }`,
      );
    } else if (column !== window.by) {
      report(
        [...path, 'by'],
        `A window by "${window.by}" may read rows that are later by "${column}", by which rows are split`,
        'name one column in both',
      );
    }
    if (streaming)
      report(path, 'Windows need all rows in memory', 'remove it, or training.streaming');
  }
}

function windowOf(feature: unknown): RawArray['window'] {
  return typeof feature === 'object' && feature !== null && 'window' in feature
    ? (feature as RawArray).window
    : undefined;
}
