import type { IncomingHttpHeaders } from 'node:http';
import type { Call, Need, Operation } from './call.ts';
import { authenticateApp } from './installed-apps.ts';
import { primaryLimit } from './limits.ts';
import { notFound, Refusal } from './refusal.ts';
import { holds, onlyReads, type Token } from './tokens.ts';
import type { World } from './world.ts';

/** The token of the request; an app's JSON web token gives one with an empty value. */
export function authenticate(world: World, headers: IncomingHttpHeaders): Token {
  if (headers['user-agent'] === undefined || headers['user-agent'] === '') {
    throw new Refusal(
      403,
      'Request forbidden by administrative rules. Please make sure your request has a User-Agent header',
    );
  }
  const [, scheme, value = ''] = /^(token|bearer) (\S+)$/i.exec(headers.authorization ?? '') ?? [];
  if (scheme === undefined) throw new Refusal(401, 'Requires authentication');
  if (value.split('.').length === 3) {
    const app = authenticateApp(world, value);
    return {
      value: '',
      kind: 'app',
      actor: { login: `${app.slug}[bot]`, id: app.id, type: 'Bot' },
      permissions: {},
      repositories: [app.repository],
      expiresAt: Number.POSITIVE_INFINITY,
      remaining: 5_000,
      limit: 5_000,
      resetsAt: Date.now(),
    };
  }
  const token = world.tokens.get(value);
  if (token === undefined || token.expiresAt <= Date.now()) {
    throw new Refusal(401, 'Bad credentials');
  }
  return token;
}

/** Takes one request from the token's hour; gives the headers that tell what is left. */
export function spend(token: Token): Record<string, string> {
  if (token.remaining <= 0) {
    throw primaryLimit({ resetsIn: (token.resetsAt - Date.now()) / 1_000 });
  }
  token.remaining--;
  return {
    'x-ratelimit-limit': String(token.limit),
    'x-ratelimit-remaining': String(token.remaining),
    'x-ratelimit-used': String(token.limit - token.remaining),
    'x-ratelimit-reset': String(Math.ceil(token.resetsAt / 1_000)),
    'x-ratelimit-resource': 'core',
  };
}

/**
 * What the token may not do is refused as GitHub refuses it: 404 where it must not learn that there is something, 403
 * with the well-known sentence otherwise.
 */
export function authorize(operation: Operation, call: Call, id: string): void {
  const { token, repository } = call;
  if (token.value === '' && !id.startsWith('apps/')) {
    throw new Refusal(401, 'A JSON web token could not be decoded');
  }
  const covered = token.repositories.includes(repository.fullName);
  if (!covered && repository.private) throw notFound();
  const needs = typeof operation.needs === 'function' ? operation.needs(call) : operation.needs;
  const anyoneMay = !repository.private && operation.evenIfPublic !== true && onlyReads(needs);
  if (anyoneMay || (covered && holds(token, needs))) return;
  const hidden = repository.private && needs.every((need) => need.contents === 'read');
  if (hidden) throw notFound();
  const accepted = { 'x-accepted-github-permissions': needs.map(showNeed).join('; ') };
  throw new Refusal(403, 'Resource not accessible by integration', {}, accepted);
}

/** As in GitHub's header: `contents=write,pull_requests=write`. */
function showNeed(need: Need): string {
  return Object.entries(need)
    .map(([permission, level]) => `${permission.replaceAll('-', '_')}=${level}`)
    .join(',');
}
