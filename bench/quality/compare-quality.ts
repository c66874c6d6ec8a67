import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPython } from '../../scripts/checks/python.mjs';
import { loadConfiguration } from '../../shared/config/index.ts';
import { readTable, splitTable } from '../../shared/data/index.ts';
import type { EvaluationReport } from '../../shared/evaluation/index.ts';
import { FileSystem } from '../../shared/platform/index.ts';
import { tell } from '../tell.ts';
import { QUALITY_TASKS, type QualityTask } from './tasks.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Beside the numbers and on the same rows, as the numbers were made. */
const PACKAGES = ['scikit-learn==1.9.1', 'numpy==2.4.6', 'scipy==1.17.1'];
const PEERS = path('scikit-learn.json');
const SPLITS = ['train', 'validation', 'evaluation'] as const;
/** How far the network may be from scikit-learn's. */
const NETWORK_TOLERANCE = 0.01;
/** Libraries of linear algebra differ in their last bits from processor to processor, trainings in more. */
const SAME = 0.005;

/** A figure of scikit-learn, with the call that made it. */
interface PeerScore {
  readonly call: string;
  /** `same-features`: by what `mlops init` proposes. No bar. */
  readonly kind: 'linear' | 'network' | 'same-features';
  readonly score: number;
}

interface PeerScores {
  readonly versions: Readonly<Record<string, string>>;
  readonly tasks: Readonly<
    Record<string, { readonly split: string; readonly scores: readonly PeerScore[] }>
  >;
}

interface OwnScore {
  readonly score: number;
  readonly trainSeconds: number;
  /** SHA-256 of the rows of each split. */
  readonly split: string;
}

/**
 * Trains and judges a model for each task as a user would, by the program `mlops` in the folder `bundle`, and prints its
 * metric beside the bar: a number, or what scikit-learn reaches on the same rows.
 */
export async function compareQuality({
  folder,
  bundle,
  only,
  update,
}: {
  readonly folder: string;
  readonly bundle: string;
  readonly only: readonly string[];
  /** Writes the figures of scikit-learn anew. */
  readonly update: boolean;
}): Promise<void> {
  const python = findPython(PACKAGES);
  if (python === null)
    console.log('scikit-learn is not to be had here: its figures are those that are committed\n');
  const committed = JSON.parse(readFileSync(PEERS, 'utf8')) as PeerScores;
  const found: Record<string, PeerScores['tasks'][string]> = { ...committed.tasks };
  for (const task of QUALITY_TASKS.filter(({ name }) => only.includes(name))) {
    const home = join(folder, task.name);
    mkdirSync(home);
    const own = await trainAndJudge(task, home, bundle);
    if (python !== null)
      found[task.name] = { split: own.split, scores: askPeer(python, task, home) };
    tellTask(task, own, found[task.name], committed.tasks[task.name], update);
  }
  if (!update || python === null) return;
  const versions = Object.fromEntries(PACKAGES.map((one) => one.split('==')));
  writeFileSync(PEERS, `${JSON.stringify({ versions, tasks: found }, null, 2)}\n`);
}

async function trainAndJudge(task: QualityTask, home: string, bundle: string): Promise<OwnScore> {
  task.make(home);
  if (task.configuration === undefined)
    runProgram(home, bundle, ['init', 'data.csv', '--label', task.label]);
  else writeFileSync(join(home, 'mlops.yml'), task.configuration);
  const split = await writeSplit(home);
  const begin = performance.now();
  runProgram(home, bundle, ['train-model']);
  const trainSeconds = (performance.now() - begin) / 1000;
  runProgram(home, bundle, ['evaluate-gate']);
  const report = JSON.parse(
    readFileSync(join(home, '.mlops', 'evaluation.json'), 'utf8'),
  ) as EvaluationReport;
  const score = report.metrics.find(({ metric }) => metric === task.metric)?.value ?? Number.NaN;
  return { score, trainSeconds, split };
}

function runProgram(home: string, bundle: string, words: readonly string[]): void {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [join(bundle, 'mlops.js'), ...words],
    { cwd: home, encoding: 'utf8' },
  );
  // A gate that a proposed number does not pass is a verdict and no fault.
  if (status === 0 || (status === 1 && words[0] === 'evaluate-gate')) return;
  throw new Error(`mlops ${words.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
}

/** Leaves `split.csv`, the split of each row, for scikit-learn. */
async function writeSplit(home: string): Promise<string> {
  const files = new FileSystem(home);
  const { data } = await loadConfiguration(files, {
    file: 'mlops.yml',
    given: true,
    overrides: [],
  });
  const { table } = await readTable(files, data);
  const splits = await splitTable(files, table, data.split);
  const nameOfRow: string[] = [];
  for (const name of SPLITS) for (const row of splits[name]) nameOfRow[row] = name;
  const text = `split\n${nameOfRow.join('\n')}\n`;
  writeFileSync(join(home, 'split.csv'), text);
  return createHash('sha256').update(text).digest('hex');
}

function askPeer(python: string, { name }: QualityTask, home: string): PeerScore[] {
  const { status, stdout, stderr } = spawnSync(python, [path('scikit_learn.py'), name, home], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`scikit-learn ended with ${status}:\n${stderr}`);
  return JSON.parse(stdout) as PeerScore[];
}

function tellTask(
  { name, metric, least, seconds }: QualityTask,
  own: OwnScore,
  peer: PeerScores['tasks'][string] | undefined,
  committed: PeerScores['tasks'][string] | undefined,
  update: boolean,
): void {
  const scores = peer?.split === own.split ? peer.scores : [];
  const bars: [string, boolean][] = [];
  if (least !== undefined) bars.push([`at least ${least}`, own.score >= least]);
  else {
    for (const { kind, score } of scores) {
      if (kind === 'same-features') continue;
      const bar = kind === 'linear' ? score : score - NETWORK_TOLERANCE;
      bars.push([`${kind} model of scikit-learn: at least ${bar.toFixed(4)}`, own.score >= bar]);
    }
  }
  if (seconds !== undefined) bars.push([`in ${seconds} s`, own.trainSeconds <= seconds]);
  tell(
    `${name}: ${metric} ${own.score.toFixed(4)}, trained in ${own.trainSeconds.toFixed(1)} s`,
    bars,
  );
  for (const { call, score } of scores) tell(`  ${score.toFixed(4)} by ${call}`, []);
  if (peer !== undefined && scores.length === 0)
    console.log('  scikit-learn learned from other rows: run this with --update where it is');
  else if (!update && !isSame(scores, committed?.scores ?? []))
    console.log('  **not the figures that are committed**: run this with --update');
}

function isSame(left: readonly PeerScore[], right: readonly PeerScore[]): boolean {
  return (
    left.length === right.length &&
    left.every(
      ({ call, score }, index) =>
        call === right[index]?.call && Math.abs(score - right[index].score) <= SAME,
    )
  );
}
