import { createPublicKey, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Platform, Trigger, WorkflowOptions } from './index.ts';
import { runWorkflow } from './index.ts';
import { linesOf, startTiny } from './tiny.ts';

const CHECKOUT = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1';
const UPLOAD = 'actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a';
const DOWNLOAD = 'actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c';
const PYTHON = 'actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97';
const ATTEST = 'actions/attest@1e69f48acb82d1966a394da916b4c1698aa569d6';
const APP_TOKEN = 'actions/create-github-app-token@bcd2ba49218906704ab6c1aa796996da409d3eb1';

/** One job with these permissions and steps, on every event that the tests use. */
const jobOf = (permissions: string, steps: string) => `
name: tiny
on:
  push:
  pull_request:
  workflow_run: { workflows: [tiny] }
jobs:
  job:
    runs-on: ubuntu-latest
    permissions: ${permissions}
    steps:
${steps.trim().replaceAll(/^/gm, '      ')}
`;

const run = (platform: Platform, trigger: Trigger, options: Partial<WorkflowOptions> = {}) =>
  runWorkflow(platform, { workflow: 'tiny.yml', ...trigger, ...options });

describe('checkout', () => {
  const look = `
- uses: ${CHECKOUT}
- run: |
    echo "> $(cat file.txt 2>/dev/null) $(git rev-parse HEAD) $(git rev-list --count HEAD) $(git symbolic-ref --short -q HEAD)"
`;

  test('brings the commit of a push, on its branch, without history', async () => {
    await using platform = await startTiny(jobOf('{ contents: read }', look));
    const trigger = await platform.push({ 'file.txt': 'pushed' }, 'topic');
    const result = await run(platform, trigger);
    expect(linesOf(result, 'job')).toEqual([`pushed ${trigger.sha} 1 topic`]);
  });

  test('brings the merge of a pull request, of a fork, too', async () => {
    await using platform = await startTiny(jobOf('{ contents: read }', look));
    const trigger = await platform.pullRequest({ files: { 'file.txt': 'proposed' }, fork: true });
    const result = await run(platform, trigger);
    expect(linesOf(result, 'job')).toEqual([`proposed ${trigger.sha} 1 `]);
  });

  test('keeps credentials for git until the job ends, or not at all', async () => {
    const push = `
- run: |
    git config user.name a && git config user.email a@example.com
    git commit --quiet --allow-empty --message x
    git push --quiet origin HEAD:refs/heads/by-job 2>&1 | sed 's/^/> /'
    echo "> $(ls "$RUNNER_TEMP" | grep -c git-credentials) $(git config --list --local | grep -c x-access)"
`;
    const result = async (input: string) => {
      const steps = `- uses: ${CHECKOUT}\n  with: { persist-credentials: ${input} }${push}`;
      await using platform = await startTiny(jobOf('{ contents: write }', steps));
      const done = await run(platform, await platform.push({ 'file.txt': 'x' }));
      const folder = done.jobs.job?.legs[0]?.folder ?? '';
      const configuration = await readFile(join(folder, 'workspace/.git/config'), 'utf8');
      const pushed = await platform.git.branch('by-job');
      return { lines: linesOf(done, 'job'), pushed: pushed !== null, configuration };
    };
    const kept = await result('true');
    expect(kept).toMatchObject({ lines: ['1 0'], pushed: true });
    expect(kept.configuration).not.toContain('includeIf');
    const without = await result('false');
    expect(without.pushed).toBe(false);
    expect(without.lines.at(-1)).toBe('0 0');
    expect(without.configuration).not.toContain('includeIf');
  });

  test('is refused in a private repository when the token may not read it', async () => {
    const steps = `- uses: ${CHECKOUT}`;
    const start = (permissions: string) => startTiny(jobOf(permissions, steps), { private: true });
    await using closed = await start('{ issues: read }');
    const refused = await run(closed, await closed.push({ 'file.txt': 'x' }));
    expect(refused.conclusion).toBe('failure');
    await using open = await start('{ contents: read }');
    const allowed = await run(open, await open.push({ 'file.txt': 'x' }));
    expect(allowed.conclusion).toBe('success');
  });

  test('refuses the code of a fork in workflow_run, unless told to take it', async () => {
    const steps = (more: string) => `
- uses: ${CHECKOUT}
  if: github.event_name == 'workflow_run'
  with: { ref: "\${{ github.event.workflow_run.head_sha }}" ${more} }
`;
    const conclude = async (more: string) => {
      await using platform = await startTiny(jobOf('{ contents: read }', steps(more)));
      const options = { files: { 'file.txt': 'hostile' }, fork: true };
      const first = await run(platform, await platform.pullRequest(options));
      expect(first.conclusion).toBe('success');
      return await run(platform, await platform.workflowRun(first));
    };
    const refused = await conclude('');
    expect(refused.conclusion).toBe('failure');
    expect(refused.annotations[0]?.message).toContain('Refusing to check out fork');
    expect((await conclude(', allow-unsafe-pr-checkout: true')).conclusion).toBe('success');
  });

  test('takes a name, a folder and the whole history', async () => {
    const steps = `
- uses: ${CHECKOUT}
  with: { ref: topic, path: other/place, fetch-depth: 0 }
- working-directory: other/place
  run: echo "> $(cat file.txt) $(git rev-list --count HEAD) $(git branch --remotes | wc -l)"
`;
    await using platform = await startTiny(jobOf('{ contents: read }', steps));
    await platform.push({ 'file.txt': 'topic' }, 'topic');
    const result = await run(platform, await platform.push({ 'file.txt': 'main' }));
    expect(linesOf(result, 'job')).toEqual(['topic 2 2']);
  });
});

