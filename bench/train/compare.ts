import { measureRounds, median } from '../measure.ts';
import { trainers } from '../programs.ts';
import { tell } from '../tell.ts';
import type { Usage } from '../usage.ts';
import { HIDDEN, INPUTS } from './task.ts';

/** How many times as fast as model.fit each batch size has to be. */
const BARS = [
  { batchSize: 64, least: 12 },
  { batchSize: 256, least: 8 },
] as const;

export interface TrainingUsage extends Usage {
  readonly epochSeconds: number;
  readonly epochCpuSeconds: number;
  /** Of the last epoch. */
  readonly loss: number;
}

/** Both learn the same thing: more than this between the losses would be another training. */
const LOSS_TOLERANCE = 0.1;

/** Examples per second of this project and of TensorFlow.js, in turns, and the ratio with its bar. */
export async function compareTraining({
  rounds,
  epochs,
  programs,
}: {
  readonly rounds: number;
  readonly epochs: number;
  readonly programs: string;
}): Promise<void> {
  for (const { batchSize, least } of BARS) {
    const pair = trainers(batchSize, epochs, programs);
    const found = await measureRounds<TrainingUsage>(pair, rounds);
    const network = [INPUTS, ...HIDDEN, 1].join('-');
    console.log(`\n### MLP ${network}, Adam, batch ${batchSize}, median of ${rounds}\n`);
    console.log(
      '| program | examples/s | examples/CPU s | loss | peak MB |\n|---|---|---|---|---|',
    );
    for (const [name, all] of found) {
      const of = (figure: (one: TrainingUsage) => number) => median(all.map(figure)).toFixed(0);
      const loss = median(all.map((one) => one.loss)).toFixed(3);
      console.log(
        `| ${name} | ${of(rate)} | ${of(cpuRate)} | ${loss} | ${of((one) => one.peakMegabytes)} |`,
      );
    }
    console.log();
    const [peer = [], ours = []] = pair.map(({ name }) => found.get(name) ?? []);
    checkLosses(peer, ours);
    // Each round is a pair of neighbours: what else the machine does meets both.
    const ratioOf = (figure: (one: TrainingUsage) => number) =>
      median(ours.map((one, round) => figure(one) / figure(peer[round] as TrainingUsage)));
    const wall = ratioOf(rate);
    tell(`${wall.toFixed(2)} times as fast`, [[`at least ${least}`, wall >= least]]);
    tell(`${ratioOf(cpuRate).toFixed(2)} times as fast by CPU time`, []);
  }
}

function rate({ rows, epochSeconds }: TrainingUsage): number {
  return rows / epochSeconds;
}

function cpuRate({ rows, epochCpuSeconds }: TrainingUsage): number {
  return rows / epochCpuSeconds;
}

function checkLosses(peer: readonly TrainingUsage[], ours: readonly TrainingUsage[]): void {
  const [theirLoss, ourLoss] = [peer, ours].map((all) => median(all.map(({ loss }) => loss)));
  const ratio = (ourLoss ?? Number.NaN) / (theirLoss ?? Number.NaN);
  if (Math.abs(ratio - 1) <= LOSS_TOLERANCE) return;
  throw new Error(`The programs learned different things: losses ${ourLoss} and ${theirLoss}`);
}
