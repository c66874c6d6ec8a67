import { gzipSync, zstdCompressSync } from 'node:zlib';
import { arrowStream } from '../../sources/arrow-writer.ts';
import { arrowSeeds } from '../columnar-seeds.ts';
import { readColumns } from '../read-columns.ts';
import type { FuzzTarget } from '../target.ts';

const text = Buffer.from('y,a\n1,x\n2,"x\ny"\n');
const [first = [[], []]] = arrowSeeds();
const stream = Buffer.from(arrowStream(...first));

/** A file packed by gzip or zstd. Where the first byte is odd, the rest is packed here, so that what is in it is looked at. */
export const target: FuzzTarget = {
  seeds: [
    Buffer.concat([Buffer.of(0), gzipSync(text)]),
    Buffer.concat([Buffer.of(0), zstdCompressSync(text), zstdCompressSync(text)]),
    Buffer.concat([Buffer.of(0), gzipSync(text), gzipSync(text)]),
    Buffer.concat([Buffer.of(1), stream]),
    Buffer.concat([Buffer.of(3), text]),
  ],
  async run(input) {
    const choice = input[0] ?? 0;
    const rest = input.subarray(1);
    if ((choice & 1) === 0) await readColumns('data', rest);
    else await readColumns('data', (choice & 2) === 0 ? gzipSync(rest) : zstdCompressSync(rest));
  },
};
