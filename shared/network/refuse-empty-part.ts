import { UserError } from '../errors/index.ts';
import type { Network } from './network.ts';

/** Throws a `UserError` where a wide-and-deep network would have nothing for one of its parts to read. */
export function refuseEmptyPart({ wideAndDeep }: Network): void {
  if (wideAndDeep === undefined) return;
  const uses = wideAndDeep.inputs.map(({ use }) => use);
  if (uses.every((use) => use === 'deep')) {
    throw new UserError({
      what: 'A wide-and-deep model has no feature for its wide part: no column is a category, buckets, a text or a cross',
      remedy:
        'Use training.architecture.kind: mlp, or make a feature of kind one-hot, hashing, quantile-buckets, text or cross',
    });
  }
  if (uses.every((use) => use === 'wide')) {
    throw new UserError({
      what: 'A wide-and-deep model has no feature for its deep part: crosses are read by the wide part alone',
      remedy: 'Use training.architecture.kind: linear, or learn from a column besides the crosses',
    });
  }
}

/** Of a wide-and-deep network: half of the layers, and of the characters of model.json, that `parseModel` reads. */
const MOST_INPUTS = 4_000;

/** Throws a `UserError` where the model's file would be larger than what the other actions read. */
export function refuseManyInputs({ wideAndDeep }: Network): void {
  const count = wideAndDeep?.inputs.length ?? 0;
  if (count <= MOST_INPUTS) return;
  throw new UserError({
    what: `A wide-and-deep model of ${count} columns is too large: at most ${MOST_INPUTS} can be read`,
    remedy: 'Use training.architecture.kind: mlp, or learn from fewer columns (data.features)',
  });
}
