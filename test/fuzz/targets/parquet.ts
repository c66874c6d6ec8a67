import { parquetSeeds } from '../columnar-seeds.ts';
import { FramedFile } from '../framed-file.ts';
import { readColumns } from '../read-columns.ts';
import type { FuzzTarget } from '../target.ts';

const framed = new FramedFile('PAR1', 'PAR1');

/** A Parquet file to its batches and rows. */
export const target: FuzzTarget = {
  seeds: parquetSeeds().map((file) => framed.toInput(file)),
  longest: 4500,
  run: (input) => readColumns('data.parquet', framed.toFile(input)),
};
