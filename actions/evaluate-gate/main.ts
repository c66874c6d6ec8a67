import type { ActionDefinition } from '../../shared/action/index.ts';
import { type EvaluateGateInputs, parseInputs } from './inputs.ts';
import { run } from './run.ts';

export const action: ActionDefinition<EvaluateGateInputs> = {
  name: 'evaluate-gate',
  parseInputs,
  run,
};
