import type { ActionDefinition } from '../../shared/action/index.ts';
import { parseInputs, type TrainModelInputs } from './inputs.ts';
import { run } from './run.ts';

export const action: ActionDefinition<TrainModelInputs> = {
  name: 'train-model',
  parseInputs,
  run,
};
