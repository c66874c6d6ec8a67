import { expect, test } from '@jest/globals';
import type { RunRecord } from '../../shared/lineage/index.ts';
import { startPlatform } from '../workflow-runner/index.ts';
import { project } from './projects.ts';
import { expectCleanTraces, succeed } from './running.ts';

/** As "Re-run jobs" does it: the second training finds the artifact that the first one has left in the run. */
const TWICE = ['first', 'second']
  .map(
    (job, index) => `
  ${job}:
    runs-on: ubuntu-latest
    ${index === 0 ? '' : 'needs: first'}
    permissions: { contents: read }
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with: { persist-credentials: false }
      - uses: OWNER/mlops-actions/actions/train-model@v1
        with: { seed: "${index + 1}" }
      - uses: OWNER/mlops-actions/actions/evaluate-gate@v1
        with: { artifact-name: model }`,
  )
  .join('\n');

test('what a job has trained is judged, whatever an artifact of that name holds', async () => {
  await using platform = await startPlatform(
    await project({
      workflows: [],
      files: { '.github/workflows/twice.yml': `on: push\npermissions: {}\njobs:${TWICE}\n` },
    }),
  );
  const run = await succeed(platform, {
    workflow: 'twice.yml',
    ...(await platform.push({ 'NOTES.md': 'first\n' })),
  });
  const files = platform.results.readArtifact('model', run.id);
  const record = JSON.parse(files.get('run.json')?.toString() ?? '') as RunRecord;
  expect(record.training?.seed).toBe(2);
  expect(record.evaluation?.modelDigest).toBe(record.training?.modelDigest);
  await expectCleanTraces(platform, run);
}, 120_000);
