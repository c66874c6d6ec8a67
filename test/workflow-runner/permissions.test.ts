import { describe, expect, test } from '@jest/globals';
import { runWorkflow } from './index.ts';
import { linesOf, startTiny } from './tiny.ts';

/** Tries to open an issue, looks for the OIDC provider and for a secret. */
const script = `
curl --silent --output /dev/null --write-out '> issue %{http_code}\\n' --header "Authorization: token $TOKEN" \\
  --data '{"title":"x"}' "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/issues"
echo "> oidc \${ACTIONS_ID_TOKEN_REQUEST_URL:+yes}"
echo "> secret \${KEY:+yes}"
`;

const job = (permissions: string) => `
    runs-on: ubuntu-latest
    ${permissions}
    steps:
      - env: { TOKEN: "\${{ github.token }}", KEY: "\${{ secrets.KEY }}" }
        run: |
${script.trim().replaceAll(/^/gm, '          ')}
`;

const jobs = `
on: [push, pull_request]
permissions: { issues: write, id-token: write }
jobs:
  inherits:${job('')}
  own:${job('permissions: { contents: read }')}
  none:${job('permissions: {}')}
`;

describe('the token of a job', () => {
  test('may do what the job says, else what the workflow says', async () => {
    await using platform = await startTiny(jobs);
    const run = await runWorkflow(platform, {
      workflow: 'tiny.yml',
      ...(await platform.push({ 'file.txt': 'x' })),
      secrets: { KEY: 'hush-hush' },
    });
    expect(linesOf(run, 'inherits')).toEqual(['issue 201', 'oidc yes', 'secret yes']);
    expect(linesOf(run, 'own')).toEqual(['issue 403', 'oidc ', 'secret yes']);
    expect(linesOf(run, 'none')).toEqual(['issue 403', 'oidc ', 'secret yes']);
  });

  test('may read contents and packages when the workflow says nothing', async () => {
    await using platform = await startTiny(jobs.replace(/permissions: \{ issues.*\n/, ''));
    const run = await runWorkflow(platform, {
      workflow: 'tiny.yml',
      ...(await platform.push({ 'file.txt': 'x' })),
    });
    expect(linesOf(run, 'inherits')[0]).toBe('issue 403');
    const granted = Object.entries(run.jobs.inherits?.legs[0]?.permissions ?? {});
    expect(granted.filter(([, access]) => access !== 'none')).toEqual([
      ['contents', 'read'],
      ['packages', 'read'],
    ]);
  });

  test('can only read in a pull request of a fork, which gets no secrets either', async () => {
    await using platform = await startTiny(jobs);
    const attempt = async (fork: boolean) => {
      const branch = fork ? 'foreign' : 'own';
      const files = { [`${branch}.txt`]: 'x' };
      const run = await runWorkflow(platform, {
        workflow: 'tiny.yml',
        ...(await platform.pullRequest({ files, branch, fork })),
        secrets: { KEY: 'hush-hush' },
      });
      return linesOf(run, 'inherits');
    };
    expect(await attempt(true)).toEqual(['issue 403', 'oidc ', 'secret ']);
    expect(await attempt(false)).toEqual(['issue 201', 'oidc yes', 'secret yes']);
  });
});
