import type { Configuration } from '../config/index.ts';
import { isUserError, UserError } from '../errors/index.ts';
import { parseRunRecord, type RunRecord } from '../lineage/index.ts';
import type { CancellationPort, FilesPort, FileToWrite, GitHubPort } from '../platform/index.ts';
import { type Deployment, noTarget, withDeployments } from './deploy-model.ts';
import type { DeploymentResult } from './deployment-report.ts';
import { planRollback, type RollbackPlan } from './directory-target.ts';
import {
  type EnvironmentReport,
  type EnvironmentRequest,
  withinDeployment,
} from './github-deployment.ts';
import { provenanceFiles } from './provenance-files.ts';

export interface RollbackRequest {
  readonly configuration: Pick<Configuration, 'model' | 'deployment' | 'file'>;
  /** A version's number, or `previous`. */
  readonly wanted: string;
  /** Of GitHub, where a Deployment is to be made. */
  readonly environment?: EnvironmentRequest;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly cancellation?: CancellationPort;
}

/** Makes another version current in every directory target; each is checked before any is switched. */
export async function rollBack(
  files: FilesPort,
  github: GitHubPort | null,
  request: RollbackRequest,
): Promise<Deployment> {
  const { configuration, wanted, at } = request;
  const directories = configuration.deployment.targets.filter(({ kind }) => kind === 'directory');
  const plans: RollbackPlan[] = [];
  for (const target of directories) {
    if (target.kind !== 'directory') continue;
    plans.push(await planRollback(files, `${target.path}/${configuration.model}`, wanted));
  }
  const [first] = plans;
  if (first === undefined) throw noTarget(configuration.file, 'directory target to roll back');
  const { modelDigest } = first;
  const other = plans.find((plan) => plan.modelDigest !== modelDigest);
  if (other !== undefined) {
    throw new UserError({
      what: `Version ${wanted} is one model in ${first.location} and another in ${other.location}`,
      remedy: 'Roll the targets back one by one, with a configuration that names only one of them',
    });
  }
  const { targets, environment } = await applyPlans(github, request, first, plans);
  const entries = targets
    .filter(({ status }) => status !== 'unchanged')
    .map(({ target, location, version }) => ({ target, location, version, modelDigest, at }));
  const record = await readRecord(files, `${first.location}/run.json`);
  return {
    report: {
      version: 1,
      model: configuration.model,
      modelDigest,
      action: 'rollback',
      targets,
      ...(environment === undefined ? {} : { environment }),
    },
    entries,
    modelCards: await readModelCards(files, first.location),
    ...(record === null
      ? {}
      : { provenance: provenanceFiles(withDeployments(record, entries), [], targets) }),
  };
}

/** Versions of earlier releases hold no JSON. */
async function readModelCards(files: FilesPort, folder: string): Promise<FileToWrite[]> {
  const cards: FileToWrite[] = [];
  for (const path of ['model-card.md', 'model-card.json']) {
    const card = `${folder}/${path}`;
    if (await files.exists(card)) cards.push({ path, content: await files.readText(card) });
  }
  return cards;
}

async function applyPlans(
  github: GitHubPort | null,
  { configuration, environment, cancellation }: RollbackRequest,
  { modelDigest, version }: RollbackPlan,
  plans: readonly RollbackPlan[],
): Promise<{ readonly targets: DeploymentResult[]; readonly environment?: EnvironmentReport }> {
  const applyAll = async () => {
    const results: DeploymentResult[] = [];
    for (const plan of plans) results.push(await plan.apply());
    return { results };
  };
  if (environment === undefined) return { targets: (await applyAll()).results };
  const unchanged = plans.every((plan) => plan.unchanged);
  const payload = { model: configuration.model, modelDigest, version };
  const deployed = await withinDeployment(
    github,
    environment,
    { ...payload, unchanged, done: 'Rolled back to' },
    applyAll,
    cancellation,
  );
  return { targets: deployed.value.results, environment: deployed.environment };
}

/** Null for one that an older version wrote in another form. */
async function readRecord(files: FilesPort, path: string): Promise<RunRecord | null> {
  if (!(await files.exists(path))) return null;
  try {
    return parseRunRecord(await files.readText(path), path);
  } catch (error) {
    if (isUserError(error)) return null;
    throw error;
  }
}
