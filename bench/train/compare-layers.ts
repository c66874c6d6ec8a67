import { join } from 'node:path';
import { measureRounds, median, type Program } from '../measure.ts';
import { tell } from '../tell.ts';
import type { Usage } from '../usage.ts';
import { BATCH_SIZE } from './task.ts';

/** Against which engine each task is held, how many steps of it go first and are timed, and how many times as fast we have to be. */
const BARS = [
  {
    task: 'cnn',
    title: 'conv8-pool-conv16-pool-dense64-10, 28 × 28',
    peer: 'cpu',
    first: 3,
    steps: 4,
    least: 80,
  },
  { task: 'lstm', title: 'LSTM(32), 20 × 8', peer: 'stock', first: 3, steps: 40, least: 6 },
] as const;

const OUR_STEPS = 60;

/** The same first steps give the same loss but for rounding. */
const LOSS_TOLERANCE = 1e-3;

interface StepUsage extends Usage {
  readonly stepSeconds: number;
  readonly loss: number;
}

/** Examples per second of steps on plain layers, by the embedded engine and by TensorFlow.js as npm has it, in turns. */
export async function compareLayers(rounds: number, programs: string): Promise<void> {
  for (const { task, title, peer, first, steps, least } of BARS) {
    const program = (name: string, engine: string, count: number): Program => ({
      name,
      command: [
        process.execPath,
        join(programs, 'tfjs-layers.js'),
        task,
        engine,
        String(count),
        String(first),
      ],
    });
    const programsOfTask = [
      program(`TensorFlow.js, ${peer === 'cpu' ? 'JavaScript' : 'stock WebAssembly'}`, peer, steps),
      program('this project, by the layers', 'plain', OUR_STEPS),
      program('this project', 'embedded', OUR_STEPS),
    ];
    const found = await measureRounds<StepUsage>(programsOfTask, rounds);
    console.log(`\n### ${title}, Adam, batch ${BATCH_SIZE}, median of ${rounds}\n`);
    console.log('| program | examples/s | loss | peak MB |\n|---|---|---|---|');
    for (const [name, all] of found) {
      const of = (figure: (one: StepUsage) => number) => median(all.map(figure));
      const rate = of((one) => BATCH_SIZE / one.stepSeconds).toFixed(0);
      const loss = of((one) => one.loss).toFixed(5);
      console.log(`| ${name} | ${rate} | ${loss} | ${of((one) => one.peakMegabytes).toFixed(0)} |`);
    }
    console.log();
    const [theirs = [], plain = [], ours = []] = programsOfTask.map(
      ({ name }) => found.get(name) ?? [],
    );
    const ratios = ours.map((one, round) => {
      const other = theirs[round] as StepUsage;
      if (Math.abs(one.loss / other.loss - 1) > LOSS_TOLERANCE) {
        throw new Error(`The programs learned different things: ${one.loss} and ${other.loss}`);
      }
      return other.stepSeconds / one.stepSeconds;
    });
    const ratio = median(ratios);
    const toPlain = median(
      ours.map((one, round) => (plain[round]?.stepSeconds ?? Number.NaN) / one.stepSeconds),
    );
    tell(`${ratio.toFixed(1)} times as fast, ${toPlain.toFixed(1)} times as by the layers`, [
      [`at least ${least}`, ratio >= least],
    ]);
  }
}
