import { DefaultArtifactClient } from '@actions/artifact';
import * as core from '@actions/core';
import { findFiles } from './search.ts';

try {
  await upload();
} catch (error) {
  core.setFailed((error as Error).message);
}

async function upload(): Promise<void> {
  const name = core.getInput('name');
  const path = core.getInput('path', { required: true });
  const { files, root } = await findFiles(path, core.getBooleanInput('include-hidden-files'));
  if (files.length === 0) return none(path);
  const client = new DefaultArtifactClient();
  if (core.getBooleanInput('overwrite')) await deleteFormer(client, name);
  const retention = core.getInput('retention-days');
  const { id, digest } = await client.uploadArtifact(name, files, root, {
    compressionLevel: Number(core.getInput('compression-level')),
    ...(retention === '' ? {} : { retentionDays: Number(retention) }),
    ...(core.getBooleanInput('archive') ? {} : { skipArchive: true }),
  });
  core.info(`Artifact ${name} has been successfully uploaded! ${files.length} file(s), ID ${id}`);
  const {
    GITHUB_SERVER_URL: server,
    GITHUB_REPOSITORY: repository,
    GITHUB_RUN_ID: run,
  } = process.env;
  core.setOutput('artifact-id', id);
  core.setOutput('artifact-digest', digest);
  core.setOutput('artifact-url', `${server}/${repository}/actions/runs/${run}/artifacts/${id}`);
}

function none(path: string): void {
  const message = `No files were found with the provided path: ${path}. No artifacts will be uploaded.`;
  const then = core.getInput('if-no-files-found');
  if (then === 'error') core.setFailed(message);
  else if (then === 'warn') core.warning(message);
  else if (then === 'ignore') core.info(message);
  else throw new Error(`Unrecognized if-no-files-found input. Provided: ${then}`);
}

async function deleteFormer(client: DefaultArtifactClient, name: string): Promise<void> {
  try {
    await client.deleteArtifact(name);
  } catch (error) {
    core.info(`no artifact to overwrite: ${(error as Error).message}`);
  }
}
