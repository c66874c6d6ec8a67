// Runs one target until the time or the number of executions is over, in a thread that its parent watches.
import { parentPort, workerData } from 'node:worker_threads';
import { SeededRandom } from '../../shared/numeric/index.ts';
import { Corpus } from './corpus.ts';
import { COUNTERS } from './instrument.ts';
import { Mutator, wordsOf } from './mutate.ts';
import type { FuzzTarget } from './target.ts';
import type { WorkerOrder, WorkerReport } from './watch.ts';

const order = workerData as WorkerOrder;
const counters = new Uint8Array(order.instrumented.branches);
Object.assign(globalThis, { [COUNTERS]: counters });
const { target } = (await import(order.module)) as { readonly target: FuzzTarget };
const random = new SeededRandom(order.seed, order.name);
const encoder = new TextEncoder();
const words = [
  ...wordsOf(order.instrumented.words),
  ...(target.words ?? []).map((word) => encoder.encode(word)),
];
const mutator = new Mutator(random, words, target.longest ?? 512);
const corpus = new Corpus(counters.length, random);
const progress = new Int32Array(order.progress);
const shown = new Uint8Array(order.input);
const end = performance.now() + order.seconds * 1000;
let executions = 0;

const seeds = target.seeds.map((seed) => (typeof seed === 'string' ? encoder.encode(seed) : seed));
for (const seed of [new Uint8Array(), ...seeds]) await execute(seed);
while (executions < order.executions && performance.now() < end) {
  await execute(mutator.mutate(corpus.pick(), corpus.pick()));
}
report({ executions, branches: corpus.branches, corpus: corpus.inputs.length, finding: null });

async function execute(input: Uint8Array): Promise<void> {
  // Where the parent finds it when this thread hangs or dies.
  shown.set(input);
  progress[1] = input.length;
  Atomics.store(progress, 0, ++executions);
  try {
    // A turn of the loop of events for each execution would halve the speed of what is synchronous.
    const running = target.run(input);
    if (running !== undefined) await running;
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    report({
      executions,
      branches: corpus.branches,
      corpus: corpus.inputs.length,
      finding: { text, input },
    });
    process.exit(0);
  }
  corpus.offer(input, counters);
}

function report(message: WorkerReport): void {
  parentPort?.postMessage(message);
}
