// node bench/scan.ts <file.csv|file.jsonl|file.parquet> <workers> [<schema>]: the scan alone, from bytes to the state that
// all statistics are made from; with a schema, what its columns' predicates ask, too. JSON Lines have one worker.
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import {
  type ColumnBatch,
  JsonKernelScanner,
  mergeStates,
  RowStatistics,
  readCsvFile,
  ScanKernel,
  type ScanState,
  scanInParallel,
} from '../shared/scan/index.ts';
import { COLUMNS } from './rows.ts';
import { reportUsage } from './usage.ts';

const [file = '', workers = '1', schema] = process.argv.slice(2);
const handle = openSync(file, 'r');
const csv = { file: 0, delimiter: ',', places: COLUMNS.map((_, index) => index) };
const state = await scan();
closeSync(handle);
reportUsage({ rows: state.rows });

async function scan(): Promise<ScanState> {
  if (file.endsWith('.jsonl')) return scanJson();
  if (file.endsWith('.parquet')) return await scanParquet();
  if (workers === '2') {
    const { size } = fstatSync(handle);
    const own = new ScanKernel(COLUMNS);
    const module = new URL(import.meta.url.replace(/scan(\.[jt]s)$/, 'scan-worker$1'));
    const task = { names: COLUMNS, missingValues: [] };
    const csvFile = { path: file, size, csv };
    const other = await scanInParallel<ScanState>(own, csvFile, { module, task });
    if (other === null) throw new Error('The file was left to one thread');
    return mergeStates(own.state(), other);
  }
  const kernel = new ScanKernel(COLUMNS);
  if (schema !== undefined) {
    // A scan without rules needs none of this: it is not to take its memory.
    const { parseSchema } = await import('../shared/data/index.ts');
    const { compilePredicates } = await import('../shared/data/predicates/index.ts');
    const parsed = parseSchema(readFileSync(schema, 'utf8'), schema);
    const { columns: predicates, everyRow } = compilePredicates(parsed, COLUMNS);
    kernel.setRules({
      predicates,
      everyRow,
      onRow: ({ line }) => {
        throw new Error(`The generated row on line ${line} breaks the schema`);
      },
    });
  }
  const refusal = readCsvFile(kernel, csv, {
    read: (into, position) => readSync(handle, into, 0, into.length, position),
  });
  if (refusal !== null) throw new Error(`The kernel refused the file: ${refusal}`);
  return kernel.state();
}

function scanJson(): ScanState {
  const scanner = new JsonKernelScanner(COLUMNS);
  scanner.begin({ file: 0 });
  const buffer = new Uint8Array(1 << 20);
  for (;;) {
    const bytes = readSync(handle, buffer);
    if (bytes === 0) break;
    scanner.push(buffer.subarray(0, bytes));
  }
  scanner.finish();
  const found = scanner.state();
  if (found === null) throw new Error('The kernel refused the file');
  return found;
}

async function scanParquet(): Promise<ScanState> {
  const { openData } = await import('../shared/sources/index.ts');
  const { size } = fstatSync(handle);
  const source = {
    byteLength: size,
    slice: async (start: number, end = size) => {
      const bytes = new Uint8Array(end - start);
      readSync(handle, bytes, 0, bytes.length, start);
      return bytes;
    },
  };
  const { content } = await openData(file, source, { format: 'parquet', onBytes: () => {} });
  if (content.kind !== 'columns') throw new Error('The file has no columns');
  const { data, rowGroups } = content;
  const { columns: names } = data;
  const statistics = new RowStatistics();
  const places = names.map((_, index) => index);
  const missingValues = new Set<string>();
  const add = (batch: ColumnBatch) =>
    statistics.addBatch({ batch, places, names, file: 0, missingValues });
  if (workers === '2' && rowGroups !== null) {
    // One worker needs none of this.
    const { RowJudge } = await import('../shared/data/row-judge.ts');
    const { SharedParquet } = await import('../shared/data/shared-parquet.ts');
    const judge = RowJudge.of({ schema: null, file: '', label: '', needsLabel: false });
    const shared = new SharedParquet(judge, statistics, 0);
    const columns = { names, places, missingValues };
    const given = { path: file, size, index: 0, wanted: names, rowGroups, ...columns };
    await shared.share(given, add, async () => {});
    if (shared.state === null) throw new Error('The file was left to one thread');
    return mergeStates(statistics.state(names), shared.state);
  }
  for await (const batch of data.batches) add(batch);
  return statistics.state(names);
}
