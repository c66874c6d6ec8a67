import type { ActionResult } from '../../shared/action/index.ts';
import { type Configuration, loadConfiguration } from '../../shared/config/index.ts';
import { describeEngine, selectEngine } from '../../shared/engine/index.ts';
import { digestValue, prettyJson, type TrainingEntry } from '../../shared/lineage/index.ts';
import { untracked } from '../../shared/mlflow/index.ts';
import type { EngineDescription, TrainingReport } from '../../shared/model/index.ts';
import { digestModel, digestModelFiles } from '../../shared/model-directory/index.ts';
import { MODEL_FILES } from '../../shared/network/index.ts';
import type { Ports } from '../../shared/platform/index.ts';
import { bestTrial, type TrialsFile, trialsPath } from '../../shared/tuning/index.ts';
import { openCheckpoints } from './checkpoints.ts';
import { crossValidate, planFolds } from './cross-validate.ts';
import { eliminateFeatures, planElimination } from './eliminate-features.ts';
import { measureImportance } from './feature-importance.ts';
import { fitData, type NetworkConfiguration } from './fit-data.ts';
import type { TrainModelInputs } from './inputs.ts';
import { warnOfLeakage } from './leakage-warning.ts';
import { type CachedModel, cacheKey, restoreModel, storeModel } from './model-cache.ts';
import { moduleModels } from './module-models.ts';
import { prepareTraining } from './prepare-training.ts';
import { verifyRebuild } from './rebuild.ts';
import { bestRecord, renderHeadline, renderSummary } from './summary.ts';
import { RUN_OUTPUT, tracked } from './tracking.ts';
import { type TrainingMeans, type TrainingProduct, train } from './train.ts';
import { trainByCommand } from './train-by-command.ts';
import { readTrainingData, type TrainingData } from './training-data.ts';
import { extendRecord, findObsoleteFiles, MODEL_FOLDER } from './training-record.ts';
import { renderPartHeadline, renderPartSummary } from './trials-summary.ts';
import { checkAgainstTrial, chooseTrial, runTrials, type TunedTraining } from './tuning.ts';
import { chooseParent } from './warm-start.ts';

/** Where cache entries lie while they are stored or restored. The same place for both: it belongs to an entry's identity. */
const STAGING_FOLDER = '.model-cache';
const CHECKPOINT_FOLDER = '.checkpoint';

/**
 * Trains the model that `mlops.yml` describes, or takes it from the cache when nothing that decides it has changed; with
 * `trials`, runs a share of a tuning's trials; with `best-trial`, trains by the best of them; with `rebuild`, trains
 * again what a run record tells of and compares the bytes.
 */
export async function run(inputs: TrainModelInputs, ports: Ports): Promise<ActionResult> {
  const startedAt = ports.clock.now();
  if (inputs.rebuild !== undefined) {
    return untracked(await verifyRebuild(inputs.configuration, inputs.record, ports), RUN_OUTPUT);
  }
  const configuration = await loadConfiguration(ports.files, inputs.configuration);
  const { architecture } = configuration.training;
  // Before the data is read: an engine that is missing shows at once. A command brings its own.
  const engine =
    architecture.kind === 'command' ? describeEngine() : await selectEngine(configuration, ports);
  const data = await readTrainingData(configuration, ports);
  if (inputs.trials !== undefined) {
    const trials = await runTrials(configuration, inputs.trials, data, engine, ports);
    return untracked(toPartResult(configuration, trials), RUN_OUTPUT);
  }
  await warnOfLeakage(configuration, data, ports);
  const tuned =
    inputs.bestTrial === undefined
      ? null
      : await chooseTrial(configuration, inputs.bestTrial, data, engine, ports);
  if (architecture.kind === 'command') {
    const result = await trainByCommand(configuration, architecture, data, ports);
    return tracked(result, configuration, startedAt, ports);
  }
  const training = tuned?.training ?? { ...configuration.training, architecture };
  const used = { ...configuration, training };
  const result = await trainNetwork(used, data, { tuned, engine }, ports);
  return tracked(result, used, startedAt, ports);
}

