import { csvParseRows } from '../../scan/conformance/csv-parse-rows.ts';
import { CELL_READERS, CSV_SCANNER, isTable } from '../../scan/conformance/scanners.ts';
import type { FuzzTarget } from '../target.ts';

const DELIMITERS = [',', ';', '\t', '|'];

/**
 * The first byte chooses the delimiter and how the rest is cut. Cut anywhere, each reader gives the same rows, and up to
 * the first fault the rows of csv-parse.
 */
export const target: FuzzTarget = {
  seeds: ['\u0000a,b\n1,2\n', '\u0007a;"b ""c"""\r\n"x\ny";5" z\r\r\n', '\u0011,\r"",é😀\n'],
  words: ['"', '""', '",', ',"', '"\n', '\r\n', '\r', '\u00e9', '\ufeff'],
  longest: 200,
  run(input) {
    const choice = input[0] ?? 0;
    const bytes = input.subarray(1);
    const delimiter = DELIMITERS[choice & 3] ?? ',';
    const length = 1 + (choice >> 2);
    const cuts = Array.from({ length: Math.ceil(bytes.length / length) }, () => length);
    // A mark at the start is what the caller leaves out.
    if (bytes[0] === 0xef) return;
    let expected: string | null = null;
    for (const reader of CELL_READERS) {
      const read = reader.read(bytes, delimiter, 0, cuts);
      const text = JSON.stringify(read?.rows);
      const whole = JSON.stringify(reader.read(bytes, delimiter, 0, [])?.rows);
      if (text !== whole) throw new Error(`${reader.name}, cut every ${length}: ${text}; ${whole}`);
      if (read === null) {
        if (!isTable(CSV_SCANNER.read(bytes, delimiter, 0, []))) continue;
        throw new Error(`${reader.name} refuses a sound table`);
      }
      const { rows } = read;
      const fault = rows.findIndex(({ sound }) => !sound);
      const sound = fault < 0 ? rows : rows.slice(0, fault);
      const own = JSON.stringify(sound.map(({ line, cells }) => ({ line, cells })));
      expected ??= JSON.stringify(
        csvParseRows(bytes, delimiter).slice(0, fault < 0 ? undefined : fault),
      );
      if (own !== expected) throw new Error(`${reader.name}: ${own}; csv-parse: ${expected}`);
    }
  },
};
