import type { InputReader } from '../../shared/action/index.ts';
import type { ConfigurationRequest } from '../../shared/config/index.ts';

export interface ExportTfliteInputs {
  readonly configuration: ConfigurationRequest;
}

export function parseInputs(reader: InputReader): ExportTfliteInputs {
  const configuration = reader.configuration({
    data: 'data.path',
    variants: 'export.variants',
    'min-agreement': 'export.min-agreement',
  });
  reader.text('artifact-name');
  return { configuration };
}
