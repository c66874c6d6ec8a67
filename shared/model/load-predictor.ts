import type { ModelFiles, Predictor } from './contract.ts';
import { startEngine } from './engine.ts';
import { explainEngineErrors } from './engine-memory.ts';
import { buildLayersModel } from './layers-model.ts';
import { countOutputs } from './network.ts';
import { parseModel } from './parse-model.ts';
import { predictMatrix } from './prediction.ts';

/** Throws a `UserError` that names the file when the files are damaged or hold a model of another kind. */
export async function loadPredictor(files: ModelFiles): Promise<Predictor> {
  const { network, weights } = parseModel(files);
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
