import { describeEngine } from '../engine/index.ts';
import { UserError } from '../errors/index.ts';
import {
  countParameters,
  describeNetwork,
  refuseEmptyPart,
  refuseManyInputs,
} from '../network/index.ts';
import type { TrainedModel, TrainingRequest } from './contract.ts';
import { startEngine } from './engine.ts';
import { explainEngineErrors } from './engine-memory.ts';
import { ExamplesInMemory } from './examples.ts';
import { drawInitialWeights, findUsedInputs } from './initial-weights.ts';
import { saveModel } from './model-file.ts';
import { fitWeights } from './training-loop.ts';

/**
 * Trained numbers of one model: with gradients, two moments and the weights of the best epoch they take 2.5 GiB, and
 * the engine can address 4.
 */
const MOST_PARAMETERS = 2 ** 27;

/**
 * Trains a model. Equal requests give equal bytes, on every machine whose engine has the same description.
 * The weights kept are those of the epoch with the lowest validation loss, whether training stopped early or not.
 * Throws a `UserError` when the loss is no longer a number and when memory does not suffice.
 */
export async function trainModel(request: TrainingRequest): Promise<TrainedModel> {
  const { task, architecture, outputs, train, training, blocks = [] } = request;
  const inputs = train.features.columns;
  const network =
    request.network ?? describeNetwork(task, architecture, { inputs, outputs, blocks });
  refuseEmptyPart(network);
  refuseManyInputs(network);
  const parameters = countParameters(network);
  if (parameters > MOST_PARAMETERS) {
    throw new UserError({
      what: `The model would have ${parameters} trained numbers, more than the ${MOST_PARAMETERS} that fit in memory`,
      remedy:
        architecture.kind === 'module'
          ? 'Let createModel make fewer or smaller layers'
          : network.wideAndDeep === undefined
            ? 'Use fewer or smaller layers in training.architecture.hidden'
            : 'Use fewer or smaller layers in training.architecture.hidden, or a smaller training.architecture.embedding',
    });
  }
  const engine = request.engine ?? describeEngine();
  await startEngine(engine.name);
  return explainEngineErrors(async () => {
    const initial =
      request.initialWeights ??
      drawInitialWeights(
        network,
        training.seed,
        findUsedInputs((request.sources?.train ?? new ExamplesInMemory(train)).inOrder(), inputs),
      );
    const { weights, ...course } = await fitWeights(network, initial, request);
    const files = await saveModel(network, weights);
    return { files, engine, parameters, ...course };
  });
}
