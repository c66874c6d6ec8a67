import type { ActionDefinition } from '../../shared/action/index.ts';
import { parseInputs, planArtifacts, type ValidateDataInputs } from './inputs.ts';
import { run } from './run.ts';

export const action: ActionDefinition<ValidateDataInputs> = {
  name: 'validate-data',
  parseInputs,
  run,
  artifacts: planArtifacts,
};
