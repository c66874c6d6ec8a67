// npm run differential [-- <files> [<first seed>]]: reads generated files with every CSV reader of this project, with
// csv-parse and with DuckDB. Ends with 1 when two of them give other cells or lines.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findDuckDb } from '../../../scripts/checks/peers.mjs';
import { compareWithCsvParse } from './compare.ts';
import { DuckDbReader } from './duckdb-rows.ts';
import { hostileCsv } from './hostile-csv.ts';
import { CELL_READERS } from './scanners.ts';

const [files = 10_000, first = 0] = process.argv.slice(2).map(Number);
const seeds = Array.from({ length: files }, (_, index) => first + index);
const names = CELL_READERS.map(({ name }) => name).join(', ');
let differences = 0;

function report(difference: string): void {
  differences++;
  if (differences <= 20) console.log(difference);
}

let rows = 0;
let faults = 0;
let refused = 0;
for (const seed of seeds) {
  const compared = compareWithCsvParse(seed);
  rows += compared.rows;
  faults += compared.faults;
  refused += compared.refused;
  compared.differences.forEach(report);
}
console.log(
  `csv-parse and ${names}: ${files} files, ${rows} rows compared; ${faults} files up to their first fault; ${refused} left to CsvScanner`,
);

const address = findDuckDb();
if (address === null) console.log('skipped: DuckDB (the npm registry is not to be had here)');
else await compareWithDuckDb(address);
console.log(`${differences} differences`);
process.exitCode = differences === 0 ? 0 : 1;

async function compareWithDuckDb(module: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mlops-differential-'));
  try {
    const duckDb = await DuckDbReader.open(module, join(folder, 'file.csv'));
    let accepted = 0;
    let comparable = 0;
    let cells = 0;
    for (const seed of seeds) {
      const { bytes, delimiter, mark } = hostileCsv(seed);
      for (const reader of CELL_READERS) {
        const scanned = reader.read(bytes, delimiter, mark, [])?.rows;
        if (scanned === undefined) continue;
        const width = scanned[0]?.cells.length ?? 0;
        // DuckDB reads tables: ragged rows and faults are errors there, and an empty line of one column is a row.
        const table = scanned.every(({ cells, sound }) => sound && cells.length === width);
        if (!table || width < 2) continue;
        // It leaves out spaces in front of some cells; by RFC 4180 they are part of the cell.
        if (scanned.some((row) => row.cells.some((cell) => cell.startsWith(' ')))) continue;
        comparable++;
        const peer = await duckDb.read(bytes, delimiter, width);
        if (peer === null) continue;
        accepted++;
        cells += width * scanned.length;
        const own = JSON.stringify(scanned.map((row) => row.cells));
        if (own !== JSON.stringify(peer)) {
          report(
            `seed ${seed}, ${reader.name} and DuckDB, delimiter ${JSON.stringify(delimiter)}: ${own} and ${JSON.stringify(peer)}\n  ${JSON.stringify(new TextDecoder().decode(bytes))}`,
          );
        }
      }
    }
    console.log(
      `DuckDB and ${names}: ${comparable} tables of two columns or more without cells that begin with a space, ${accepted} accepted by DuckDB, ${cells} cells compared`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
