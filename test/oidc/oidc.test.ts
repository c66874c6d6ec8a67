import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { getIDToken } from '@actions/core';
import { afterEach, expect, jest, test } from '@jest/globals';
import { type OidcJob, startOidc } from './index.ts';

const job: OidcJob = {
  repository: 'octo/models',
  ref: 'refs/heads/main',
  sha: 'a'.repeat(40),
  event: 'push',
  workflow: 'Deploy',
  workflowPath: '.github/workflows/deploy.yml',
  run: 70,
  permission: 'write',
};
const before = { ...process.env };

afterEach(() => {
  process.env = { ...before };
  jest.restoreAllMocks();
});

/** What the toolkit gets in a step of the job. */
async function ask(environment: Readonly<Record<string, string>>, audience?: string) {
  // The toolkit writes `::add-mask::` to the log.
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  Object.assign(process.env, environment);
  try {
    return await getIDToken(audience);
  } finally {
    jest.restoreAllMocks();
  }
}

/** As a relying party: by the issuer's own documents. */
async function check(token: string, issuer: string) {
  const [head = '', body = '', signature = ''] = token.split('.');
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
  const configuration = await fetch(`${issuer}/.well-known/openid-configuration`);
  const { jwks_uri, issuer: named } = (await configuration.json()) as Record<string, string>;
  const response = await fetch(jwks_uri ?? '');
  const { keys } = (await response.json()) as { keys: (JsonWebKey & { kid: string })[] };
  const key = keys.find(({ kid }) => kid === read(head).kid) ?? {};
  const isRight = verify(
    'RSA-SHA256',
    Buffer.from(`${head}.${body}`),
    createPublicKey({ key, format: 'jwk' }),
    Buffer.from(signature, 'base64url'),
  );
  return { isRight, named, claims: read(body) };
}

test('gives the toolkit a token that its own documents verify', async () => {
  await using oidc = await startOidc();
  const token = await ask(oidc.environment(job), 'sigstore');
  const { isRight, named, claims } = await check(token, oidc.url);
  expect(isRight).toBe(true);
  expect(named).toBe(oidc.url);
  expect(claims).toMatchObject({
    iss: oidc.url,
    aud: 'sigstore',
    sub: 'repo:octo/models:ref:refs/heads/main',
    repository: 'octo/models',
    ref: 'refs/heads/main',
    sha: job.sha,
    event_name: 'push',
    run_id: '70',
    workflow_ref: 'octo/models/.github/workflows/deploy.yml@refs/heads/main',
    job_workflow_ref: 'octo/models/.github/workflows/deploy.yml@refs/heads/main',
  });
  const now = Date.now() / 1_000;
  expect(claims.exp).toBeGreaterThan(now);
  expect(claims.exp).toBeLessThan(now + 600);
  expect(oidc.issued).toEqual([{ audience: 'sigstore', subject: claims.sub }]);
});

test('a token of another issuer does not verify', async () => {
  await using oidc = await startOidc();
  await using other = await startOidc();
  const token = await ask(other.environment(job));
  const [head, body, signature] = token.split('.');
  const kid = (
    (await (await fetch(`${oidc.url}/.well-known/jwks`)).json()) as { keys: { kid: string }[] }
  ).keys[0]?.kid;
  const named = { ...JSON.parse(Buffer.from(head ?? '', 'base64url').toString()), kid };
  const forged = [Buffer.from(JSON.stringify(named)).toString('base64url'), body, signature];
  expect((await check(forged.join('.'), oidc.url)).isRight).toBe(false);
});

test.each<[Partial<OidcJob>, string]>([
  [{ environment: 'production' }, 'repo:octo/models:environment:production'],
  [{ event: 'pull_request', ref: 'refs/pull/5/merge' }, 'repo:octo/models:pull_request'],
  [{ ref: 'refs/tags/v1' }, 'repo:octo/models:ref:refs/tags/v1'],
])('the subject of %j', async (change, subject) => {
  await using oidc = await startOidc();
  const { claims } = await check(await ask(oidc.environment({ ...job, ...change })), oidc.url);
  expect(claims.sub).toBe(subject);
  expect(claims.aud).toBe('https://github.com/octo');
});

test('a job without id-token: write learns nothing of the service', async () => {
  await using oidc = await startOidc();
  expect(oidc.environment({ ...job, permission: 'none' })).toEqual({});
});

test('refuses who brings no token of a job', async () => {
  await using oidc = await startOidc();
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '' } = oidc.environment(job);
  for (const headers of [{}, { authorization: 'Bearer wrong' }]) {
    expect((await fetch(`${url}&audience=a`, { headers })).status).toBe(401);
  }
  expect(oidc.issued).toEqual([]);
});
