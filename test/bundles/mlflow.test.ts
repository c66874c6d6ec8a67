import { describe, expect, test } from '@jest/globals';
import { type MlflowDouble, startMlflow } from '../mlflow/server.ts';
import { startResultsService } from '../results-service/index.ts';
import { makeWorkspace, readTree, runStep, type StepRun } from '../support/run-bundle.ts';

const project = 'test/bundles/scenarios/whole-chain/workspace';
const TOKEN = 'mlflow-token-0123456789';

const variablesOf = ({ url }: MlflowDouble) => ({
  MLFLOW_TRACKING_URI: url,
  MLFLOW_TRACKING_TOKEN: TOKEN,
  GITHUB_ACTOR: 'octocat',
});

/** What a person sees, and what the step leaves; the mask itself excepted, which only the runner reads. */
async function placesOf({
  stdout,
  stderr,
  summary,
  outputs,
  workspace,
}: StepRun): Promise<string[]> {
  const log = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  const files = [...(await readTree(workspace)).values()].map((bytes) => bytes.toString('latin1'));
  return [log.join('\n'), stderr, summary, JSON.stringify(outputs), ...files];
}

describe('train-model with a server of MLflow', () => {
  test('logs a training once, with its files, and shows no credentials', async () => {
    await using mlflow = await startMlflow({ authorization: `Bearer ${TOKEN}` });
    await using results = await startResultsService();
    await using workspace = await makeWorkspace(project);
    await using apart = await makeWorkspace(project);
    const environment = { ...results.environment(), ...variablesOf(mlflow) };
    const first = await runStep('train-model', workspace.path, {
      inputs: { cache: 'true' },
      environment: { ...environment, RUNNER_DEBUG: '1' },
    });
    const [run] = mlflow.runs;
    const page = `${mlflow.url}/#/experiments/1/runs/${run?.id}`;
    expect(first).toMatchObject({
      exitCode: 0,
      outputs: { 'cache-hit': 'false', 'mlflow-run': page },
    });
    expect(first.summary).toContain(`[the run of this training](${page})`);
    expect(first.stdout).toContain(`::add-mask::${TOKEN}\n`);
    for (const place of await placesOf(first)) expect(place).not.toContain(TOKEN);
    expect(run?.status).toBe('FINISHED');
    expect(run?.tags.get('mlops.model-digest')).toBe(first.outputs['model-digest']);
    expect(run?.tags.get('mlflow.source.git.commit')).toMatch(/^0123456789abcdef/);
    expect(run?.tags.get('mlflow.source.type')).toBe('JOB');
    expect(run?.metrics.filter(({ key }) => key === 'validation-loss')).toHaveLength(
      Number(first.outputs.epochs),
    );

    const written = await readTree(`${workspace.path}/.mlops`);
    const prefix = `1/${run?.id}/artifacts/`;
    expect([...mlflow.files.keys()].map((path) => path.slice(prefix.length)).sort()).toEqual([
      'model/model.json',
      'model/transform.json',
      'model/weights.bin',
      'report.html',
      'run.json',
      'training.json',
    ]);
    for (const [path, bytes] of mlflow.files) {
      expect(bytes).toEqual(written.get(path.slice(prefix.length)));
    }

    // Nothing that is reproducible depends on the server.
    await runStep('train-model', apart.path);
    const without = await readTree(`${apart.path}/.mlops`);
    for (const path of ['training.json', 'model/model.json', 'model/weights.bin']) {
      expect(written.get(path)).toEqual(without.get(path));
    }

    const second = await runStep('train-model', workspace.path, {
      inputs: { cache: 'true' },
      environment,
    });
    expect(second).toMatchObject({
      exitCode: 0,
      outputs: { 'cache-hit': 'true', 'mlflow-run': page },
    });
    expect(second.summary).toContain(`[the run that has this training already](${page})`);
    expect(mlflow.runs).toHaveLength(1);
  }, 120_000);

  test('trains as ever where it is refused, and warns once', async () => {
    await using mlflow = await startMlflow({ authorization: `Bearer ${TOKEN}` });
    await using workspace = await makeWorkspace(project);
    const run = await runStep('train-model', workspace.path, {
      environment: { MLFLOW_TRACKING_URI: mlflow.url, MLFLOW_TRACKING_TOKEN: '' },
    });
    expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', 'mlflow-run': '' } });
    const warnings = run.commands.filter(({ name }) => name === 'warning');
    expect(warnings.map(({ message }) => message)).toEqual([
      'The MLflow server wants credentials, and none are set. Set MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, from the secrets; a pull request from a fork is given none. Nothing else depends on it: the step goes on.',
    ]);
    expect(run.summary).not.toContain('MLflow');
  }, 60_000);
});

test('evaluate-gate and deploy-model go on with the run, and a rollback moves the alias back', async () => {
  await using mlflow = await startMlflow({ authorization: `Bearer ${TOKEN}` });
  await using workspace = await makeWorkspace(project);
  const step = async (action: string, inputs: Readonly<Record<string, string>> = {}) => {
    const run = await runStep(action, workspace.path, { inputs, environment: variablesOf(mlflow) });
    expect({ action, exitCode: run.exitCode, stdout: run.stdout }).toMatchObject({ exitCode: 0 });
    for (const place of await placesOf(run)) expect(place).not.toContain(TOKEN);
    return run;
  };
  const registered = () => {
    const { versions = [], aliases } = mlflow.models.get('flowers') ?? {};
    return { versions: versions.length, deployed: aliases?.get('deployed') };
  };
  const { outputs: trained } = await step('train-model');
  const judged = await step('evaluate-gate');
  expect(judged.outputs['mlflow-run']).toBe(trained['mlflow-run']);
  expect(judged.summary).toContain(
    `[this evaluation, in the run of its training](${trained['mlflow-run']})`,
  );
  const [run] = mlflow.runs;
  const { accuracy } = JSON.parse(judged.outputs.metrics ?? '') as Record<string, number>;
  expect(run?.metrics.find(({ key }) => key === 'evaluation/accuracy')?.value).toBe(accuracy);
  expect(run?.tags.get('mlops.verdict')).toBe('pass');

  const { outputs: deployed } = await step('deploy-model');
  expect(deployed['mlflow-model']).toBe(`${mlflow.url}/#/models/flowers/versions/1`);
  expect(registered()).toEqual({ versions: 1, deployed: '1' });
  const prefix = `1/${run?.id}/artifacts/`;
  const kept = [...mlflow.files.keys()].map((path) => path.slice(prefix.length));
  expect(kept).toEqual(
    expect.arrayContaining(['evaluation.json', 'model-card.md', 'deployment.json']),
  );
  expect(kept).not.toContain('predictions.parquet');

  await step('train-model', { seed: '8' });
  await step('evaluate-gate');
  await step('deploy-model');
  expect(registered()).toEqual({ versions: 2, deployed: '2' });
  const { outputs: back, summary } = await step('deploy-model', { rollback: 'previous' });
  expect(back['mlflow-model']).toBe(deployed['mlflow-model']);
  expect(summary).toContain(
    `[version 1 of flowers &#40;deployed&#41;](${deployed['mlflow-model']})`,
  );
  expect(registered()).toEqual({ versions: 2, deployed: '1' });
}, 120_000);
