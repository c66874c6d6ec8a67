import { arrowFile } from '../../sources/arrow-writer.ts';
import { tfExample, tfFeature, tfRecord } from '../../sources/tf-record-writer.ts';
import { arrowSeeds, parquetSeeds } from '../columnar-seeds.ts';
import { compareReadings, examineText } from '../examine.ts';
import { FramedFile } from '../framed-file.ts';
import type { FuzzTarget } from '../target.ts';

const parquet = new FramedFile('PAR1', 'PAR1');
const arrow = new FramedFile('ARROW1\0\0', 'ARROW1');
const example = tfExample(
  tfFeature('y', 3, Buffer.of(8, 1)),
  tfFeature('b', 2, Buffer.of(13, 0, 0, 0, 1)),
);

/** A file of a binary format, which the first byte chooses, to statistics, anomalies and an inferred schema. */
export const target: FuzzTarget = {
  seeds: [
    ...parquetSeeds().map((file) => Buffer.concat([Buffer.of(0), parquet.toInput(file)])),
    ...arrowSeeds().map(([fields, batches]) =>
      Buffer.concat([Buffer.of(1), arrow.toInput(arrowFile(fields, batches))]),
    ),
    Buffer.concat([Buffer.of(2), example]),
  ],
  longest: 4500,
  async run(input) {
    const kind = (input[0] ?? 0) % 3;
    const rest = input.subarray(1);
    const file =
      kind === 0
        ? parquet.toFile(rest)
        : kind === 1
          ? arrow.toFile(rest)
          : tfRecord(Buffer.from(rest));
    const name = ['data.parquet', 'data.arrow', 'data.tfrecord'][kind] ?? '';
    await examineText(name, file);
    await compareReadings(name, file);
  },
};
