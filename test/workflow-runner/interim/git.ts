// Until test/git-server is there: just enough of a git host for checkouts.
import { execFile, spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type FileChanges = Readonly<Record<string, string | Uint8Array | null>>;

export class GitStore {
  readonly path: string;
  constructor(path: string) {
    this.path = path;
  }
  static async init(path: string): Promise<GitStore> {
    const store = new GitStore(path);
    await store.run(['init', '--quiet', '--bare', '--initial-branch=main', path]);
    await store.run(['config', 'uploadpack.allowAnySHA1InWant', 'true']);
    return store;
  }
  run(words: readonly string[], input: string | Uint8Array = ''): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const env = {
        PATH: process.env.PATH,
        GIT_DIR: this.path,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_AUTHOR_NAME: 'octo',
        GIT_AUTHOR_EMAIL: 'octo@users.noreply.github.com',
        GIT_COMMITTER_NAME: 'octo',
        GIT_COMMITTER_EMAIL: 'octo@users.noreply.github.com',
      };
      const child = execFile(
        'git',
        words,
        { env, encoding: 'buffer', maxBuffer: 2 ** 28 },
        (error, out, errors) => (error ? reject(new Error(errors.toString())) : resolve(out)),
      );
      child.stdin?.on('error', () => {});
      child.stdin?.end(input);
    });
  }
  async text(...words: string[]): Promise<string> {
    return (await this.run(words)).toString().trimEnd();
  }
  async branch(name: string): Promise<string | null> {
    try {
      return await this.text('rev-parse', '--verify', '--quiet', `refs/heads/${name}`);
    } catch {
      return null;
    }
  }
  async commitFiles(branch: string, files: FileChanges, message: string, parent?: string) {
    const from = parent ?? (await this.branch(branch));
    const parts: (string | Uint8Array)[] = [
      `commit refs/heads/${branch}\ncommitter octo <octo@users.noreply.github.com> ${Math.floor(Date.now() / 1000)} +0000\n`,
      `data ${Buffer.byteLength(message)}\n${message}\n`,
      from === null ? '' : `from ${from}\n`,
    ];
    for (const [path, content] of Object.entries(files)) {
      if (content === null) parts.push(`D ${JSON.stringify(path)}\n`);
      else
        parts.push(
          `M 100644 inline ${JSON.stringify(path)}\ndata ${Buffer.byteLength(content)}\n`,
          content,
          '\n',
        );
    }
    await this.run(
      ['fast-import', '--quiet', '--force'],
      Buffer.concat(parts.map((part) => Buffer.from(part))),
    );
    return (await this.branch(branch)) ?? '';
  }
  async update(ref: string, sha: string): Promise<void> {
    await this.run(['update-ref', ref, sha]);
  }
  async merge(base: string, head: string, message: string): Promise<string | null> {
    const tree = await this.text('merge-tree', '--write-tree', base, head);
    return (await this.run(['commit-tree', tree, '-p', base, '-p', head], message))
      .toString()
      .trim();
  }
}

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
