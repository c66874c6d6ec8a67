import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type KeptModel, ModelRegistry } from './registry.ts';
import { checkKey, invalid, missing, pairsOf, Refusal, textOf } from './rules.ts';

interface LoggedMetric {
  readonly key: string;
  readonly value: number;
  readonly step: number;
  readonly timestamp: number;
}

/** A run as the server keeps it. */
export interface KeptRun {
  readonly id: string;
  readonly experiment: string;
  readonly name: string;
  status: string;
  readonly params: Map<string, string>;
  readonly tags: Map<string, string>;
  readonly metrics: LoggedMetric[];
}

/** What happens to a request in place of an answer; `done-but-cut`: it is carried out, and the connection cut. */
export type Fault =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  | 'cut'
  | 'done-but-cut'
  | 'never-answer'
  | 'endless';

export interface MlflowOptions {
  /** Header `authorization` that is wanted; left out: none. */
  readonly authorization?: string;
  /** Where it says that files are; `{path}` is the run's. */
  readonly artifactUri?: string;
  /** Asked before each request, e.g. `POST runs/create`. */
  readonly fault?: (request: string) => Fault | undefined;
}

/** A server of MLflow in memory, with the rules of 3.17 for what a tracking client sends, under the path `/mlflow`. */
export interface MlflowDouble extends AsyncDisposable {
  readonly url: string;
  /** By name. */
  readonly experiments: Map<string, string>;
  readonly runs: KeptRun[];
  /** Registered models by name. */
  readonly models: ReadonlyMap<string, KeptModel>;
  /** By path below the proxy. */
  readonly files: Map<string, Buffer>;
  /** Each request, e.g. `POST runs/create` or `PUT artifacts/1/…`, in order. */
  readonly requests: string[];
}

const LIMITS = {
  items: 1_000,
  metrics: 1_000,
  paramsOrTags: 100,
  bytes: 1_000_000,
  param: 6_000,
  tag: 8_000,
};

