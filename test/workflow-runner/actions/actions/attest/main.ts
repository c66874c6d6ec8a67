import { appendFileSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as core from '@actions/core';
import { makeBundle } from './envelope.ts';
import { readSubjects, type Subject } from './subjects.ts';

/** GitHub's limit. */
const MAXIMUM_PREDICATE_BYTES = 16 * 1024 * 1024;

try {
  await attest();
} catch (error) {
  core.setFailed((error as Error).message);
}

async function attest(): Promise<void> {
  for (const name of ['sbom-path', 'subject-version']) {
    if (core.getInput(name) !== '') throw new Error(`the stand-in for attest has no ${name}`);
  }
  if (core.getBooleanInput('push-to-registry')) throw new Error('the stand-in has no registry');
  const subjects = await readSubjects({
    path: core.getInput('subject-path'),
    digest: core.getInput('subject-digest'),
    name: core.getInput('subject-name'),
    checksums: core.getInput('subject-checksums'),
  });
  const predicateType = core.getInput('predicate-type');
  if (predicateType === '') throw new Error('the stand-in for attest has no provenance of its own');
  const predicate = readPredicate();
  if (process.env.ACTIONS_ID_TOKEN_REQUEST_URL === undefined) {
    throw new Error(
      'missing "id-token" permission. Please add "permissions: id-token: write" to your workflow.',
    );
  }
  // Proves who runs here; the signing service would turn it into a certificate.
  await core.getIDToken('sigstore');
  const bundle = makeBundle(subjects, predicateType, predicate);
  const id = await store(bundle);
  keep(bundle, id, subjects, predicateType);
}

function readPredicate(): unknown {
  const text = core.getInput('predicate');
  const path = core.getInput('predicate-path');
  if ((text === '') === (path === '')) {
    throw new Error('One of predicate-path or predicate must be provided');
  }
  const size = path === '' ? Buffer.byteLength(text) : statSync(path).size;
  if (size > MAXIMUM_PREDICATE_BYTES) {
    throw new Error(`predicate exceeds maximum allowed size: ${MAXIMUM_PREDICATE_BYTES} bytes`);
  }
  return JSON.parse(path === '' ? text : readFileSync(path, 'utf8'));
}

async function store(bundle: object): Promise<string> {
  const { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository } = process.env;
  const response = await fetch(`${api}/repos/${repository}/attestations`, {
    method: 'POST',
    headers: {
      authorization: `token ${core.getInput('github-token')}`,
      accept: 'application/vnd.github+json',
      'content-type': 'application/json',
      'user-agent': 'actions/attest stand-in',
    },
    body: JSON.stringify({ bundle }),
  });
  const answer = (await response.json()) as { id?: number; message?: string };
  if (!response.ok) throw new Error(`Failed to persist attestation: ${answer.message}`);
  return String(answer.id);
}

function keep(
  bundle: object,
  id: string,
  subjects: readonly Subject[],
  predicateType: string,
): void {
  const temp = process.env.RUNNER_TEMP ?? '';
  const path = join(mkdtempSync(join(temp, 'attestation-')), 'attestation.json');
  writeFileSync(path, `${JSON.stringify(bundle)}\n`);
  appendFileSync(join(temp, 'created_attestation_paths.txt'), `${path}\n`);
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env;
  const url = `${server}/${repository}/attestations/${id}`;
  core.info(`Attestation of ${subjects.length} subject(s), ${predicateType}: ${url}`);
  core.setOutput('bundle-path', path);
  core.setOutput('attestation-id', id);
  core.setOutput('attestation-url', url);
}
