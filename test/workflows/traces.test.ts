import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { call as request } from '../results-service/client.ts';
import { type Platform, runWorkflow } from '../workflow-runner/index.ts';
import { startTiny } from '../workflow-runner/tiny.ts';
import { findSecrets } from './traces.ts';

const UPLOAD = 'actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a';

const tiny = (steps: string) => `
name: tiny
on: push
jobs:
  job:
    runs-on: ubuntu-latest
    permissions: { contents: write, pull-requests: write, issues: write }
    env: { TOKEN: '\${{ github.token }}' }
    steps:
${steps.trim().replaceAll(/^/gm, '      ')}
`;

const call = (method: string, path: string, data: string) =>
  `- run: |
    curl --fail --silent --output /dev/null -X ${method} -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/${path}" -d ${data}`;

/** A step for each way in which a token may come where others can read it, and where it is found. */
const LEAKS = {
  'the log': ['- run: echo "it is $TOKEN"', /: it is \*\*\*$/],
  'a summary': ['- run: echo "$TOKEN" >> "$GITHUB_STEP_SUMMARY"', /: summary$/],
  'a file of the workspace': ['- run: mkdir -p a && echo "$TOKEN" > a/b.txt', /a\/b\.txt$/],
  'an artifact': [
    `- run: mkdir -p out && printf %s "$TOKEN" > out/it.txt\n- uses: ${UPLOAD}\n  with: { name: it, path: out }`,
    /^artifact it: it\.txt$/,
  ],
  'an issue': [call('POST', 'issues', `'{"title":"x","body":"'"$TOKEN"'"}'`), /^issues$/],
  'a comment': [
    `${call('POST', 'issues', `'{"title":"x"}'`)}\n${call('POST', 'issues/1/comments', `'{"body":"'"$TOKEN"'"}'`)}`,
    /^comments$/,
  ],
  'a git object that no branch names': [
    call('POST', 'git/blobs', `'{"content":"'"$TOKEN"'"}'`),
    /^git$/,
  ],
} as const;

test.each(Object.entries(LEAKS))(
  'a token that leaks into %s is found',
  async (_, [step, place]) => {
    await using platform = await startTiny(tiny(step));
    const trigger = await platform.push({ 'README.md': 'x' });
    const run = await runWorkflow(platform, { workflow: 'tiny.yml', ...trigger, runner: 'own' });
    if (run.conclusion !== 'success') throw new Error(run.log);
    const found = await findSecrets(platform, [run]);
    expect(found.filter((at) => place.test(at))).not.toEqual([]);
  },
);

test('a token that leaks into the file of a release or a cache entry is found', async () => {
  await using platform = await startTiny(tiny(call('POST', 'releases', `'{"tag_name":"v1"}'`)));
  const trigger = await platform.push({ 'README.md': 'x' });
  const run = await runWorkflow(platform, { workflow: 'tiny.yml', ...trigger, runner: 'own' });
  expect([run.conclusion, await findSecrets(platform, [run])]).toEqual(['success', []]);

  const [secret = ''] = run.confidential;
  const [release] = platform.api.state.releases;
  if (release === undefined) throw new Error('there is no release');
  release.assets.push({
    id: 1,
    name: 'it.txt',
    label: null,
    createdAt: release.createdAt,
    contentType: 'text/plain',
    bytes: Buffer.from(secret),
    digest: '',
    uploader: release.author,
  });
  await saveCache(platform, run.id, gzipSync(`before ${secret} after`));
  expect(await findSecrets(platform, [run])).toEqual(['release v1: it.txt', 'cache leak']);
});

async function saveCache({ results }: Platform, run: number, archive: Buffer): Promise<void> {
  const entry = { key: 'leak', version: 'a'.repeat(64) };
  const { body } = await request(results, 'CacheService/CreateCacheEntry', entry, { run });
  await fetch(String(body.signed_upload_url), {
    method: 'PUT',
    headers: { 'x-ms-version': '2025-05-05', 'x-ms-blob-type': 'BlockBlob' },
    body: new Uint8Array(archive),
  });
  const sized = { ...entry, size_bytes: String(archive.length) };
  await request(results, 'CacheService/FinalizeCacheEntryUpload', sized, { run });
}
