// npm run bench -- validate [--size 500] [--rounds 3] [--folder <folder>] [--only csv,jsonl,parquet,rules]
// npm run bench -- scale [--sizes 50,500,5000] [--rounds 3] [--folder <folder>]
// npm run bench -- train [--epochs 8] [--rounds 3]
// npm run bench -- engines [--epochs 8] [--rounds 3]
// npm run bench -- layers [--rounds 3]
// npm run bench -- native [--rounds 3]
// npm run bench -- streaming [--sizes 100,2000] [--rounds 3] [--folder <folder>]
// npm run bench -- quality [--only penguins,weather,flights,digits] [--bundle dist] [--update] [--folder <folder>]
// See README.md. Sizes are megabytes (10⁶ bytes) of CSV.
import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Measurement, measureInTurns, type Program } from './measure.ts';
import { bundlePrograms, duckDb, own, pythonPeers, SCHEMA, whole } from './programs.ts';
import { compareQuality } from './quality/compare-quality.ts';
import { QUALITY_TASKS } from './quality/tasks.ts';
import { tell } from './tell.ts';
import { compareTraining } from './train/compare.ts';
import { compareLayers } from './train/compare-layers.ts';
import { compareEngines } from './train/engines.ts';
import { compareNative } from './train/native-layers.ts';
import { measureStreaming } from './train/streaming.ts';

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '500' },
    sizes: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    epochs: { type: 'string', default: '8' },
    only: { type: 'string' },
    bundle: { type: 'string' },
    update: { type: 'boolean', default: false },
    folder: { type: 'string' },
  },
});
const rounds = Number(given.rounds);
if (given.folder !== undefined) mkdirSync(given.folder, { recursive: true });
const folder = mkdtempSync(join(given.folder ?? tmpdir(), 'mlops-bench-'));
const programs = join(folder, 'programs');
const ONE = 'this project, 1 thread';
const TWO = 'this project, 2 workers';
const WHOLE = 'this project, all of validate-data but its report';
const RULES = 'this project, 1 thread, with row rules';

