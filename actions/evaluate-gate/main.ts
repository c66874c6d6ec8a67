import type { ActionDefinition } from '../../shared/action/index.ts';
import { type EvaluateGateInputs, parseInputs } from './inputs.ts';
import { run } from './run.ts';

export const action: ActionDefinition<EvaluateGateInputs> = {
  name: 'evaluate-gate',
  parseInputs,
  run,
  // A comment on another run must leave no artifact: what a stranger's run says would pass for this branch's own.
  artifacts: ({ commentOf }, name) =>
    commentOf === undefined
      ? { download: [name], upload: { name, includes: () => true } }
      : { download: [], upload: null },
};
