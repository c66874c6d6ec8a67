import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { NO_CONTENT, type Operations } from './call.ts';
import { fill } from './fill.ts';
import { Refusal } from './refusal.ts';
import type { Permission, Permissions, Token } from './tokens.ts';
import type { World } from './world.ts';

/** A GitHub App that is installed on the repository. */
export interface AppRecord {
  readonly id: number;
  /** Either of the two is the issuer of the app's JSON web token. */
  readonly clientId: string;
  readonly slug: string;
  readonly installation: number;
  /** PEM, PKCS #8: what `actions/create-github-app-token` takes as its private key. */
  readonly privateKey: string;
  readonly publicKey: string;
  readonly permissions: Permissions;
  readonly repository: string;
}

const TEN_MINUTES = 600;
const KEY_BITS = 2_048;

export function makeApp(
  world: World,
  slug: string,
  permissions: Permissions,
  repository: string,
): AppRecord {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: KEY_BITS,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const id = world.nextId();
  const ids = { id, clientId: `Iv23li${id}`, installation: world.nextId() };
  const app = { ...ids, slug, permissions, repository, privateKey, publicKey };
  world.apps.push(app);
  return app;
}

/** The app that signed the JSON web token, as GitHub checks it. */
export function authenticateApp(world: World, jwt: string): AppRecord {
  const [head = '', body = '', signature = ''] = jwt.split('.');
  const claims = decode(body);
  const app = world.apps.find(({ id, clientId }) =>
    [String(id), clientId].includes(String(claims.iss)),
  );
  if (decode(head).alg !== 'RS256' || app === undefined) {
    throw new Refusal(401, 'A JSON web token could not be decoded');
  }
  const signed = Buffer.from(`${head}.${body}`);
  const key = createPublicKey(app.publicKey);
  if (!verify('RSA-SHA256', signed, key, Buffer.from(signature, 'base64url'))) {
    throw new Refusal(401, 'A JSON web token could not be decoded');
  }
  const now = Date.now() / 1_000;
  const expires = Number(claims.exp);
  if (!(expires > now))
    throw new Refusal(
      401,
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  if (expires > now + TEN_MINUTES)
    throw new Refusal(401, "'Expiration time' claim ('exp') is too far in the future");
  return app;
}

function decode(part: string): Record<string, unknown> {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    throw new Refusal(401, 'A JSON web token could not be decoded');
  }
}

const withUnderscores = (permissions: Permissions) =>
  Object.fromEntries(
    Object.entries(permissions).map(([name, level]) => [name.replaceAll('-', '_'), level]),
  );

/** But for the revocation these take the app's JSON web token: the server has checked it, and its value is empty. */
export const appOperations: Operations = {
  'apps/get-repo-installation': {
    needs: [],
    handle: ({ token, world, repository }) => {
      const app = appOf(world, token);
      return {
        status: 200,
        body: fill('installation', {
          id: app.installation,
          app_id: app.id,
          app_slug: app.slug,
          target_type: 'Organization',
          repository_selection: 'selected',
          account: { login: repository.owner, type: 'Organization' },
          permissions: withUnderscores(app.permissions),
        }),
      };
    },
  },
  'apps/revoke-installation-access-token': {
    needs: [],
    handle: ({ token, world }) => {
      world.tokens.delete(token.value);
      return NO_CONTENT;
    },
  },
  'apps/create-installation-access-token': {
    needs: [],
    handle: ({ token, world, params, body, repository }) => {
      const app = appOf(world, token);
      if (String(app.installation) !== params.installation_id) {
        throw new Refusal(404, 'Integration not found');
      }
      const asked = (body ?? {}) as { permissions?: Record<string, 'read' | 'write'> };
      const permissions = Object.fromEntries(
        Object.entries(asked.permissions ?? withUnderscores(app.permissions)).map(
          ([name, level]) => [name.replaceAll('_', '-'), level],
        ),
      ) as Permissions;
      for (const [name, level] of Object.entries(permissions)) {
        const granted = app.permissions[name as Permission];
        if (granted !== 'write' && granted !== level && name !== 'metadata') {
          throw new Refusal(422, 'The permissions requested are not granted to this installation.');
        }
      }
      const minted = world.mint({ kind: 'app', actor: app.slug, permissions }, repository);
      return {
        status: 201,
        body: fill('installation-token', {
          token: minted.value,
          expires_at: new Date(minted.expiresAt).toISOString(),
          permissions: withUnderscores(permissions),
          repository_selection: 'selected',
        }),
      };
    },
  },
};

function appOf(world: World, token: Token): AppRecord {
  const app = world.apps.find(({ slug }) => token.actor.login === `${slug}[bot]`);
  if (app === undefined || token.value !== '') {
    throw new Refusal(401, 'A JSON web token could not be decoded');
  }
  return app;
}
