import type { ActionResult } from '../../shared/action/index.ts';
import { type Configuration, loadConfiguration } from '../../shared/config/index.ts';
import {
  checkDeployment,
  checkRisk,
  type Deployment,
  type DeploymentResult,
  deployModel,
  deploymentHeadline,
  type EnvironmentRequest,
  type Refusal,
  readExports,
  renderDeploymentSummary,
  rollBack,
  withDeployments,
} from '../../shared/deploy/index.ts';
import { UserError } from '../../shared/errors/index.ts';
import {
  digestGates,
  PREDICATE_TYPE,
  parseRunRecord,
  prettyJson,
} from '../../shared/lineage/index.ts';
import { untracked } from '../../shared/mlflow/index.ts';
import { readAnyModel, readModelFiles } from '../../shared/model-directory/index.ts';
import type { Ports } from '../../shared/platform/index.ts';
import type { DeployModelInputs } from './inputs.ts';
import { tracked, VERSION_OUTPUT } from './tracking.ts';

const PROVENANCE = { predicate: 'provenance.json', subjects: 'subjects.txt' } as const;

/**
 * Puts the trained model where its users find it, if its evaluation passed. The targets are the one thing that an action
 * writes by itself: each shows a reader the old version or the new one, never a mixture.
 */
export async function run(inputs: DeployModelInputs, ports: Ports): Promise<ActionResult> {
  const configuration = await loadConfiguration(ports.files, inputs.configuration);
  const at = ports.clock.now().toISOString();
  if (inputs.rollback !== undefined) {
    const rollback = {
      configuration,
      wanted: inputs.rollback,
      ...environmentOf(configuration, ports),
      at,
      cancellation: ports.cancellation,
    };
    return deployed(configuration, await rollBack(ports.files, ports.github, rollback), ports);
  }
  const { outputDirectory } = configuration;
  const model = await readAnyModel(ports.files, `${outputDirectory}/model`);
  const record = await readRecord(ports, outputDirectory);
  const { files: exports, refusals: damages } = await readExports(
    ports.files,
    outputDirectory,
    record.exports ?? [],
  );
  const identity = {
    name: configuration.model,
    digest: model.digest,
    gatesDigest: digestGates(configuration.evaluation),
  };
  const refusals = [
    ...checkRisk(configuration.modelCard),
    ...checkDeployment(record, identity),
    ...damages,
  ];
  const standing =
    inputs.force === undefined ? refusals : refusals.filter(({ kind }) => kind !== 'verdict');
  if (standing.length > 0) return refused(configuration, model.digest, standing);
  const forced = refusals.length > 0 ? inputs.force : undefined;
  for (const { reason } of refusals) ports.log.warning(`Overridden by force: ${reason}`);
  if (inputs.force !== undefined && forced === undefined) {
    ports.log.info('The model has passed: force was not needed and is not recorded');
  }
  await checkOutputDirectory(ports, outputDirectory);
  const deployment = await deployModel(ports.files, ports.github, {
    configuration,
    record,
    model: { digest: model.digest, files: await readModelFiles(ports.files, model) },
    exports,
    ...(forced === undefined ? {} : { forced }),
    ...originOf(ports),
    ...environmentOf(configuration, ports),
    at,
    cancellation: ports.cancellation,
  });
  return deployed(configuration, deployment, ports);
}

function originOf({ run: { commit, runUrl } }: Ports) {
  return {
    ...(commit === undefined ? {} : { commit }),
    ...(runUrl === undefined ? {} : { runUrl }),
  };
}

/** A terminal shares the configuration with the workflow, and has no GitHub to tell of an environment. */
function environmentOf(
  { deployment: { environment, environmentUrl } }: Configuration,
  ports: Ports,
): { readonly environment?: EnvironmentRequest } {
  if (environment === undefined) return {};
  if (ports.run.platform === 'terminal') {
    ports.log.info(`GitHub is not told of the environment ${environment}: this is no workflow`);
    return {};
  }
  return {
    environment: {
      name: environment,
      ...(environmentUrl === undefined ? {} : { url: environmentUrl }),
      ...originOf(ports),
    },
  };
}

