import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RestArtifact } from '../github-api/index.ts';
import { artifactMethods } from './artifact-service.ts';
import {
  ArtifactStore,
  type ArtifactView,
  type GivenArtifact,
  RETENTION_DAYS,
} from './artifact-store.ts';
import { BlobStore } from './blob-store.ts';
import { CacheStore, type CacheView, cacheMethods } from './cache-service.ts';
import { answerByFault, cutResponse, FaultList, type Faults, readBody } from './faults.ts';
import { authenticate, signToken } from './job-token.ts';
import { Refusal, sendJson } from './twirp.ts';
import {
  backendIds,
  type CacheAccess,
  type RunDescription,
  type WorkflowRun,
  WorkflowRuns,
} from './workflow-runs.ts';
import { readZip } from './zip.ts';

/** The run of a test that needs no other; `run-bundle.ts` gives steps this number, too. */
const ONLY_RUN = 1234;
const REPOSITORY_ID = 1;
/** How long GitHub's REST API lets an artifact be downloaded from the address that it redirects to. */
const REST_DOWNLOAD_MS = 60_000;

export interface ResultsOptions {
  readonly repositoryId?: number;
  readonly defaultBranch?: string;
  /** What every job may do with caches, whatever its event; without it the event decides. */
  readonly cacheAccess?: CacheAccess;
}

export interface ResultsService extends AsyncDisposable {
  readonly url: string;
  /** Makes a run known, or describes it anew: what started it, and from which commit, branch and repository. */
  addRun(description?: RunDescription): WorkflowRun;
  /** What the runner tells a step of this job of this run; a run that is not known yet is a push to the default branch. */
  environment(where?: { run?: number; job?: string }): Readonly<Record<string, string>>;

  /** Complete artifacts of a run, oldest first. */
  artifactsOf(run?: number): ArtifactView[];
  /** Puts an artifact there as if a job had uploaded it; its id. */
  putArtifact(artifact: GivenArtifact): number;
  /** Files of an artifact by path. */
  readArtifact(name: string, run?: number): Map<string, Buffer>;
  readArchive(name: string, run?: number): Buffer;
  /** Another archive behind the same record; with `recorded: false` size and digest stay those of the upload. */
  replaceArchive(
    name: string,
    archive: Buffer,
    options?: { run?: number; recorded?: boolean },
  ): void;
  expireArtifact(name: string, run?: number): void;

  /** Complete cache entries, oldest first. */
  caches(): CacheView[];
  readCache(key: string): Buffer;
  replaceCache(key: string, archive: Buffer): void;

  /** For the REST API: complete artifacts of all runs, newest first. */
  restArtifacts(): RestArtifact[];
  /** For the REST API: address of the archive on this service, good for a minute; throws when it is gone or expired. */
  signedDownload(artifactId: number): string;
  /** For the REST API; false when there is no such artifact. */
  deleteArtifact(artifactId: number): boolean;

  readonly faults: Faults;
  /** `Service/Method`, `METHOD blob [part]` or `METHOD /path` of every request, in order. */
  readonly requests: readonly string[];
  /** What was asked wrongly, and why it was refused; a right client leaves it empty. Injected faults are no refusals. */
  readonly refusals: readonly string[];
}

/**
 * A server on the loopback address that keeps the artifacts (v4) and caches (v2) of a repository's workflow runs, as
 * GitHub's results service and the blob store behind it do. Strict: an unknown field, a wrong size, digest, signature or
 * backend id is refused.
 */
