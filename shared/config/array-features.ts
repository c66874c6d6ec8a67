import type { ArrayScaling } from './configuration.ts';
import type { Report } from './consistency.ts';
import type { FieldPath } from './schema-problems.ts';

/** What `features` says of an array. */
export interface RawArray {
  columns?: string[];
  shape?: number[];
  scaling?: ArrayScaling;
}

/** Numbers of one array: as many as a list may have. */
export const MOST_ARRAY_NUMBERS = 2 ** 20;

export function checkArray(path: FieldPath, { columns, shape }: RawArray, report: Report): void {
  if (columns === undefined || columns.length === 0) {
    report(
      columns === undefined ? path : [...path, 'columns'],
      'kind: array needs columns',
      "name them, or write a pattern, e.g. columns: ['pixel_*']",
    );
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
