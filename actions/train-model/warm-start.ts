import { isDeepStrictEqual } from 'node:util';
import { type BaselineModel, findBaseline, findModelIn } from '../../shared/baseline/index.ts';
import type { Configuration, NetworkTraining } from '../../shared/config/index.ts';
import { UserError } from '../../shared/errors/index.ts';
import {
  type FeatureTransform,
  listBlocks,
  nameOfFeature,
  type Transform,
} from '../../shared/features/index.ts';
import type { ParentEntry } from '../../shared/lineage/index.ts';
import { type AnyModel, readAnyModel } from '../../shared/model-directory/index.ts';
import { describeNetwork, parseModel } from '../../shared/network/index.ts';
import type { FilesPort, Ports } from '../../shared/platform/index.ts';
import { fitData, type NetworkConfiguration } from './fit-data.ts';
import type { MakeModuleModel } from './module-models.ts';
import { countOutputs } from './train.ts';
import type { TrainingData } from './training-data.ts';

/** A model that a training begins with. */
export interface Parent {
  readonly path: string;
  readonly digest: string;
  readonly transform: Transform;
  /** One array for each parameter of the network. */
  readonly weights: readonly Float32Array[];
}

/**
 * The model of `training.warmStart`, where its weights mean in this training what they mean in that model. Otherwise null, and a
 * notice says why: the training begins anew. Throws a `UserError` where a folder that is named holds no model, and where
 * a model is damaged.
 */
export async function chooseParent(
  configuration: NetworkConfiguration,
  data: TrainingData,
  { files, log, annotations }: Pick<Ports, 'files' | 'log' | 'annotations'>,
  moduleModel: MakeModuleModel,
): Promise<Parent | null> {
  const { warmStart } = configuration.training;
  if (warmStart === undefined) return null;
  const anew = (message: string) => {
    annotations.add({ level: 'notice', title: 'Training begins anew', message });
    return null;
  };
  const found = await findParent(configuration, files);
  if (found === null) return anew(`There is no model in ${configuration.evaluation.baseline} yet`);
  const { transform } = fitData(configuration, data);
  const parent = await readParent(found, configuration.training, data, transform, moduleModel);
  if (typeof parent === 'string') return anew(`The model in ${found.path} ${parent}`);
  log.info(`Begins with the weights of ${parent.path}`);
  return parent;
}

async function findParent(
  configuration: Configuration,
  files: FilesPort,
): Promise<BaselineModel | null> {
  const { training, model, file } = configuration;
  const { warmStart } = training;
  if (warmStart === undefined || warmStart === 'blessed') return findBaseline(files, configuration);
  const { folder } = warmStart;
  const found = await findModelIn(files, folder, model);
  if (found !== null) return found;
  throw new UserError({
    what: `training.warm-start names ${folder}, where there is no model`,
    where: { file },
    remedy: 'Name the folder of a model, or the one that deploy-model keeps its versions in',
  });
}

/** The parent, or what speaks against it, as the end of a sentence. */
async function readParent(
  { path, model }: { readonly path: string; readonly model: AnyModel },
  training: NetworkTraining,
  { task }: TrainingData,
  transform: Transform,
  moduleModel: MakeModuleModel,
): Promise<Parent | string> {
  if (model.kind === 'command') return 'was trained by a command';
  const other = differenceOf(model.transform, transform);
  if (other !== null) return other;
  const { network, weights } = parseModel(model, path);
  const made = await moduleModel(training, task, model.transform);
  const expected =
    made?.network ??
    describeNetwork(task, training.architecture, {
      inputs: model.transform.width,
      outputs: countOutputs(task, model.transform),
      blocks: listBlocks(model.transform),
    });
  if (!isDeepStrictEqual(network, expected)) return 'has another architecture';
  return { path, digest: model.digest, transform: model.transform, weights };
}

/** What makes the inputs or outputs of a model mean other things than those of this training. */
function differenceOf(parent: Transform, fitted: Transform): string | null {
  const label = ({ label: one }: Transform) =>
    one.kind === 'classes' ? [one.kind, one.column, one.classes] : [one.kind, one.column];
  if (!isDeepStrictEqual(label(parent), label(fitted))) return 'has another label or other classes';
  const names = (one: Transform) => one.features.map(nameOfFeature);
  const [before, now] = [names(parent), names(fitted)];
  const added = now.find((name) => !before.includes(name));
  if (added !== undefined) return `does not read ${JSON.stringify(added)}`;
  const gone = before.find((name) => !now.includes(name));
  if (gone !== undefined) return `reads ${JSON.stringify(gone)}, which this training does not`;
  const changed = parent.features.find(
    (feature, index) =>
      !isDeepStrictEqual(kindOf(feature), kindOf(fitted.features[index] as FeatureTransform)),
  );
  return changed === undefined ? null : `reads ${JSON.stringify(nameOfFeature(changed))} otherwise`;
}

/** What of a feature the configuration decides and not the data: its settings, and which fitted numbers there are. */
function kindOf(feature: FeatureTransform): object {
  const isFitted = feature.kind === 'one-hot' || feature.kind === 'quantile-buckets';
  const settings = Object.entries(feature).map(([key, value]) => {
    if (key === 'offset' || (key === 'width' && isFitted)) return [key];
    return SETTINGS.includes(key) ? [key, value] : [key];
  });
  return Object.fromEntries(settings);
}

const SETTINGS = [
  'kind',
  'width',
  'buckets',
  'columns',
  'parts',
  'values',
  'shape',
  'scaling',
  'window',
];

/** The model that a record names as the parent, wherever it lies now. */
export async function recordedParent(
  entry: ParentEntry | undefined,
  configuration: Configuration,
  record: string,
  files: FilesPort,
): Promise<Parent | null> {
  if (entry === undefined) return null;
  const { path, modelDigest } = entry;
  const candidates = [() => readAnyModel(files, path), () => readNamed(configuration, files)];
  for (const read of candidates) {
    const model = await read().catch(() => null);
    if (model === null || model.digest !== modelDigest || model.kind === 'command') continue;
    const { weights } = parseModel(model, model.path);
    return { path, digest: modelDigest, transform: model.transform, weights };
  }
  throw new UserError({
    what: `The training began with the weights of the model sha256:${modelDigest}, and it is not in ${path} any more`,
    where: { file: record },
    remedy:
      'Put it there as it was (deploy-model keeps every version), or name the folder that has it in training.warm-start',
  });
}

async function readNamed(configuration: Configuration, files: FilesPort): Promise<AnyModel | null> {
  return (await findParent(configuration, files))?.model ?? null;
}
