// npm run mlflow: the bundles log to a real server of MLflow, with accounts, and what it then says is read back by its REST
// API. Prints a line for each check and ends with 1 when one fails; where Python or PyPI is not to be had, it says so in one
// line and ends with 0.
import { deepStrictEqual as equal, match, ok } from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPython } from '../../scripts/checks/python.mjs';
import { type RunContent, trackTraining } from '../../shared/mlflow/index.ts';
import type { TrainingReport } from '../../shared/model/index.ts';
import { memoryPorts } from '../../shared/platform/index.ts';
import { openTracking } from '../../shared/platform/mlflow-server.ts';
import { readMlflowSettings } from '../../shared/platform/mlflow-settings.ts';
import { startResultsService } from '../results-service/index.ts';
import { makeWorkspace, readTree, runStep, type StepRun } from '../support/run-bundle.ts';
import { randomContent } from './random-content.ts';
import { MLFLOW_PACKAGES, type RealServer, startRealServer } from './start-real-server.ts';

const PROJECT = 'test/bundles/scenarios/whole-chain/workspace';
/** Of its mlops.yml. */
const MODEL = 'flowers';
const CONTENTS = 5;

const python = findPython(MLFLOW_PACKAGES);
if (python === null) {
  console.log('mlflow: skipped (no Python or no PyPI)');
} else {
  const folder = mkdtempSync(join(tmpdir(), 'mlops-mlflow-'));
  try {
    await using server = await startRealServer(python, folder);
    await checkRefusal(server);
    await checkChain(server);
    await checkContents(server);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Step = (action: string, inputs?: Readonly<Record<string, string>>) => Promise<StepRun>;

function variablesOf({ url, account }: RealServer): Record<string, string> {
  return {
    MLFLOW_TRACKING_URI: url,
    MLFLOW_TRACKING_USERNAME: account.name,
    MLFLOW_TRACKING_PASSWORD: account.password,
    GITHUB_ACTOR: 'octocat',
  };
}

async function checkRefusal({ url }: RealServer): Promise<void> {
  await using workspace = await makeWorkspace(PROJECT);
  const run = await runStep('train-model', workspace.path, {
    environment: { MLFLOW_TRACKING_URI: url },
  });
  succeeded(run);
  equal(run.outputs['mlflow-run'], '');
  const warnings = run.commands.filter(({ name }) => name === 'warning');
  equal(warnings.length, 1, run.stdout);
  match(warnings[0]?.message ?? '', /wants credentials, and none are set/);
  console.log('without credentials: trained as ever, with one warning');
}

async function checkChain(server: RealServer): Promise<void> {
  await using results = await startResultsService();
  await using workspace = await makeWorkspace(PROJECT);
  const step: Step = async (action, inputs = {}) => {
    const run = await runStep(action, workspace.path, {
      inputs: action === 'train-model' ? { cache: 'true', ...inputs } : inputs,
      environment: { ...results.environment(), ...variablesOf(server) },
    });
    succeeded(run);
    ok(!run.stdout.replaceAll(/::add-mask::.*/g, '').includes(server.account.password));
    return run;
  };
  const first = await step('train-model');
  const page = first.outputs['mlflow-run'] ?? '';
  const [, experiment, id] = /\/#\/experiments\/(\d+)\/runs\/([0-9a-f]{32})$/.exec(page) ?? [];
  ok(id !== undefined, page);
  const written = await readTree(join(workspace.path, '.mlops'));
  const report = JSON.parse(String(written.get('training.json'))) as TrainingReport;

  const { run } = await server.json('GET', 'mlflow/runs/get', { run_id: id });
  equal(run.info.status, 'FINISHED');
  equal(run.info.experiment_id, experiment);
  const params = new Map(run.data.params.map(({ key, value }: NamedValue) => [key, value]));
  equal(params.get('training.seed'), String(report.seed));
  equal(params.get('parameters'), String(report.parameters));
  const tags = new Map(run.data.tags.map(({ key, value }: NamedValue) => [key, value]));
  equal(tags.get('mlops.model-digest'), first.outputs['model-digest']);
  equal(tags.get('mlflow.user'), 'octocat');
  for (const [key, field] of [
    ['train-loss', 'trainLoss'],
    ['validation-loss', 'validationLoss'],
  ] as const) {
    const fields = { run_id: id, metric_key: key };
    const { metrics } = await server.json('GET', 'mlflow/metrics/get-history', fields);
    equal(
      metrics.map(({ step, value }: { step: number; value: number }) => [step, value]),
      report.history.map((record) => [record.epoch, record[field]]),
    );
  }
  console.log(`train-model: ${params.size} parameters, ${report.history.length} epochs to the bit`);

  await checkFiles(server, workspace.path, `${experiment}/${id}`, [
    ...['model/model.json', 'model/weights.bin', 'model/transform.json'],
    ...['training.json', 'run.json', 'report.html'],
  ]);
  console.log('its files: byte for byte');

  const second = await step('train-model');
  equal(second.outputs['cache-hit'], 'true');
  equal(second.outputs['mlflow-run'], page);
  const fields = { experiment_ids: [experiment], max_results: 10 };
  equal((await server.json('POST', 'mlflow/runs/search', fields)).runs.length, 1);
  console.log('from the cache: the same run, and no other');

  const judged = await step('evaluate-gate');
  equal(judged.outputs['mlflow-run'], page);
  const { run: extended } = await server.json('GET', 'mlflow/runs/get', { run_id: id });
  const found = new Map<string, unknown>(
    [...extended.data.metrics, ...extended.data.tags].map(({ key, value }) => [key, value]),
  );
  const metrics = JSON.parse(judged.outputs.metrics ?? '') as Record<string, number>;
  for (const [name, value] of Object.entries(metrics))
    equal(found.get(`evaluation/${name}`), value);
  equal(found.get('mlops.verdict'), judged.outputs.verdict);
  await checkFiles(server, workspace.path, `${experiment}/${id}`, [
    'evaluation.json',
    'comment.md',
  ]);
  console.log(`evaluate-gate: ${Object.keys(metrics).length} metrics and the verdict in that run`);

  await checkRegistry(server, step, `${experiment}/${id}`);
}

async function checkRegistry(server: RealServer, step: Step, run: string): Promise<void> {
  const aliased = async () => {
    const fields = { name: MODEL, alias: 'deployed' };
    const { model_version } = await server.json('GET', 'mlflow/registered-models/alias', fields);
    return model_version;
  };
  const pages = [];
  for (const seed of ['', '8']) {
    if (seed !== '') await step('train-model', { seed });
    if (seed !== '') await step('evaluate-gate');
    const { outputs } = await step('deploy-model');
    pages.push(outputs['mlflow-model']);
    equal((await aliased()).version, String(pages.length));
  }
  equal(
    pages,
    [1, 2].map((version) => `${server.url}/#/models/${MODEL}/versions/${version}`),
  );
  const rolledBack = await step('deploy-model', { rollback: 'previous' });
  equal(rolledBack.outputs['mlflow-model'], pages[0]);
  const version = await aliased();
  equal(version.version, '1');
  equal(`${version.source}`, `mlflow-artifacts:/${run}/artifacts/model`);
  const tags = new Map(version.tags.map(({ key, value }: NamedValue) => [key, value]));
  equal(tags.get('mlops.version'), rolledBack.outputs.version);
  console.log('deploy-model: two versions, the alias at each in turn, and back after a rollback');
}

async function checkFiles(
  server: RealServer,
  workspace: string,
  run: string,
  paths: readonly string[],
): Promise<void> {
  const written = await readTree(join(workspace, '.mlops'));
  for (const path of paths) {
    ok(written.get(path)?.equals(await server.file(`${run}/artifacts/${path}`)), path);
  }
}

/** Names and values of every kind, and more of them than a call takes. */
async function checkContents(server: RealServer): Promise<void> {
  const plain = memoryPorts();
  const { log, cancellation } = plain;
  const settings = readMlflowSettings(variablesOf(server));
  const tracking = openTracking(settings, { log, signal: cancellation.signal });
  if (tracking === null) throw new Error('an address makes a port');
  let metrics = 0;
  for (let seed = 0; seed < CONTENTS; seed++) {
    const content: RunContent = randomContent(seed);
    const ports = { ...plain, tracking };
    const tracked = await trackTraining(
      {
        model: 'any',
        identity: { modelDigest: 'a'.repeat(64), trainingDigest: 'b'.repeat(64) },
        content,
        files: [],
        outputDirectory: '.mlops',
        startedAt: new Date(),
        fromCache: false,
        version: 'development',
      },
      ports,
    );
    ok(tracked !== null, JSON.stringify(plain.journal.annotations));
    metrics += content.metrics.length;
  }
  console.log(`${CONTENTS} runs with hostile names and ${metrics} metrics: all taken`);
}

interface NamedValue {
  readonly key: string;
  readonly value: string;
}

function succeeded(run: StepRun): void {
  equal(run.exitCode, 0, run.stdout + run.stderr);
}
