import { matchesGlob, resolve } from 'node:path';
import { type Artifact, DefaultArtifactClient, type FindOptions } from '@actions/artifact';
import * as core from '@actions/core';

try {
  await download();
} catch (error) {
  core.setFailed(`Unable to download artifact(s): ${(error as Error).message}`);
}

async function download(): Promise<void> {
  const client = new DefaultArtifactClient();
  const where = otherRun();
  const folder = resolve(process.env.GITHUB_WORKSPACE ?? '', core.getInput('path'));
  const name = core.getInput('name');
  const artifacts = await find(client, where);
  const flat = name !== '' || core.getBooleanInput('merge-multiple');
  for (const artifact of artifacts) {
    const { digestMismatch = false } = await client.downloadArtifact(artifact.id, {
      ...where,
      path: flat ? folder : resolve(folder, artifact.name),
      ...(artifact.digest === undefined ? {} : { expectedHash: artifact.digest }),
      ...(core.getBooleanInput('skip-decompress') ? { skipDecompress: true } : {}),
    });
    if (digestMismatch) mismatch(artifact.name);
  }
  core.info(`Total of ${artifacts.length} artifact(s) downloaded`);
  core.setOutput('download-path', folder);
}

/** With a token the REST API is asked, which knows the artifacts of other runs, too. */
function otherRun(): FindOptions {
  const token = core.getInput('github-token');
  if (token === '') return {};
  const [repositoryOwner = '', repositoryName = ''] = core.getInput('repository').split('/');
  const workflowRunId = Number(core.getInput('run-id'));
  return { findBy: { token, workflowRunId, repositoryOwner, repositoryName } };
}

async function find(client: DefaultArtifactClient, where: FindOptions): Promise<Artifact[]> {
  const name = core.getInput('name');
  const ids = core.getInput('artifact-ids');
  if (name !== '' && ids !== '') {
    throw new Error(`Inputs 'name' and 'artifact-ids' cannot be used together.`);
  }
  if (name !== '') return [(await client.getArtifact(name, where)).artifact];
  const { artifacts } = await client.listArtifacts({ ...where, latest: true });
  if (ids !== '') {
    const wanted = ids.split(',').map((id) => Number(id.trim()));
    const found = artifacts.filter(({ id }) => wanted.includes(id));
    if (found.length === 0) throw new Error('None of the provided artifact IDs were found');
    return found;
  }
  const pattern = core.getInput('pattern');
  return artifacts.filter((artifact) => pattern === '' || matchesGlob(artifact.name, pattern));
}

function mismatch(name: string): void {
  const message = `Artifact ${name}: the digest is not the one that was recorded at its upload`;
  const then = core.getInput('digest-mismatch');
  if (then === 'error') throw new Error(message);
  if (then === 'warn') core.warning(message);
  else core.info(message);
}
