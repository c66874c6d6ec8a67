import { sign } from 'node:crypto';
import * as core from '@actions/core';
import { callApi } from './api.ts';

/** GitHub takes ten minutes at most; a minute's difference of the clocks is allowed for. */
const LIFETIME_SECONDS = 9 * 60;
const CLOCK_SECONDS = 60;

try {
  await createToken();
} catch (error) {
  core.setFailed((error as Error).message);
}

async function createToken(): Promise<void> {
  for (const name of ['owner', 'repositories', 'enterprise']) {
    if (core.getInput(name) !== '') throw new Error(`the stand-in for app tokens has no ${name}`);
  }
  const issuer = core.getInput('client-id') || core.getInput('app-id');
  if (issuer === '') throw new Error('The client-id input must be set to a non-empty string.');
  const bearer = `bearer ${makeJwt(issuer, core.getInput('private-key', { required: true }))}`;
  const api = core.getInput('github-api-url');
  const repository = process.env.GITHUB_REPOSITORY ?? '';
  const installation = await callApi('GET', `${api}/repos/${repository}/installation`, bearer);
  const permissions = readPermissions();
  const { token } = await callApi(
    'POST',
    `${api}/app/installations/${installation.id}/access_tokens`,
    bearer,
    {
      repositories: [repository.split('/')[1]],
      ...(Object.keys(permissions).length === 0 ? {} : { permissions }),
    },
  );
  core.setSecret(String(token));
  core.setOutput('token', token);
  core.setOutput('installation-id', installation.id);
  core.setOutput('app-slug', installation.app_slug);
  if (!core.getBooleanInput('skip-token-revoke')) core.saveState('token', token);
}

function makeJwt(issuer: string, privateKey: string): string {
  const now = Math.floor(Date.now() / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { iat: now - CLOCK_SECONDS, exp: now + LIFETIME_SECONDS, iss: issuer };
  const signed = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`;
  // A secret may hold the line breaks of the key as \n.
  const signature = sign('RSA-SHA256', Buffer.from(signed), privateKey.replaceAll('\\n', '\n'));
  return `${signed}.${signature.toString('base64url')}`;
}

/** `permission-pull-requests: write` is `pull_requests: write` to the API. */
function readPermissions(): Record<string, string> {
  const prefix = 'INPUT_PERMISSION-';
  return Object.fromEntries(
    Object.entries(process.env)
      .filter(([name, value]) => name.startsWith(prefix) && value !== '')
      .map(([name, value]) => [
        name.slice(prefix.length).toLowerCase().replaceAll('-', '_'),
        value ?? '',
      ]),
  );
}
