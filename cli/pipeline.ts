import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readRunRecord } from '../shared/action/index.ts';
import { ACTION_NAMES, type ActionName, loadConfiguration } from '../shared/config/index.ts';
import type { RunRecord } from '../shared/lineage/index.ts';
import { FileSystem, neutralizeLine } from '../shared/platform/index.ts';
import { formatSeconds } from '../shared/report/index.ts';
import { readWords } from './command-flags.ts';
import { renderTable } from './table.ts';

interface StepResult {
  readonly action: ActionName;
  readonly exitCode: number;
  readonly milliseconds: number;
}

/**
 * Runs the six actions one after the other, each in a process of its own from its committed bundle, as a workflow would.
 * A failed step ends the chain. Returns the exit code of the last step.
 */
export async function runPipeline(
  words: readonly string[],
  root: string,
  output: NodeJS.WriteStream,
): Promise<number> {
  const { flags } = readWords(words);
  const request = flags.configuration({});
  flags.finish();
  const files = new FileSystem(root);
  const configuration = await loadConfiguration(files, request);
  const print = (text: string) => output.write(`${text}\n`);
  print(
    `\n  ${configuration.model} · ${configuration.file} · seed ${configuration.training.seed}\n`,
  );

  const steps: StepResult[] = [];
  for (const action of ACTION_NAMES) {
    if (action === 'report-drift' && configuration.monitoring.current === undefined) {
      print('  · report-drift    not run: mlops.yml names no monitoring.current');
      continue;
    }
    if (action === 'export-tflite' && configuration.training.architecture.kind === 'command') {
      print('  · export-tflite   not run: a command trains, and only it knows its model');
      continue;
    }
    if (action === 'deploy-model' && configuration.deployment.targets.length === 0) {
      print('  · deploy-model    not run: mlops.yml names no deployment.targets');
      continue;
    }
    const start = performance.now();
    const exitCode = await runBundle(action, [...words, '--brief'], root);
    steps.push({ action, exitCode, milliseconds: performance.now() - start });
    if (exitCode !== 0) break;
  }

  const silent = { info: print, warning: print, debug: () => undefined, progress: () => undefined };
  const record = await readRunRecord(files, `${configuration.outputDirectory}/run.json`, silent);
  print(`\n${renderSteps(steps, record, output.columns)}\n`);
  const left = await files.walk(configuration.outputDirectory);
  print(`  files   ${configuration.outputDirectory}/  ${left.length} files`);
  const deployed = record.deployments?.at(-1);
  if (deployed !== undefined && steps.some(({ action }) => action === 'deploy-model')) {
    print(
      `  model   ${neutralizeLine(deployed.location)}  (version ${neutralizeLine(deployed.version)})`,
    );
  }
  print(`  record  ${configuration.outputDirectory}/run.json`);
  print(`  report  ${configuration.outputDirectory}/report.html`);
  const total = steps.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const exitCode = steps.at(-1)?.exitCode ?? 0;
  print(
    `\n  ${exitCode === 0 ? 'Done' : `Stopped at ${steps.at(-1)?.action}`} in ${formatSeconds(total)}.\n`,
  );
  return exitCode;
}

/** Starts `dist/<action>.js`, which lies beside this very bundle. */
function runBundle(action: ActionName, words: readonly string[], cwd: string): Promise<number> {
  const bundle = fileURLToPath(new URL(`./${action}.js`, import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bundle, ...words], { cwd, stdio: 'inherit' });
    // A terminal sends them to both; who signals this process alone means the step.
    const passOn = (name: NodeJS.Signals) => child.kill(name);
    for (const name of SIGNALS) process.on(name, passOn);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      for (const name of SIGNALS) process.off(name, passOn);
      resolve(code ?? (signal === null ? 70 : 130));
    });
  });
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

const WORDS: Readonly<Record<number, string>> = {
  0: '',
  1: 'fail',
  2: 'mistake',
  70: 'fault',
  130: 'cancelled',
};

/** `columns`: width of the terminal; undefined when the output is a file or a pipe. */
function renderSteps(
  steps: readonly StepResult[],
  record: RunRecord,
  columns: number | undefined,
): string {
  const rows = steps.flatMap(({ action, exitCode, milliseconds }) => {
    // After a mistake the record still holds what an earlier run found.
    const known = exitCode <= 1 ? record.actions[action] : undefined;
    const verdict = known?.verdict ?? WORDS[exitCode] ?? 'fault';
    const found = neutralizeLine(known?.headline ?? 'see the message above');
    return [
      [action, verdict, found, formatSeconds(milliseconds)],
      ...(known === undefined ? [] : [['', '', `→ ${FILES_OF[action]}`, '']]),
    ];
  });
  return renderTable(
    ['action', 'verdict', 'what it found → files that it left', 'time'],
    rows,
    columns,
  );
}

/** What each action leaves in the output directory. */
const FILES_OF: Readonly<Record<ActionName, string>> = {
  'validate-data': 'statistics.json anomalies.json schema.json',
  'train-model': 'model/ training.json',
  'evaluate-gate': 'evaluation.json predictions.parquet comment.md',
  'export-tflite': 'export/ export.json',
  'deploy-model': 'deployment.json model-card.md model-card.json',
  'report-drift': 'drift.json',
};
