import { countOutputs, type TrainedNetwork } from '../network/index.ts';
import type { EngineName, Predictor } from './contract.ts';
import { startEngine } from './engine.ts';
import { explainEngineErrors } from './engine-memory.ts';
import { buildLayersModel } from './layers-model.ts';
import { predictMatrix } from './prediction.ts';

/** Throws a `UserError` when memory does not suffice. The caller disposes the predictor. `engine`: see `startEngine`. */
export async function loadPredictor(
  { network, weights }: TrainedNetwork,
  engine: EngineName = 'wasm',
): Promise<Predictor> {
  await startEngine(engine);
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
