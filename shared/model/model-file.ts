import type { io } from '@tensorflow/tfjs-core';
import { listParameters, MODEL_FILES, type ModelFiles, type Network } from '../network/index.ts';
import { buildLayersModel } from './layers-model.ts';

/**
 * The files of the model as TensorFlow.js defines them. They hold no time and no name that a run makes up, and keys
 * come in a fixed order: equal weights give equal bytes. The engine must have been started.
 */
export async function saveModel(
  network: Network,
  weights: readonly Float32Array[],
): Promise<ModelFiles> {
  const model = buildLayersModel(network, weights);
  let files: ModelFiles | undefined;
  try {
    await model.save({
      save: async (artifacts: io.ModelArtifacts): Promise<io.SaveResult> => {
        files = renderFiles({ ...artifacts, ...weightsInOrder(network, weights) });
        // TensorFlow.js wants the time of saving; it goes nowhere.
        return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
      },
    });
  } finally {
    model.dispose();
  }
  if (files === undefined) throw new Error('the model was not saved');
  return files;
}

/** Of other layers in the order of the network's, which is not the library's. */
function weightsInOrder(
  network: Network,
  weights: readonly Float32Array[],
): Pick<io.ModelArtifacts, 'weightSpecs' | 'weightData'> {
  if (network.layersPart === undefined) return {};
  return {
    weightSpecs: listParameters(network).map(({ name, shape }) => ({
      name,
      shape: [...shape],
      dtype: 'float32',
    })),
    weightData: weights.map((values) => new Float32Array(values).buffer),
  };
}

function renderFiles(artifacts: io.ModelArtifacts): ModelFiles {
  const { modelTopology, format, generatedBy, weightSpecs, weightData } = artifacts;
  const parts = Array.isArray(weightData) ? weightData : [weightData ?? new ArrayBuffer(0)];
  const model = {
    format,
    generatedBy,
    convertedBy: null,
    modelTopology,
    weightsManifest: [{ paths: [MODEL_FILES.weights], weights: weightSpecs }],
  };
  return {
    modelJson: `${JSON.stringify(model, null, 2)}\n`,
    weights: Buffer.concat(parts.map((part) => new Uint8Array(part))),
  };
}
