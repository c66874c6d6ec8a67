import { type ChildProcess, spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Those of its packages that decide how it answers are pinned, too; the others take part in nothing that is asked here. */
export const MLFLOW_PACKAGES = [
  'mlflow==3.17.2',
  'SQLAlchemy==2.1.9',
  'Flask==3.1.3',
  'Flask-WTF==1.3.0',
  'fastapi==0.165.0',
  'starlette==1.10.0',
  'uvicorn==0.54.0',
];

/** Its first account has the name that MLflow gives it. */
const ACCOUNT = { name: 'admin', password: 'for-this-check-alone' };

const START_MS = 90_000;
const END_MS = 10_000;

export interface RealServer extends AsyncDisposable {
  readonly url: string;
  readonly account: typeof ACCOUNT;
  /** What it answers to a call of the REST API 2.0 by that account; `path` is below `api/2.0/`. */
  json(
    method: 'GET' | 'POST',
    path: string,
    fields: Readonly<Record<string, unknown>>,
  ): Promise<Answer>;
  /** A file below its proxy for artifacts. */
  file(path: string): Promise<Buffer>;
}

// biome-ignore lint/suspicious/noExplicitAny: answers of a service are looked into by the checks themselves.
type Answer = any;

/** `mlflow server` with SQLite, files in `folder` and accounts, on a free port of the loopback address. */
export async function startRealServer(python: string, folder: string): Promise<RealServer> {
  const port = await freePort();
  const log = join(folder, 'server.log');
  const out = openSync(log, 'w');
  const child = spawn(
    python,
    [
      ...['-m', 'mlflow', 'server', '--app-name', 'basic-auth', '--workers', '1'],
      ...['--backend-store-uri', `sqlite:///${join(folder, 'mlflow.db')}`],
      ...['--artifacts-destination', join(folder, 'artifacts')],
      ...['--host', '127.0.0.1', '--port', String(port)],
    ],
    {
      cwd: folder,
      // It starts processes of its own, which end with their group.
      detached: true,
      stdio: ['ignore', out, out],
      env: {
        PATH: process.env.PATH ?? '',
        HOME: folder,
        MLFLOW_FLASK_SERVER_SECRET_KEY: 'for this check alone',
        MLFLOW_AUTH_ADMIN_PASSWORD: ACCOUNT.password,
        MLFLOW_DISABLE_TELEMETRY: 'true',
        DO_NOT_TRACK: 'true',
      },
    },
  );
  const stop = () => end(child);
  process.once('exit', () => kill(child, 'SIGKILL'));
  const url = `http://127.0.0.1:${port}`;
  if (!(await answers(url, child))) {
    await stop();
    throw new Error(`mlflow server does not start:\n${readFileSync(log, 'utf8').slice(-4_000)}`);
  }
  const authorization = `Basic ${Buffer.from(`${ACCOUNT.name}:${ACCOUNT.password}`).toString('base64')}`;
  return {
    url,
    account: ACCOUNT,
    json: async (method, path, fields) => {
      const query = new URLSearchParams(fields as Record<string, string>);
      const response = await fetch(`${url}/api/2.0/${path}${method === 'GET' ? `?${query}` : ''}`, {
        method,
        headers: { authorization, 'content-type': 'application/json' },
        ...(method === 'GET' ? {} : { body: JSON.stringify(fields) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return JSON.parse(text) as Answer;
    },
    file: async (path) => {
      const response = await fetch(`${url}/api/2.0/mlflow-artifacts/artifacts/${path}`, {
        headers: { authorization },
      });
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return Buffer.from(await response.arrayBuffer());
    },
    [Symbol.asyncDispose]: stop,
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(url: string, child: ChildProcess): Promise<boolean> {
  const last = performance.now() + START_MS;
  while (performance.now() < last && child.exitCode === null) {
    const response = await fetch(`${url}/health`).catch(() => null);
    if (response?.ok === true) return true;
    await pause(250);
  }
  return false;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  kill(child, 'SIGTERM');
  await Promise.race([ended, pause(END_MS, undefined, { ref: false })]);
  kill(child, 'SIGKILL');
}

function kill({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // All of them have ended.
  }
}