const NOT_CACHED: CachedModel = { product: null, storeUnder: null };

async function trainNetwork(
  configuration: NetworkConfiguration,
  data: TrainingData,
  { tuned, engine }: { readonly tuned: TunedTraining | null; readonly engine: EngineDescription },
  ports: Ports,
): Promise<ActionResult> {
  const { outputDirectory, training } = configuration;
  // A trial that time has cut off is trained again by the number of its epochs.
  const stopAfter =
    tuned !== null && training.timeBudget !== undefined ? tuned.best.epochs : undefined;
  const moduleModel = moduleModels(ports);
  const parent = await chooseParent(configuration, data, ports, moduleModel);
  // Before the cache is asked: what the module makes decides the model.
  const made =
    training.architecture.kind === 'module' && training.cache
      ? await moduleModel(
          training,
          data.task,
          parent?.transform ?? fitData(configuration, data).transform,
        )
      : null;
  const key = cacheKey(configuration, data, engine, {
    ...(stopAfter === undefined ? {} : { stopAfter }),
    ...(made === null ? {} : { module: made.digests }),
    ...(parent === null ? {} : { parent: parent.digest }),
  });
  const staging = `${outputDirectory}/${STAGING_FOLDER}`;
  const checkpoints = `${outputDirectory}/${CHECKPOINT_FOLDER}`;
  const { product: cached, storeUnder } = training.cache
    ? await restoreModel(key, staging, ports)
    : NOT_CACHED;
  if (cached !== null)
    ports.log.info('Took the model from the cache: nothing that decides it has changed');
  const product =
    cached ??
    (await trainAnew(
      configuration,
      data,
      {
        engine,
        log: ports.log,
        clock: ports.clock,
        moduleModel,
        ...(stopAfter === undefined ? {} : { stopAfter }),
        ...(parent === null ? {} : { parent }),
        ...(training.cache && training.checkpointMinutes > 0
          ? {
              checkpoints: await openCheckpoints(
                key,
                checkpoints,
                training.checkpointMinutes,
                ports,
              ),
            }
          : {}),
      },
      ports,
    ));
  const report = JSON.parse(product.trainingJson) as TrainingReport;
  if (tuned !== null) checkAgainstTrial(tuned, report);
  const isComplete = report.stoppedBy === undefined || stopAfter !== undefined;
  if (cached === null && storeUnder !== null && isComplete) {
    await storeModel(storeUnder, staging, product, ports);
  }

  const modelDigest = digestModel(product);
  const cacheHit = cached !== null;
  const facts = {
    model: configuration.model,
    report,
    modelDigest,
    cacheHit,
    ...(tuned === null ? {} : { tuning: tuned.report }),
  };
  const files = [
    { path: `${MODEL_FOLDER}/${MODEL_FILES.model}`, content: product.modelJson },
    { path: `${MODEL_FOLDER}/${MODEL_FILES.weights}`, content: product.weights },
    { path: `${MODEL_FOLDER}/${MODEL_FILES.transform}`, content: product.transformJson },
    { path: 'training.json', content: product.trainingJson },
    ...(tuned === null ? [] : [tuned.file]),
  ];
  return {
    verdict: 'pass',
    outcome: 'pass',
    headline: renderHeadline(facts),
    outputs: {
      model: `${outputDirectory}/${MODEL_FOLDER}`,
      'model-digest': modelDigest,
      epochs: report.history.length,
      'best-epoch': report.bestEpoch,
      'validation-loss': bestRecord(report).validationLoss,
      'best-trial': tuned?.best.trial ?? '',
      'cache-hit': cacheHit,
    },
    summary: renderSummary(facts),
    outputDirectory,
    files,
    obsoleteFiles: await findObsoleteFiles(outputDirectory, files, ports.files),
    record: extendRecord(configuration.model, {
      ...describeTraining(configuration, product, report, data, cacheHit),
      ...(tuned === null ? {} : { tuning: tuned.entry }),
      ...(parent === null ? {} : { parent: { path: parent.path, modelDigest: parent.digest } }),
    }),
  };
}

