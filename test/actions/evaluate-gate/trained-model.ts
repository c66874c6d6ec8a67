import { loadConfiguration, networkTraining } from '../../../shared/config/index.ts';
import { readTable, splitTable } from '../../../shared/data/index.ts';
import { deployModel } from '../../../shared/deploy/index.ts';
import {
  applyTransform,
  encodeLabels,
  fitTransform,
  inferTask,
  nameOfFeature,
} from '../../../shared/features/index.ts';
import {
  digestValue,
  parseRunRecord,
  prettyJson,
  type RunRecord,
} from '../../../shared/lineage/index.ts';
import { type TrainingReport, trainModel } from '../../../shared/model/index.ts';
import {
  digestModel,
  digestModelFiles,
  readAnyModel,
  readModelFiles,
} from '../../../shared/model-directory/index.ts';
import { SeededRandom } from '../../../shared/numeric/index.ts';
import { memoryPorts } from '../../../shared/platform/index.ts';

export type Files = Record<string, string | Uint8Array>;

/** Two clouds of points; `noise` is the share of labels that are turned round. */
export function makeRows({ rows = 400, seed = 3, noise = 0.05, classes = ['no', 'yes'] } = {}) {
  const random = new SeededRandom(seed, 'rows');
  const lines = Array.from({ length: rows }, (_, row) => {
    const label = random.integer(classes.length);
    const told = random.uniform() < noise ? random.integer(classes.length) : label;
    const x = label + random.uniform() - 0.5;
    const y = random.uniform();
    return [row, x.toFixed(4), y.toFixed(4), ['north', 'south', ''][row % 3], classes[told]].join();
  });
  return `id,x,y,region,label\n${lines.join('\n')}\n`;
}

export const CONFIGURATION = `model: clouds
data:
  path: data.csv
  label: label
  ignore: [id, region]
  split: { key: [id], fractions: { train: 0.5, validation: 0.1, evaluation: 0.4 } }
training:
  seed: 7
  architecture: { kind: linear }
  epochs: 8
`;

/** What train-model leaves in `.mlops`, for `files`, which hold `mlops.yml` and the data. */
export async function trainInto(files: Files, directory = '.mlops'): Promise<Files> {
  const ports = memoryPorts(files);
  const configuration = await loadConfiguration(ports.files, {
    file: 'mlops.yml',
    given: true,
    overrides: [],
  });
  const { data } = configuration;
  const training = networkTraining(configuration.training);
  if (training === null) throw new Error('a command trains by itself');
  const { table, digests } = await readTable(ports.files, data);
  const splits = await splitTable(ports.files, table, data.split);
  const task = configuration.task ?? inferTask(table, data.label);
  const { transform } = fitTransform(table, splits.train, { ...data, task });
  const matrix = (rows: Int32Array) => ({
    features: applyTransform(transform, table, rows),
    labels: encodeLabels(transform, table, rows),
  });
  const { label } = transform;
  const outputs =
    task === 'multiclass-classification' && label.kind === 'classes' ? label.classes.length : 1;
  const trained = await trainModel({
    task,
    architecture: training.architecture,
    training,
    outputs,
    train: matrix(splits.train),
    validation: matrix(splits.validation),
  });
  const model = { ...trained.files, transformJson: prettyJson(transform) };
  const record: RunRecord = {
    version: 1,
    model: configuration.model,
    actions: {},
    training: {
      task,
      seed: training.seed,
      engine: trained.engine,
      splitDigest: digestValue(configuration.data.split),
      data: digests,
      examples: {
        train: splits.train.length,
        validation: splits.validation.length,
        evaluation: splits.evaluation.length,
      },
      features: transform.features.length,
      parameters: trained.parameters,
      epochs: trained.history.length,
      bestEpoch: trained.bestEpoch,
      modelDigest: digestModel(model),
      files: digestModelFiles(model),
      fromCache: false,
    },
  };
  const report: TrainingReport = {
    version: 1,
    task,
    architecture: training.architecture,
    seed: training.seed,
    engine: trained.engine,
    examples: {
      train: splits.train.length,
      validation: splits.validation.length,
      evaluation: splits.evaluation.length,
    },
    features: transform.features.map(nameOfFeature),
    dropped: [],
    inputs: transform.width,
    parameters: trained.parameters,
    loss: task === 'regression' ? 'mean squared error' : 'cross-entropy',
    epochsConfigured: training.epochs,
    history: trained.history,
    bestEpoch: trained.bestEpoch,
    stoppedEarly: trained.stoppedEarly,
  };
  return {
    [`${directory}/training.json`]: prettyJson(report),
    [`${directory}/model/model.json`]: model.modelJson,
    [`${directory}/model/weights.bin`]: model.weights,
    [`${directory}/model/transform.json`]: model.transformJson,
    [`${directory}/run.json`]: prettyJson(record),
  };
}

/** What deploy-model makes of the model of `files`: `<folder>/clouds/1` and `<folder>/clouds/current.json`. */
export async function deployInto(files: Files, folder: string, forced?: string): Promise<Files> {
  const ports = memoryPorts(files);
  const model = await readAnyModel(ports.files, '.mlops/model');
  await deployModel(ports.files, null, {
    configuration: {
      model: 'clouds',
      deployment: { targets: [{ kind: 'directory', path: folder, keep: 0 }] },
      file: 'mlops.yml',
    },
    record: parseRunRecord(String(files['.mlops/run.json']), 'run.json'),
    model: { digest: model.digest, files: await readModelFiles(ports.files, model) },
    exports: [],
    ...(forced === undefined ? {} : { forced }),
    at: '2026-01-01T00:00:00Z',
  });
  return Object.fromEntries(
    [...ports.files.content].filter(([path]) => path.startsWith(`${folder}/`)),
  );
}
