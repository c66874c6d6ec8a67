import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { authenticate, authorize, spend } from './access.ts';
import type { Answer, Call, Operations } from './call.ts';
import { type DescribedOperation, type Disagreement, githubDescription } from './description.ts';
import type { Fault, Faults } from './faults.ts';
import { primaryLimit, secondaryLimit } from './limits.ts';
import type { Repository } from './records.ts';
import { notFound, Refusal } from './refusal.ts';
import type { Token } from './tokens.ts';
import type { World } from './world.ts';

/** What did not agree with GitHub's description. */
export interface Violation {
  /** `request`: the client's mistake. `response`: the double's own. */
  readonly side: 'request' | 'response';
  /** e.g. `issues/create`, or `METHOD /path` of what is not described. */
  readonly operation: string;
  readonly status: number;
  readonly disagreements: readonly Disagreement[];
}

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly token: Token['kind'] | 'app-jwt' | null;
  /** Text; cut after 10,000 characters. */
  readonly body: string;
  /** null: the connection ended without an answer. */
  status: number | null;
}

/** Another host at GitHub. */
const UPLOADS = '/uploads';
const BODY_SHOWN = 10_000;

export class GitHubServer {
  readonly violations: Violation[] = [];
  readonly requests: RecordedRequest[] = [];
  readonly #world: World;
  readonly #operations: Operations;
  readonly #faults: Faults;
  readonly #main: Repository;
  readonly #server: Server;

  constructor(world: World, operations: Operations, faults: Faults, main: Repository) {
    this.#world = world;
    this.#operations = operations;
    this.#faults = faults;
    this.#main = main;
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => response.destroy(error as Error));
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw = await readBody(request);
    if (raw === null) return;
    const address = new URL(request.url ?? '/', this.#world.url);
    const method = request.method ?? 'GET';
    const identity = this.#identify(request);
    const entry: RecordedRequest = {
      method,
      path: address.pathname,
      query: address.search,
      token: identity instanceof Refusal ? null : identity.value === '' ? 'app-jwt' : identity.kind,
      body: raw.subarray(0, BODY_SHOWN).toString(),
      status: null,
    };
    this.requests.push(entry);
    const fault = this.#faults.take(method, address.pathname);
    if (fault?.kind === 'timeout') return;
    if (fault?.kind === 'cut') return void response.destroy();
    if (fault?.kind === 'delay') await delay(fault.milliseconds);
    const answer = await this.#answer({ request, method, address, raw, identity, fault });
    if (fault?.kind === 'answer-lost') return void response.destroy();
    entry.status = answer.status;
    send(response, answer);
  }

