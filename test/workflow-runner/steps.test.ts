import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { makeWorkspace } from '../support/run-bundle.ts';
import { runWorkflow } from './index.ts';
import { linesOf, runTiny, startTiny, type TinyOptions } from './tiny.ts';

/** Runs one job with these steps. */
const runSteps = (steps: string, options: TinyOptions = {}) =>
  runTiny(
    `
on: [push, workflow_dispatch]
env: { LEVEL: workflow, SHADOWED: workflow }
defaults: { run: { working-directory: sub } }
jobs:
  job:
    runs-on: ubuntu-latest
    env: { SHADOWED: job }
    defaults: { run: { working-directory: . } }
    steps:
${steps.replaceAll(/^/gm, '      ')}
`,
    options,
  );

describe('a script', () => {
  test('sees the environment of workflow, job and step, and the runner own variables', async () => {
    const run = await runSteps(`
- env: { OWN: "\${{ env.SHADOWED }}-step", GITHUB_REPOSITORY: forged }
  run: |
    echo "> $LEVEL $SHADOWED $OWN $GITHUB_REPOSITORY $GITHUB_REF $GITHUB_EVENT_NAME $CI"
    echo "> $(node -p 'require(process.env.GITHUB_EVENT_PATH).ref') $PWD" | sed "s#$GITHUB_WORKSPACE#ws#"
    env | grep -c ACTIONS_RUNTIME || echo "> no runtime token"
`);
    expect(linesOf(run, 'job')).toEqual([
      'workflow job job-step octo/models refs/heads/main push true',
      'refs/heads/main ws',
      'no runtime token',
    ]);
  });

  test('sets variables and PATH for later steps, and only for those', async () => {
    const run = await runSteps(`
- run: |
    echo FROM=one >> "$GITHUB_ENV"
    mkdir bin && printf '#!/bin/sh\\necho "> called"' > bin/tool && chmod +x bin/tool
    echo "$PWD/bin" >> "$GITHUB_PATH"
    echo "> before: $FROM"
- run: |
    echo "> $FROM \${{ env.FROM }}"
    tool
`);
    expect(linesOf(run, 'job')).toEqual(['before: ', 'one one', 'called']);
  });

  test('stops at the first fault; a pipe hides one only without "shell: bash"', async () => {
    const run = await runSteps(`
- id: plain
  run: false | true
- id: bash
  continue-on-error: true
  shell: bash
  run: false | true
- run: echo "> \${{ steps.plain.outcome }} \${{ steps.bash.outcome }} \${{ steps.bash.conclusion }}"
- run: |
    false
    echo "> not reached"
`);
    expect(linesOf(run, 'job')).toEqual(['success failure success']);
    expect(run.conclusion).toBe('failure');
  });

  test('runs in its working directory, which must be there', async () => {
    const run = await runSteps(`
- run: mkdir -p a/b
- working-directory: a/b
  run: echo "> \${PWD##*/}"
- working-directory: nowhere
  run: echo "> not reached"
`);
    expect(linesOf(run, 'job')).toEqual(['b']);
    expect(run.annotations[0]?.message).toContain('No such file or directory');
  });

  test('that takes too long fails', async () => {
    const run = await runSteps(
      `
- name: slow
  timeout-minutes: 0.01
  run: sleep 30
`,
      { grace: { interruptMs: 100, terminateMs: 100 } },
    );
    expect(run.conclusion).toBe('failure');
    expect(run.annotations[0]?.message).toBe("The action 'slow' has timed out after 0.01 minutes.");
  });

  test('leaves a summary, without secrets', async () => {
    const run = await runSteps(
      `
- name: page
  run: echo "## $KEY" >> "$GITHUB_STEP_SUMMARY"
  env: { KEY: "\${{ secrets.KEY }}" }
`,
      { secrets: { KEY: 'very-secret' } },
    );
    expect(run.summaries).toEqual([{ job: 'job', step: 'page', text: '## ***\n' }]);
  });
});

describe('a step', () => {
  test('runs when its condition holds', async () => {
    const run = await runSteps(`
- id: fails
  run: exit 1
- run: echo "> skipped"
- if: failure() && steps.fails.outcome == 'failure'
  run: echo "> on failure"
- if: always()
  env: { OWN: x }
  run: echo "> always"
- if: always() && env.OWN == 'x'
  env: { OWN: x }
  run: echo "> by its own variable"
- if: "!failure()"
  run: echo "> skipped, too"
`);
    expect(linesOf(run, 'job')).toEqual(['on failure', 'always', 'by its own variable']);
  });

  test('shows no secret, of several lines neither, and a job hands none on', async () => {
    const run = await runTiny(
      `
on: push
jobs:
  job:
    runs-on: ubuntu-latest
    outputs:
      open: \${{ steps.s.outputs.open }}
      closed: \${{ steps.s.outputs.closed }}
    steps:
      - id: s
        env: { KEY: "\${{ secrets.KEY }}" }
        run: |
          echo "> $KEY"
          echo "open=1" >> "$GITHUB_OUTPUT"
          echo "closed=\${KEY%%$'\\n'*}" >> "$GITHUB_OUTPUT"
`,
      { secrets: { KEY: 'first-line\nsecond-line' } },
    );
    expect(run.log).not.toMatch(/first-line|second-line/);
    expect(run.masked).toHaveLength(2);
    expect(run.jobs.job?.outputs).toEqual({ open: '1' });
    expect(run.annotations).toMatchObject([
      { level: 'warning', message: "Skip output 'closed' since it may contain secret." },
    ]);
    expect(run.confidential).toContain('first-line\nsecond-line');
  });

  test('fails when it uses a command that GitHub has given up', async () => {
    const run = await runSteps(`
- run: echo "::set-output name=a::b"
`);
    expect(run.conclusion).toBe('failure');
  });
});

