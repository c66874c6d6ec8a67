import type { Configuration } from '../config/index.ts';
import { isUserError, UserError } from '../errors/index.ts';
import {
  type DeploymentEntry,
  parseRunRecord,
  prettyJson,
  type RunRecord,
  renderModelCard,
} from '../lineage/index.ts';
import type { ModelDirectory } from '../model-directory/index.ts';
import { MODEL_FILES } from '../network/index.ts';
import type { FilesPort, FileToWrite, GitHubPort } from '../platform/index.ts';
import type { DeploymentReport, DeploymentResult } from './deployment-report.ts';
import { directoryTarget, planRollback } from './directory-target.ts';
import { checkProvenance, type ProvenanceFiles, provenanceFiles } from './provenance-files.ts';
import { releaseTarget } from './release-target.ts';
import type { DeploymentBundle, DeploymentPlan } from './target.ts';
import { CHECKSUMS_FILE, renderChecksums } from './version-folder.ts';

export interface Deployment {
  readonly report: DeploymentReport;
  readonly entries: readonly DeploymentEntry[];
  readonly modelCard: string;
  /** Left out where a version that is rolled back to holds no readable run.json. */
  readonly provenance?: ProvenanceFiles;
}

export interface DeploymentRequest {
  readonly configuration: Pick<Configuration, 'model' | 'deployment' | 'file'>;
  /** The record of the model, checked by `checkDeployment`. */
  readonly record: RunRecord;
  readonly model: ModelDirectory;
  readonly exports: readonly FileToWrite[];
  /** Why a model that had not passed is deployed all the same. */
  readonly forced?: string;
  readonly commit?: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/**
 * Deploys to every target or, as far as can be known beforehand, to none: all targets are planned, then the files are
 * written aside, then releases are published, and last the directories are switched, which is least likely to fail.
 */
export async function deployModel(
  files: FilesPort,
  github: GitHubPort | null,
  request: DeploymentRequest,
): Promise<Deployment> {
  const { configuration, model, forced } = request;
  const plans = await planTargets(files, github, request);
  const entryOf = ({ target, location, version }: PlaceOfModel): DeploymentEntry => ({
    target,
    location,
    version,
    modelDigest: model.digest,
    at: request.at,
    ...(forced === undefined ? {} : { forced }),
  });
  const planned = withDeployments(request.record, plans.map(entryOf));
  const modelCard = renderModelCard(planned);
  const bundle = bundleFiles(request, planned, modelCard);
  checkProvenance(planned, bundle.files);
  for (const plan of plans) await plan.stage(bundle);
  const results = new Map<DeploymentPlan, DeploymentResult>();
  for (const plan of [...plans].sort(
    (a, b) => Number(b.target === 'release') - Number(a.target === 'release'),
  )) {
    results.set(plan, await plan.apply(bundle));
  }
  const targets = plans.flatMap((plan) => results.get(plan) ?? []);
  const entries = targets
    .filter((place) => place.status !== 'unchanged' || !isRecorded(request.record, place))
    .map(entryOf);
  return {
    report: {
      version: 1,
      model: configuration.model,
      modelDigest: model.digest,
      action: 'deploy',
      ...(forced === undefined ? {} : { forced }),
      targets,
    },
    entries,
    modelCard,
    provenance: provenanceFiles(
      withDeployments(request.record, entries),
      modelFiles(model),
      targets,
    ),
  };
}

/** False for a version that an interrupted run left behind, or that another record tells of. */
function isRecorded({ deployments = [] }: RunRecord, place: PlaceOfModel): boolean {
  return deployments.some(
    ({ target, location, version }) =>
      target === place.target && location === place.location && version === place.version,
  );
}

type PlaceOfModel = Pick<DeploymentResult, 'target' | 'location' | 'version'>;

async function planTargets(
  files: FilesPort,
  github: GitHubPort | null,
  { configuration, model, commit }: DeploymentRequest,
): Promise<DeploymentPlan[]> {
  const { targets } = configuration.deployment;
  if (targets.length === 0) throw noTarget(configuration.file);
  const identity = { name: configuration.model, digest: model.digest };
  const plans = new Map<number, DeploymentPlan>();
  for (const [place, target] of targets.entries()) {
    if (target.kind !== 'directory') continue;
    plans.set(place, await directoryTarget(files, target).plan(identity));
  }
  const version = plans.values().next().value?.version;
  for (const [place, target] of targets.entries()) {
    if (target.kind !== 'release') continue;
    const context = {
      ...(version === undefined ? {} : { version }),
      ...(commit === undefined ? {} : { commit }),
    };
    plans.set(place, await releaseTarget(github, target, context).plan(identity));
  }
  return targets.flatMap((_target, place) => plans.get(place) ?? []);
}

function bundleFiles(
  { configuration, model, exports }: DeploymentRequest,
  record: RunRecord,
  modelCard: string,
): DeploymentBundle {
  const files: FileToWrite[] = [
    ...modelFiles(model),
    ...exports,
    { path: 'model-card.md', content: modelCard },
    { path: 'run.json', content: prettyJson(record) },
  ];
  return {
    model: configuration.model,
    modelDigest: model.digest,
    files: [...files, { path: CHECKSUMS_FILE, content: renderChecksums(files) }],
  };
}

function modelFiles(model: ModelDirectory): FileToWrite[] {
  return [
    { path: MODEL_FILES.model, content: model.modelJson },
    { path: MODEL_FILES.weights, content: model.weights },
    { path: MODEL_FILES.transform, content: model.transformJson },
  ];
}

/** Makes another version current in every directory target; each is checked before any is switched. */
export async function rollBack(
  files: FilesPort,
  configuration: Pick<Configuration, 'model' | 'deployment' | 'file'>,
  wanted: string,
  at: string,
): Promise<Deployment> {
  const directories = configuration.deployment.targets.filter(({ kind }) => kind === 'directory');
  const plans = [];
  for (const target of directories) {
    if (target.kind !== 'directory') continue;
    plans.push(await planRollback(files, `${target.path}/${configuration.model}`, wanted));
  }
  const [first] = plans;
  if (first === undefined) throw noTarget(configuration.file, 'directory target to roll back');
  const other = plans.find(({ modelDigest }) => modelDigest !== first.modelDigest);
  if (other !== undefined) {
    throw new UserError({
      what: `Version ${wanted} is one model in ${first.location} and another in ${other.location}`,
      remedy: 'Roll the targets back one by one, with a configuration that names only one of them',
    });
  }
  const targets: DeploymentResult[] = [];
  for (const plan of plans) targets.push(await plan.apply());
  const card = `${first.location}/model-card.md`;
  const { modelDigest } = first;
  const entries = targets
    .filter(({ status }) => status !== 'unchanged')
    .map(({ target, location, version }) => ({ target, location, version, modelDigest, at }));
  const record = await readRecord(files, `${first.location}/run.json`);
  return {
    report: { version: 1, model: configuration.model, modelDigest, action: 'rollback', targets },
    entries,
    modelCard: (await files.exists(card)) ? await files.readText(card) : '',
    ...(record === null
      ? {}
      : { provenance: provenanceFiles(withDeployments(record, entries), [], targets) }),
  };
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

export function withDeployments(record: RunRecord, entries: readonly DeploymentEntry[]): RunRecord {
  if (entries.length === 0) return record;
  return { ...record, deployments: [...(record.deployments ?? []), ...entries] };
}

function noTarget(file: string, what = 'deployment target'): UserError {
  return new UserError({
    what: `${file} has no ${what}`,
    where: { file },
    remedy: 'Add one under deployment.targets, e.g. { kind: directory, path: models }',
  });
}
