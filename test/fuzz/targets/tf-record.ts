import { protoField, tfExample, tfFeature, tfRecord } from '../../sources/tf-record-writer.ts';
import { readColumns } from '../read-columns.ts';
import type { FuzzTarget } from '../target.ts';

const list = (...values: readonly Buffer[]) =>
  Buffer.concat(values.map((value) => protoField(1, value)));
const example = tfExample(
  tfFeature('y', 3, list(Buffer.of(1))),
  tfFeature('f', 2, list(Buffer.from(Float32Array.of(1.5, -0).buffer))),
  tfFeature('i', 3, list(Buffer.from([...Array<number>(9).fill(255), 1]))),
  tfFeature('b', 1, list(Buffer.from('a'), Buffer.from('\u00e9'))),
);
const single = tfExample(
  tfFeature('y', 3, Buffer.of(8, 1)),
  tfFeature('f', 2, Buffer.of(13, 0, 0, 0, 1)),
);

/**
 * A TFRecord file. Where the first byte is odd, the rest is the data of two records, cut at the second byte, and the
 * lengths and checksums around them are right: by chance they never would be.
 */
export const target: FuzzTarget = {
  seeds: [
    Buffer.concat([Buffer.of(0), tfRecord(example), tfRecord(single)]),
    Buffer.concat([Buffer.of(1, 0), example]),
    Buffer.concat([Buffer.of(1, single.length), single, example]),
  ],
  async run(input) {
    const isFramed = ((input[0] ?? 0) & 1) === 1;
    const data = Buffer.from(input.subarray(isFramed ? 2 : 1));
    const cut = input[1] ?? 0;
    const records = [data.subarray(0, cut), data.subarray(cut)].map(tfRecord);
    await readColumns('data.tfrecord', isFramed ? Buffer.concat(records) : data);
  },
};
