import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitStore } from '../github-api/git-store.ts';

export interface Access {
  /** `owner/name` */
  readonly repository: string;
  readonly write: boolean;
  /** null: the request came without one. */
  readonly token: string | null;
}

/** An answer of 401 makes git ask for a name and password, or come again with the ones it has. */
export type Decision =
  | { readonly allowed: true; readonly user: string }
  | { readonly allowed: false; readonly status: 401 | 403 | 404; readonly message: string };

export interface GitServerOptions {
  /** Holds bare repositories as `OWNER/NAME.git`. */
  readonly root: string;
  readonly authorize: (access: Access) => Decision;
  /** Names of branches that a push can't change. */
  readonly protectedBranches?: (repository: string) => Iterable<string>;
  /** Called for each ref that a push has changed, before git gets its answer; null: deleted. */
  readonly pushed?: (
    push: Access & { readonly ref: string; readonly sha: string | null },
  ) => Promise<void>;
}

export interface GitServer extends AsyncDisposable {
  /** What stands for `https://github.com`: the server of `GITHUB_SERVER_URL`. */
  readonly url: string;
  /** `METHOD /path` of every request, in order. */
  readonly requests: readonly string[];
}

/** Refuses the push as GitHub's branch rules do. */
const PRE_RECEIVE = `#!/bin/sh
while read -r old new ref; do
  for protected in $MLOPS_PROTECTED_REFS; do
    if [ "$ref" = "$protected" ]; then
      echo "error: GH013: Repository rule violations found for $ref." >&2
      echo "- Changes must be made through a pull request." >&2
      exit 1
    fi
  done
done
`;

/** git over HTTP on the loopback address, by git's own `http-backend`, with a token as the password. */
export async function startGitServer(options: GitServerOptions): Promise<GitServer> {
  const hooks = await mkdtemp(join(tmpdir(), 'mlops-git-hooks-'));
  await writeFile(join(hooks, 'pre-receive'), PRE_RECEIVE, { mode: 0o755 });
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    serve(options, hooks, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    [Symbol.asyncDispose]: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await rm(hooks, { recursive: true, force: true });
    },
  };
}

async function serve(
  options: GitServerOptions,
  hooks: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const address = new URL(request.url ?? '/', 'http://git');
  const match =
    /^\/([\w.-]+\/[\w.-]+?)(?:\.git)?(\/(?:info\/refs|git-(?:upload|receive)-pack))$/.exec(
      address.pathname,
    );
  if (match === null) return void response.writeHead(404).end('Not Found');
  const [, repository = '', service = ''] = match;
  const isPush =
    service === '/git-receive-pack' || address.searchParams.get('service') === 'git-receive-pack';
  const access = { repository, write: isPush, token: readToken(request.headers.authorization) };
  const decision = options.authorize(access);
  if (!decision.allowed) {
    const challenge = decision.status === 401 ? { 'www-authenticate': 'Basic realm="GitHub"' } : {};
    return void response.writeHead(decision.status, challenge).end(`${decision.message}\n`);
  }
  const store = new GitStore(join(options.root, `${repository}.git`));
  const before = service === '/git-receive-pack' ? await listRefs(store) : null;
  const protectedRefs = [...(options.protectedBranches?.(repository) ?? [])];
  const answer = await runBackend(request, {
    GIT_PROJECT_ROOT: options.root,
    GIT_HTTP_EXPORT_ALL: '1',
    REMOTE_USER: decision.user,
    PATH_INFO: `/${repository}.git${service}`,
    QUERY_STRING: address.search.slice(1),
    MLOPS_PROTECTED_REFS: protectedRefs.map((branch) => `refs/heads/${branch}`).join(' '),
    ...configuration({ 'core.hooksPath': hooks, 'receive.hideRefs': 'refs/pull' }),
  });
  if (before !== null) {
    for (const [ref, sha] of changes(before, await listRefs(store))) {
      await options.pushed?.({ ...access, ref, sha });
    }
  }
  send(response, answer);
}

/** As `actions/checkout` and git's own credentials send it: `basic base64(x-access-token:TOKEN)`. */
function readToken(header: string | undefined): string | null {
  const encoded = /^basic (\S+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString();
  return /^x-access-token:(.*)$/s.exec(text)?.[1] ?? '';
}

function configuration(values: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(values);
  return Object.fromEntries([
    ['GIT_CONFIG_COUNT', String(entries.length)],
    ...entries.flatMap(([key, value], index) => [
      [`GIT_CONFIG_KEY_${index}`, key],
      [`GIT_CONFIG_VALUE_${index}`, value],
    ]),
  ]);
}

function runBackend(request: IncomingMessage, env: Record<string, string>): Promise<Buffer> {
  const { headers } = request;
  const child = spawn('git', ['http-backend'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: devNull,
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
      ...(headers['content-length'] === undefined
        ? {}
        : { CONTENT_LENGTH: headers['content-length'] }),
      ...env,
    },
  });
  // git may have said all it has to say before it has read everything.
  child.stdin.on('error', () => {});
  request.pipe(child.stdin);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', () => resolve(Buffer.concat(chunks)));
  });
}

/** The answer of a CGI program: headers, `Status` among them, an empty line, the body. */
function send(response: ServerResponse, answer: Buffer): void {
  const end = answer.indexOf('\r\n\r\n');
  if (end < 0) return void response.writeHead(500).end('git http-backend gave no answer');
  const headers: Record<string, string> = {};
  for (const line of answer.subarray(0, end).toString().split('\r\n')) {
    const at = line.indexOf(':');
    headers[line.slice(0, at).toLowerCase()] = line.slice(at + 1).trim();
  }
  const { status = '200', ...others } = headers;
  response.writeHead(Number.parseInt(status, 10), others).end(answer.subarray(end + 4));
}

async function listRefs(store: GitStore): Promise<Map<string, string>> {
  const text = await store.text('for-each-ref', '--format=%(refname) %(objectname)');
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => line.split(' ') as [string, string]));
}

function changes(before: Map<string, string>, after: Map<string, string>) {
  const changed: [string, string | null][] = [];
  for (const [ref, sha] of after) if (before.get(ref) !== sha) changed.push([ref, sha]);
  for (const ref of before.keys()) if (!after.has(ref)) changed.push([ref, null]);
  return changed;
}
