import { createPublicKey, generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The job that asks for a token, as GitHub knows it. */
export interface OidcJob {
  /** `owner/name` */
  readonly repository: string;
  readonly ref: string;
  readonly sha: string;
  readonly event: string;
  /** Name and path of the workflow file of the run. */
  readonly workflow: string;
  readonly workflowPath: string;
  /** Of a reusable workflow that holds the job: `owner/name/path@ref`; default: the run's own. */
  readonly jobWorkflow?: string;
  readonly environment?: string;
  readonly run: number;
  readonly runNumber?: number;
  readonly actor?: string;
  readonly private?: boolean;
  /** The job's permission `id-token`. Without `write` the runner tells the job nothing of the service. */
  readonly permission: 'write' | 'none';
}

export interface Oidc extends AsyncDisposable {
  /** The issuer; GitHub's is https://token.actions.githubusercontent.com. */
  readonly url: string;
  /** What the runner tells the steps of a job; empty for a job that may not ask. */
  environment(job: OidcJob): Readonly<Record<string, string>>;
  /** Audiences and subjects of the tokens that were given out, in order. */
  readonly issued: readonly { readonly audience: string; readonly subject: string }[];
}

const KEY_BITS = 2_048;
/** In seconds, as GitHub's. */
const LIFETIME = 300;

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/** GitHub's OIDC provider on the loopback address: tokens of jobs, and the documents to verify them by. */
export async function startOidc(): Promise<Oidc> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: KEY_BITS });
  const kid = randomUUID();
  const jobs = new Map<string, OidcJob>();
  const issued: { audience: string; subject: string }[] = [];
  let url = '';

  const server = createServer((request, response) => {
    const { status, body } = answer(request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });

  function answer(request: IncomingMessage): Reply {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    if (request.method !== 'GET') return { status: 405, body: { message: 'Method Not Allowed' } };
    switch (pathname) {
      case '/.well-known/openid-configuration':
        return { status: 200, body: describeIssuer(url) };
      case '/.well-known/jwks': {
        const jwk = createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })).export({
          format: 'jwk',
        });
        return { status: 200, body: { keys: [{ ...jwk, kid, alg: 'RS256', use: 'sig' }] } };
      }
      case '/idtoken': {
        const bearer = /^bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
        const job = jobs.get(bearer);
        if (job === undefined) return { status: 401, body: { message: 'Unauthorized' } };
        const owner = job.repository.split('/')[0];
        const audience = searchParams.get('audience') ?? `https://github.com/${owner}`;
        const claims = claimsOf(job, url, audience);
        issued.push({ audience, subject: claims.sub });
        const head = encode({ typ: 'JWT', alg: 'RS256', kid });
        const signed = `${head}.${encode(claims)}`;
        const signature = sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url');
        return { status: 200, body: { value: `${signed}.${signature}` } };
      }
      default:
        return { status: 404, body: { message: 'Not Found' } };
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    issued,
    environment: (job) => {
      if (job.permission !== 'write') return {};
      const token = randomBytes(32).toString('base64url');
      jobs.set(token, job);
      return {
        // The toolkit appends `&audience=…`.
        ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/idtoken?api-version=2.0`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: token,
      };
    },
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function claimsOf(job: OidcJob, issuer: string, audience: string) {
  const { repository, ref, sha, event, environment } = job;
  const now = Math.floor(Date.now() / 1_000);
  const workflowRef = `${repository}/${job.workflowPath}@${ref}`;
  return {
    jti: randomUUID(),
    iss: issuer,
    aud: audience,
    sub: `repo:${repository}:${subjectOf(job)}`,
    iat: now,
    nbf: now - LIFETIME,
    exp: now + LIFETIME,
    ref,
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    sha,
    repository,
    repository_owner: repository.split('/')[0],
    repository_visibility: job.private === true ? 'private' : 'public',
    event_name: event,
    workflow: job.workflow,
    workflow_ref: workflowRef,
    workflow_sha: sha,
    job_workflow_ref: job.jobWorkflow ?? workflowRef,
    job_workflow_sha: sha,
    ...(environment === undefined ? {} : { environment }),
    run_id: String(job.run),
    run_number: String(job.runNumber ?? 1),
    run_attempt: '1',
    actor: job.actor ?? 'octo',
    runner_environment: 'github-hosted',
  };
}

/** An environment says more than the event, and a pull request's token must never pass for a branch's. */
function subjectOf({ environment, event, ref }: OidcJob): string {
  if (environment !== undefined) return `environment:${environment.replaceAll(':', '%3A')}`;
  return event === 'pull_request' ? 'pull_request' : `ref:${ref}`;
}

function describeIssuer(url: string) {
  return {
    issuer: url,
    jwks_uri: `${url}/.well-known/jwks`,
    subject_types_supported: ['public', 'pairwise'],
    response_types_supported: ['id_token'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid'],
  };
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
