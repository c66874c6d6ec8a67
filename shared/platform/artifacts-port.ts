import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Artifact, ArtifactClient } from '@actions/artifact';
import { UserError } from '../errors/index.ts';
import { formatBytes } from '../report/index.ts';
import type { ArtifactsPort, FilesPort, LogPort } from './ports.ts';
import { ArchiveRefused, readWholeZip } from './zip-archive.ts';

/** Of the archive and of its files. A model of the most parameters has 512 MiB, and its exports come beside it. */
const MOST_BYTES = 2 * 1024 ** 3;

/** Between the name of an artifact and the random name of the copy that stands in for it while it is replaced. */
const KEPT = '.kept-';

/**
 * Artifacts of this run.
 *
 * An artifact can't be changed: to replace it is to delete it and to upload another one of its name. The toolkit's way
 * loses everything when the upload fails, and a name whose upload was begun and not finished is lost to the run for good
 * (409). So what shall stand there is first uploaded in full under a name that nothing else has, and only then is the old
 * one deleted; that copy goes when the new one is complete. At every moment one complete artifact of the run has all
 * files: a job that finds none of the name takes the newest copy. This sends the files twice, which are small beside
 * what a training costs.
 *
 * `temporary`: the folder for an archive on its way. The toolkit's clients are large: they are loaded when a step uses them.
 */
export function artifactsPort(files: FilesPort, log: LogPort, temporary = tmpdir()): ArtifactsPort {
  return {
    upload: async (name, root, paths) => {
      const client = await openClient();
      const send = async (as: string) => {
        await client.uploadArtifact(
          as,
          paths.map((path) => files.absolute(path)),
          files.absolute(root),
        );
      };
      const lasting = `All results are still in ${root}`;
      const earlier = await listOf(client, name).catch((cause: unknown) => {
        throw uploadFailure(name, lasting, cause);
      });
      const copy = `${name}${KEPT}${randomBytes(6).toString('hex')}`;
      if (earlier.current !== undefined) {
        await replace(client, name, copy, send, lasting);
      } else {
        try {
          await send(name);
        } catch (cause) {
          if (!isTaken(cause)) throw uploadFailure(name, lasting, cause);
          await send(copy).catch((second: unknown) => {
            throw uploadFailure(name, lasting, second);
          });
          log.warning(standsIn(name, copy));
          return;
        }
      }
      for (const { name: old } of earlier.copies) await discard(client, old, log);
    },
    download: async (name) => {
      try {
        const client = await openClient();
        const { current, copies } = await listOf(client, name);
        const found = current ?? copies[0];
        if (found === undefined) return null;
        if (current === undefined) {
          log.warning(
            `A job failed to replace "${name}": its files are taken from "${found.name}"`,
          );
        }
        return await fetchFiles(client, found, temporary);
      } catch (cause) {
        throw downloadFailure(name, cause);
      }
    },
  };

  async function replace(
    client: ArtifactClient,
    name: string,
    copy: string,
    send: (as: string) => Promise<void>,
    lasting: string,
  ): Promise<void> {
    await send(copy).catch((cause: unknown) => {
      throw uploadFailure(name, `${lasting}; what earlier jobs left is still in "${name}"`, cause);
    });
    try {
      await client.deleteArtifact(name);
      await send(name);
    } catch (cause) {
      if (!isTaken(cause)) {
        throw uploadFailure(name, `${lasting}, and in the artifact "${copy}"`, cause);
      }
      log.warning(standsIn(name, copy));
      return;
    }
    await discard(client, copy, log);
  }
}

async function openClient(): Promise<ArtifactClient> {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  return new DefaultArtifactClient();
}

interface FoundArtifacts {
  readonly current: Artifact | undefined;
  /** Newest first. */
  readonly copies: readonly Artifact[];
}

async function listOf(client: ArtifactClient, name: string): Promise<FoundArtifacts> {
  const { artifacts } = await client.listArtifacts({ latest: true });
  return {
    current: artifacts.find((artifact) => artifact.name === name),
    copies: artifacts
      .filter((artifact) => artifact.name.startsWith(`${name}${KEPT}`))
      .sort((a, b) => b.id - a.id),
  };
}

/** A copy that stays is in nobody's way. */
async function discard(client: ArtifactClient, name: string, log: LogPort): Promise<void> {
  await client.deleteArtifact(name).catch((cause: unknown) => {
    log.debug(`The artifact "${name}" was not deleted: ${(cause as Error).message}`);
  });
}

/**
 * The toolkit only brings the archive: its own way to expand it joins names of entries to the folder as they are
 * (`../` leads out of it) and has no limit.
 */
async function fetchFiles(
  client: ArtifactClient,
  { id, size, digest }: Artifact,
  temporary: string,
): Promise<Map<string, Uint8Array>> {
  if (size > MOST_BYTES) {
    throw new ArchiveRefused(
      `it has ${formatBytes(size)}, and at most ${formatBytes(MOST_BYTES)} are read`,
    );
  }
  const folder = await mkdtemp(join(temporary, 'mlops-artifact-'));
  try {
    const { digestMismatch } = await client.downloadArtifact(id, {
      path: folder,
      skipDecompress: true,
      ...(digest === undefined ? {} : { expectedHash: digest }),
    });
    if (digestMismatch === true) {
      throw new ArchiveRefused('its digest is another one than GitHub names');
    }
    // The storage chooses the name of the file.
    const [archive] = await readdir(folder);
    if (archive === undefined) throw new Error('nothing has been downloaded');
    return await readWholeZip(join(folder, archive), MOST_BYTES);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether another artifact of the run has the name, or an upload that was never finished. */
function isTaken(cause: unknown): boolean {
  return /\(409\)/.test((cause as Error).message);
}

function standsIn(name: string, copy: string): string {
  return `The name "${name}" is lost to this run: an upload of it was cut off, or another job uploads it at this moment. The files are in the artifact "${copy}", where later jobs of this run find them; for other runs, start a new run`;
}

function uploadFailure(name: string, lasting: string, cause: unknown): UserError {
  return new UserError(
    {
      what: `The artifact "${name}" can't be uploaded (${(cause as Error).message}). ${lasting}`,
      remedy:
        'Check the artifact quota and the status of GitHub, then run the job again; a step with "if: always()" can save the folder',
    },
    { cause },
  );
}

function downloadFailure(name: string, cause: unknown): unknown {
  if (cause instanceof UserError) return cause;
  if (cause instanceof ArchiveRefused) {
    return new UserError(
      {
        what: `The artifact "${name}" is not read: ${cause.message}`,
        remedy: 'Another job or action of this run has made it: give "artifact-name" another name',
      },
      { cause },
    );
  }
  return new UserError(
    {
      what: `The artifact "${name}" can't be downloaded (${(cause as Error).message})`,
      remedy: 'Check the name and the status of GitHub; then run the job again',
    },
    { cause },
  );
}
