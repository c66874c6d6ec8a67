import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What happens to a request: an answer, or a connection that is cut before or within it. */
export type Script =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown }
  | 'cut'
  | 'cut-within-body'
  | 'never-answer';

export interface ScriptedServer extends AsyncDisposable {
  readonly url: string;
  /** `METHOD /path` of every request, in order. */
  readonly requests: string[];
}

/** A server on the loopback address that answers each request with what `play` says about `METHOD /path`. */
export async function startScriptedServer(
  play: (request: string, body: string) => Script,
): Promise<ScriptedServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    readBody(request).then((body) => {
      const line = `${request.method} ${(request.url ?? '').replace(/\?.*/, '')}`;
      requests.push(line);
      perform(response, play(line, body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function perform(response: ServerResponse, script: Script): void {
  if (script === 'never-answer') return;
  if (script === 'cut') {
    response.destroy();
    return;
  }
  if (script === 'cut-within-body') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('[{"id": 1,', () => response.destroy());
    return;
  }
  const { status, headers = {}, body } = script;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
