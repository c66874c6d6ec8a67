import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNativeEngine, NATIVE_PACKAGE } from '../../scripts/checks/native-engine.mjs';
import { findPython } from '../../scripts/checks/python.mjs';
import { measureRounds, median, type Program } from '../measure.ts';
import { tell } from '../tell.ts';
import type { Usage } from '../usage.ts';

/** How many times as fast as each native engine we have to be, and steps of one clock. */
const BARS = [
  { task: 'mlp', title: 'Dense 20-64-32-1', least: 2, steps: 500 },
  { task: 'lstm', title: 'LSTM(32), 20 × 8', least: 2, steps: 60 },
  { task: 'cnn', title: 'conv8-pool-conv16-pool-dense64-10, 28 × 28', least: 1, steps: 60 },
  { task: 'embedding', title: 'embedding 5000 × 32, average, 100 words', least: 1, steps: 100 },
] as const;

const BATCH_SIZES = [64, 256];
const FIRST_STEPS = 3;
const KERAS = ['keras==3.15.1', 'tensorflow-cpu==2.21.0'];

/** The same first steps give the same loss but for rounding. */
const LOSS_TOLERANCE = 1e-3;

interface StepUsage extends Usage {
  readonly stepSeconds: number;
  readonly loss: number;
}

const OURS = 'this project';

/** Examples per second of steps beside the native engines, those that can be had here. */
export async function compareNative(
  rounds: number,
  programs: string,
  folder: string,
): Promise<void> {
  const native = findNativeEngine();
  const python = findPython(KERAS);
  if ('missing' in native) console.log(`\nWithout tfjs-node (${native.missing})`);
  if (python === null) console.log('\nWithout Keras (Python or PyPI is not to be had here)');
  for (const { task, title, least, steps } of BARS) {
    for (const batchSize of BATCH_SIZES) {
      const words = (engine: string, ...more: string[]) => [
        process.execPath,
        join(programs, 'tfjs-layers.js'),
        ...[task, engine, String(steps), String(FIRST_STEPS), String(batchSize), ...more],
      ];
      const batch = join(folder, `${task}-${batchSize}`);
      mkdirSync(batch);
      const [node = '', ...write] = words('write', batch);
      execFileSync(node, write);
      const peers: Program[] = [];
      if (!('missing' in native)) {
        const name = `tfjs-node ${NATIVE_PACKAGE.version}`;
        peers.push({ name, command: words('native', native.folder) });
      }
      if (python !== null) {
        const script = fileURLToPath(new URL('../peers/keras_layers.py', import.meta.url));
        peers.push({
          name: KERAS.join(', ').replaceAll('==', ' '),
          command: [
            ...[python, script, task, batch],
            ...[batchSize, steps, FIRST_STEPS].map(String),
          ],
        });
      }
      const found = await measureRounds<StepUsage>(
        [...peers, { name: OURS, command: words('embedded') }],
        rounds,
      );
      render(`${title}, Adam, batch ${batchSize}, median of ${rounds}`, found);
      for (const { name } of peers) {
        const ratio = ratioTo(found.get(name) ?? [], found.get(OURS) ?? []);
        tell(`${ratio.toFixed(2)} times as fast as ${name}`, [
          [`at least ${least}`, ratio >= least],
        ]);
      }
    }
  }
}

function render(title: string, found: ReadonlyMap<string, readonly StepUsage[]>): void {
  console.log(`\n### ${title}\n`);
  console.log('| program | examples/s | loss | peak MB |\n|---|---|---|---|');
  for (const [name, all] of found) {
    const of = (figure: (one: StepUsage) => number) => median(all.map(figure));
    const rate = of((one) => one.rows / one.stepSeconds).toFixed(0);
    const loss = of((one) => one.loss).toFixed(5);
    console.log(`| ${name} | ${rate} | ${loss} | ${of((one) => one.peakMegabytes).toFixed(0)} |`);
  }
  console.log();
}

function ratioTo(theirs: readonly StepUsage[], ours: readonly StepUsage[]): number {
  const ratios = ours.map((one, round) => {
    const other = theirs[round] as StepUsage;
    if (Math.abs(one.loss / other.loss - 1) > LOSS_TOLERANCE) {
      throw new Error(`The programs learned different things: ${one.loss} and ${other.loss}`);
    }
    return other.stepSeconds / one.stepSeconds;
  });
  return median(ratios);
}
