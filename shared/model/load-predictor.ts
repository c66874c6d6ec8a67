import { countOutputs, type TrainedNetwork } from '../network/index.ts';
import type { Predictor } from './contract.ts';
import { startEngine } from './engine.ts';
import { explainEngineErrors } from './engine-memory.ts';
import { buildLayersModel } from './layers-model.ts';
import { predictMatrix } from './prediction.ts';

/** Throws a `UserError` when memory does not suffice. The caller disposes the predictor. */
export async function loadPredictor({ network, weights }: TrainedNetwork): Promise<Predictor> {
  await startEngine();
  const model = await explainEngineErrors(() => buildLayersModel(network, weights));
  return {
    inputs: network.inputs,
    outputs: countOutputs(network),
    predict: (features) => predictMatrix(model, network, features),
    dispose: () => {
      model.dispose();
    },
  };
}
