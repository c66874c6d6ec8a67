import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { workflowFiles } from './documents.ts';
import { NEEDED_PERMISSIONS } from './needed-permissions.ts';
import { checkPolicy, differentPins } from './policy.ts';

const read = (path: string) => readFileSync(path, 'utf8');

describe('the policy for workflows holds in', () => {
  test.each(workflowFiles())('%s', (path) => {
    const needed = NEEDED_PERMISSIONS[path];
    if (needed === undefined) throw new Error(`${path} is missing in needed-permissions.ts`);
    expect(checkPolicy(path, read(path), needed)).toEqual([]);
  });

  test('all files, which pin one version of each action', () => {
    expect(differentPins(workflowFiles().map(read))).toEqual([]);
    expect(differentPins(['1', '2'].map((digit) => `uses: a/b@${digit.repeat(40)}`))).toHaveLength(
      1,
    );
  });
});

describe('the policy refuses', () => {
  const sha = '0123456789abcdef0123456789abcdef01234567';
  const good = `name: example
on:
  push:
permissions: {}
concurrency: example
jobs:
  one:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: read # check the repository out
    steps:
      - uses: actions/checkout@${sha} # v5.0.0
        with:
          persist-credentials: false
      - run: echo "$NAME"
        env:
          NAME: \${{ github.head_ref }}
`;
  const problemsOf = (text: string) => checkPolicy('w.yml', text, { contents: 'read' });

  test('nothing of a workflow that keeps it', () => {
    expect(problemsOf(good)).toEqual([]);
  });

  test.each([
    ['pull_request_target', '  push:', '  pull_request_target:', 3],
    ['rights for all jobs', 'permissions: {}', 'permissions: { contents: read }', 4],
    ['rights left out', 'permissions: {}\n', '', 1],
    [
      'every right',
      '    permissions:\n      contents: read # check the repository out',
      '    permissions: write-all',
      10,
    ],
    ['a right that is not needed', 'contents: read #', 'contents: write #', 11],
    ['an unknown right', 'contents: read #', 'packages: read #', 11],
    ['a right without a reason', 'read # check the repository out', 'read', 11],
    ['no concurrency', 'concurrency: example\n', '', 1],
    ['no time limit', '    timeout-minutes: 5\n', '', 7],
    ['a tag for an action', `@${sha}`, '@v5', 13],
    ['a commit without its version', ' # v5.0.0', '', 13],
    ['a token in the checkout', 'persist-credentials: false', 'fetch-depth: 0', 13],
    ['a token in the checkout without a reason', 'credentials: false', 'credentials: true', 13],
    ['a branch name in a script', '"$NAME"', `"\${{ github.head_ref }}"`, 16],
    ['a title in a script', '"$NAME"', `"\${{ github.event.pull_request.title }}"`, 16],
    ['an input in a script', '"$NAME"', `"\${{ inputs.name }}"`, 16],
  ])('%s', (_, before, after, line) => {
    const changed = good.replace(before, after);
    expect(changed).not.toBe(good);
    const [problem, ...others] = problemsOf(changed);
    expect(problem).toMatch(new RegExp(`^w\\.yml:${line}: `));
    expect(others).toEqual([]);
  });

  test('not a token in the checkout with a reason', () => {
    const reason = 'credentials: true # the tag is pushed below';
    expect(problemsOf(good.replace('credentials: false', reason))).toEqual([]);
  });
});
