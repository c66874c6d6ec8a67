import { join } from 'node:path';
import { findNativeEngine } from '../../scripts/checks/native-engine.mjs';
import { type Measurement, measureRounds, median, type Program } from '../measure.ts';
import { tell } from '../tell.ts';
import type { TrainingUsage } from './compare.ts';

/** Milliseconds that loading and starting the engine may add to a process. */
const MOST_LOADING = 120;
const MOST_MEGABYTES = 300;
/** The start of a process is short: more rounds than of a training. */
const LOADING_ROUNDS = 15;

/** What loading the engine costs, and the engines beside each other on the network of the benchmark. */
export async function compareEngines({
  rounds,
  epochs,
  programs,
}: {
  readonly rounds: number;
  readonly epochs: number;
  readonly programs: string;
}): Promise<void> {
  await measureLoading(programs);
  const native = findNativeEngine();
  if ('missing' in native) console.log(`\nWithout the native engine (${native.missing})`);
  const folder = 'missing' in native ? null : native.folder;
  for (const batchSize of [64, 256]) {
    const program = (name: string, ...words: string[]): Program => ({
      name,
      command: [
        process.execPath,
        join(programs, 'train-ours.js'),
        ...[String(batchSize), String(epochs), name, ...words],
      ],
    });
    const contenders = [
      program('wasm'),
      ...(folder === null ? [] : [program('tensorflow', folder)]),
      program('cpu'),
    ];
    const found = await measureRounds<TrainingUsage>(contenders, rounds);
    console.log(`\n### Engines, batch ${batchSize}, median of ${rounds}\n`);
    console.log('| engine | examples/s | loss | peak MB |\n|---|---|---|---|');
    const rate = ({ rows, epochSeconds }: TrainingUsage) => rows / epochSeconds;
    for (const [name, all] of found) {
      const of = (figure: (one: TrainingUsage) => number) => median(all.map(figure));
      const loss = of((one) => one.loss).toFixed(5);
      const peak = of((one) => one.peakMegabytes).toFixed(0);
      console.log(`| ${name} | ${of(rate).toFixed(0)} | ${loss} | ${peak} |`);
    }
    console.log();
    const wasm = found.get('wasm') ?? [];
    for (const [name, all] of found) {
      const peak = median(all.map((one) => one.peakMegabytes));
      const ratios = all.map((one, index) => rate(wasm[index] ?? one) / rate(one));
      const speed = name === 'wasm' ? '' : `, wasm ${median(ratios).toFixed(1)} times as fast`;
      tell(`${name}: ${peak.toFixed(0)} MB${speed}`, [
        [`at most ${MOST_MEGABYTES} MB`, peak <= MOST_MEGABYTES],
      ]);
    }
  }
}

async function measureLoading(programs: string): Promise<void> {
  const program = (name: string, ...words: string[]) => ({
    name,
    command: [process.execPath, join(programs, 'load-engine.js'), ...words],
  });
  const pair = [program('an empty process'), program('the engine loaded and started', 'wasm')];
  const found = await measureRounds<Measurement>(pair, LOADING_ROUNDS);
  const [empty = [], loaded = []] = pair.map(({ name }) => found.get(name) ?? []);
  const more = (figure: 'wallSeconds' | 'cpuSeconds') =>
    1000 * median(loaded.map((one, index) => one[figure] - (empty[index]?.[figure] ?? Number.NaN)));
  const wall = more('wallSeconds');
  console.log();
  tell(
    `loading the engine takes ${wall.toFixed(0)} ms more than an empty process (${more('cpuSeconds').toFixed(0)} ms of processor time)`,
    [[`at most ${MOST_LOADING} ms`, wall <= MOST_LOADING]],
  );
}
