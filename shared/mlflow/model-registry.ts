import { TrackingError, type TrackingPort } from '../platform/index.ts';
import type { NamedValue } from './run-content.ts';
import { codeOf, type MlflowRun, objectOf } from './tracking-client.ts';

/** Numbers of versions as MLflow gives them; they stand in addresses. */
const VERSION = /^[1-9]\d{0,9}$/;

/** Names that MLflow keeps for itself. */
const RESERVED_ALIAS = /^(latest|v\d+)$/i;
const LONGEST_ALIAS = 255;

/** Makes the registered model if there is none of this name. */
export async function ensureRegisteredModel(port: TrackingPort, name: string): Promise<void> {
  try {
    await port.call({ method: 'POST', path: 'registered-models/create', fields: { name } });
  } catch (error) {
    if (codeOf(error) !== 'RESOURCE_ALREADY_EXISTS') throw error;
  }
}

/** Number of the version that is made of the model of a run; null where there is none. */
export async function findVersion(
  port: TrackingPort,
  name: string,
  { id }: MlflowRun,
): Promise<string | null> {
  const answer = await port.call({
    method: 'GET',
    path: 'model-versions/search',
    fields: { filter: `name = '${name}' and run_id = '${id}'`, max_results: '1' },
  });
  // A field that would be an empty list is left out.
  const [found] = Array.isArray(answer.model_versions) ? (answer.model_versions as unknown[]) : [];
  return found === undefined ? null : versionOf(found);
}

/** Number of a new version, which is the model of a run. */
export async function createVersion(
  port: TrackingPort,
  name: string,
  run: MlflowRun,
): Promise<string> {
  const create = async () => {
    const answer = await port.call({
      method: 'POST',
      path: 'model-versions/create',
      fields: { name, source: `${run.artifactUri}/model`, run_id: run.id },
      once: true,
    });
    return versionOf(answer.model_version);
  };
  try {
    return await create();
  } catch (error) {
    if (!(error instanceof TrackingError) || error.kind !== 'unknown-outcome') throw error;
    return (await findVersion(port, name, run)) ?? (await create());
  }
}

export async function tagVersion(
  port: TrackingPort,
  name: string,
  version: string,
  tag: NamedValue,
): Promise<void> {
  const fields = { name, version, ...tag };
  await port.call({ method: 'POST', path: 'model-versions/set-tag', fields });
}

/** Moves the alias from whatever version it stands at. */
export async function setAlias(
  port: TrackingPort,
  name: string,
  version: string,
  alias: string,
): Promise<void> {
  const fields = { name, version, alias };
  await port.call({ method: 'POST', path: 'registered-models/alias', fields });
}

/** Page of a version, for a person. */
export function pageOfVersion(port: TrackingPort, name: string, version: string): string {
  return `${port.address}/#/models/${name}/versions/${version}`;
}

/** An alias that MLflow takes, for the name of an environment: letters, digits, `_` and `-`. */
export function fitAlias(name: string): string {
  const plain = name.replace(/[^\w-]/g, '_').slice(0, LONGEST_ALIAS);
  return RESERVED_ALIAS.test(plain) ? `_${plain}` : plain;
}

function versionOf(value: unknown): string {
  const { version } = objectOf(value, 'version of the model');
  const text = String(version);
  if (VERSION.test(text)) return text;
  throw new TrackingError('not-understood', { what: 'The MLflow server names no version' });
}
