import type { ActionDefinition } from '../../shared/action/index.ts';
import { type ExportTfliteInputs, parseInputs } from './inputs.ts';
import { run } from './run.ts';

export const action: ActionDefinition<ExportTfliteInputs> = {
  name: 'export-tflite',
  parseInputs,
  run,
};
