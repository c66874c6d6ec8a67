import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { runWorkflow, startPlatform } from '../workflow-runner/index.ts';
import { project } from './projects.ts';
import { annotationsOf, expectCleanTraces, succeed } from './running.ts';

const penguins = (fields: Parameters<typeof project>[0]['fields'] = []) =>
  project({
    workflows: ['deploy.yml'],
    fields: [
      [['deployment'], { environment: 'production', targets: [{ kind: 'release' }] }],
      ...fields,
    ],
  });

test('puts what passed into a release, an environment and an attestation', async () => {
  await using platform = await startPlatform(await penguins());
  const push = await platform.push({ 'NOTES.md': 'first\n' });
  const run = await succeed(platform, { workflow: 'deploy.yml', ...push });

  const { releases, deployments, attestations } = platform.api.state;
  expect(run.jobs.model?.outputs.outcome).toBe('pass');
  expect(JSON.parse(run.jobs.model?.outputs.metrics ?? '')).toMatchObject({ accuracy: 1 });
  expect(run.jobs.deploy?.outputs.version).toBe(
    run.jobs.deploy?.outputs['model-digest']?.slice(0, 12),
  );
  expect(run.jobs.deploy?.environment).toBe('production');
  expect(releases).toHaveLength(1);
  const [release] = releases;
  const digest = run.jobs.deploy?.outputs['model-digest'];
  expect(release).toMatchObject({
    draft: false,
    tag: `penguin-species-v${digest?.slice(0, 12)}`,
    target: push.sha,
    author: { login: 'github-actions[bot]' },
  });
  expect(run.jobs.deploy?.outputs.location).toBe(
    `https://github.com/octo/models/releases/tag/${release?.tag}`,
  );
  expect(deployments).toHaveLength(1);
  expect(deployments[0]).toMatchObject({ environment: 'production', sha: push.sha });
  expect(deployments[0]?.statuses.map(({ state }) => state)).toEqual(['in_progress', 'success']);
  expect(deployments[0]?.statuses.at(-1)?.environmentUrl).toBe(run.jobs.deploy?.outputs.location);

  // The attestation names the released files by the digests that they have.
  expect(attestations).toHaveLength(1);
  const statement = statementOf(attestations[0]?.bundle);
  const released = new Map(
    release?.assets.map(({ name, bytes }) => [
      name,
      createHash('sha256').update(bytes).digest('hex'),
    ]),
  );
  const attested = statement.subject.map(({ name, digest: { sha256 } }) => [name, sha256] as const);
  expect(attested.length).toBeGreaterThan(0);
  for (const [name, sha256] of attested) expect([name, released.get(name)]).toEqual([name, sha256]);
  expect(attested.map(([name]) => name)).toEqual(
    expect.arrayContaining(['model.json', 'model.tflite', 'weights.bin']),
  );
  expect(statement.predicate).toMatchObject({
    model: { digest: { sha256: digest } },
    source: { commit: push.sha },
    training: { seed: 7 },
  });
  expect(annotationsOf(run)).toEqual([]);
  await expectCleanTraces(platform, run);
}, 120_000);

test('deploys nothing that fails a gate', async () => {
  await using platform = await startPlatform(
    await penguins([[['evaluation', 'gates', 0], { metric: 'log-loss', 'at-most': 0.000001 }]]),
  );
  const run = await runWorkflow(platform, {
    workflow: 'deploy.yml',
    ...(await platform.push({ 'NOTES.md': 'first\n' })),
  });
  expect(run.conclusion).toBe('failure');
  expect(run.jobs.deploy?.result).toBe('skipped');
  const { releases, deployments, attestations } = platform.api.state;
  expect([releases, deployments, attestations]).toEqual([[], [], []]);
  expect(platform.results.artifactsOf(run.id).map(({ name }) => name)).toEqual(['model']);
  await expectCleanTraces(platform, run);
}, 120_000);

test('makes nothing twice when it runs again', async () => {
  await using platform = await startPlatform(await penguins());
  const push = await platform.push({ 'NOTES.md': 'first\n' });
  const first = await succeed(platform, { workflow: 'deploy.yml', ...push });
  const second = await succeed(platform, { workflow: 'deploy.yml', ...push });
  expect(platform.api.state.releases).toHaveLength(1);
  expect(platform.api.state.deployments).toHaveLength(1);
  expect(second.jobs.deploy?.outputs).toEqual(first.jobs.deploy?.outputs);
  await expectCleanTraces(platform, first, second);
}, 120_000);

interface Statement {
  readonly subject: readonly {
    readonly name: string;
    readonly digest: { readonly sha256: string };
  }[];
  readonly predicate: unknown;
}

function statementOf(bundle: unknown): Statement {
  const { dsseEnvelope } = bundle as { dsseEnvelope: { payload: string } };
  return JSON.parse(Buffer.from(dsseEnvelope.payload, 'base64').toString()) as Statement;
}
