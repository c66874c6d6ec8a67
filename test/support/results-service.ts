import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
// The messages of the protocol as the toolkit's own generator wrote them; the packages do not export them.
import * as artifact from '../../node_modules/@actions/artifact/lib/generated/index.js';
import * as cache from '../../node_modules/@actions/cache/lib/generated/results/api/v1/cache.js';
import { BlobStore } from './blob-store.ts';
import { decode, encode, Refusal, sendJson } from './twirp.ts';

/** Protocol version of artifacts whose type is told at their creation. */
const ARTIFACT_VERSION = 7;

export interface ResultsOptions {
  /** Answers as GitHub does where the event gives a token that may only read caches, e.g. `pull_request_target`. */
  readonly denyCacheWrites?: boolean;
}

interface StoredArtifact {
  readonly id: number;
  readonly name: string;
  readonly job: string;
  readonly blob: string;
  finished: { size: number; sha256: string; at: Date } | null;
}

interface StoredCache {
  readonly id: number;
  readonly key: string;
  readonly version: string;
  readonly blob: string;
  finished: boolean;
}

export interface ResultsService extends AsyncDisposable {
  /** What the runner tells a step of the job `job` of the one workflow run that this service knows. */
  environment(job?: string): Readonly<Record<string, string>>;
  /** Names of the complete artifacts. */
  artifacts(): string[];
  /** Keys of the complete cache entries. */
  cacheKeys(): string[];
  /** Bytes of the archive of a cache entry. */
  readCache(key: string): Buffer;
  replaceCache(key: string, archive: Buffer): void;
  /** `Service/Method` or `METHOD /path` of every request, in order. */
  readonly requests: readonly string[];
  /** What was asked wrongly, and why it was refused; a right client leaves it empty. */
  readonly refusals: readonly string[];
}

/** Who asks: the claims of the token that the runner gave the job. */
interface Caller {
  readonly run: string;
  readonly job: string;
}

type Method = (body: unknown, caller: Caller) => unknown;

/**
 * A server on the loopback address that keeps artifacts (v4) and caches (v2) of one workflow run, as GitHub's results
 * service does. Strict: an unknown field, a wrong size, digest, signature or backend id is refused.
 */