/** What a person has to do shows on the page of the run. */
function warnOfNotes({ report }: Deployment, ports: Ports): void {
  const notes = [...report.targets, report.environment].flatMap((part) => part?.note ?? []);
  for (const message of notes) {
    ports.annotations.add({ level: 'warning', title: 'deploy-model', message });
  }
}

/**
 * Makes sure, before anything is deployed, that what was deployed can be written down: a deployment that no record tells
 * of is worse than none.
 */
async function checkOutputDirectory(
  { cancellation, files }: Ports,
  directory: string,
): Promise<void> {
  for (const name of [
    'deployment.json',
    ...Object.values(PROVENANCE),
    'model-card.md',
    'model-card.json',
    'run.json',
    'report.html',
  ]) {
    const path = `${directory}/${name}`;
    if (!(await files.isDirectory(path))) continue;
    throw new UserError({
      what: `${path} can't be written: a folder stands there`,
      remedy: 'Remove it or choose another output-directory',
    });
  }
  const probe = `${directory}/.deployment-probe`;
  await cancellation.uninterrupted(async () => {
    await files.writeAll([{ path: probe, content: '' }]);
    await files.remove(probe);
  });
}

async function readRecord(ports: Ports, outputDirectory: string) {
  const path = `${outputDirectory}/run.json`;
  if (!(await ports.files.exists(path))) {
    throw new UserError({
      what: `There is no run record ${path}`,
      remedy:
        'Run train-model and evaluate-gate first, or hand their files over with artifact-name',
    });
  }
  return parseRunRecord(await ports.files.readText(path), path);
}

function deployed(
  configuration: Configuration,
  deployment: Deployment,
  ports: Ports,
): ActionResult {
  const { report, entries, modelCards, provenance } = deployment;
  warnOfNotes(deployment, ports);
  const { outputDirectory } = configuration;
  const [first] = report.targets;
  const warn = report.forced !== undefined;
  const result: ActionResult = {
    verdict: warn ? 'warn' : 'pass',
    outcome: warn ? 'warn' : 'pass',
    headline: `${deploymentHeadline(report)}${warn ? ', forced' : ''}`,
    outputs: {
      version: first?.version ?? '',
      location: first?.location ?? '',
      'model-digest': report.modelDigest,
      'pull-request': report.targets.find(isPullRequest)?.location ?? '',
      'predicate-type': provenance === undefined ? '' : PREDICATE_TYPE,
      predicate: provenance === undefined ? '' : `${outputDirectory}/${PROVENANCE.predicate}`,
      subjects: provenance === undefined ? '' : `${outputDirectory}/${PROVENANCE.subjects}`,
    },
    summary: renderDeploymentSummary(report),
    outputDirectory,
    files: [
      { path: 'deployment.json', content: prettyJson(report) },
      ...(provenance === undefined
        ? []
        : [
            { path: PROVENANCE.predicate, content: provenance.predicate },
            { path: PROVENANCE.subjects, content: provenance.subjects },
          ]),
      ...modelCards,
    ],
    record: (previous) => withDeployments({ ...previous, model: configuration.model }, entries),
  };
  const isProposal = report.targets.every(isPullRequest);
  return tracked(result, configuration, report, isProposal, ports);
}

/** A model that has been merged already has no pull request any more. */
function isPullRequest({ target, location }: DeploymentResult): boolean {
  return target === 'pull-request' && /^https?:/.test(location);
}

function refused(
  configuration: Configuration,
  modelDigest: string,
  refusals: readonly Refusal[],
): ActionResult {
  const report = {
    version: 1,
    model: configuration.model,
    modelDigest,
    action: 'deploy',
    refused: refusals.map(({ reason }) => reason),
    targets: [],
  } as const;
  const result: ActionResult = {
    verdict: 'fail',
    outcome: 'fail',
    headline: deploymentHeadline(report),
    outputs: {
      version: '',
      location: '',
      'model-digest': modelDigest,
      'pull-request': '',
      'predicate-type': '',
      predicate: '',
      subjects: '',
    },
    summary: renderDeploymentSummary(report),
    outputDirectory: configuration.outputDirectory,
    files: [{ path: 'deployment.json', content: prettyJson(report) }],
    record: (previous) => ({ ...previous, model: configuration.model }),
  };
  return untracked(result, VERSION_OUTPUT);
}
