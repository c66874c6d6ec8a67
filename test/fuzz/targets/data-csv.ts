import { compareReadings, examineText } from '../examine.ts';
import type { FuzzTarget } from '../target.ts';

/** A CSV file from its bytes to statistics, anomalies and an inferred schema; by the kernel and by rows alike. */
export const target: FuzzTarget = {
  seeds: [
    'y,a\n1,x\n2,\n3,nan\n',
    'y;b;c\n1,5;true;2020-01-01\n"2,5";FALSE;inf\n',
    'y\tn\n9007199254740993\t-1e308\n0x1\t1_000\n',
    '\ufeffy,é\r\n"a ""b""","c\nd"\r\n',
  ],
  words: ['nan', 'inf', '-Infinity', '1e999', '5e-324', '9007199254740993', '1.234,5', 'true'],
  async run(input) {
    await examineText('data.csv', input);
    await compareReadings('data.csv', input);
  },
};
