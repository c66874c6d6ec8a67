import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the double holds of one repository; tests read it and may put things in beforehand. */
export interface GitHubState {
  readonly comments: { id: number; issue: number; body: string; user: { type: string } }[];
  readonly issues: {
    number: number;
    title: string;
    body: string;
    state: string;
    labels: { name: string }[];
  }[];
  readonly labels: string[];
  readonly releases: {
    id: number;
    tag_name: string;
    name: string;
    body: string;
    draft: boolean;
    target_commitish?: string;
    assets: { id: number; name: string; size: number; bytes: Buffer }[];
  }[];
  /** `METHOD /path` of every request, in order. */
  readonly requests: string[];
}

export interface GitHubDouble extends AsyncDisposable {
  readonly url: string;
  readonly token: string;
  readonly state: GitHubState;
}

type Handler = (
  match: RegExpExecArray,
  body: Record<string, unknown> & { raw: Buffer },
  query: URLSearchParams,
) => { status: number; body?: unknown; more?: boolean };

/**
 * A server on the loopback address that answers the part of GitHub's REST API that the actions use, for one repository
 * (octo/models). `permissions`: what its token may write; a call beyond them is answered as GitHub does.
 */
export async function startGitHub(
  permissions: readonly ('issues' | 'pull-requests' | 'contents')[],
): Promise<GitHubDouble> {
  const state: GitHubState = { comments: [], issues: [], labels: [], releases: [], requests: [] };
  const token = 'ghs_doubleofthetokenofaworkflow00000000';
  let url = '';
  const routes = makeRoutes(state, () => url);
  const server = createServer((request, response) => {
    handle(request).then(
      ({ status, body, link }) => answer(response, status, body, link),
      (error: unknown) => answer(response, 500, { message: String(error) }),
    );
  });

  async function handle(
    request: IncomingMessage,
  ): Promise<{ status: number; body?: unknown; link?: string }> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks);
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const method = request.method ?? 'GET';
    state.requests.push(`${method} ${pathname}`);
    if (!/^(token|bearer) /i.test(request.headers.authorization ?? '')) {
      return { status: 401, body: { message: 'Requires authentication' } };
    }
    if (!request.headers.authorization?.endsWith(token)) {
      return { status: 401, body: { message: 'Bad credentials' } };
    }
    for (const route of routes) {
      const match = route.method === method ? route.path.exec(pathname) : null;
      if (match === null) continue;
      // Without the length GitHub does not take a file.
      if (method === 'POST' && request.headers['content-length'] === undefined) {
        return { status: 411, body: { message: 'Length Required' } };
      }
      if (route.needs !== undefined && !route.needs.some((need) => permissions.includes(need))) {
        return { status: 403, body: { message: 'Resource not accessible by integration' } };
      }
      const json = request.headers['content-type']?.includes('json') === true;
      const parsed = json && raw.length > 0 ? (JSON.parse(raw.toString()) as object) : {};
      const result = route.handle(match, { ...parsed, raw }, searchParams);
      const page = Number(searchParams.get('page') ?? 1);
      const next = new URLSearchParams(searchParams);
      next.set('page', String(page + 1));
      return result.more === true
        ? { ...result, link: `<${url}${pathname}?${next}>; rel="next"` }
        : result;
    }
    return { status: 404, body: { message: 'Not Found' } };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    token,
    state,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function answer(response: ServerResponse, status: number, body: unknown, link?: string): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    ...(link === undefined ? {} : { link }),
  });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function makeRoutes(state: GitHubState, baseUrl: () => string) {
  let identifier = 100;
  const web = 'https://github.com/octo/models';
  const comment = (item: GitHubState['comments'][number]) => ({
    ...item,
    html_url: `${web}/pull/${item.issue}#issuecomment-${item.id}`,
  });
  const issue = (item: GitHubState['issues'][number]) => ({
    ...item,
    html_url: `${web}/issues/${item.number}`,
  });
  const release = (item: GitHubState['releases'][number]) => ({
    ...item,
    html_url: `${web}/releases/tag/${item.tag_name}`,
    upload_url: `${baseUrl()}/uploads/releases/${item.id}/assets{?name,label}`,
    assets: item.assets.map(({ bytes: _, ...asset }) => asset),
  });
  const repository = '/repos/octo/models';
  const route = (
    method: string,
    path: string,
    handle: Handler,
    needs?: readonly ('issues' | 'pull-requests' | 'contents')[],
  ) => ({
    method,
    path: new RegExp(`^${path.replace('{repo}', repository).replaceAll('{id}', '(\\d+)')}$`),
    handle,
    needs,
  });
  const page = <T>(items: readonly T[], query: URLSearchParams) => {
    const size = Number(query.get('per_page') ?? 30);
    const number = Number(query.get('page') ?? 1);
    const body = items.slice((number - 1) * size, number * size);
    return { status: 200, body, more: items.length > number * size };
  };
  const discussion = ['issues', 'pull-requests'] as const;
  return [
    route('GET', '{repo}/issues/{id}/comments', ([, number], _body, query) =>
      page(state.comments.filter((item) => item.issue === Number(number)).map(comment), query),
    ),
    route(
      'POST',
      '{repo}/issues/{id}/comments',
      ([, number], body) => {
        const text = String(body.body);
        if (text.length > 65_536) return tooLong();
        const item = {
          id: identifier++,
          issue: Number(number),
          body: text,
          user: { type: 'Bot' },
        };
        state.comments.push(item);
        return { status: 201, body: comment(item) };
      },
      discussion,
    ),
    route(
      'PATCH',
      '{repo}/issues/comments/{id}',
      ([, id], body) => {
        const item = state.comments.find((known) => known.id === Number(id));
        if (item === undefined) return { status: 404, body: { message: 'Not Found' } };
        if (String(body.body).length > 65_536) return tooLong();
        item.body = String(body.body);
        return { status: 200, body: comment(item) };
      },
      discussion,
    ),
    route('GET', '{repo}/issues', (_match, _body, query) => {
      const label = query.get('labels');
      const found = state.issues.filter(
        (item) =>
          item.state === (query.get('state') ?? 'open') &&
          (label === null || item.labels.some(({ name }) => name === label)),
      );
      return page(found.map(issue), query);
    }),
    route(
      'POST',
      '{repo}/issues',
      (_match, body) => {
        const labels = ((body.labels ?? []) as string[]).filter((name) =>
          state.labels.includes(name),
        );
        const item = {
          number: identifier++,
          title: String(body.title),
          body: String(body.body),
          state: 'open',
          labels: labels.map((name) => ({ name })),
        };
        state.issues.push(item);
        return { status: 201, body: issue(item) };
      },
      ['issues'],
    ),
    route(
      'PATCH',
      '{repo}/issues/{id}',
      ([, number], body) => {
        const item = state.issues.find((known) => known.number === Number(number));
        if (item === undefined) return { status: 404, body: { message: 'Not Found' } };
        Object.assign(item, pick(body, ['title', 'body', 'state']));
        return { status: 200, body: issue(item) };
      },
      ['issues'],
    ),
    route(
      'POST',
      '{repo}/labels',
      (_match, body) => {
        const name = String(body.name);
        if (state.labels.includes(name)) {
          const errors = [{ resource: 'Label', code: 'already_exists', field: 'name' }];
          return { status: 422, body: { message: 'Validation Failed', errors } };
        }
        state.labels.push(name);
        return { status: 201, body: { name } };
      },
      discussion,
    ),
    route('GET', '{repo}/releases', (_match, _body, query) =>
      page(state.releases.map(release), query),
    ),
    route(
      'POST',
      '{repo}/releases',
      (_match, body) => {
        const item = {
          id: identifier++,
          tag_name: String(body.tag_name),
          name: String(body.name),
          body: String(body.body),
          draft: body.draft === true,
          ...pick(body, ['target_commitish']),
          assets: [],
        };
        state.releases.push(item);
        return { status: 201, body: release(item) };
      },
      ['contents'],
    ),
    route(
      'PATCH',
      '{repo}/releases/{id}',
      ([, id], body) => {
        const item = state.releases.find((known) => known.id === Number(id));
        if (item === undefined) return { status: 404, body: { message: 'Not Found' } };
        Object.assign(item, pick(body, ['name', 'body', 'draft']));
        return { status: 200, body: release(item) };
      },
      ['contents'],
    ),
    route(
      'POST',
      '/uploads/releases/{id}/assets',
      ([, id], { raw }, query) => {
        const item = state.releases.find((known) => known.id === Number(id));
        const name = query.get('name');
        if (item === undefined || name === null) return { status: 422, body: { message: 'name' } };
        const asset = { id: identifier++, name, size: raw.length, bytes: raw };
        item.assets.push(asset);
        return { status: 201, body: { id: asset.id, name, size: asset.size } };
      },
      ['contents'],
    ),
    route(
      'DELETE',
      '{repo}/releases/assets/{id}',
      ([, id]) => {
        for (const item of state.releases) {
          const index = item.assets.findIndex((asset) => asset.id === Number(id));
          if (index >= 0) item.assets.splice(index, 1);
        }
        return { status: 204 };
      },
      ['contents'],
    ),
  ];
}

function tooLong() {
  return {
    status: 422,
    body: { message: 'Validation Failed', errors: [{ message: 'body is too long' }] },
  };
}

function pick(from: Readonly<Record<string, unknown>>, names: readonly string[]): object {
  return Object.fromEntries(
    names.filter((name) => from[name] !== undefined).map((name) => [name, from[name]]),
  );
}
