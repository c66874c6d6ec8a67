import type { Configuration } from '../config/index.ts';
import { UserError } from '../errors/index.ts';
import {
  type DeploymentEntry,
  prettyJson,
  type RunRecord,
  renderModelCard,
  renderModelCardJson,
} from '../lineage/index.ts';
import type { CancellationPort, FilesPort, FileToWrite, GitHubPort } from '../platform/index.ts';
import type { DeploymentReport, DeploymentResult } from './deployment-report.ts';
import { directoryTarget } from './directory-target.ts';
import {
  type EnvironmentReport,
  type EnvironmentRequest,
  withinDeployment,
} from './github-deployment.ts';
import { checkProvenance, type ProvenanceFiles, provenanceFiles } from './provenance-files.ts';
import { pullRequestTarget } from './pull-request-target.ts';
import { releaseTarget } from './release-target.ts';
import type { DeploymentBundle, DeploymentPlan } from './target.ts';
import { CHECKSUMS_FILE, renderChecksums } from './version-folder.ts';

export interface Deployment {
  readonly report: DeploymentReport;
  readonly entries: readonly DeploymentEntry[];
  /** `model-card.md` and `model-card.json`; those that a version which is rolled back to holds. */
  readonly modelCards: readonly FileToWrite[];
  /** Left out where a version that is rolled back to holds no readable run.json. */
  readonly provenance?: ProvenanceFiles;
}

export interface DeploymentRequest {
  readonly configuration: Pick<Configuration, 'model' | 'deployment' | 'file' | 'modelCard'>;
  /** The record of the model, checked by `checkDeployment`. */
  readonly record: RunRecord;
  readonly model: { readonly digest: string; readonly files: readonly FileToWrite[] };
  readonly exports: readonly FileToWrite[];
  /** Why a model that had not passed is deployed all the same. */
  readonly forced?: string;
  readonly commit?: string;
  readonly runUrl?: string;
  /** Of GitHub, where a Deployment is to be made. */
  readonly environment?: EnvironmentRequest;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly cancellation?: CancellationPort;
}

/**
 * Deploys to every target or, as far as can be known beforehand, to none: all targets are planned, then the files are
 * written aside, then pull requests are opened, releases published, and last the directories are switched: what is most
 * likely to fail comes first. A run that was cut off is finished by the next one, which finds what is there.
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
  const modelCards = [
    { path: 'model-card.md', content: renderModelCard(planned, configuration.modelCard) },
    { path: 'model-card.json', content: renderModelCardJson(planned, configuration.modelCard) },
  ];
  const bundle = bundleFiles(request, planned, modelCards);
  checkProvenance(planned, bundle.files);
  for (const plan of plans) await plan.stage(bundle);
  const { targets, environment } = await applyPlans(github, request, plans, (plan) => {
    const { cancellation } = request;
    // Between the folder's renaming and current.json the next run would take the version for another one's.
    if (plan.target !== 'directory' || cancellation === undefined) return plan.apply(bundle);
    return cancellation.uninterrupted(() => plan.apply(bundle));
  });
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
      ...(environment === undefined ? {} : { environment }),
    },
    entries,
    modelCards,
    provenance: provenanceFiles(withDeployments(request.record, entries), model.files, targets),
  };
}

const ORDER: readonly DeploymentPlan['target'][] = ['pull-request', 'release', 'directory'];

/** Applies all plans, within a Deployment of GitHub where there is an environment. Results in the order of the plans. */
async function applyPlans(
  github: GitHubPort | null,
  { configuration, model, environment, cancellation }: DeploymentRequest,
  plans: readonly DeploymentPlan[],
  apply: (plan: DeploymentPlan) => Promise<DeploymentResult>,
): Promise<{ readonly targets: DeploymentResult[]; readonly environment?: EnvironmentReport }> {
  const applyAll = async () => {
    const results = new Map<DeploymentPlan, DeploymentResult>();
    const ordered = plans.toSorted((a, b) => ORDER.indexOf(a.target) - ORDER.indexOf(b.target));
    for (const plan of ordered) results.set(plan, await apply(plan));
    return { results: plans.flatMap((plan) => results.get(plan) ?? []) };
  };
  if (environment === undefined) return { targets: (await applyAll()).results };
  const deployed = await withinDeployment(
    github,
    environment,
    {
      model: configuration.model,
      modelDigest: model.digest,
      version: plans[0]?.version ?? '',
      unchanged: plans.every(({ unchanged }) => unchanged),
      done: 'Deployed',
    },
    applyAll,
    cancellation,
  );
  return { targets: deployed.value.results, environment: deployed.environment };
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
  { configuration, model, commit, runUrl }: DeploymentRequest,
): Promise<DeploymentPlan[]> {
  const { targets } = configuration.deployment;
  if (targets.length === 0) throw noTarget(configuration.file);
  const identity = { name: configuration.model, digest: model.digest };
  const origin = {
    ...(commit === undefined ? {} : { commit }),
    ...(runUrl === undefined ? {} : { runUrl }),
  };
  const plans = new Map<number, DeploymentPlan>();
  for (const [place, target] of targets.entries()) {
    if (target.kind === 'release') continue;
    const counting =
      target.kind === 'directory'
        ? directoryTarget(files, target)
        : pullRequestTarget(github, target, origin);
    plans.set(place, await counting.plan(identity));
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
  modelCards: readonly FileToWrite[],
): DeploymentBundle {
  const files: FileToWrite[] = [
    ...model.files,
    ...exports,
    ...modelCards,
    { path: 'run.json', content: prettyJson(record) },
  ];
  return {
    model: configuration.model,
    modelDigest: model.digest,
    files: [...files, { path: CHECKSUMS_FILE, content: renderChecksums(files) }],
    record,
  };
}

export function withDeployments(record: RunRecord, entries: readonly DeploymentEntry[]): RunRecord {
  if (entries.length === 0) return record;
  return { ...record, deployments: [...(record.deployments ?? []), ...entries] };
}

export function noTarget(file: string, what = 'deployment target'): UserError {
  return new UserError({
    what: `${file} has no ${what}`,
    where: { file },
    remedy: 'Add one under deployment.targets, e.g. { kind: directory, path: models }',
  });
}