/** Says its phase, its inputs and its state; keeps the phases before it. */
const phase = (name: string) => `
const fs = require('fs');
console.log('> ${name} [' + (process.env.STATE_before ?? '') + '] ' + process.env['INPUT_MY-NAME'] + ' ' + typeof process.env.ACTIONS_RUNTIME_TOKEN);
fs.appendFileSync(process.env.GITHUB_STATE, 'before=' + (process.env.STATE_before ?? '') + '${name} \\n');
fs.appendFileSync(process.env.GITHUB_OUTPUT, 'phase=${name}\\n');
`;

const javascriptAction = {
  '.github/actions/js/action.yml': `
name: js
description: A JavaScript action
inputs:
  my-name: { default: "\${{ github.repository }}" }
  other: {}
outputs:
  phase: { description: The last phase }
runs: { using: node24, main: main.js, post: post.js }
`,
  '.github/actions/js/main.js': phase('main'),
  '.github/actions/js/post.js': phase('post'),
};

const CHECKOUT = '- uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1';

describe('an action', () => {
  test('runs its phases with inputs, state and the runtime token; posts run last, in reverse', async () => {
    const run = await runSteps(
      `
${CHECKOUT}
- id: a
  uses: ./.github/actions/js
- uses: ./.github/actions/js
  with: { my-name: given }
- run: echo "> \${{ steps.a.outputs.phase }}"
`,
      { files: javascriptAction },
    );
    expect(linesOf(run, 'job')).toEqual([
      'main [] octo/models string',
      'main [] given string',
      'main',
      'post [main ] given string',
      'post [main ] octo/models string',
    ]);
    expect(run.annotations).toEqual([]);
  });

  test('warns of an input that it does not declare', async () => {
    const run = await runSteps(
      `
${CHECKOUT}
- uses: ./.github/actions/js
  with: { my-nmae: x }
`,
      { files: javascriptAction },
    );
    expect(run.annotations).toMatchObject([
      {
        level: 'warning',
        message: "Unexpected input(s) 'my-nmae', valid inputs are ['my-name', 'other']",
      },
    ]);
  });

  test('of another repository begins before the first step when it has a phase for it', async () => {
    await using folder = await makeWorkspace();
    const definition = javascriptAction['.github/actions/js/action.yml'];
    const phases = { 'pre.js': phase('pre'), 'main.js': phase('main'), 'post.js': phase('post') };
    const files = { ...phases, 'action.yml': definition.replace('main:', 'pre: pre.js, main:') };
    for (const [name, text] of Object.entries(files)) {
      await writeFile(join(folder.path, name), text);
    }
    const workflow = `
on: push
jobs:
  job:
    runs-on: ubuntu-latest
    steps: [{ run: 'echo "> first step"' }, { uses: octo/tool@v1 }]
`;
    await using platform = await startTiny(workflow, {
      remoteActions: { 'octo/tool': folder.path },
    });
    const trigger = await platform.push({ 'README.md': 'changed' });
    const run = await runWorkflow(platform, { workflow: 'tiny.yml', ...trigger });
    expect(linesOf(run, 'job')).toEqual([
      'pre [] octo/models string',
      'first step',
      'main [pre ] octo/models string',
      'post [pre main ] octo/models string',
    ]);
  });

  test('may be a list of steps, with inputs and outputs of its own and no secrets', async () => {
    const files = {
      ...javascriptAction,
      '.github/actions/list/action.yml': `
name: list
description: A composite action
inputs: { who: { default: nobody } }
outputs: { greeting: { description: What was said, value: "\${{ steps.say.outputs.said }}" } }
runs:
  using: composite
  steps:
    - id: say
      shell: bash
      run: |
        echo "said=hello \${{ inputs.who }}" >> "$GITHUB_OUTPUT"
        echo "> in $OUTER"
    - uses: ./.github/actions/js
      with: { my-name: inner }
`,
    };
    const run = await runSteps(
      `
${CHECKOUT}
- id: list
  env: { OUTER: outer }
  uses: ./.github/actions/list
  with: { who: world }
- run: echo "> \${{ steps.list.outputs.greeting }} [\${{ steps.say.outputs.said }}]"
`,
      { files },
    );
    expect(linesOf(run, 'job')).toEqual([
      'in outer',
      'main [] inner string',
      'hello world []',
      'post [main ] inner string',
    ]);
  });

  test('must be there', async () => {
    const local = await runSteps('- uses: ./nowhere');
    expect(local.annotations[0]?.message).toContain("Can't find 'action.yml'");
    const remote = await runSteps('- run: echo "> not reached"\n- uses: who/knows@v1');
    expect(remote.annotations[0]?.message).toContain('Unable to resolve action `who/knows@v1`');
    expect(linesOf(remote, 'job')).toEqual([]);
  });
});
