import { refuse } from './damaged-model.ts';
import { MODEL_FILES, type ModelFiles } from './model-files.ts';
import { listParameters, type Network, type TrainedNetwork } from './network.ts';
import { parseTopology } from './parse-topology.ts';

/**
 * Reads the files of a model, whoever wrote them, without TensorFlow.js. Accepted is what `trainModel` saves: a
 * Sequential model of Dense and Dropout layers, or a wide-and-deep model, with float32 weights. `folder` is where the files lie, for messages.
 * Throws a `UserError` that names the file for files that are cut short, do not fit each other, hold a number that is
 * not finite or a layer of another kind. Memory stays within a few times the files' size.
 */
export function parseModel({ modelJson, weights }: ModelFiles, folder: string): TrainedNetwork {
  const network = parseTopology(modelJson, `${folder}/${MODEL_FILES.model}`);
  return { network, weights: splitWeights(weights, network, `${folder}/${MODEL_FILES.weights}`) };
}

function splitWeights(bytes: Uint8Array, network: Network, file: string): Float32Array[] {
  const parameters = listParameters(network);
  const expected = 4 * parameters.reduce((sum, { size }) => sum + size, 0);
  if (bytes.byteLength !== expected) {
    const how = bytes.byteLength < expected ? 'is cut short' : 'belongs to another model';
    throw refuse(
      file,
      `${MODEL_FILES.weights} has ${bytes.byteLength} bytes where ${MODEL_FILES.model} asks for ${expected}: it ${how}`,
    );
  }
  // A copy, because a view of numbers must begin at a multiple of four bytes.
  const values = new Float32Array(new Uint8Array(bytes).buffer);
  let offset = 0;
  return parameters.map(({ name, size }) => {
    offset += size;
    const part = values.subarray(offset - size, offset);
    if (part.every(Number.isFinite)) return part;
    throw refuse(
      file,
      `${MODEL_FILES.weights} holds a number in ${name} that is not finite: it is damaged`,
    );
  });
}
