import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface KnownArtifact {
  readonly id: number;
  readonly name: string;
  readonly run: number;
  readonly branch: string;
  /** Id of the head repository; 1 is octo/models itself, null a repository that is gone. */
  readonly head?: number | null;
  readonly createdAt?: string;
  readonly archive: Buffer;
  /** In place of the archive's own; null: GitHub names none. */
  readonly digest?: string | null;
  readonly toldBytes?: number;
  readonly expired?: boolean;
}

export interface RunsState {
  readonly artifacts: KnownArtifact[];
  readonly runs: object[];
  readonly pulls: object[];
  readonly comments: { id: number; body: string; issue: number }[];
  /** `METHOD /path?query` of every request to the API. */
  readonly requests: string[];
  /** Headers of every request to the storage. */
  readonly downloads: IncomingMessage['headers'][];
  /** What the next downloads do in place of answering. */
  readonly faults: ('cut' | 'busy')[];
  /** Answers every request to the API with this status. */
  refuse?: number;
}

export interface RunsDouble extends AsyncDisposable {
  readonly url: string;
  readonly token: string;
  readonly state: RunsState;
}

/**
 * GitHub's API for runs, their artifacts, pull requests and comments of octo/models, and on another address the storage
 * that archives are downloaded from.
 */
export async function startRuns(given: Partial<RunsState> = {}): Promise<RunsDouble> {
  const state: RunsState = {
    artifacts: [],
    runs: [],
    pulls: [],
    comments: [],
    requests: [],
    downloads: [],
    faults: [],
    ...given,
  };
  const token = 'ghs_tokenOfAnotherWorkflow0000000000';
  const storage = createServer((request, response) => {
    state.downloads.push(request.headers);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://storage');
    const found = state.artifacts.find(({ id }) => pathname === `/${id}.zip`);
    const fault = state.faults.shift();
    if (found === undefined || searchParams.get('sig') !== 'secret-signature') {
      response.writeHead(403).end();
    } else if (fault === 'busy') {
      response.writeHead(503).end();
    } else {
      response.writeHead(200, { 'content-length': found.archive.length });
      if (fault === undefined) response.end(found.archive);
      else {
        response.write(found.archive.subarray(0, 20));
        setTimeout(() => response.destroy(), 20);
      }
    }
  });
  const storageUrl = await listen(storage);
  const api = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => send(response, 500, String(error)));
  });
  let url = '';
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const address = new URL(request.url ?? '/', url);
    state.requests.push(`${request.method} ${address.pathname}${address.search}`);
    if (request.headers.authorization !== `token ${token}`) {
      return send(response, 401, { message: 'Bad credentials' });
    }
    if (state.refuse !== undefined) {
      return send(response, state.refuse, { message: 'Resource not accessible by integration' });
    }
    const path = address.pathname.replace('/repos/octo/models', '');
    const id = Number(/\/(\d+)/.exec(path)?.[1]);
    const query = address.searchParams;
    if (path === '/actions/artifacts' || path === `/actions/runs/${id}/artifacts`) {
      const found = state.artifacts.filter(
        ({ name, run }) =>
          name === (query.get('name') ?? name) && (path === '/actions/artifacts' || run === id),
      );
      const page = Number(query.get('page') ?? 1);
      const size = Number(query.get('per_page') ?? 30);
      const last = page * size >= found.length;
      query.set('page', String(page + 1));
      return send(
        response,
        200,
        {
          total_count: found.length,
          artifacts: found.slice((page - 1) * size, page * size).map(show),
        },
        last ? {} : { link: `<${address.href}>; rel="next"` },
      );
    }
    if (path === `/actions/artifacts/${id}/zip`) {
      const found = state.artifacts.find((artifact) => artifact.id === id);
      if (found?.expired === true) return send(response, 410, { message: 'Artifact has expired' });
      const location = `${storageUrl}/${id}.zip?sig=secret-signature`;
      response.writeHead(302, { location }).end();
      return;
    }
    if (path === `/actions/runs/${id}`) {
      const run = state.runs.find((known) => (known as { id: number }).id === id);
      return send(response, run === undefined ? 404 : 200, run ?? { message: 'Not Found' });
    }
    if (path === '/pulls') return send(response, 200, state.pulls);
    if (path === `/issues/${id}/comments` && request.method === 'GET') {
      return send(response, 200, state.comments.filter(({ issue }) => issue === id).map(tell));
    }
    if (path === `/issues/${id}/comments`) {
      const { body } = JSON.parse(Buffer.concat(chunks).toString()) as { body: string };
      const comment = { id: state.comments.length + 1, issue: id, body };
      state.comments.push(comment);
      return send(response, 201, tell(comment));
    }
    if (path === `/issues/comments/${id}` && request.method === 'PATCH') {
      const comment = state.comments.find((known) => known.id === id);
      if (comment === undefined) return send(response, 404, { message: 'Not Found' });
      comment.body = (JSON.parse(Buffer.concat(chunks).toString()) as { body: string }).body;
      return send(response, 200, tell(comment));
    }
    return send(response, 404, { message: 'Not Found' });
  }
  url = await listen(api);
  return {
    url,
    token,
    state,
    [Symbol.asyncDispose]: async () => {
      for (const server of [api, storage]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

function show(artifact: KnownArtifact): object {
  const { id, name, run, branch, archive, digest, head = 1 } = artifact;
  const own = `sha256:${createHash('sha256').update(archive).digest('hex')}`;
  return {
    id,
    name,
    size_in_bytes: artifact.toldBytes ?? archive.length,
    expired: artifact.expired ?? false,
    created_at: artifact.createdAt ?? '2026-01-01T00:00:00Z',
    digest: digest === undefined ? own : digest,
    workflow_run: {
      id: run,
      repository_id: 1,
      ...(head === null ? {} : { head_repository_id: head }),
      head_branch: branch,
      head_sha: '0'.repeat(40),
    },
  };
}

function tell(comment: RunsState['comments'][number]): object {
  return {
    ...comment,
    user: { type: 'Bot' },
    html_url: `https://github.com/octo/models/pull/${comment.issue}#issuecomment-${comment.id}`,
  };
}

async function listen(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function send(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
