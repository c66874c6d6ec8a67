// Until test/git-server is there: just enough of a git host for checkouts.
import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export async function startGitServer({
  root,
  authorize,
}: {
  root: string;
  authorize: (token: string | null) => boolean;
}) {
  const server = createServer((request, response) => serve(request, response));
  function serve(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://git');
    const basic = Buffer.from(
      (request.headers.authorization ?? '').replace(/^basic /i, ''),
      'base64',
    ).toString();
    const token = basic === '' ? null : basic.slice(basic.indexOf(':') + 1);
    if (!authorize(token)) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="GitHub"' }).end();
      return;
    }
    const child = spawn('git', ['http-backend'], {
      env: {
        PATH: process.env.PATH,
        GIT_PROJECT_ROOT: root,
        GIT_HTTP_EXPORT_ALL: '1',
        REMOTE_USER: 'octo',
        PATH_INFO: url.pathname.replace(/^\/([^/]+\/[^/.]+)(?:\.git)?\//, '/$1.git/'),
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        GIT_PROTOCOL: (request.headers['git-protocol'] as string) ?? '',
      },
    });
    request.pipe(child.stdin);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stdout.on('end', () => {
      const all = Buffer.concat(chunks);
      const end = all.indexOf('\r\n\r\n');
      const headers = all
        .subarray(0, end)
        .toString()
        .split('\r\n')
        .map((line) => line.split(/: (.*)/s));
      let status = 200;
      for (const [name = '', value = ''] of headers) {
        if (/^status$/i.test(name)) status = Number.parseInt(value, 10);
        else if (name !== '') response.setHeader(name, value);
      }
      response.writeHead(status).end(all.subarray(end + 4));
    });
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
