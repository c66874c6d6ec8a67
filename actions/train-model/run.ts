import type { ActionResult } from '../../shared/action/index.ts';
import { type Configuration, loadConfiguration } from '../../shared/config/index.ts';
import { digestValue, type RunRecord, type TrainingEntry } from '../../shared/lineage/index.ts';
import type { TrainingReport } from '../../shared/model/index.ts';
import { digestModel, digestModelFiles } from '../../shared/model-directory/index.ts';
import { MODEL_FILES } from '../../shared/network/index.ts';
import type { Ports } from '../../shared/platform/index.ts';
import type { TrainModelInputs } from './inputs.ts';
import { cacheKey, restoreModel, storeModel } from './model-cache.ts';
import { bestRecord, renderHeadline, renderSummary } from './summary.ts';
import { type TrainingProduct, train } from './train.ts';
import { readTrainingData, type TrainingData } from './training-data.ts';

/** Folder of the model in the output directory. */
const MODEL_FOLDER = 'model';
/** Where cache entries lie while they are stored or restored. The same place for both: it belongs to an entry's identity. */
const STAGING_FOLDER = '.model-cache';

/** Trains the model that `mlops.yml` describes, or takes it from the cache when nothing that decides it has changed. */
export async function run(inputs: TrainModelInputs, ports: Ports): Promise<ActionResult> {
  const configuration = await loadConfiguration(ports.files, inputs.configuration);
  const { outputDirectory } = configuration;
  const data = await readTrainingData(configuration, ports);
  const key = cacheKey(configuration, data);
  const staging = `${outputDirectory}/${STAGING_FOLDER}`;
  const { cache } = configuration.training;
  const cached = cache ? await restoreModel(key, staging, ports) : null;
  if (cached !== null)
    ports.log.info('Took the model from the cache: nothing that decides it has changed');
  const product = cached ?? (await train(configuration, data, ports.log));
  if (cache && cached === null) await storeModel(key, staging, product, ports);

  const report = JSON.parse(product.trainingJson) as TrainingReport;
  const modelDigest = digestModel(product);
  const cacheHit = cached !== null;
  const facts = { model: configuration.model, report, modelDigest, cacheHit };
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
      'cache-hit': cacheHit,
    },
    summary: renderSummary(facts),
    outputDirectory,
    files: [
      { path: `${MODEL_FOLDER}/${MODEL_FILES.model}`, content: product.modelJson },
      { path: `${MODEL_FOLDER}/${MODEL_FILES.weights}`, content: product.weights },
      { path: `${MODEL_FOLDER}/${MODEL_FILES.transform}`, content: product.transformJson },
      { path: 'training.json', content: product.trainingJson },
    ],
    record: extendRecord(
      configuration.model,
      describeTraining(configuration, product, report, data, cacheHit),
    ),
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
    modelDigest: digestModel(product),
    files: digestModelFiles(product).map((file) => ({
      ...file,
      path: `${MODEL_FOLDER}/${file.path}`,
    })),
    fromCache,
  };
}

/** What was found out about another model, and where it went, says nothing about this one. */
function extendRecord(model: string, training: TrainingEntry): ActionResult['record'] {
  return (previous: RunRecord): RunRecord => {
    if (previous.training?.modelDigest === training.modelDigest) {
      return { ...previous, model, training };
    }
    const {
      evaluation: _evaluation,
      exports: _exports,
      deployments: _deployments,
      ...kept
    } = previous;
    return { ...kept, model, training };
  };
}
