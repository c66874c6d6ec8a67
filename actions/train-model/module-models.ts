import type { NetworkTraining } from '../../shared/config/index.ts';
import { UserError } from '../../shared/errors/index.ts';
import { listBlocks, nameOfFeature, type Transform } from '../../shared/features/index.ts';
import {
  digestContent,
  digestValue,
  type ModuleDigests,
  sha256,
} from '../../shared/lineage/index.ts';
import type { CreateModelRequest, TrainingReport, UserModel } from '../../shared/model/index.ts';
import type { Ports } from '../../shared/platform/index.ts';
import { countOutputs } from './train.ts';

/** What a module of the user's has made for the examples of one transform. */
export interface ModuleModel extends UserModel {
  readonly digests: ModuleDigests;
}

/** Null where no module makes the model. */
export type MakeModuleModel = (
  training: NetworkTraining,
  task: TrainingReport['task'],
  transform: Transform,
) => Promise<ModuleModel | null>;

/**
 * Lets the module of `training.architecture` make its model, each time anew. Throws a `UserError` as `createUserModel`
 * does, and for a module that makes another model for the same request: no training of it could be repeated.
 */
export function moduleModels({
  files,
  modules,
  log,
  cancellation,
}: Pick<Ports, 'files' | 'modules' | 'log' | 'cancellation'>): MakeModuleModel {
  const before = new Map<string, string>();
  return async (training, task, transform) => {
    const { architecture, seed } = training;
    if (architecture.kind !== 'module') return null;
    const { path } = architecture;
    const request = describeRequest(task, transform, seed);
    const { createUserModel } = await import('../../shared/model/index.ts');
    const { signal } = cancellation;
    const made = await createUserModel(architecture, request, { files, modules, log, signal });
    const file = digestContent(path, await files.read(path));
    const digest = digestModel(made);
    const key = digestValue({ request, file });
    if ((before.get(key) ?? digest) !== digest) {
      throw new UserError({
        what: 'createModel makes another model each time, though all that it is given is the same',
        where: { file: path },
        remedy: 'Draw random numbers by Math.random, which is seeded, and leave the time out',
      });
    }
    before.set(key, digest);
    return { ...made, digests: { sha256: file.sha256, digest } };
  };
}

function describeRequest(
  task: TrainingReport['task'],
  transform: Transform,
  seed: number,
): CreateModelRequest {
  const blocks = listBlocks(transform);
  return {
    task,
    seed,
    inputs: transform.width,
    outputs: countOutputs(task, transform),
    features: transform.features.map((feature, index) => {
      const block = blocks[index] as (typeof blocks)[number];
      const { meaning: kind, offset, width } = block;
      return {
        name: nameOfFeature(feature),
        kind,
        offset,
        width,
        shape: block.meaning === 'array' ? block.shape : [width],
        ...(block.meaning === 'tokens' ? { ids: block.ids } : {}),
      };
    }),
  };
}

/** Of the network and the weights that it begins with. */
function digestModel({ network, weights }: UserModel): string {
  return digestValue({
    network,
    weights: weights.map((values) =>
      sha256(new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
    ),
  });
}
