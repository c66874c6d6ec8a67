import type { Task } from '../config/index.ts';
import type { Transform } from '../features/index.ts';
import { refuse } from './damaged-model.ts';
import { MODEL_FILES } from './model-files.ts';
import { countOutputs, type Network, outputActivation } from './network.ts';

/**
 * The task that a model was trained for, from what it answers with. `folder` is where its files lie, for messages.
 * Throws a `UserError` where network and transform do not belong together.
 */
export function taskOfModel(network: Network, transform: Transform, folder: string): Task {
  const { label } = transform;
  const { inputs } = network;
  const outputs = countOutputs(network);
  const activation = outputActivation(network);
  if (inputs === transform.width) {
    if (label.kind === 'number') {
      if (outputs === 1 && activation === 'linear') return 'regression';
    } else if (outputs === 1 && label.classes.length === 2 && activation === 'sigmoid') {
      return 'binary-classification';
    } else if (outputs === label.classes.length && activation === 'softmax') {
      return 'multiclass-classification';
    }
  }
  const answer = label.kind === 'number' ? 'one number' : `${label.classes.length} classes`;
  throw refuse(
    `${folder}/${MODEL_FILES.model}`,
    `${MODEL_FILES.model} and ${MODEL_FILES.transform} do not belong together: the model reads ${inputs} numbers and ` +
      `gives ${outputs} (${activation}), the transform makes ${transform.width} numbers for ${answer}`,
  );
}
