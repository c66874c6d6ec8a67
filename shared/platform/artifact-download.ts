import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { HttpClient } from '@actions/http-client';
import { UserError } from '../errors/index.ts';
import { formatBytes } from '../report/index.ts';
import type { GitHubClient } from './github-client.ts';
import type { RunArtifact } from './ports.ts';
import { ArchiveRefused } from './zip-archive.ts';

/** An archive is in memory as a whole; and once more while its parts are joined. */
const MOST_ARCHIVE_BYTES = 256 * 1024 * 1024;
/** A signed address is good for a minute, so each attempt asks for a new one. Pauses in milliseconds. */
const PAUSES = [1_000, 4_000];
/** Without a byte for this long the connection counts as cut; in milliseconds. */
const SILENCE = 30_000;

/**
 * The zip archive of an artifact. GitHub's API answers with a signed address at its storage, which is asked without the
 * token. Throws `ArchiveRefused` for one that is too large or has another digest than GitHub names.
 */
export async function downloadArchive(
  client: GitHubClient,
  artifact: RunArtifact,
): Promise<Uint8Array> {
  refuseSize(artifact.bytes);
  for (let attempt = 0; ; attempt++) {
    const address = await signedAddress(client, artifact);
    try {
      const archive = await fetchBounded(address);
      verifyDigest(archive, artifact);
      return archive;
    } catch (cause) {
      if (!(cause instanceof CutDownload)) throw cause;
      const wait = PAUSES[attempt];
      if (wait === undefined) {
        throw new UserError(
          {
            what: `The artifact "${artifact.name}" can't be downloaded (${cause.message})`,
            remedy: 'Run the job again; if it fails again, look at the status of GitHub',
          },
          { cause },
        );
      }
      await pause(wait);
    }
  }
}

/** A failure that another attempt may not have. Its message holds no address: a signed one is a secret. */
class CutDownload extends Error {}

async function signedAddress({ octokit, place }: GitHubClient, { id }: RunArtifact): Promise<URL> {
  const response = await octokit.rest.actions.downloadArtifact({
    ...place,
    artifact_id: id,
    archive_format: 'zip',
    // Followed here and not by the client, which would read all of the answer, however long.
    request: { redirect: 'manual' },
  });
  const { location } = response.headers;
  if (location === undefined || !URL.canParse(location)) {
    throw new CutDownload('GitHub named no address for it');
  }
  const address = new URL(location);
  const { protocol } = new URL(octokit.request.endpoint.DEFAULTS.baseUrl);
  if (address.protocol === 'https:' || address.protocol === protocol) return address;
  throw new CutDownload('its address is not encrypted');
}

async function fetchBounded(address: URL): Promise<Uint8Array> {
  const client = new HttpClient('mlops-actions', [], {
    allowRedirects: false,
    socketTimeout: SILENCE,
  });
  try {
    const { message } = await client.get(address.href).catch(() => {
      throw new CutDownload('the storage of artifacts did not answer');
    });
    const { statusCode = 0 } = message;
    if (statusCode !== 200) {
      message.destroy();
      throw new CutDownload(`the storage of artifacts answered ${statusCode}`);
    }
    return await readBounded(message);
  } finally {
    client.dispose();
  }
}

async function readBounded(message: IncomingMessage): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    message.setTimeout(SILENCE, () => message.destroy());
    for await (const part of message as AsyncIterable<Buffer>) {
      bytes += part.byteLength;
      refuseSize(bytes);
      parts.push(part);
    }
  } catch (cause) {
    if (cause instanceof ArchiveRefused) throw cause;
    throw new CutDownload(`the connection was cut after ${formatBytes(bytes)}`, { cause });
  }
  return Buffer.concat(parts);
}

function refuseSize(bytes: number): void {
  if (bytes <= MOST_ARCHIVE_BYTES) return;
  throw new ArchiveRefused(
    `it has ${formatBytes(bytes)} or more, and at most ${formatBytes(MOST_ARCHIVE_BYTES)} are read`,
  );
}

function verifyDigest(archive: Uint8Array, { digest }: RunArtifact): void {
  if (digest === undefined) return;
  const found = `sha256:${createHash('sha256').update(archive).digest('hex')}`;
  if (found === digest.toLowerCase()) return;
  throw new ArchiveRefused('its digest is another one than GitHub names');
}
