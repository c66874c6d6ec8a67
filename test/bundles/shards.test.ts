import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { startResultsService } from '../results-service/index.ts';
import { makeWorkspace, readTree, runStep } from '../support/run-bundle.ts';

const example = 'examples/penguins-by-island';
const named = (inputs: Readonly<Record<string, string>>) => ({
  'artifact-name': 'data',
  ...inputs,
});

test('three jobs share the penguins by artifacts, and a fourth finds what one job finds', async () => {
  await using service = await startResultsService();
  for (const shard of ['1/3', '2/3', '3/3']) {
    await using workspace = await makeWorkspace(example);
    const run = await runStep('validate-data', workspace.path, {
      inputs: named({ shard }),
      environment: service.environment({ job: `shard ${shard}` }),
    });
    expect([run.exitCode, run.outputs.verdict, run.outputs.report]).toEqual([0, 'pass', '']);
  }
  await using merging = await makeWorkspace(example);
  // The job that merges needs the configuration and the schema; the data may stay where it is.
  for (const island of ['biscoe', 'dream', 'torgersen']) {
    await rm(join(merging.path, `data/${island}.csv`));
  }
  const merged = await runStep('validate-data', merging.path, {
    inputs: named({ 'merge-shards': '3' }),
    environment: service.environment({ job: 'merge' }),
  });
  expect(merged.exitCode).toBe(0);
  await using alone = await makeWorkspace(example);
  const whole = await runStep('validate-data', alone.path);

  const found = await readTree(join(merging.path, '.mlops'));
  const expected = await readTree(join(alone.path, '.mlops'));
  for (const path of ['statistics.json', 'anomalies.json', 'schema.json']) {
    expect([path, found.get(path)?.toString()]).toEqual([path, expected.get(path)?.toString()]);
  }
  expect(merged.outputs).toEqual(whole.outputs);
  expect(merged.summary).toBe(whole.summary);
  const names = (artifact: string) => [...service.readArtifact(artifact).keys()].sort();
  expect(service.artifactsOf().map(({ name }) => [name, names(name)])).toEqual([
    ['data-shard-1-of-3', ['shards/1-of-3.json']],
    ['data-shard-2-of-3', ['shards/2-of-3.json']],
    ['data-shard-3-of-3', ['shards/3-of-3.json']],
    ['data', ['anomalies.json', 'report.html', 'run.json', 'schema.json', 'statistics.json']],
  ]);
  expect(service.refusals).toEqual([]);
}, 60_000);

test('a shard that failed is merged, too; one that could not read its data is told by name', async () => {
  await using service = await startResultsService();
  const job = async (
    inputs: Readonly<Record<string, string>>,
    damage: (text: string) => string,
  ) => {
    await using workspace = await makeWorkspace(example);
    const path = join(workspace.path, 'data/torgersen.csv');
    await writeFile(path, damage(await readFile(path, 'utf8')));
    const environment = service.environment({ job: JSON.stringify(inputs) });
    const run = await runStep('validate-data', workspace.path, {
      inputs: named(inputs),
      environment,
    });
    const errors = run.commands.filter(({ name }) => name === 'error');
    return { exitCode: run.exitCode, errors: errors.map(({ message }) => message) };
  };
  const unlabelled = (text: string) => text.replace('1,Adelie,', '1,,');
  const ragged = (text: string) => text.replace('1,Adelie,', '1,,Adelie,');
  expect(await job({ shard: '1/2' }, unlabelled)).toMatchObject({ exitCode: 0 });
  expect(await job({ shard: '2/2' }, ragged)).toMatchObject({ exitCode: 2 });
  expect(await job({ 'merge-shards': '2' }, unlabelled)).toEqual({
    exitCode: 2,
    errors: [expect.stringMatching(/^Shard 2 of 2 is missing.*Run validate-data with shard 2\/2/)],
  });
  expect(await job({ shard: '2/2' }, unlabelled)).toMatchObject({ exitCode: 1 });
  expect(await job({ 'merge-shards': '2' }, unlabelled)).toEqual({
    exitCode: 1,
    errors: [expect.stringContaining('1 example of 344'), expect.any(String)],
  });
}, 60_000);
