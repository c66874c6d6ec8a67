import type { ActionDefinition } from '../../shared/action/index.ts';
import { type DeployModelInputs, parseInputs } from './inputs.ts';
import { run } from './run.ts';

export const action: ActionDefinition<DeployModelInputs> = {
  name: 'deploy-model',
  parseInputs,
  run,
};
