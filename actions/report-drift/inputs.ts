import type { InputReader } from '../../shared/action/index.ts';
import type { ConfigurationRequest } from '../../shared/config/index.ts';

export interface ReportDriftInputs {
  readonly configuration: ConfigurationRequest;
}

export function parseInputs(reader: InputReader): ReportDriftInputs {
  reader.text('artifact-name');
  reader.text('token');
  return {
    configuration: reader.configuration({
      current: 'monitoring.current',
      reference: 'monitoring.reference',
      'min-examples': 'monitoring.min-examples',
    }),
  };
}
