// node test/github-api/trim-description.mjs: writes description.json anew, the part of GitHub's OpenAPI description
// that the double answers. The whole description is a package of 400 MB, so it is no dependency: its archive is fetched
// into the cache folder and one file taken out of it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const PACKAGE = '@octokit/openapi';
const VERSION = '23.0.2';

/** `METHOD path` → taken over; the double has a handler for each, and a test holds the two together. */
const OPERATIONS = `
GET /rate_limit
POST /markdown
POST /app/installations/{installation_id}/access_tokens
DELETE /installation/token
GET /repos/{owner}/{repo}
GET /repos/{owner}/{repo}/installation
GET,POST /repos/{owner}/{repo}/issues
GET,PATCH /repos/{owner}/{repo}/issues/{issue_number}
GET,POST /repos/{owner}/{repo}/issues/{issue_number}/comments
GET,PATCH,DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}
GET,POST /repos/{owner}/{repo}/issues/{issue_number}/labels
DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}
GET,POST /repos/{owner}/{repo}/labels
GET /repos/{owner}/{repo}/labels/{name}
GET,POST /repos/{owner}/{repo}/pulls
GET,PATCH /repos/{owner}/{repo}/pulls/{pull_number}
GET /repos/{owner}/{repo}/pulls/{pull_number}/files
GET /repos/{owner}/{repo}/pulls/{pull_number}/commits
PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge
GET,POST /repos/{owner}/{repo}/releases
GET /repos/{owner}/{repo}/releases/latest
GET /repos/{owner}/{repo}/releases/tags/{tag}
GET,PATCH,DELETE /repos/{owner}/{repo}/releases/{release_id}
GET,POST /repos/{owner}/{repo}/releases/{release_id}/assets
GET,PATCH,DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}
POST /repos/{owner}/{repo}/git/blobs
GET /repos/{owner}/{repo}/git/blobs/{file_sha}
POST /repos/{owner}/{repo}/git/trees
GET /repos/{owner}/{repo}/git/trees/{tree_sha}
POST /repos/{owner}/{repo}/git/commits
GET /repos/{owner}/{repo}/git/commits/{commit_sha}
POST /repos/{owner}/{repo}/git/refs
PATCH,DELETE /repos/{owner}/{repo}/git/refs/{ref}
GET /repos/{owner}/{repo}/git/ref/{ref}
GET /repos/{owner}/{repo}/git/matching-refs/{ref}
GET,PUT,DELETE /repos/{owner}/{repo}/contents/{path}
GET /repos/{owner}/{repo}/branches
GET /repos/{owner}/{repo}/branches/{branch}
GET /repos/{owner}/{repo}/commits
GET /repos/{owner}/{repo}/commits/{ref}
GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls
GET /repos/{owner}/{repo}/compare/{basehead}
GET,POST /repos/{owner}/{repo}/deployments
GET /repos/{owner}/{repo}/deployments/{deployment_id}
GET,POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses
GET /repos/{owner}/{repo}/environments
GET /repos/{owner}/{repo}/environments/{environment_name}
POST /repos/{owner}/{repo}/statuses/{sha}
GET /repos/{owner}/{repo}/commits/{ref}/statuses
GET /repos/{owner}/{repo}/commits/{ref}/status
POST /repos/{owner}/{repo}/check-runs
GET,PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}
GET /repos/{owner}/{repo}/commits/{ref}/check-runs
GET /repos/{owner}/{repo}/actions/artifacts
GET,DELETE /repos/{owner}/{repo}/actions/artifacts/{artifact_id}
GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}
GET /repos/{owner}/{repo}/actions/runs
GET /repos/{owner}/{repo}/actions/runs/{run_id}
GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts
GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs
POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches
POST /repos/{owner}/{repo}/dispatches
POST /repos/{owner}/{repo}/attestations
GET /repos/{owner}/{repo}/attestations/{subject_digest}
`;

/** Keywords that say nothing about what is valid. */
const PROSE = new Set([
  'description',
  'summary',
  'tags',
  'externalDocs',
  'example',
  'examples',
  'title',
  'deprecated',
  'servers',
  'links',
]);

/** Keywords whose values are maps of names, not of keywords. */
const MAPS = new Set([
  'properties',
  'patternProperties',
  'responses',
  'content',
  'headers',
  'schemas',
]);

