import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { ASSETS } from '../scripts/build/bundles.mjs';
import { findDuckDb } from '../scripts/checks/peers.mjs';
import { findPython } from '../scripts/checks/python.mjs';
import type { Program } from './measure.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export const SCHEMA = path('schema.json');

/**
 * Bundles the measured programs into `folder`, as the actions are bundled: to run TypeScript as it stands costs Node.js
 * 45 MB and 0.2 s at the start of each thread, which no user pays.
 */
export async function bundlePrograms(folder: string): Promise<void> {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  await build({
    entryPoints: {
      scan: path('scan.ts'),
      ours: path('ours.ts'),
      duckdb: path('peers/duckdb.ts'),
      'scan-worker': path('scan-worker.ts'),
      'csv-worker': path('../shared/data/csv-worker.ts'),
      'parquet-worker': path('../shared/data/parquet-worker.ts'),
      'train-ours': path('train/ours.ts'),
      'usage-at-exit': path('train/usage-at-exit.ts'),
      'load-engine': path('train/load-engine.ts'),
      engine: path('../shared/model/index.ts'),
      'tfjs-layers': path('peers/tfjs-layers.ts'),
      'tfjs-fit': path('peers/tfjs-fit.ts'),
    },
    alias: { 'node-fetch': path('../scripts/build/left-out.mjs') },
    outdir: folder,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    define: { __BUNDLED__: 'true' },
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  for (const { name, path: asset } of ASSETS) copyFileSync(asset, join(folder, name));
}

/** This project's scan of a file. */
export function own(
  name: string,
  file: string,
  workers: number,
  programs: string,
  schema?: string,
): Program {
  const words = schema === undefined ? [] : [schema];
  return {
    name,
    command: [process.execPath, join(programs, 'scan.js'), file, String(workers), ...words],
  };
}

/** All that validate-data does with a file but its report. */
export function whole(name: string, file: string, programs: string): Program {
  return { name, command: [process.execPath, join(programs, 'ours.js'), file, '1'] };
}

/** DuckDB with so many threads; nothing where the npm registry is not to be had, with a line that says so. */
export function duckDb(file: string, threads: readonly number[], programs: string): Program[] {
  if (findDuckDb() === null) {
    console.log('skipped: DuckDB (the npm registry is not to be had here)');
    return [];
  }
  return threads.map((count) => ({
    name: `DuckDB, ${count} thread${count === 1 ? '' : 's'}`,
    command: [process.execPath, join(programs, 'duckdb.js'), file, String(count)],
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
  const pandas = path('peers/pandas_statistics.py');
  return [
    { name: 'polars, 2 threads', command: [python, polars, file, '2', 'each'] },
    {
      name: 'polars, 2 threads, quantiles as a list',
      command: [python, polars, file, '2', 'list'],
    },
    { name: 'pandas', command: [python, pandas, file, 'repeated'] },
    { name: 'pandas, top values of every column', command: [python, pandas, file, 'every'] },
  ];
}

/** Training by this project, and by model.fit of TensorFlow.js as npm has it. */
export function trainers(batchSize: number, epochs: number, programs: string): [Program, Program] {
  const words = [String(batchSize), String(epochs)];
  const program = (file: string) => [process.execPath, join(programs, file), ...words];
  return [
    { name: 'model.fit of TensorFlow.js', command: program('tfjs-fit.js') },
    { name: 'this project', command: program('train-ours.js') },
  ];
}
