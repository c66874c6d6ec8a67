import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import type { Usage } from './usage.ts';

export interface Program {
  readonly name: string;
  /** Program and its words. */
  readonly command: readonly string[];
  /** Folder that it runs in; left out: this one. */
  readonly folder?: string;
}

export interface Measurement extends Usage {
  /** From before the process starts until it has ended. */
  readonly wallSeconds: number;
}

/**
 * Runs each program as a process of its own, `rounds` times, in turns, so that what else the machine does meets all of
 * them alike. Gives for each the median of every figure.
 */
export async function measureInTurns(
  programs: readonly Program[],
  rounds: number,
): Promise<Map<string, Measurement>> {
  const runs = await measureRounds(programs, rounds);
  return new Map([...runs].map(([name, all]) => [name, medians(all)]));
}

/** As `measureInTurns`, with the figures of every round. `Reported`: what the programs say of themselves. */
export async function measureRounds<Reported extends Usage = Usage>(
  programs: readonly Program[],
  rounds: number,
): Promise<Map<string, (Reported & Measurement)[]>> {
  const runs = new Map<string, (Reported & Measurement)[]>();
  for (let round = 1; round <= rounds; round++) {
    for (const program of programs) {
      const measured = await measure<Reported>(program);
      runs.set(program.name, [...(runs.get(program.name) ?? []), measured]);
      console.error(`  ${round}/${rounds} ${program.name}: ${measured.wallSeconds.toFixed(2)} s`);
    }
  }
  return runs;
}

async function measure<Reported extends Usage>({
  name,
  command,
  folder,
}: Program): Promise<Reported & Measurement> {
  const [program = '', ...words] = command;
  const start = performance.now();
  const child = spawn(program, words, {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(folder === undefined ? {} : { cwd: folder }),
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  const wallSeconds = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`${name} ended with ${code}`);
  const usage: Reported = JSON.parse(output.trim().split('\n').at(-1) ?? '');
  return { ...usage, wallSeconds };
}

function medians(all: readonly Measurement[]): Measurement {
  const of = (figure: keyof Measurement) => median(all.map((one) => one[figure]));
  return {
    rows: of('rows'),
    wallSeconds: of('wallSeconds'),
    cpuSeconds: of('cpuSeconds'),
    peakMegabytes: of('peakMegabytes'),
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  const high = sorted[Math.floor(middle)] ?? Number.NaN;
  return (low + high) / 2;
}