/** The model, and in its report cross-validation, importance and elimination of features where they are asked for. */
async function trainAnew(
  configuration: NetworkConfiguration,
  data: TrainingData,
  means: TrainingMeans,
  ports: Ports,
): Promise<TrainingProduct> {
  const folds = planFolds(configuration, data);
  const { training } = configuration;
  const prepared = await prepareTraining(configuration, data, ports, means.parent?.transform);
  const sizes = planElimination(configuration, prepared);
  const product = await train(training, prepared, data, means).finally(prepared.close);
  const importance =
    training.featureImportance === undefined
      ? null
      : await measureImportance(training, prepared, product, data.task, means);
  if (folds === null && importance === null && sizes === null) return product;
  // Of the model alone: a checkpoint's key tells no fold from another, and a parent has seen the rows of all.
  const { checkpoints: _, parent: _parent, ...others } = means;
  const trained = JSON.parse(product.trainingJson) as TrainingReport;
  // Rounds train for as long as the model in epochs, not in minutes, so that they would be the same again.
  const limit = training.timeBudget === undefined ? {} : { stopAfter: roundEpochs(trained) };
  const rounds = { ...others, ...limit };
  const report: TrainingReport = {
    ...trained,
    ...(importance === null ? {} : { importance }),
    ...(folds === null
      ? {}
      : { crossValidation: await crossValidate(configuration, data, folds, rounds) }),
    ...(sizes === null
      ? {}
      : {
          elimination: await eliminateFeatures(
            configuration,
            data,
            prepared,
            { sizes, folds },
            rounds,
          ),
        }),
  };
  return { ...product, trainingJson: prettyJson(report) };
}

function roundEpochs({ stoppedBy, history, epochsConfigured }: TrainingReport): number {
  return stoppedBy === undefined ? epochsConfigured : history.length;
}

/** A share of the trials leaves its results alone: no model, and nothing to say in the run record yet. */
function toPartResult({ model, outputDirectory }: Configuration, trials: TrialsFile): ActionResult {
  const best = bestTrial(trials.results);
  const verdict = best === null && trials.results.length > 0 ? 'warn' : 'pass';
  return {
    verdict,
    outcome: verdict,
    headline: renderPartHeadline(trials),
    outputs: {
      model: '',
      'model-digest': '',
      epochs: '',
      'best-epoch': '',
      'validation-loss': best?.validationLoss ?? '',
      'best-trial': best?.trial ?? '',
      'cache-hit': false,
    },
    summary: renderPartSummary(model, trials),
    outputDirectory,
    isPart: true,
    files: [{ path: trialsPath(trials.part, trials.of), content: prettyJson(trials) }],
    record: (previous) => previous,
  };
}

function describeTraining(
  configuration: Configuration,
  product: TrainingProduct,
  report: TrainingReport,
  { digests }: TrainingData,
  fromCache: boolean,
): TrainingEntry {
  return {
    task: report.task,
    seed: report.seed,
    engine: report.engine,
    splitDigest: digestValue(configuration.data.split),
    data: digests,
    examples: report.examples,
    features: report.features.length,
    parameters: report.parameters,
    epochs: report.history.length,
    bestEpoch: report.bestEpoch,
    ...(report.stoppedBy === undefined ? {} : { stoppedBy: report.stoppedBy }),
    ...(report.module === undefined || report.architecture.kind !== 'module'
      ? {}
      : { module: { path: report.architecture.path, ...report.module } }),
    modelDigest: digestModel(product),
    files: digestModelFiles(product).map((file) => ({
      ...file,
      path: `${MODEL_FOLDER}/${file.path}`,
    })),
    fromCache,
  };
}
