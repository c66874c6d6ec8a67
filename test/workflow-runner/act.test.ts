import { describe, expect, test } from '@jest/globals';
import { findAct } from '../../scripts/act.mjs';
import { runWorkflow, startPlatform } from './index.ts';
import { resultsOf } from './tiny.ts';

const workflow = `
name: both
on: push
permissions: {}
jobs:
  data:
    runs-on: ubuntu-latest
    permissions: { contents: read }
    outputs:
      verdict: \${{ steps.data.outputs.verdict }}
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with: { persist-credentials: false }
      - id: data
        uses: OWNER/mlops-actions/actions/validate-data@v1
        with: { artifact-name: data }
  skipped:
    if: github.ref == 'refs/heads/other'
    runs-on: ubuntu-latest
    steps: [{ run: "exit 1" }]
  read:
    needs: data
    strategy: { matrix: { part: [1, 2] } }
    runs-on: ubuntu-latest
    outputs: { lines: "\${{ steps.count.outputs.lines }}" }
    steps:
      - uses: actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1
        with: { name: data, path: there }
      - id: count
        run: |
          test \${{ needs.data.outputs.verdict }} = pass
          test "$KEY" = hush-hush
          echo "the secret is $KEY"
          echo "::warning file=a.csv,line=\${{ matrix.part }}::part \${{ matrix.part }}"
          echo "# Part \${{ matrix.part }}" >> "$GITHUB_STEP_SUMMARY"
          echo "lines=$(ls there | grep -c statistics.json)" >> "$GITHUB_OUTPUT"
        env: { KEY: "\${{ secrets.KEY }}" }
  called:
    needs: data
    permissions: { contents: read }
    uses: ./.github/workflows/called.yml
    with: { who: world }
  fails:
    needs: called
    environment: { name: production, deployment: false }
    runs-on: ubuntu-latest
    steps: [{ run: "test \${{ needs.called.outputs.greeting }} = nothing" }]
`;

const called = `
on:
  workflow_call:
    inputs: { who: { type: string, required: true } }
    outputs: { greeting: { value: "\${{ jobs.greet.outputs.greeting }}" } }
permissions: {}
jobs:
  greet:
    runs-on: ubuntu-latest
    outputs: { greeting: "\${{ steps.greet.outputs.greeting }}" }
    steps:
      - id: greet
        run: echo "greeting=hello-\${{ inputs.who }}" >> "$GITHUB_OUTPUT"
`;

const runners = [['own', true] as const, ['act', findAct() !== null] as const];

describe.each(runners)('the runner "%s"', (runner, there) => {
  // act is installed by scripts/act.mjs where Go is to be had.
  (there ? test : test.skip)('runs jobs, matrices, actions and reusable workflows', async () => {
    await using platform = await startPlatform({
      example: 'examples/penguins',
      files: { '.github/workflows/both.yml': workflow, '.github/workflows/called.yml': called },
    });
    const run = await runWorkflow(platform, {
      workflow: 'both.yml',
      runner,
      ...(await platform.push({ 'README.md': 'changed' })),
      secrets: { KEY: 'hush-hush' },
    });
    expect(resultsOf(run)).toEqual({
      data: 'success',
      skipped: 'skipped',
      read: 'success',
      called: 'success',
      fails: 'failure',
    });
    expect(run.conclusion).toBe('failure');
    expect(run.jobs.data?.outputs).toEqual({ verdict: 'pass' });
    expect(run.jobs.read?.outputs).toEqual({ lines: '1' });
    expect(run.jobs.called?.outputs).toEqual({ greeting: 'hello-world' });
    expect(run.jobs.read?.legs.map(({ result }) => result)).toEqual(['success', 'success']);
    expect(run.jobs.fails?.environment).toBe('production');
    expect(run.jobs.data?.legs[0]?.permissions).toMatchObject({ contents: 'read' });
    expect(run.log).toContain('the secret is ***');
    expect(run.log).not.toContain('hush-hush');
    const warnings = run.annotations.filter(({ level }) => level === 'warning');
    expect(warnings.map(({ message }) => message).sort()).toEqual(['part 1', 'part 2']);
    const pages = run.summaries.map(({ text }) => text.trim());
    expect(pages).toEqual(expect.arrayContaining(['# Part 1', '# Part 2']));
    expect(pages).toHaveLength(3);
    expect(platform.results.artifactsOf(run.id).map(({ name }) => name)).toEqual(['data']);
    expect(platform.api.violations).toEqual([]);
    expect(platform.results.refusals).toEqual([]);
  });
});
