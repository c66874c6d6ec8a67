import { arrowStream } from '../../sources/arrow-writer.ts';
import { arrowSeeds } from '../columnar-seeds.ts';
import { readColumns } from '../read-columns.ts';
import type { FuzzTarget } from '../target.ts';

/** An Arrow stream to its batches and rows. */
export const target: FuzzTarget = {
  seeds: arrowSeeds().map(([fields, batches]) => arrowStream(fields, batches)),
  longest: 3000,
  run: (input) => readColumns('data.arrows', input),
};
