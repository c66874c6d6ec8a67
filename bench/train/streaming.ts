import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureInTurns } from '../measure.ts';
import { tell } from '../tell.ts';

const MOST_SPREAD = 0.2;

/** Eleven of the columns of `rows.ts`, 58 numbers. */
const CONFIGURATION = `
model: shop
data:
  path: shop.csv
  label: label
  features: [country, device, plan, age, income, score, lat, lon, clicks, session_s, price]
  split: { key: [id] }
training:
  streaming: true
  cache: false
  epochs: 2
  batch-size: 256
  architecture: { kind: mlp, hidden: [64, 32] }
`;

/**
 * Peak memory and time of all of train-model by the size of its data, which does not fit in the window of a training and
 * not in the sample that features are fitted on.
 */
export async function measureStreaming({
  sizes,
  rounds,
  folder,
  programs,
  generate,
}: {
  /** Megabytes. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly folder: string;
  readonly programs: string;
  /** Writes a CSV of so many megabytes. */
  readonly generate: (path: string, size: number) => void;
}): Promise<void> {
  const dist = join(programs, 'dist');
  const build = fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url));
  execFileSync(process.execPath, [build, '--out', dist], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const peaks: number[] = [];
  console.log('\n### train-model with training.streaming, two epochs\n');
  console.log('| CSV, MB | wall s | CPU s | peak MB |\n|---|---|---|---|');
  for (const size of sizes) {
    const workspace = join(folder, `shop-${size}`);
    mkdirSync(workspace);
    writeFileSync(join(workspace, 'mlops.yml'), CONFIGURATION);
    generate(join(workspace, 'shop.csv'), size);
    const name = `${size} MB`;
    const usage = join(programs, 'usage-at-exit.js');
    const found = await measureInTurns(
      [
        {
          name,
          folder: workspace,
          command: [process.execPath, '--import', usage, join(dist, 'mlops.js'), 'train-model'],
        },
      ],
      rounds,
    );
    rmSync(workspace, { recursive: true });
    const { wallSeconds = 0, cpuSeconds = 0, peakMegabytes = 0 } = found.get(name) ?? {};
    console.log(
      `| ${size} | ${wallSeconds.toFixed(1)} | ${cpuSeconds.toFixed(1)} | ${peakMegabytes.toFixed(0)} |`,
    );
    peaks.push(peakMegabytes);
  }
  const spread = Math.max(...peaks) / Math.min(...peaks) - 1;
  tell(`peak memory within ${(100 * spread).toFixed(1)} %`, [
    [`within ${100 * MOST_SPREAD} %`, spread <= MOST_SPREAD],
  ]);
}
