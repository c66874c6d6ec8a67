import { CELL_READERS } from '../../scan/conformance/scanners.ts';
import type { FuzzTarget } from '../target.ts';

/** The first byte says how the rest is cut: each reader gives the same rows, lines and faults as for the whole. */
export const target: FuzzTarget = {
  seeds: ['\u0000a,b\n1,2\n', '\u0003a,"b ""c"""\r\n"x\ny",5" z\r\r\n', '\u0011,\r"",é😀\n"x"y\n"'],
  words: ['"', '""', '",', ',"', '"\n', '\r\n', '\r', '\u00e9', '\ufeff', '\u0000'],
  longest: 2048,
  run(input) {
    const bytes = input.subarray(1);
    const length = 1 + (input[0] ?? 0);
    const cuts = Array.from({ length: Math.ceil(bytes.length / length) }, () => length);
    for (const reader of CELL_READERS) {
      const cut = JSON.stringify(reader.read(bytes, ',', 0, cuts));
      const whole = JSON.stringify(reader.read(bytes, ',', 0, []));
      if (cut !== whole) throw new Error(`${reader.name}, cut every ${length}: ${cut}; ${whole}`);
    }
  },
};
