import { arrowFile } from '../../sources/arrow-writer.ts';
import { golden } from '../../sources/source-support.ts';
import { arrowSeeds } from '../columnar-seeds.ts';
import { FramedFile } from '../framed-file.ts';
import { readColumns } from '../read-columns.ts';
import type { FuzzTarget } from '../target.ts';

const framed = new FramedFile('ARROW1\0\0', 'ARROW1');

/** An Arrow file to its batches and rows. */
export const target: FuzzTarget = {
  seeds: [
    ...arrowSeeds().map(([fields, batches]) => arrowFile(fields, batches)),
    golden('refused-map.arrow'),
    golden('polars-views.arrow'),
  ].map((file) => framed.toInput(file)),
  longest: 7500,
  run: (input) => readColumns('data.arrow', framed.toFile(input)),
};