export async function startResultsService(options: ResultsOptions = {}): Promise<ResultsService> {
  const { repositoryId = REPOSITORY_ID, defaultBranch = 'main', cacheAccess } = options;
  const requests: string[] = [];
  const refusals: string[] = [];
  const secret = randomBytes(32);
  const jobNames = new Map<string, string>();
  const faults = new FaultList();
  const runs = new WorkflowRuns({ id: repositoryId, defaultBranch }, cacheAccess);
  const blobs = new BlobStore((what) => refusals.push(what));
  const artifacts = new ArtifactStore(blobs, runs);
  const caches = new CacheStore(blobs);
  const methods = {
    ...artifactMethods({ artifacts, runs, blobs, jobName: (id) => jobNames.get(id) ?? id }),
    ...cacheMethods(caches, blobs),
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.destroyed) return; // the client has gone
      const { status, code, message } =
        error instanceof Refusal ? error : new Refusal(400, 'malformed', String(error));
      refusals.push(`${requests.at(-1)}: ${message}`);
      sendJson(response, status, { code, msg: message });
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', blobs.origin);
    const method = request.method ?? 'GET';
    const name = nameOf(method, url);
    requests.push(name);
    const fault = faults.take(name);
    const body = await readBody(request, fault);
    if (body === null || (await answerByFault(fault, response))) return;
    if (fault?.kind === 'cut-response') cutResponse(response, fault.bytes ?? 0);
    if (url.pathname.startsWith('/blob/')) {
      blobs.answer({ method, url, headers: request.headers, body }, response);
      return;
    }
    const call = methods[name];
    if (call === undefined) throw new Refusal(404, 'bad_route', `no method ${name}`);
    const caller = authenticate(request.headers.authorization, secret);
    if (request.headers['content-type'] !== 'application/json') {
      throw new Refusal(415, 'malformed', 'not JSON');
    }
    const answer = call(JSON.parse(body.toString()), caller);
    sendJson(response, 200, fault?.kind === 'wrong-signature' ? spoilSignature(answer) : answer);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  blobs.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: blobs.origin,
    addRun: (description) => runs.add(description),
    environment: ({ run = ONLY_RUN, job = 'job' } = {}) => {
      const ids = backendIds(run, job);
      jobNames.set(ids.job, job);
      return {
        ACTIONS_RUNTIME_TOKEN: signToken(
          { ...ids, caches: runs.cacheScopes(runs.get(run)) },
          secret,
        ),
        ACTIONS_RESULTS_URL: `${blobs.origin}/`,
        ACTIONS_CACHE_SERVICE_V2: 'true',
        GITHUB_RETENTION_DAYS: String(RETENTION_DAYS),
        GITHUB_RUN_ID: String(run),
      };
    },
    artifactsOf: (run = ONLY_RUN) => artifacts.view(run),
    putArtifact: (artifact) => artifacts.put(artifact),
    readArtifact: (name, run = ONLY_RUN) => readZip(readArchive(name, run)),
    readArchive: (name, run = ONLY_RUN) => readArchive(name, run),
    replaceArchive: (name, archive, { run = ONLY_RUN, recorded = true } = {}) =>
      artifacts.replace(artifacts.named(run, name), archive, recorded),
    expireArtifact: (name, run = ONLY_RUN) => artifacts.expire(artifacts.named(run, name)),
    caches: () => caches.view(),
    readCache: (key) => blobs.read(caches.blobOf(key)) ?? Buffer.alloc(0),
    replaceCache: (key, archive) => blobs.write(caches.blobOf(key), archive),
    restArtifacts: () => artifacts.rest(),
    signedDownload: (artifactId) => {
      const item = artifacts.byId(artifactId);
      if (item === undefined || blobs.read(item.blob) === null) {
        throw new Error(`no artifact ${artifactId} to download`);
      }
      return blobs.sign(item.blob, 'r', `${item.name}.zip`, REST_DOWNLOAD_MS);
    },
    deleteArtifact: (artifactId) => {
      const item = artifacts.byId(artifactId);
      if (item !== undefined) artifacts.remove(item);
      return item !== undefined;
    },
    faults,
    requests,
    refusals,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };

  function readArchive(name: string, run: number): Buffer {
    const content = blobs.read(artifacts.named(run, name).blob);
    if (content === null) throw new Error(`the artifact ${name} has expired`);
    return content;
  }
}

/** What a request is called in `requests` and by faults. */
function nameOf(method: string, { pathname, searchParams }: URL): string {
  if (pathname.startsWith('/blob/')) {
    const part = searchParams.get('comp');
    return `${method} blob${part === null ? '' : ` ${part}`}`;
  }
  const called = /^\/twirp\/github\.actions\.results\.api\.v1\.(\w+\/\w+)$/.exec(pathname)?.[1];
  return called === undefined || method !== 'POST' ? `${method} ${pathname}` : called;
}

function spoilSignature(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer).replace(/([?&]sig=)[^&"]+/g, '$1forged'));
}
