import { compareReadings, examineText } from '../examine.ts';
import type { FuzzTarget } from '../target.ts';

/** A JSON Lines file from its bytes to statistics, anomalies and an inferred schema; by the kernel and by rows alike. */
export const target: FuzzTarget = {
  seeds: [
    '{"y":1,"a":"x"}\n{"y":2}\n',
    '{"y":null,"b":true}\r\n{"y":-1.5e-3,"b":"\\u00e9\\n\\ud83d\\ude00"}\n',
    '{"y":[1,2],"c":{"d":1}}\n',
  ],
  words: ['{"', '":', ',"', '"}', '\\u0000', '\\ud800', 'null', 'true', '1e999', '[', ']', '\\"'],
  async run(input) {
    await examineText('data.jsonl', input);
    await compareReadings('data.jsonl', input);
  },
};
