import { expect, test } from '@jest/globals';
import { runWorkflow, startPlatform } from '../workflow-runner/index.ts';
import { project } from './projects.ts';
import { expectCleanTraces, runnerKnows, succeed } from './running.ts';

/** act is not told to cancel a run. */
const onOwnRunner = runnerKnows('cancellation') ? test : test.skip;

onOwnRunner(
  'a deployment that somebody cancels half-way is made once by the next run',
  async () => {
    await using platform = await startPlatform(
      await project({
        workflows: ['deploy.yml'],
        fields: [[['deployment'], { environment: 'production', targets: [{ kind: 'release' }] }]],
      }),
    );
    const push = await platform.push({ 'NOTES.md': 'first\n' });
    // The first file of the release takes its time, and meanwhile the run is cancelled.
    platform.api.faults.add({
      kind: 'delay',
      milliseconds: 3000,
      method: 'POST',
      path: /\/releases\/\d+\/assets$/,
    });
    const cancelled = await runWorkflow(platform, {
      workflow: 'deploy.yml',
      ...push,
      cancelAfter: /Took the files of earlier jobs/,
    });
    expect(cancelled.conclusion).toBe('cancelled');
    expect(cancelled.jobs.model?.result).toBe('success');
    expect(cancelled.jobs.deploy?.result).toBe('cancelled');
    expect(cancelled.log).toContain('cancelled: deploy-model was told to stop (SIGINT)');
    const { releases, deployments, attestations } = platform.api.state;
    expect(releases.filter(({ draft }) => !draft)).toEqual([]);
    expect(attestations).toEqual([]);
    for (const { statuses } of deployments) expect(statuses.at(-1)?.state).toBe('error');

    platform.api.faults.clear();
    const again = await succeed(platform, { workflow: 'deploy.yml', ...push });
    expect(platform.api.state.releases.map(({ draft }) => draft)).toEqual([false]);
    expect(platform.api.state.attestations).toHaveLength(1);
    const states = platform.api.state.deployments.map(({ statuses }) => statuses.at(-1)?.state);
    expect(states.filter((state) => state === 'success')).toHaveLength(1);
    expect(states.at(-1)).toBe('success');
    await expectCleanTraces(platform, cancelled, again);
  },
  120_000,
);
