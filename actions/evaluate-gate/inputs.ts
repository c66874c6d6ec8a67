import type { InputReader } from '../../shared/action/index.ts';
import type { ConfigurationRequest } from '../../shared/config/index.ts';

export interface EvaluateGateInputs {
  readonly configuration: ConfigurationRequest;
  /** Whether to comment on the pull request that the run belongs to. */
  readonly comment: boolean;
  /** Tells the comments of several evaluations of one model apart; absent: the model's name. */
  readonly commentLabel?: string;
}

export function parseInputs(reader: InputReader): EvaluateGateInputs {
  const configuration = reader.configuration({
    data: 'data.path',
    baseline: 'evaluation.baseline',
    'on-no-baseline': 'evaluation.on-no-baseline',
    'on-no-thresholds': 'evaluation.on-no-thresholds',
  });
  reader.text('artifact-name');
  reader.text('token');
  const comment = reader.boolean('comment') ?? true;
  const commentLabel = reader.text('comment-label');
  return { configuration, comment, ...(commentLabel === undefined ? {} : { commentLabel }) };
}