  /** A refusal is kept, for a fault may answer first. */
  #identify(request: IncomingMessage): Token | Refusal {
    try {
      return authenticate(this.#world, request.headers);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }

  async #answer(asked: {
    readonly request: IncomingMessage;
    readonly method: string;
    readonly address: URL;
    readonly raw: Buffer;
    readonly identity: Token | Refusal;
    readonly fault: Fault | undefined;
  }): Promise<Answer> {
    const { request, method, address, raw, identity, fault } = asked;
    let limits: Record<string, string> = {};
    let operation: DescribedOperation | null = null;
    let answer: Answer;
    try {
      answerWithFault(fault);
      if (identity instanceof Refusal) throw identity;
      limits = spend(identity);
      this.#redirectRenamed(method, address);
      const found = this.#find(method, address.pathname);
      operation = found.operation;
      const repository = this.#locate(found.params);
      const query: Record<string, unknown> = Object.fromEntries(address.searchParams);
      const call: Call = {
        address,
        params: found.params,
        query,
        body: readJson(operation, raw),
        raw,
        headers: request.headers,
        token: identity,
        repository,
        world: this.#world,
        isCutShort: fault?.kind === 'cut-short',
      };
      answer = await this.#perform(operation, call, query);
    } catch (error) {
      if (error instanceof Refusal) answer = error;
      else {
        answer = new Refusal(500, `The double failed: ${(error as Error).stack}`);
        this.#violate('response', operation?.id ?? `${method} ${address.pathname}`, 500, [
          { where: 'double', message: (error as Error).stack ?? String(error) },
        ]);
      }
    }
    if (operation !== null && answer.status < 500) this.#checkResponse(operation, answer);
    return { ...answer, body: answer.body, headers: { ...limits, ...answer.headers } };
  }

  async #perform(
    described: DescribedOperation,
    call: Call,
    query: Record<string, unknown>,
  ): Promise<Answer> {
    const operation = this.#operations[described.id];
    if (operation === undefined) throw new Error(`no handler for ${described.id}`);
    const description = githubDescription();
    const disagreements = [
      ...description.checkParameters(described, call.params, query),
      ...(described.body?.type === 'application/json' || described.body === null
        ? description.checkBody(described, call.body)
        : []),
    ];
    authorize(operation, call, described.id);
    if (disagreements.length > 0) {
      this.#violate('request', described.id, 422, disagreements);
      const problems = disagreements.map(({ where, message }) => `${where}: ${message}`);
      throw new Refusal(422, `Invalid request.\n\n${problems.join('\n')}`);
    }
    return await operation.handle(call);
  }

  #find(method: string, path: string) {
    const isUpload = path.startsWith(`${UPLOADS}/`);
    const found = githubDescription().find(method, isUpload ? path.slice(UPLOADS.length) : path);
    if (found === null || isUpload !== (found.operation.id === 'repos/upload-release-asset')) {
      this.#violate('request', `${method} ${path}`, 404, [
        { where: 'path', message: 'description.json has no such operation' },
      ]);
      throw notFound();
    }
    return found;
  }

  #locate({ owner, repo }: Readonly<Record<string, string>>): Repository {
    if (owner === undefined) return this.#main;
    const wanted = `${owner}/${repo}`.toLowerCase();
    for (const [name, repository] of this.#world.repositories) {
      if (name.toLowerCase() === wanted) return repository;
    }
    throw notFound();
  }

  /** GitHub sends who asks for a former name to the repository's number, and answers there as well. */
  #redirectRenamed(method: string, address: URL): void {
    const byNumber = /^\/repositories\/(\d+)(\/.*)?$/.exec(address.pathname);
    if (byNumber !== null) {
      const all = [...this.#world.repositories.values()];
      const found = all.find(({ id }) => id === Number(byNumber[1]));
      if (found !== undefined) address.pathname = `/repos/${found.fullName}${byNumber[2] ?? ''}`;
      return;
    }
    const named = /^\/repos\/([^/]+\/[^/]+)(\/.*)?$/.exec(address.pathname);
    const current = this.#world.renamed.get(named?.[1] ?? '');
    if (current === undefined) return;
    const { id } = this.#world.repository(current);
    const url = `${this.#world.url}/repositories/${id}${named?.[2] ?? ''}${address.search}`;
    const [status, message] =
      method === 'GET' ? [301, 'Moved Permanently'] : [307, 'Temporary Redirect'];
    throw new Refusal(status as number, message as string, { url }, { location: url });
  }

  #checkResponse(operation: DescribedOperation, { status, body, headers }: Answer): void {
    // Redirects of a renamed repository are described at some operations only.
    if (status === 301 || status === 307) return;
    const type = headers?.['content-type'] ?? (body === undefined ? undefined : 'application/json');
    const disagreements = githubDescription().checkResponse(operation, status, type, body);
    if (disagreements.length > 0) this.#violate('response', operation.id, status, disagreements);
  }

  #violate(
    side: Violation['side'],
    operation: string,
    status: number,
    disagreements: readonly Disagreement[],
  ): void {
    this.violations.push({ side, operation, status, disagreements });
  }
}

/** null: the client went away. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
  } catch {
    return null;
  }
  return Buffer.concat(chunks);
}

function answerWithFault(fault: Fault | undefined): void {
  if (fault?.kind === 'status') {
    throw new Refusal(fault.status, fault.message ?? 'Server Error', {}, fault.headers);
  }
  if (fault?.kind === 'rate-limit') throw primaryLimit(fault);
  if (fault?.kind === 'secondary') throw secondaryLimit(fault);
}

function readJson(operation: DescribedOperation, raw: Buffer): unknown {
  if (raw.length === 0 || (operation.body !== null && operation.body.type !== 'application/json')) {
    return undefined;
  }
  try {
    return JSON.parse(raw.toString());
  } catch {
    throw new Refusal(400, 'Problems parsing JSON');
  }
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  const isText = typeof body === 'string' || Buffer.isBuffer(body);
  response.writeHead(status, {
    ...(body === undefined || isText ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    'x-github-request-id': 'D0:B1:E0',
    ...headers,
  });
  if (body === undefined) response.end();
  else response.end(isText ? body : JSON.stringify(body));
}