export async function startMlflow(options: MlflowOptions = {}): Promise<MlflowDouble> {
  const experiments = new Map<string, string>();
  const runs: KeptRun[] = [];
  const registry = new ModelRegistry((id) => runOf(id).id);
  const files = new Map<string, Buffer>();
  const requests: string[] = [];

  const server = createServer((request, response) => {
    void serve(request, response).catch(() => response.destroy());
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const call = pathname.replace(/^\/mlflow\/api\/2\.0\/mlflow(-artifacts)?\//, '');
    const line = `${request.method} ${call}`;
    requests.push(line);
    const fault = options.fault?.(line);
    if (fault !== undefined && fault !== 'done-but-cut') return perform(response, fault);
    const reply = (status: number, value: object) => {
      if (fault === 'done-but-cut') return response.destroy();
      return response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify(value));
    };
    if (call === pathname) return void response.writeHead(404).end('<h1>Not Found</h1>');
    if (
      options.authorization !== undefined &&
      request.headers.authorization !== options.authorization
    ) {
      return void response.writeHead(401, { 'content-type': 'text/html' }).end('not signed in');
    }
    try {
      reply(200, carryOut(line, body, searchParams));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      reply(error.status, { error_code: error.code, message: error.message });
    }
  }

  function carryOut(line: string, body: Buffer, query: URLSearchParams): object {
    const put = /^PUT artifacts\/(.+)$/.exec(line)?.[1];
    if (put !== undefined) {
      files.set(decodeURIComponent(put), body);
      return {};
    }
    const json = (body.length === 0 ? {} : JSON.parse(body.toString())) as Record<string, unknown>;
    switch (line) {
      case 'GET experiments/get-by-name': {
        const name = query.get('experiment_name') ?? '';
        const id = experiments.get(name);
        if (id === undefined) throw missing(`Could not find experiment with name '${name}'`);
        return { experiment: { experiment_id: id, name, lifecycle_stage: 'active' } };
      }
      case 'POST experiments/create': {
        const name = textOf(json.name);
        if (experiments.has(name)) {
          throw new Refusal(400, 'RESOURCE_ALREADY_EXISTS', `${name} already exists`);
        }
        const id = String(experiments.size + 1);
        experiments.set(name, id);
        return { experiment_id: id };
      }
      case 'POST runs/create': {
        const experiment = textOf(json.experiment_id);
        if (![...experiments.values()].includes(experiment)) throw missing('No such experiment');
        if (typeof json.start_time !== 'number') throw invalid('start_time');
        const run: KeptRun = {
          id: (runs.length + 1).toString(16).padStart(32, '0'),
          experiment,
          name: textOf(json.run_name),
          status: 'RUNNING',
          params: new Map(),
          tags: new Map(pairsOf(json.tags, LIMITS.tag)),
          metrics: [],
        };
        runs.push(run);
        return { run: show(run) };
      }
      case 'POST runs/search':
        return search(json);
      case 'POST runs/log-batch': {
        if (body.byteLength > LIMITS.bytes) throw invalid('the request is too large');
        logBatch(runOf(json.run_id), json);
        return {};
      }
      case 'POST runs/update': {
        const run = runOf(json.run_id);
        run.status = textOf(json.status);
        if (typeof json.end_time !== 'number') throw invalid('end_time');
        return { run_info: {} };
      }
      default:
        return registry.carryOut(line, json, query);
    }
  }

  function search({ experiment_ids, filter }: Record<string, unknown>): object {
    const conditions = textOf(filter)
      .split(' and ')
      .map((text) => {
        const [, tag, value] =
          /^(?:tags\.`([^`]+)`|attributes\.status) = '([^']*)'$/.exec(text) ?? [];
        if (value === undefined) throw invalid(`filter ${text}`);
        return (run: KeptRun) => (tag === undefined ? run.status : run.tags.get(tag)) === value;
      });
    const found = runs.findLast(
      (run) =>
        (experiment_ids as string[]).includes(run.experiment) && conditions.every((is) => is(run)),
    );
    return found === undefined ? {} : { runs: [show(found)] };
  }

  function logBatch(run: KeptRun, json: Record<string, unknown>): void {
    const metrics = (json.metrics ?? []) as LoggedMetric[];
    const params = pairsOf(json.params, LIMITS.param);
    const tags = pairsOf(json.tags, LIMITS.tag);
    if (
      metrics.length > LIMITS.metrics ||
      params.length > LIMITS.paramsOrTags ||
      tags.length > LIMITS.paramsOrTags ||
      metrics.length + params.length + tags.length > LIMITS.items
    ) {
      throw invalid('too many items');
    }
    for (const { key, value, step, timestamp } of metrics) {
      checkKey(key);
      if (typeof value !== 'number') throw invalid(`metric ${key} is no number`);
      if (!Number.isInteger(step) || !(timestamp >= 0)) throw invalid(`metric ${key}`);
    }
    if (new Set(params.map(([key]) => key)).size < params.length) throw invalid('doubled params');
    for (const [key, value] of params) {
      if ((run.params.get(key) ?? value) !== value) throw invalid(`param ${key} can't change`);
    }
    for (const [key, value] of params) run.params.set(key, value);
    for (const [key, value] of tags) run.tags.set(key, value);
    run.metrics.push(...metrics);
  }

  function runOf(id: unknown): KeptRun {
    const run = runs.find((one) => one.id === id);
    if (run === undefined) throw missing(`Run with id=${id} not found`);
    return run;
  }

  function show({ id, experiment, status, tags }: KeptRun): object {
    const path = `${experiment}/${id}/artifacts`;
    const uri = options.artifactUri ?? 'mlflow-artifacts:/{path}';
    return {
      info: {
        run_id: id,
        experiment_id: experiment,
        status,
        artifact_uri: uri.replace('{path}', path),
      },
      data: { tags: [...tags].map(([key, value]) => ({ key, value })) },
    };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mlflow`,
    experiments,
    runs,
    models: registry.models,
    files,
    requests,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function perform(response: ServerResponse, fault: Exclude<Fault, 'done-but-cut'>): void {
  if (fault === 'never-answer') return;
  if (fault === 'cut') {
    response.destroy();
    return;
  }
  if (fault === 'endless') {
    response.writeHead(200, { 'content-type': 'application/json' });
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536, '[')));
    };
    response.on('drain', more);
    more();
    return;
  }
  const { status, headers = {}, body = '' } = fault;
  response.writeHead(status, headers).end(body);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