export async function startResultsService(options: ResultsOptions = {}): Promise<ResultsService> {
  const requests: string[] = [];
  const refusals: string[] = [];
  const artifacts: StoredArtifact[] = [];
  const caches: StoredCache[] = [];
  const secret = randomBytes(32);
  const run = randomUUID();
  const blobs = new BlobStore((what) => refusals.push(what));
  let url = '';
  const methods = new Map<string, Method>([
    ...artifactMethods(artifacts, blobs, () => url),
    ...cacheMethods(caches, blobs, () => url, options),
  ]);

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      const { status, code, message } =
        error instanceof Refusal ? error : new Refusal(400, 'malformed', String(error));
      refusals.push(`${requests.at(-1)}: ${message}`);
      sendJson(response, status, { code, msg: message });
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const address = new URL(request.url ?? '/', url);
    const method = request.method ?? 'GET';
    if (address.pathname.startsWith('/blob/')) {
      const comp = address.searchParams.get('comp');
      requests.push(`${method} blob${comp === null ? '' : ` ${comp}`}`);
      blobs.answer({ method, url: address, headers: request.headers, body }, response);
      return;
    }
    const called = /^\/twirp\/github\.actions\.results\.api\.v1\.(\w+\/\w+)$/.exec(
      address.pathname,
    )?.[1];
    requests.push(called ?? `${method} ${address.pathname}`);
    const answer = methods.get(called ?? '');
    if (answer === undefined || method !== 'POST') {
      throw new Refusal(404, 'bad_route', `no method ${method} ${address.pathname}`);
    }
    const caller = authenticate(request.headers.authorization, secret);
    if (request.headers['content-type'] !== 'application/json') {
      throw new Refusal(415, 'malformed', 'not JSON');
    }
    sendJson(response, 200, answer(JSON.parse(body.toString()), caller));
  }

  const finishedCache = (key: string) => {
    const found = caches.find((entry) => entry.key === key && entry.finished);
    if (found === undefined) throw new Error(`no cache entry ${key}`);
    return found;
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    environment: (job = 'job') => ({
      ACTIONS_RUNTIME_TOKEN: signToken({ run, job }, secret),
      ACTIONS_RESULTS_URL: `${url}/`,
      ACTIONS_CACHE_SERVICE_V2: 'true',
    }),
    artifacts: () => artifacts.filter(({ finished }) => finished !== null).map(({ name }) => name),
    cacheKeys: () => caches.filter(({ finished }) => finished).map(({ key }) => key),
    readCache: (key) => blobs.read(finishedCache(key).blob) ?? Buffer.alloc(0),
    replaceCache: (key, archive) => blobs.replace(finishedCache(key).blob, archive),
    requests,
    refusals,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function artifactMethods(
  artifacts: StoredArtifact[],
  blobs: BlobStore,
  baseUrl: () => string,
): [string, Method][] {
  const find = (name: string, finished: boolean) => {
    const found = artifacts.find(
      (item) => item.name === name && (item.finished !== null) === finished,
    );
    if (found === undefined) throw new Refusal(404, 'not_found', `no artifact ${name}`);
    return found;
  };
  return [
    [
      'ArtifactService/CreateArtifact',
      (body, caller) => {
        const request = decode(artifact.CreateArtifactRequest, body);
        requireOwn(request, caller);
        const { name, version, mimeType } = request;
        if (version !== ARTIFACT_VERSION) {
          throw new Refusal(400, 'invalid_argument', `version ${version}`);
        }
        if (mimeType?.value !== 'application/zip') {
          throw new Refusal(400, 'invalid_argument', `type ${mimeType?.value}`);
        }
        if (artifacts.some((item) => item.name === name)) {
          throw new Refusal(409, 'already_exists', `the run has an artifact ${name} already`);
        }
        const blob = `artifacts/${randomUUID()}.zip`;
        artifacts.push({ id: nextIdentifier(), name, job: caller.job, blob, finished: null });
        return encode(artifact.CreateArtifactResponse, {
          ok: true,
          signedUploadUrl: baseUrl() + blobs.sign(blob, 'w'),
        });
      },
    ],
    [
      'ArtifactService/FinalizeArtifact',
      (body, caller) => {
        const request = decode(artifact.FinalizeArtifactRequest, body);
        requireOwn(request, caller);
        const item = find(request.name, false);
        const content = requireSize(blobs.read(item.blob), request.size);
        const sha256 = createHash('sha256').update(content).digest('hex');
        if (request.hash?.value !== `sha256:${sha256}`) {
          throw new Refusal(400, 'invalid_argument', `hash ${request.hash?.value}`);
        }
        item.finished = { size: content.length, sha256, at: new Date() };
        return encode(artifact.FinalizeArtifactResponse, {
          ok: true,
          artifactId: String(item.id),
        });
      },
    ],
    [
      'ArtifactService/ListArtifacts',
      (body, caller) => {
        const request = decode(artifact.ListArtifactsRequest, body);
        requireOwn(request, caller);
        const { nameFilter, idFilter } = request;
        const listed = artifacts.flatMap(({ id, name, job, finished }) =>
          finished === null ||
          (nameFilter !== undefined && nameFilter.value !== name) ||
          (idFilter !== undefined && idFilter.value !== String(id))
            ? []
            : [
                {
                  workflowRunBackendId: caller.run,
                  workflowJobRunBackendId: job,
                  databaseId: String(id),
                  name,
                  size: String(finished.size),
                  createdAt: artifact.Timestamp.fromDate(finished.at),
                  digest: { value: `sha256:${finished.sha256}` },
                },
              ],
        );
        return encode(artifact.ListArtifactsResponse, { artifacts: listed });
      },
    ],
    [
      'ArtifactService/GetSignedArtifactURL',
      (body, caller) => {
        const request = decode(artifact.GetSignedArtifactURLRequest, body);
        const item = find(request.name, true);
        requireOwn(request, { ...caller, job: item.job });
        return encode(artifact.GetSignedArtifactURLResponse, {
          signedUrl: baseUrl() + blobs.sign(item.blob, 'r', `${item.name}.zip`),
        });
      },
    ],
    [
      'ArtifactService/DeleteArtifact',
      (body, caller) => {
        const request = decode(artifact.DeleteArtifactRequest, body);
        const item = find(request.name, true);
        requireOwn(request, { ...caller, job: item.job });
        artifacts.splice(artifacts.indexOf(item), 1);
        return encode(artifact.DeleteArtifactResponse, { ok: true, artifactId: String(item.id) });
      },
    ],
  ];
}

function cacheMethods(
  caches: StoredCache[],
  blobs: BlobStore,
  baseUrl: () => string,
  { denyCacheWrites = false }: ResultsOptions,
): [string, Method][] {
  return [
    [
      'CacheService/CreateCacheEntry',
      (body) => {
        const { key, version } = decode(cache.CreateCacheEntryRequest, body);
        requireCacheName(key, version);
        if (denyCacheWrites) {
          const message = 'cache write denied: the token of this event may only read';
          return encode(cache.CreateCacheEntryResponse, { ok: false, message });
        }
        if (caches.some((entry) => entry.key === key && entry.version === version)) {
          throw new Refusal(409, 'already_exists', `the cache has an entry ${key} already`);
        }
        const blob = `caches/${randomUUID()}`;
        caches.push({ id: nextIdentifier(), key, version, blob, finished: false });
        return encode(cache.CreateCacheEntryResponse, {
          ok: true,
          signedUploadUrl: baseUrl() + blobs.sign(blob, 'w'),
        });
      },
    ],
    [
      'CacheService/FinalizeCacheEntryUpload',
      (body) => {
        const { key, version, sizeBytes } = decode(cache.FinalizeCacheEntryUploadRequest, body);
        const entry = caches.find(
          (item) => item.key === key && item.version === version && !item.finished,
        );
        if (entry === undefined) throw new Refusal(404, 'not_found', `no cache entry ${key}`);
        requireSize(blobs.read(entry.blob), sizeBytes);
        entry.finished = true;
        return encode(cache.FinalizeCacheEntryUploadResponse, {
          ok: true,
          entryId: String(entry.id),
        });
      },
    ],
    [
      'CacheService/GetCacheEntryDownloadURL',
      (body) => {
        const { key, version, restoreKeys } = decode(cache.GetCacheEntryDownloadURLRequest, body);
        requireCacheName(key, version);
        const known = caches
          .filter((entry) => entry.finished && entry.version === version)
          .toReversed();
        const hit =
          known.find((entry) => entry.key === key) ??
          [key, ...restoreKeys]
            .map((prefix) => known.find((entry) => entry.key.startsWith(prefix)))
            .find((entry) => entry !== undefined);
        if (hit === undefined) {
          return encode(cache.GetCacheEntryDownloadURLResponse, { ok: false });
        }
        return encode(cache.GetCacheEntryDownloadURLResponse, {
          ok: true,
          signedDownloadUrl: baseUrl() + blobs.sign(hit.blob, 'r'),
          matchedKey: hit.key,
        });
      },
    ],
  ];
}

let lastIdentifier = 1000;

function nextIdentifier(): number {
  lastIdentifier += 1;
  return lastIdentifier;
}

function requireOwn(
  ids: { readonly workflowRunBackendId: string; readonly workflowJobRunBackendId: string },
  { run, job }: Caller,
): void {
  if (ids.workflowRunBackendId === run && ids.workflowJobRunBackendId === job) return;
  throw new Refusal(403, 'permission_denied', 'the backend ids are not those of the token');
}

function requireSize(content: Buffer | null, told: string): Buffer {
  if (content === null) throw new Refusal(412, 'failed_precondition', 'nothing was uploaded');
  if (String(content.length) === told) return content;
  throw new Refusal(400, 'invalid_argument', `size ${told}, ${content.length} were uploaded`);
}

function requireCacheName(key: string, version: string): void {
  if (key === '' || key.length > 512 || key.includes(',')) {
    throw new Refusal(400, 'invalid_argument', `key ${key}`);
  }
  if (!/^[0-9a-f]{64}$/.test(version)) {
    throw new Refusal(400, 'invalid_argument', `version ${version}`);
  }
}

/** A JSON Web Token like the runner's: the backend ids stand in the scope `Actions.Results:<run>:<job>`. */
function signToken({ run, job }: Caller, secret: Buffer): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    scp: `Actions.GenericRead:00000000 Actions.Results:${run}:${job}`,
    exp: Math.floor(Date.now() / 1000) + 3600,
  };
  const signed = `${part({ typ: 'JWT', alg: 'HS256' })}.${part(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

function authenticate(header: string | undefined, secret: Buffer): Caller {
  const [, signed, claims, signature] =
    /^Bearer ([^.]+\.([^.]+))\.([^.]+)$/.exec(header ?? '') ?? [];
  if (signed === undefined || claims === undefined) {
    throw new Refusal(401, 'unauthenticated', 'no token');
  }
  if (createHmac('sha256', secret).update(signed).digest('base64url') !== signature) {
    throw new Refusal(401, 'unauthenticated', 'the token is not signed by this service');
  }
  const { scp, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
    scp: string;
    exp: number;
  };
  if (exp * 1000 < Date.now()) throw new Refusal(401, 'unauthenticated', 'the token is too old');
  const [, run, job] = /(?:^| )Actions\.Results:([^: ]+):([^: ]+)(?: |$)/.exec(scp) ?? [];
  if (run === undefined || job === undefined) {
    throw new Refusal(403, 'permission_denied', 'the token has no scope Actions.Results');
  }
  return { run, job };
}