describe('artifacts', () => {
  test('take what a pattern finds, hidden files only when asked, and give it back', async () => {
    const steps = `
- run: mkdir -p out/sub .hidden && echo a > out/a.txt && echo b > out/sub/b.txt && echo c > .hidden/c
- uses: ${UPLOAD}
  with: { name: plain, path: out }
- uses: ${UPLOAD}
  with: { name: hidden, path: .hidden, include-hidden-files: true }
- uses: ${UPLOAD}
  with: { name: none, path: .hidden, if-no-files-found: ignore }
- uses: ${DOWNLOAD}
  with: { name: plain, path: back }
- uses: ${DOWNLOAD}
  with: { path: all }
- uses: ${DOWNLOAD}
  with: { path: merged, merge-multiple: true, pattern: "*" }
- run: find back all merged -type f | sort | sed 's/^/> /'
`;
    await using platform = await startTiny(jobOf('{}', steps));
    const result = await run(platform, await platform.push({ 'file.txt': 'x' }));
    expect(result.annotations).toEqual([]);
    expect(linesOf(result, 'job')).toEqual([
      'all/hidden/c',
      'all/plain/a.txt',
      'all/plain/sub/b.txt',
      'back/a.txt',
      'back/sub/b.txt',
      'merged/a.txt',
      'merged/c',
      'merged/sub/b.txt',
    ]);
    expect(platform.results.refusals).toEqual([]);
  });

  test('come from another run by the REST API, to a token that may read actions', async () => {
    const steps = `
- if: github.event_name == 'push'
  run: echo "of the first run" > file
- if: github.event_name == 'push'
  uses: ${UPLOAD}
  with: { name: model, path: file }
- if: github.event_name == 'workflow_run'
  uses: ${DOWNLOAD}
  with:
    name: model
    run-id: \${{ github.event.workflow_run.id }}
    github-token: \${{ github.token }}
- if: github.event_name == 'workflow_run'
  run: echo "> $(cat file)"
`;
    const second = async (permissions: string) => {
      await using platform = await startTiny(jobOf(permissions, steps), { private: true });
      const first = await run(platform, await platform.push({ 'file.txt': 'x' }));
      const result = await run(platform, await platform.workflowRun(first));
      expect(platform.api.violations).toEqual([]);
      return result;
    };
    expect(linesOf(await second('{ actions: read }'), 'job')).toEqual(['of the first run']);
    const refused = await second('{ contents: read }');
    expect(refused.annotations[0]?.message).toContain('Resource not accessible by integration');
  });
});

