import { describe, expect, test } from '@jest/globals';
import { type ResultsService, startResultsService } from '../results-service/index.ts';
import { makeWorkspace, readTree, runStep, type StepRun } from '../support/run-bundle.ts';
import { type GitHubWithToken, startGitHub } from '../support/start-github.ts';

const project = 'test/bundles/scenarios/whole-chain/workspace';
const PULL_REQUEST = {
  pull_request: { number: 5, head: { sha: 'a'.repeat(40), repo: { full_name: 'octo/models' } } },
};

/**
 * What a person sees of a step whose log is as talkative as can be: the log as the runner masks it (its own token, and
 * what steps ask for from that line on), and all else as it is.
 */
function shownOf(run: StepRun, runtimeToken: string): string[] {
  const masks = [runtimeToken];
  const log = run.stdout.split('\n').flatMap((line) => {
    const mask = /^::add-mask::(.*)$/.exec(line)?.[1];
    if (mask !== undefined) masks.push(mask);
    return mask === undefined
      ? [masks.reduce((text, each) => text.replaceAll(each, '***'), line)]
      : [];
  });
  return [log.join('\n'), run.stderr, run.summary, JSON.stringify(run.outputs)];
}

/** The same, where the step itself is responsible: what its own messages hold before any mask. */
function ownMessages(run: StepRun): string {
  const own = run.commands.filter(({ name }) => ['error', 'warning', 'notice'].includes(name));
  return JSON.stringify(own);
}

interface Services {
  readonly github: GitHubWithToken;
  readonly results: ResultsService;
}

async function expectNoSecret(
  action: string,
  workspace: string,
  { github, results }: Services,
  inputs: Readonly<Record<string, string>> = {},
): Promise<StepRun> {
  const environment = results.environment();
  const runtimeToken = environment.ACTIONS_RUNTIME_TOKEN ?? '';
  const run = await runStep(action, workspace, {
    inputs: { token: github.token, ...inputs },
    environment: {
      ...environment,
      GITHUB_API_URL: github.url,
      GITHUB_EVENT_NAME: 'pull_request',
      RUNNER_DEBUG: '1',
      ACTIONS_STEP_DEBUG: 'true',
    },
    event: PULL_REQUEST,
  });
  const files = [...(await readTree(workspace))].map(([path, bytes]) => [
    path,
    bytes.toString('latin1'),
  ]);
  for (const secret of [github.token, runtimeToken]) {
    expect(shownOf(run, runtimeToken).map((text) => text.includes(secret))).not.toContain(true);
    expect(ownMessages(run)).not.toContain(secret);
    expect(files.filter(([, text]) => text?.includes(secret))).toEqual([]);
  }
  // A signature is shown nowhere, the runner's masks applied.
  for (const text of shownOf(run, runtimeToken)) {
    expect(/[?&]sig=(?!\*\*\*)[^&\s]*/.exec(text)?.[0]).toBeUndefined();
  }
  return run;
}

describe('with all debug messages on, tokens and signed addresses are not shown', () => {
  test('where all goes well', async () => {
    await using github = await startGitHub({ 'pull-requests': 'write' });
    await using results = await startResultsService();
    await using workspace = await makeWorkspace(project);
    const services = { github, results };
    for (const [action, inputs] of [
      ['train-model', { cache: 'true', 'artifact-name': 'chain' }],
      ['evaluate-gate', { 'artifact-name': 'chain' }],
    ] as const) {
      const run = await expectNoSecret(action, workspace.path, services, inputs);
      expect(run.exitCode).toBe(0);
      expect(run.stdout).toContain('::debug::');
    }
  });

  test.each([
    'PUT blob block',
    'ArtifactService/GetSignedArtifactURL',
    'ArtifactService/FinalizeArtifact',
  ])(
    'where %s is refused',
    async (request) => {
      await using github = await startGitHub({});
      await using results = await startResultsService();
      await using workspace = await makeWorkspace(project);
      if (request.endsWith('GetSignedArtifactURL')) {
        results.putArtifact({ run: 1234, name: 'chain', content: { 'a.txt': 'a' } });
      }
      results.faults.inject({ request, kind: 'status', status: 403, times: 9 });
      const run = await expectNoSecret(
        'validate-data',
        workspace.path,
        { github, results },
        {
          'artifact-name': 'chain',
        },
      );
      expect(run.exitCode).toBe(2);
      expect(ownMessages(run)).toContain('The artifact');
    },
    60_000,
  );

  test('where GitHub repeats the token in its answer', async () => {
    await using github = await startGitHub({ 'pull-requests': 'write' });
    await using results = await startResultsService();
    await using workspace = await makeWorkspace(project);
    await runStep('train-model', workspace.path);
    github.faults.add({
      kind: 'status',
      status: 401,
      message: `Bad credentials: ${github.token}, see https://a.example/?sig=abc`,
      times: 9,
    });
    const run = await expectNoSecret('evaluate-gate', workspace.path, { github, results });
    expect(run.exitCode).toBe(0);
    expect(ownMessages(run)).toContain('Bad credentials: ***');
  });
});
