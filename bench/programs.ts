import { fileURLToPath } from 'node:url';
import { findDuckDb, findPython } from '../scripts/checks/peers.mjs';
import type { Program } from './measure.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export const SCHEMA = path('schema.json');

/** This project's scan of a file: in the kernel, or for columnar files all that validate-data does. */
export function own(name: string, file: string, workers: number, schema?: string): Program {
  const words = schema === undefined ? [] : [schema];
  return {
    name,
    command: [
      process.execPath,
      path(file.endsWith('.parquet') ? 'ours.ts' : 'scan.ts'),
      file,
      String(workers),
      ...words,
    ],
  };
}

/** DuckDB with so many threads; nothing where the npm registry is not to be had, with a line that says so. */
export function duckDb(file: string, threads: readonly number[]): Program[] {
  if (findDuckDb() === null) {
    console.log('skipped: DuckDB (the npm registry is not to be had here)');
    return [];
  }
  return threads.map((count) => ({
    name: `DuckDB, ${count} thread${count === 1 ? '' : 's'}`,
    command: [process.execPath, path('peers/duckdb.ts'), file, String(count)],
  }));
}

/** polars and pandas; nothing where PyPI is not to be had, with a line that says so. */
export function pythonPeers(file: string): Program[] {
  const python = findPython();
  if (python === null) {
    console.log('skipped: polars and pandas (Python or PyPI is not to be had here)');
    return [];
  }
  const polars = path('peers/polars_statistics.py');
  return [
    { name: 'polars, 2 threads', command: [python, polars, file, '2', 'each'] },
    {
      name: 'polars, 2 threads, quantiles as a list',
      command: [python, polars, file, '2', 'list'],
    },
    { name: 'pandas', command: [python, path('peers/pandas_statistics.py'), file] },
  ];
}
