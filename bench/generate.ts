// node scripts/on-node-24.mjs bench/generate.ts <file.csv> <megabytes> [<seed>]: writes a table of so many megabytes
// (10⁶ bytes) as CSV, or the rows that make so many megabytes of CSV as JSON Lines (<file.jsonl>) or, where DuckDB is to
// be had, as Parquet (<file.parquet>; snappy, row groups of 122,880 rows).
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { findDuckDb } from '../scripts/checks/peers.mjs';
import { COLUMNS, ShopRows } from './rows.ts';

const [file = '', megabytes = '50', seed = '1'] = process.argv.slice(2);
if (file.endsWith('.parquet')) await writeParquet();
else writeText(file);

function writeText(path: string): void {
  const rows = new ShopRows(Number(seed));
  const asJson = path.endsWith('.jsonl');
  const target = openSync(path, 'w');
  let pending = asJson ? '' : `${COLUMNS.join(',')}\n`;
  let bytes = 0;
  let written = 0;
  for (let count = 1; bytes < Number(megabytes) * 1e6; count++) {
    rows.advance();
    const line = rows.csv();
    // What the row has as CSV decides how many rows there are, whatever is written.
    bytes += Buffer.byteLength(line);
    pending += asJson ? rows.json() : line;
    if (count % 8192 === 0) flush();
  }
  flush();
  closeSync(target);
  console.log(`${path}: ${Math.round(written / 1e6)} MB`);

  function flush(): void {
    written += writeSync(target, pending);
    pending = '';
  }
}

async function writeParquet(): Promise<void> {
  const address = findDuckDb();
  if (address === null)
    throw new Error('Parquet is written by DuckDB, which is not to be had here');
  const csv = `${file}.csv`;
  writeText(csv);
  const { DuckDBInstance } = await import(address);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(
    `COPY (SELECT * FROM read_csv('${csv}', header=true, types={'ts': 'TIMESTAMP', 'signup_date': 'DATE'}))
       TO '${file}' (FORMAT parquet, COMPRESSION snappy)`,
  );
  rmSync(csv);
}
