import { posix } from 'node:path';
import { type ActionResult, VERSION } from '../../shared/action/index.ts';
import {
  type Configuration,
  type ConfigurationRequest,
  loadConfiguration,
  type NetworkTraining,
  networkTraining,
} from '../../shared/config/index.ts';
import { describeEngine, isEngineName, openEngine } from '../../shared/engine/index.ts';
import { isUserError, type Problem, UserError } from '../../shared/errors/index.ts';
import {
  type DigestedFile,
  digestContent,
  digestValue,
  type EngineEntry,
  identifyFiles,
  parseRunRecord,
  type RunRecord,
  type TrainingEntry,
} from '../../shared/lineage/index.ts';
import type { EngineDescription, TrainingReport } from '../../shared/model/index.ts';
import { digestModel, digestModelFiles } from '../../shared/model-directory/index.ts';
import type { Ports } from '../../shared/platform/index.ts';
import { engineText } from '../../shared/report/index.ts';
import { applyParameters, checkParameters } from '../../shared/tuning/index.ts';
import { moduleModels } from './module-models.ts';
import { prepareTraining } from './prepare-training.ts';
import {
  isSameModel,
  type RebuildFacts,
  renderRebuild,
  renderRebuildHeadline,
  renderRebuildReasons,
} from './rebuild-summary.ts';
import { bestRecord } from './summary.ts';
import { train } from './train.ts';
import { readTrainingData } from './training-data.ts';
import { recordedParent } from './warm-start.ts';

const DEFAULT_RECORD = '.mlops/run.json';

/** Fields that an input of the recorded training replaced and that decide the model. */
const REPLAYED_FIELDS = ['data.path', 'data.label', 'training.seed', 'training.epochs'] as const;

/**
 * Trains again what a run record tells of, without a cache, and compares the digests of the model's files: `pass` when
 * every byte is the same, `fail` otherwise. Nothing is written. What inputs replaced then, and the parameters of the
 * best trial, are taken from the record.
 *
 * Throws a `UserError` where the same bytes can't be expected: other data, another engine, a command that trained.
 */
export async function verifyRebuild(
  request: ConfigurationRequest,
  recordPath: string | undefined,
  ports: Ports,
): Promise<ActionResult> {
  const path = recordPath ?? (await findRecord(request, ports));
  const record = await readTrainedRecord(path, ports);
  const recorded = record.training;
  const configuration = await loadConfiguration(ports.files, replay(request, record, path));
  const { outputDirectory } = configuration;
  const training = networkOf(configuration, recorded, path);
  const engine = await recordedEngine(recorded.engine as EngineEntry, path, configuration, ports);

  const data = await readTrainingData(configuration, ports);
  refuseOtherData(configuration, recorded, data.digests, path);
  const parent = await recordedParent(recorded.parent, configuration, path, ports.files);
  const prepared = await prepareTraining(
    { ...configuration, training },
    data,
    ports,
    parent?.transform,
  );
  const product = await train(training, prepared, data, {
    engine,
    log: ports.log,
    clock: ports.clock,
    moduleModel: moduleModels(ports),
    label: 'rebuilding',
    stopAfter: rebuiltEpochs(recorded, training),
    ...(parent === null ? {} : { parent }),
  }).finally(prepared.close);
  const report = JSON.parse(product.trainingJson) as TrainingReport;
  const facts: RebuildFacts = {
    model: configuration.model,
    record: path,
    recordedDigest: recorded.modelDigest,
    rebuiltDigest: digestModel(product),
    files: compareFiles(recorded.files, digestModelFiles(product)),
    changes: [
      ...(await findChanges(record, { ...configuration, training }, ports)),
      ...changesOfModule(recorded.module, report.module),
    ],
  };
  const verdict = isSameModel(facts) ? 'pass' : 'fail';
  return {
    verdict,
    outcome: verdict,
    headline: renderRebuildHeadline(facts),
    outputs: {
      model: '',
      'model-digest': facts.rebuiltDigest,
      epochs: report.history.length,
      'best-epoch': report.bestEpoch,
      'validation-loss': bestRecord(report).validationLoss,
      'best-trial': '',
      'cache-hit': false,
    },
    summary: renderRebuild(facts),
    ...(verdict === 'pass' ? {} : { terminal: () => renderRebuildReasons(facts) }),
    outputDirectory,
    isPart: true,
    files: [],
    record: (previous) => previous,
  };
}

/** Time cuts off where it will: only the record knows. */
function rebuiltEpochs({ stoppedBy, epochs }: TrainingEntry, training: NetworkTraining): number {
  return stoppedBy === undefined ? training.epochs : (epochs ?? training.epochs);
}

/** The record of the output directory. Inputs may have said what mlops.yml lacks: only the record knows. */
async function findRecord(request: ConfigurationRequest, { files }: Ports): Promise<string> {
  try {
    const { outputDirectory } = await loadConfiguration(files, request);
    return `${outputDirectory}/run.json`;
  } catch (error) {
    const path = posix.join(posix.dirname(request.file), DEFAULT_RECORD);
    if (!isUserError(error) || !(await files.exists(path))) throw error;
    return path;
  }
}

type TrainedRecord = RunRecord & { readonly training: TrainingEntry };

async function readTrainedRecord(path: string, { files }: Ports): Promise<TrainedRecord> {
  if (!(await files.exists(path))) {
    throw new UserError({
      what: `There is no run record ${path} to rebuild from`,
      where: { file: path },
      remedy:
        'Name one in the input record: train-model leaves it in the output directory, and deploy-model beside each model',
    });
  }
  const record = parseRunRecord(
    await files.readText(path),
    path,
    'Restore it as the training left it, for example from its commit',
  );
  const { training } = record;
  if (training !== undefined) return { ...record, training };
  throw new UserError({
    what: `${path} says nothing of a training`,
    where: { file: path },
    remedy: 'Name the record of a run with train-model',
  });
}

