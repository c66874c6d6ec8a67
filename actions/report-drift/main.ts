import type { ActionDefinition } from '../../shared/action/index.ts';
import { parseInputs, type ReportDriftInputs } from './inputs.ts';
import { run } from './run.ts';

export const action: ActionDefinition<ReportDriftInputs> = {
  name: 'report-drift',
  parseInputs,
  run,
};
