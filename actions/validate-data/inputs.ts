import type { InputReader } from '../../shared/action/index.ts';
import type { ConfigurationRequest } from '../../shared/config/index.ts';

export interface ValidateDataInputs {
  readonly configuration: ConfigurationRequest;
}

export function parseInputs(reader: InputReader): ValidateDataInputs {
  reader.text('artifact-name');
  return {
    configuration: reader.configuration({
      data: 'data.path',
      label: 'data.label',
      schema: 'schema',
      'update-schema': 'validation.update-schema',
      'fail-on': 'validation.fail-on',
    }),
  };
}
