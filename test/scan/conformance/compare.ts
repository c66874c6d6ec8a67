import { SeededRandom } from '../../../shared/numeric/index.ts';
import { csvParseRows, type PeerRow } from './csv-parse-rows.ts';
import { type HostileCsv, hostileCsv } from './hostile-csv.ts';
import { CELL_READERS, CSV_SCANNER, isTable } from './scanners.ts';

export interface Comparison {
  /** Rows that both read; those behind the first fault are not compared, since readers find back differently. */
  readonly rows: number;
  /** Rows with a fault that ends the comparison: text after a closing quote, a quote never closed. */
  readonly faults: number;
  /** Readers that left the file to another one. */
  readonly refused: number;
  readonly differences: readonly string[];
}

/** One generated file, cut at places that depend on the seed, by every reader of this project against csv-parse. */
export function compareWithCsvParse(seed: number): Comparison {
  const file = hostileCsv(seed);
  const expected = csvParseRows(file.bytes, file.delimiter);
  const differences: string[] = [];
  let rows = 0;
  let faults = 0;
  let refused = 0;
  for (const reader of CELL_READERS) {
    const scanned = reader.read(file.bytes, file.delimiter, file.mark, cutsOf(seed, file));
    if (scanned === null) {
      const whole = CSV_SCANNER.read(file.bytes, file.delimiter, file.mark, []);
      if (isTable(whole)) differences.push(`seed ${seed}, ${reader.name} refuses a sound table`);
      refused++;
      continue;
    }
    const fault = scanned.rows.findIndex(({ sound }) => !sound);
    const sound = fault < 0 ? scanned.rows : scanned.rows.slice(0, fault);
    if (fault >= 0) faults++;
    rows += sound.length;
    const peer = fault < 0 ? expected : expected.slice(0, fault);
    const difference = firstDifference(sound, peer);
    if (difference !== null) {
      differences.push(
        `seed ${seed}, ${reader.name} and csv-parse, delimiter ${JSON.stringify(file.delimiter)}: ${difference}\n  ${JSON.stringify(new TextDecoder().decode(file.bytes))}`,
      );
    }
  }
  return { rows, faults, refused, differences };
}

export function firstDifference(
  actual: readonly PeerRow[],
  expected: readonly PeerRow[],
): string | null {
  for (let index = 0; index < Math.max(actual.length, expected.length); index++) {
    const left = actual[index];
    const right = expected[index];
    const same =
      left?.line === right?.line && JSON.stringify(left?.cells) === JSON.stringify(right?.cells);
    if (!same) return `row ${index}: ${show(left)} and ${show(right)}`;
  }
  return null;
}

const show = (row: PeerRow | undefined) =>
  row === undefined ? 'no row' : `line ${row.line} ${JSON.stringify(row.cells)}`;

/** Half the files come whole, the others in chunks of 1 to 9 bytes. */
function cutsOf(seed: number, { bytes }: HostileCsv): number[] {
  const random = new SeededRandom(seed, 'cuts');
  if (random.integer(2) === 0) return [];
  return Array.from({ length: bytes.length }, () => 1 + random.integer(9));
}