describe('attest', () => {
  const steps = (more = '') => `
- run: |
    echo model > model.tflite && sha256sum model.tflite > subjects.txt
    echo '{"made":"here"}' > predicate.json
- id: attest
  uses: ${ATTEST}
  with:
    subject-checksums: subjects.txt
    predicate-type: https://example.com/made/v1
    predicate-path: predicate.json
${more}
- run: echo "> \${{ steps.attest.outputs.attestation-url }}"
`;

  test('stores a signed statement about the files, proving who it is', async () => {
    const permissions = '{ id-token: write, attestations: write }';
    await using platform = await startTiny(jobOf(permissions, steps()));
    const result = await run(platform, await platform.push({ 'file.txt': 'x' }));
    expect(result.annotations).toEqual([]);
    const [stored] = platform.api.state.attestations;
    if (stored === undefined) throw new Error('nothing was stored');
    expect(linesOf(result, 'job')).toEqual([
      `https://github.com/octo/models/attestations/${stored.id}`,
    ]);
    expect(stored.subjects).toEqual([
      // sha256sum of "model\n"
      'sha256:98ad61a25e3683b6adf2474b01bbe1c27de6aad2ce3a80ff4140fe473c14e691',
    ]);
    expect(stored.predicateType).toBe('https://example.com/made/v1');
    const { dsseEnvelope, verificationMaterial } = stored.bundle as {
      dsseEnvelope: { payload: string; payloadType: string; signatures: { sig: string }[] };
      verificationMaterial: { publicKey: { hint: string } };
    };
    const payload = Buffer.from(dsseEnvelope.payload, 'base64');
    const { payloadType, signatures } = dsseEnvelope;
    const signed = `DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} ${payload}`;
    const key = createPublicKey({
      key: Buffer.from(verificationMaterial.publicKey.hint, 'base64'),
      type: 'spki',
      format: 'der',
    });
    const signature = Buffer.from(signatures[0]?.sig ?? '', 'base64');
    expect(verify('sha256', Buffer.from(signed), key, signature)).toBe(true);
    expect(platform.oidc.issued).toEqual([
      { audience: 'sigstore', subject: 'repo:octo/models:ref:refs/heads/main' },
    ]);
  });

  test.each([
    ['{ attestations: write }', '', 'missing "id-token" permission'],
    ['{ id-token: write }', '', 'Resource not accessible by integration'],
    [
      '{ id-token: write, attestations: write }',
      '    subject-path: model.tflite',
      'One of subject-path, subject-digest, or subject-checksums',
    ],
    [
      '{ id-token: write, attestations: write }',
      '    predicate: "{}"',
      'One of predicate-path or predicate',
    ],
  ])('fails with %s and "%s"', async (permissions, more, message) => {
    await using platform = await startTiny(jobOf(permissions, steps(more)));
    const result = await run(platform, await platform.push({ 'file.txt': 'x' }));
    expect(result.conclusion).toBe('failure');
    expect(result.annotations[0]?.message).toContain(message);
    expect(platform.api.state.attestations).toEqual([]);
  });
});

test('create-github-app-token gives a token with fewer rights, masked, and revokes it', async () => {
  const steps = `
- id: app
  uses: ${APP_TOKEN}
  with:
    client-id: \${{ vars.APP }}
    private-key: \${{ secrets.KEY }}
    permission-issues: write
- env: { TOKEN: "\${{ steps.app.outputs.token }}" }
  run: |
    post() {
      curl --silent --output /dev/null --write-out '> %{http_code}\\n' --header "Authorization: token $TOKEN" \\
        --data "$2" "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/$1"
    }
    post issues '{"title":"from the app"}'
    post pulls '{"title":"x","head":"y","base":"main"}'
    echo "> $TOKEN"
`;
  await using platform = await startTiny(jobOf('{}', steps));
  const app = platform.api.addApp('retrainer', { issues: 'write', 'pull-requests': 'write' });
  const result = await run(platform, await platform.push({ 'file.txt': 'x' }), {
    vars: { APP: String(app.id) },
    secrets: { KEY: app.privateKey },
  });
  expect(linesOf(result, 'job')).toEqual(['201', '403', '***']);
  expect(platform.api.state.issues.map(({ user }) => user.login)).toEqual(['retrainer[bot]']);
  expect(result.annotations).toEqual([]);
  expect(platform.api.violations).toEqual([]);
});

test('setup-python puts a Python first on PATH', async () => {
  const steps = `
- id: python
  uses: ${PYTHON}
  with: { python-version: "3.13" }
- run: |
    test "$(which python)" = "\${{ steps.python.outputs.python-path }}"
    python -c 'import platform; print(">", platform.python_version() == "\${{ steps.python.outputs.python-version }}")'
`;
  await using platform = await startTiny(jobOf('{}', steps));
  const result = await run(platform, await platform.push({ 'file.txt': 'x' }));
  expect(linesOf(result, 'job')).toEqual(['True']);
});
