import { describe, expect, test } from '@jest/globals';
import { linesOf, resultsOf, runTiny } from './tiny.ts';

const called = `
on:
  workflow_call:
    inputs:
      name: { type: string, required: true }
      count: { type: number, default: 2 }
      deploy: { type: boolean, default: false }
    secrets:
      KEY: { required: false }
    outputs:
      said: { value: "\${{ jobs.say.outputs.said }}" }
permissions: {}
jobs:
  say:
    runs-on: ubuntu-latest
    permissions: { contents: read }
    outputs: { said: "\${{ steps.say.outputs.said }}" }
    steps:
      - id: say
        run: |
          echo "> \${{ inputs.name }} \${{ inputs.count == 2 }} \${{ inputs.deploy == false }} \${{ github.event_name }}"
          echo "> key \${{ secrets.KEY == 'open-sesame' }}, other '\${{ secrets.OTHER }}'"
          echo "said=hi \${{ inputs.name }}" >> "$GITHUB_OUTPUT"
  deploy:
    if: inputs.deploy
    needs: say
    runs-on: ubuntu-latest
    steps: [{ run: "true" }]
`;

const caller = (job: string) => `
on: push
permissions: {}
jobs:
  call:
    uses: ./.github/workflows/called.yml
${job.replaceAll(/^/gm, '    ')}
  after:
    needs: call
    runs-on: ubuntu-latest
    steps: [{ run: 'echo "> \${{ needs.call.outputs.said }}"' }]
`;

const run = (job: string, workflow = called) =>
  runTiny(caller(job), {
    files: { '.github/workflows/called.yml': workflow },
    secrets: { KEY: 'open-sesame', OTHER: 'another-secret' },
  });

describe('a workflow that is called', () => {
  test('gets typed inputs and the secrets it is given, and hands outputs back', async () => {
    const result = await run(`
permissions: { contents: read }
with: { name: world }
secrets: { KEY: "\${{ secrets.KEY }}" }
`);
    expect(result.conclusion).toBe('success');
    expect(linesOf(result, 'call / say')).toEqual(['world true true push', "key true, other ''"]);
    expect(linesOf(result, 'after')).toEqual(['hi world']);
    expect(resultsOf({ jobs: result.jobs.call?.jobs ?? {} })).toEqual({
      say: 'success',
      deploy: 'skipped',
    });
  });

  test('gets no secret that it is not given, and all with "inherit"', async () => {
    const without = await run('permissions: { contents: read }\nwith: { name: x }');
    expect(linesOf(without, 'call / say')[1]).toBe("key false, other ''");
    const all = await run('permissions: { contents: read }\nwith: { name: x }\nsecrets: inherit');
    expect(linesOf(all, 'call / say')[1]).toBe("key true, other '***'");
  });

  test.each([
    ['an input that is missing', 'permissions: { contents: read }', /name is required/],
    [
      'an input that it does not know',
      'permissions: { contents: read }\nwith: { name: x, nmae: y }',
      /nmae is not defined/,
    ],
    [
      'a value of another type',
      'permissions: { contents: read }\nwith: { name: x, count: many }',
      /not a number/,
    ],
    [
      'a job that wants more than the caller has',
      'with: { name: x }',
      "The nested job 'say' is requesting 'contents: read', but is only allowed 'contents: none'.",
    ],
  ])('is refused: %s', async (_name, job, message) => {
    await expect(run(job)).rejects.toThrow(message);
  });

  test('fails its caller when one of its jobs fails', async () => {
    const failing = called.replace('[{ run: "true" }]', '[{ run: "exit 1" }]');
    const result = await run(
      'permissions: { contents: read }\nwith: { name: x, deploy: true }',
      failing,
    );
    expect(resultsOf(result)).toEqual({ call: 'failure', after: 'skipped' });
  });
});