function replay(
  request: ConfigurationRequest,
  record: TrainedRecord,
  path: string,
): ConfigurationRequest {
  const overrides = record.actions['train-model']?.overrides ?? {};
  const replayed = REPLAYED_FIELDS.flatMap((field) => {
    const value = overrides[field];
    return value === undefined
      ? []
      : [{ input: `${path}, ${field}`, field: field.split('.'), value }];
  });
  return { ...request, overrides: [...request.overrides, ...replayed] };
}

function networkOf(
  { training, file }: Configuration,
  { engine, tuning }: TrainingEntry,
  path: string,
): NetworkTraining {
  if (engine.name === 'command') {
    throw new UserError({
      what: `${path} tells of a training by a command, whose bytes are its own affair`,
      where: { file: path },
      remedy: 'Run the command anew by train-model without rebuild',
    });
  }
  const network = networkTraining(training);
  if (network === null) {
    throw new UserError({
      what: `${file} trains by a command, and ${path} tells of a network that train-model trained`,
      where: { file },
      remedy: 'Check out the commit of the training (source.commit of the record)',
    });
  }
  return tuning === undefined
    ? network
    : applyParameters(network, checkParameters(tuning.parameters, path));
}

/** The engine that trained, as it is on this machine. */
async function recordedEngine(
  recorded: EngineEntry,
  path: string,
  configuration: Configuration,
  ports: Ports,
): Promise<EngineDescription> {
  const present = isEngineName(recorded.name)
    ? await openEngine(recorded.name, configuration, ports)
    : describeEngine();
  const text = (engine: EngineEntry) =>
    engine.name === 'wasm'
      ? `wasm ${engine.version} ${engine.simd ? 'with' : 'without'} SIMD`
      : engineText(engine);
  if (text(recorded) === text(present)) return present;
  throw new UserError({
    what: `The model was trained by the engine ${text(recorded)}, and this is ${text(present)}: the last bits differ`,
    where: { file: path },
    remedy:
      recorded.name === 'tensorflow'
        ? 'Install the packages of the commit of the training (npm ci) and give it the same threads (TF_NUM_INTRAOP_THREADS)'
        : recorded.version === present.version
          ? 'Rebuild on a machine like that of the training'
          : 'Rebuild with the version of mlops-actions that trained (actions.train-model.version of the record)',
  });
}

function refuseOtherData(
  { data, file }: Configuration,
  { data: recorded }: TrainingEntry,
  found: readonly DigestedFile[],
  path: string,
): void {
  const identify = (files: readonly DigestedFile[]) => identifyFiles(files, data.split);
  const [before, now] = [identify(recorded), identify(found)];
  if (before.join('\n') === now.join('\n')) return;
  const problems = found.flatMap((file, index): Problem[] => {
    if (before[index] === now[index] || index >= recorded.length) return [];
    const { path: name, sha256 } = file;
    const trained = recorded[index] as DigestedFile;
    const what =
      trained.sha256 === sha256
        ? `The file was called ${trained.path} in the training, and rows are split by the names of their files`
        : `The file is not the one that trained: ${path} tells of ${trained.path} with the SHA-256 ${trained.sha256.slice(0, 12)}…, and this has ${sha256.slice(0, 12)}…`;
    return [
      {
        what,
        where: { file: name },
        remedy: 'Check out the data of the training (source.commit of the record)',
      },
    ];
  });
  const others: Problem = {
    what: `The model was trained on ${recorded.length} data files, and data.path names ${found.length}`,
    where: { file },
    remedy: 'Check out the data of the training (source.commit of the record)',
  };
  throw new UserError(recorded.length === found.length ? problems : [others]);
}

function compareFiles(
  recorded: readonly DigestedFile[],
  rebuilt: readonly DigestedFile[],
): RebuildFacts['files'] {
  return rebuilt.map(({ path, sha256 }) => ({
    name: path,
    recorded: recorded.find((file) => file.path.split('/').at(-1) === path)?.sha256 ?? '',
    rebuilt: sha256,
  }));
}

function changesOfModule(
  recorded: TrainingEntry['module'],
  rebuilt: TrainingReport['module'],
): string[] {
  if (recorded === undefined || rebuilt === undefined) return [];
  if (recorded.sha256 !== rebuilt.sha256) return [`${recorded.path} has changed`];
  if (recorded.digest === rebuilt.digest) return [];
  return [`${recorded.path} makes another model, though it has not changed: what it imports has`];
}

/** What is not as it was and may be why the bytes differ. */
async function findChanges(
  { configuration: recorded, training, actions, source }: TrainedRecord,
  configuration: Configuration,
  { files, run }: Ports,
): Promise<string[]> {
  const version = actions['train-model']?.version;
  const { splitDigest } = training;
  const changes: string[] = [];
  if (version !== undefined && version !== VERSION)
    changes.push(`mlops-actions is ${VERSION}, and was ${version}`);
  if (training.seed !== configuration.training.seed)
    changes.push(`training.seed is ${configuration.training.seed}, and was ${training.seed}`);
  if (splitDigest !== undefined && splitDigest !== digestValue(configuration.data.split))
    changes.push('data.split is another one');
  if (recorded !== undefined && (await files.exists(configuration.file))) {
    const present = digestContent(configuration.file, await files.read(configuration.file));
    if (present.sha256 !== recorded.sha256) changes.push(`${configuration.file} has changed`);
  }
  if (source?.commit !== undefined && run.commit !== undefined && source.commit !== run.commit)
    changes.push(`the commit is ${run.commit.slice(0, 12)}, and was ${source.commit.slice(0, 12)}`);
  return changes;
}
