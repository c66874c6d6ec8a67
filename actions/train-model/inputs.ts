import type { InputReader } from '../../shared/action/index.ts';
import type { ConfigurationRequest } from '../../shared/config/index.ts';

export interface TrainModelInputs {
  readonly configuration: ConfigurationRequest;
}

export function parseInputs(reader: InputReader): TrainModelInputs {
  reader.text('artifact-name');
  return {
    configuration: reader.configuration({
      data: 'data.path',
      label: 'data.label',
      seed: 'training.seed',
      epochs: 'training.epochs',
      cache: 'training.cache',
    }),
  };
}
