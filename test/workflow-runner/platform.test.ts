import { expect, test } from '@jest/globals';
import { runWorkflow, startPlatform } from './index.ts';

test('a job checks the repository out and validates its data', async () => {
  await using platform = await startPlatform({
    example: 'examples/penguins',
    files: {
      '.github/workflows/validate.yml': `
on: push
permissions: {}
jobs:
  data:
    runs-on: ubuntu-latest
    permissions:
      contents: read
    outputs:
      verdict: \${{ steps.data.outputs.verdict }}
      examples: \${{ steps.data.outputs.examples }}
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - id: data
        uses: OWNER/mlops-actions/actions/validate-data@v1
      - uses: actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1
        with:
          name: data
          path: .mlops
          include-hidden-files: true
`,
    },
  });
  const run = await runWorkflow(platform, {
    workflow: 'validate.yml',
    ...(await platform.push({ 'README.md': 'changed' })),
  });
  expect(run.conclusion).toBe('success');
  expect(run.jobs.data?.outputs).toEqual({ verdict: 'pass', examples: '344' });
});
