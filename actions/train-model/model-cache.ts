import { Ajv2020 } from 'ajv/dist/2020.js';
import trainingSchema from '../../schemas/training.schema.json' with { type: 'json' };
import { CODE_DIGEST } from '../../shared/action/index.ts';
import type { Configuration } from '../../shared/config/index.ts';
import {
  digestContent,
  digestValue,
  identifyFiles,
  type ModuleDigests,
  prettyJson,
} from '../../shared/lineage/index.ts';
import type { EngineDescription } from '../../shared/model/index.ts';
import type { Ports } from '../../shared/platform/index.ts';
import { withStagingFolder } from './staging-folder.ts';
import { decidingSettings, type TrainingProduct, withoutPlaces } from './train.ts';
import type { TrainingData } from './training-data.ts';

/** Files of an entry, by the part of the product that each holds. */
const ENTRY_FILES = {
  modelJson: 'model.json',
  weights: 'weights.bin',
  transformJson: 'transform.json',
  trainingJson: 'training.json',
} as const satisfies Record<keyof TrainingProduct, string>;

/** Lists the files with their digests, and the key they were stored under. */
const PROOF_FILE = 'proof.json';

/**
 * Everything that decides the bytes of a model: data, configuration, code and engine. Known without loading the engine.
 * `beyond`: epochs at which the training ends, what a module has made, and the digest of the model that the training begins
 * with, where they are known.
 * Names and places of the data files decide nothing and are left out, unless rows are split by their file.
 */
export function cacheKey(
  { data, features, training }: Configuration,
  { digests, task }: TrainingData,
  engine: EngineDescription,
  beyond: {
    readonly stopAfter?: number;
    readonly module?: ModuleDigests;
    readonly parent?: string;
  } = {},
): string {
  const { path: _path, ...reading } = data;
  const origin = {
    files: identifyFiles(digests, data.split),
    data: reading,
    features: withoutPlaces(features),
    training: decidingSettings(training),
    task,
    code: CODE_DIGEST,
    engine,
    ...beyond,
  };
  return `mlops-model-${digestValue(origin)}`;
}

/** What the cache has for a training. */
export interface CachedModel {
  /** Proved by the digests stored with it; null when there is none that can be relied on. */
  readonly product: TrainingProduct | null;
  /** The key under which a new model can be stored; null where both are taken by entries that can't be relied on. */
  readonly storeUnder: string | null;
}

/** Entries of GitHub's cache can't be replaced: a model that takes the place of a damaged one has a key of its own. */
const SECOND_KEY = '-2';

export async function restoreModel(
  key: string,
  directory: string,
  ports: Ports,
): Promise<CachedModel> {
  try {
    return await withStagingFolder(directory, ports, () => restoreEntry(key, directory, ports));
  } catch (error) {
    // Another training in the same folder may take the files away. A cache saves time and decides nothing.
    ports.log.warning(`The cached model was not read: ${(error as Error).message}`);
    return { product: null, storeUnder: key };
  }
}

async function restoreEntry(key: string, directory: string, ports: Ports): Promise<CachedModel> {
  for (const storeUnder of [key, `${key}${SECOND_KEY}`]) {
    await ports.files.remove(directory);
    if (!(await ports.cache.restore(storeUnder, directory))) return { product: null, storeUnder };
    const product = await readEntry(storeUnder, directory, ports);
    if (product !== null) return { product, storeUnder };
    ports.log.warning('The cached model is damaged or belongs to another training: it is ignored');
  }
  ports.log.warning(
    `Nothing can be cached until the entries of the cache that begin with ${key} are deleted (Actions, Caches)`,
  );
  return { product: null, storeUnder: null };
}

export async function storeModel(
  key: string,
  directory: string,
  product: TrainingProduct,
  ports: Ports,
): Promise<void> {
  const { cache, files, log } = ports;
  const entry = [...entryFiles(product), { name: PROOF_FILE, content: renderProof(key, product) }];
  try {
    await withStagingFolder(directory, ports, async () => {
      await files.writeAll(
        entry.map(({ name, content }) => ({ path: `${directory}/${name}`, content })),
      );
      await cache.save(key, directory);
    });
  } catch (error) {
    log.warning(`The model was not put into the cache: ${(error as Error).message}`);
  }
}

async function readEntry(
  key: string,
  directory: string,
  { files }: Ports,
): Promise<TrainingProduct | null> {
  for (const name of [...Object.values(ENTRY_FILES), PROOF_FILE]) {
    if (!(await files.exists(`${directory}/${name}`))) return null;
  }
  const product: TrainingProduct = {
    modelJson: await files.readText(`${directory}/${ENTRY_FILES.modelJson}`),
    weights: await files.read(`${directory}/${ENTRY_FILES.weights}`),
    transformJson: await files.readText(`${directory}/${ENTRY_FILES.transformJson}`),
    trainingJson: await files.readText(`${directory}/${ENTRY_FILES.trainingJson}`),
  };
  const proof = await files.readText(`${directory}/${PROOF_FILE}`);
  if (proof !== renderProof(key, product)) return null;
  return isTrainingReport(product.trainingJson) ? product : null;
}

function entryFiles(product: TrainingProduct) {
  return (Object.keys(ENTRY_FILES) as (keyof TrainingProduct)[]).map((part) => ({
    name: ENTRY_FILES[part],
    content: product[part],
  }));
}

function renderProof(key: string, product: TrainingProduct): string {
  const files = entryFiles(product).map(({ name, content }) => digestContent(name, content));
  return prettyJson({ version: 1, key, files });
}

function isTrainingReport(text: string): boolean {
  try {
    return new Ajv2020().compile(trainingSchema)(JSON.parse(text));
  } catch {
    return false;
  }
}