const whole = JSON.parse(readFileSync(fetchDescription(), 'utf8'));
const paths = {};
const found = new Set();
for (const line of OPERATIONS.trim().split('\n')) {
  const [methods, path] = line.split(' ');
  const item = whole.paths[path];
  if (item === undefined) throw new Error(`GitHub no longer describes ${path}`);
  paths[path] = {};
  for (const method of methods.toLowerCase().split(',')) {
    if (item[method] === undefined) throw new Error(`GitHub no longer describes ${method} ${path}`);
    const { operationId, parameters = [], requestBody, responses } = item[method];
    // JSON drops what is undefined.
    paths[path][method] = trim({ operationId, parameters, requestBody, responses });
  }
}
collect(paths);
const components = {};
for (const pointer of [...found].sort()) {
  const [, , kind, name] = pointer.split('/');
  components[kind] ??= {};
  components[kind][name] = trim(whole.components[kind][name]);
}
// Its prose tells of assets in this state after a failed upload, and its list of states does not.
components.schemas['release-asset'].properties.state.enum.push('starter');
const { version, license } = whole.info;
const info = { title: 'Part of GitHub’s REST API description', source: PACKAGE, version, license };
const target = new URL('description.json', import.meta.url);
writeFileSync(target, write({ openapi: whole.openapi, info, paths, components }));

/** The description's file inside the archive of the package, fetched once. */
function fetchDescription() {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const folder = join(cache, 'mlops-actions', `openapi-${VERSION}`);
  const file = 'package/generated/api.github.com.json';
  mkdirSync(folder, { recursive: true });
  execFileSync('npm', ['pack', `${PACKAGE}@${VERSION}`, '--silent'], { cwd: folder });
  execFileSync('tar', ['-xzf', `octokit-openapi-${VERSION}.tgz`, file], { cwd: folder });
  return join(folder, file);
}

/** Every component that `node` needs, and what those need, goes to `found`. */
function collect(node) {
  if (node === null || typeof node !== 'object') return;
  if (typeof node.$ref === 'string' && !found.has(node.$ref)) {
    const [, , kind, name] = node.$ref.split('/');
    if (kind !== 'examples') {
      found.add(node.$ref);
      collect(trim(whole.components[kind][name]));
    }
  }
  for (const value of Object.values(node)) collect(value);
}

/** Without prose, and with OpenAPI 3.0's `nullable` told in JSON Schema's own words. */
function trim(node, isMap = false) {
  if (node === null || typeof node !== 'object') return node;
  if (Array.isArray(node)) return node.map((item) => trim(item));
  const kept = {};
  for (const [key, value] of Object.entries(node)) {
    const isProse =
      !isMap && (PROSE.has(key) || (key.startsWith('x-') && key !== 'x-multi-segment'));
    if (isProse) continue;
    // The alternatives of the description overlap (two forms of an error, say), so that often more than one fits.
    const name = key === 'oneOf' && !isMap ? 'anyOf' : key;
    kept[name] = key === 'enum' ? value : trim(value, !isMap && MAPS.has(key));
  }
  return isMap ? kept : allowNull(kept);
}

function allowNull({ nullable, ...schema }) {
  if (nullable !== true) return schema;
  const { type, enum: values, $ref, allOf, ...rest } = schema;
  if (typeof type === 'string') {
    const choices = values === undefined || values.includes(null) ? values : [...values, null];
    return {
      ...rest,
      type: [type, 'null'],
      ...(choices === undefined ? {} : { enum: choices }),
      ...(allOf === undefined ? {} : { allOf }),
    };
  }
  if ($ref !== undefined) return { anyOf: [{ $ref }, { type: 'null' }] };
  if (allOf !== undefined) return { ...rest, anyOf: [{ allOf }, { type: 'null' }] };
  const { anyOf } = schema;
  return anyOf === undefined ? schema : { ...schema, anyOf: [...anyOf, { type: 'null' }] };
}

/** One path and one component a line, so that a new version of the description reads as a diff. */
function write({ openapi, info, paths, components }) {
  const lines = (map) =>
    Object.entries(map)
      .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
      .join(',\n');
  const kinds = Object.entries(components)
    .map(([kind, map]) => `${JSON.stringify(kind)}:{\n${lines(map)}\n}`)
    .join(',\n');
  return `{"openapi":${JSON.stringify(openapi)},
"info":${JSON.stringify(info)},
"paths":{
${lines(paths)}
},
"components":{
${kinds}
}}
`;
}