try {
  sayMachine();
  if (positionals[0] !== 'quality') await bundlePrograms(programs);
  if (positionals[0] === 'validate') await compare();
  else if (positionals[0] === 'quality') await quality();
  else if (positionals[0] === 'scale') await scale();
  else if (positionals[0] === 'train')
    await compareTraining({ rounds, epochs: Number(given.epochs), programs });
  else if (positionals[0] === 'engines')
    await compareEngines({ rounds, epochs: Number(given.epochs), programs });
  else if (positionals[0] === 'layers') await compareLayers(rounds, programs);
  else if (positionals[0] === 'native') await compareNative(rounds, programs, folder);
  else if (positionals[0] === 'streaming')
    await measureStreaming({
      sizes: (given.sizes ?? '100,2000').split(',').map(Number),
      rounds,
      folder,
      programs,
      generate: (path, size) => generateFile(path, String(size)),
    });
  else
    throw new Error(
      'Say "validate", "scale", "train", "engines", "layers", "native", "streaming" or "quality" (see bench/README.md)',
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function compare(): Promise<void> {
  const only = (given.only ?? 'csv,rules,jsonl,parquet').split(',');
  if (only.includes('csv') || only.includes('rules')) {
    const file = generate('csv', given.size);
    const rules = only.includes('rules') ? [own(RULES, file, 1, programs, SCHEMA)] : [];
    const peers = only.includes('csv')
      ? [...pythonPeers(file), ...duckDb(file, [1, 2], programs)]
      : [];
    const two = only.includes('csv') ? [own(TWO, file, 2, programs)] : [];
    const found = await run(`CSV, ${given.size} MB`, [
      own(ONE, file, 1, programs),
      ...two,
      ...rules,
      ...peers,
    ]);
    tellRatio(found, 'polars, 2 threads', ONE, 2.2);
    tellRatio(found, 'polars, 2 threads', TWO, 3.3);
    tellRatio(found, 'polars, 2 threads, quantiles as a list', ONE);
    tellRatio(found, 'polars, 2 threads, quantiles as a list', TWO);
    tellRatio(found, 'DuckDB, 1 thread', ONE, 3.2);
    tellRatio(found, 'DuckDB, 2 threads', TWO);
    tellRatio(found, 'pandas', ONE, 12);
    tellRatio(found, 'pandas, top values of every column', ONE);
    tellRules(found);
    rmSync(file);
  }
  for (const format of ['jsonl', 'parquet'].filter((name) => only.includes(name))) {
    const file = generate(format, given.size);
    const title = `${format === 'jsonl' ? 'JSON Lines' : 'Parquet'}, the rows of ${given.size} MB of CSV`;
    const two = format === 'parquet' ? [own(TWO, file, 2, programs)] : [];
    const found = await run(title, [
      own(ONE, file, 1, programs),
      ...two,
      whole(WHOLE, file, programs),
      ...duckDb(file, [1, 2], programs),
    ]);
    tellRatio(found, 'DuckDB, 1 thread', ONE, 1);
    // JSON Lines have no second thread here.
    tellRatio(found, 'DuckDB, 2 threads', format === 'parquet' ? TWO : ONE, 1);
    tellRatio(found, 'DuckDB, 1 thread', WHOLE);
    tellRatio(found, 'DuckDB, 2 threads', WHOLE);
    rmSync(file);
  }
}

async function quality(): Promise<void> {
  await compareQuality({
    folder,
    bundle: given.bundle ?? fileURLToPath(new URL('../dist', import.meta.url)),
    only: given.only?.split(',') ?? QUALITY_TASKS.map(({ name }) => name),
    update: given.update,
  });
}

/**
 * Peak memory and time by size. The start of the process is measured on a file of one megabyte and taken off. What is
 * made of the sample of at most 100,000 rows costs the same for any larger file and weighs on the smallest: so the time
 * of a further megabyte, from each size to the next, is told, too.
 */
async function scale(): Promise<void> {
  const sizes = (given.sizes ?? '50,500,5000').split(',').map(Number);
  const found: Measurement[] = [];
  for (const size of [1, ...sizes]) {
    const file = generate('csv', String(size));
    const measured = await run(`CSV, ${size} MB`, [own(ONE, file, 1, programs)]);
    found.push(measured.get(ONE) as Measurement);
    rmSync(file);
  }
  const [start, ...measurements] = found as [Measurement, ...Measurement[]];
  const peaks = measurements.map(({ peakMegabytes }) => peakMegabytes);
  const rateBetween = (from: Measurement, to: Measurement, megabytes: number) =>
    (1000 * (to.wallSeconds - from.wallSeconds)) / megabytes;
  const rates = measurements.map((one, index) =>
    rateBetween(start, one, (sizes[index] ?? Number.NaN) - 1),
  );
  const further = measurements
    .slice(1)
    .map((one, index) =>
      rateBetween(
        measurements[index] ?? start,
        one,
        (sizes[index + 1] ?? Number.NaN) - (sizes[index] ?? Number.NaN),
      ),
    );
  const spread = (figures: number[]) => Math.max(...figures) / Math.min(...figures) - 1;
  const list = (figures: number[], digits: number) =>
    figures.map((figure) => figure.toFixed(digits)).join(', ');
  tell(`peak memory ${list(peaks, 0)} MB for ${sizes.join(', ')} MB`, [
    [`at most 120 MB`, Math.max(...peaks) <= 120],
    [`within 10 % (${percent(spread(peaks))})`, spread(peaks) <= 0.1],
  ]);
  tell(`${list(rates, 2)} ms a megabyte, without the start of the process`, [
    [`within 10 % (${percent(spread(rates))})`, spread(rates) <= 0.1],
  ]);
  tell(`${list(further, 2)} ms for each further megabyte, from size to size`, []);
}

async function run(
  title: string,
  measured: readonly Program[],
): Promise<ReadonlyMap<string, Measurement>> {
  console.error(title);
  const found = await measureInTurns(measured, rounds);
  const rows = new Set([...found.values()].map((one) => one.rows));
  if (rows.size !== 1) throw new Error(`The programs read ${[...rows].join(' and ')} rows`);
  console.log(`\n### ${title}, ${[...rows][0]} rows, median of ${rounds}\n`);
  console.log('| program | wall s | CPU s | peak MB |\n|---|---|---|---|');
  for (const [name, { wallSeconds, cpuSeconds, peakMegabytes }] of found) {
    console.log(
      `| ${name} | ${wallSeconds.toFixed(2)} | ${cpuSeconds.toFixed(2)} | ${peakMegabytes.toFixed(0)} |`,
    );
  }
  console.log();
  return found;
}

/** How many times as fast as a peer, and whether that is what was promised. */
function tellRatio(
  found: ReadonlyMap<string, Measurement>,
  peer: string,
  ours: string,
  least?: number,
): void {
  const left = found.get(peer);
  const right = found.get(ours);
  if (left === undefined || right === undefined) return;
  const ratio = left.wallSeconds / right.wallSeconds;
  const bar = least === undefined ? [] : ([[`at least ${least}`, ratio >= least]] as const);
  tell(`${ours}: ${ratio.toFixed(2)} times as fast as ${peer}`, bar);
}

function tellRules(found: ReadonlyMap<string, Measurement>): void {
  const without = found.get(ONE);
  const withRules = found.get(RULES);
  if (without === undefined || withRules === undefined) return;
  const more = withRules.wallSeconds / without.wallSeconds - 1;
  tell(`the schema's row rules: ${percent(more)} on top`, [['at most 50 %', more <= 0.5]]);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** Writes the file and reads it once, so that no program is the first to read it from the disk. */
function generate(extension: string, size: string): string {
  const file = join(folder, `shop-${size}.${extension}`);
  generateFile(file, size);
  return file;
}

function generateFile(file: string, size: string): void {
  // A process of its own: the memory that it takes would be counted as that of the children.
  const script = fileURLToPath(new URL('generate.ts', import.meta.url));
  execFileSync(process.execPath, [script, file, size], { stdio: ['ignore', 'ignore', 'inherit'] });
  const handle = openSync(file, 'r');
  const buffer = new Uint8Array(1 << 20);
  while (readSync(handle, buffer) > 0);
  closeSync(handle);
}

function sayMachine(): void {
  const load = loadavg()[0] ?? 0;
  console.log(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}, load before the run ${load.toFixed(2)}`,
  );
  if (load > 0.5) console.log('The machine has other work: these figures are rough.');
}
