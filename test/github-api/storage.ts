import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { World } from './world.ts';

/**
 * Hands out what `world.storage` holds, as GitHub's object storage does: whoever knows the signed address may read, and
 * a request that brings a token as well is refused, so that a client that sends it along is found out.
 */
export async function startStorage(world: World): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://storage');
    const file = world.storage.get(pathname);
    if (request.headers.authorization !== undefined) {
      response.writeHead(400).end('Only one auth mechanism allowed');
    } else if (file === undefined || request.method !== 'GET') {
      response.writeHead(404).end('BlobNotFound');
    } else {
      response.writeHead(200, { 'content-type': file.type }).end(file.bytes);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
