import type { InputReader } from '../../shared/action/index.ts';
import type { ConfigurationRequest } from '../../shared/config/index.ts';

export interface EvaluateGateInputs {
  readonly configuration: ConfigurationRequest;
  /** Whether to comment on the pull request that the run belongs to. */
  readonly comment: boolean;
  /** Tells the comments of several evaluations of one model apart; absent: the model's name. */
  readonly commentLabel?: string;
  /** Comment on what another run has found, and evaluate nothing. */
  readonly commentOf?: { readonly run: number; readonly artifact: string };
}

export function parseInputs(reader: InputReader): EvaluateGateInputs {
  const configuration = reader.configuration({
    data: 'data.path',
    baseline: 'evaluation.baseline',
    'baseline-artifact': 'evaluation.baseline-artifact',
    'on-no-baseline': 'evaluation.on-no-baseline',
    'on-no-thresholds': 'evaluation.on-no-thresholds',
  });
  const artifact = reader.text('artifact-name');
  reader.text('token');
  const comment = reader.boolean('comment') ?? true;
  const commentLabel = reader.text('comment-label');
  const run = reader.integer('comment-of-run', { min: 1, max: Number.MAX_SAFE_INTEGER });
  if (run !== undefined && artifact === undefined) {
    reader.refuse(
      'comment-of-run',
      'says which run, and not which of its artifacts',
      'give artifact-name, too: the one by which the evaluating workflow keeps its files',
    );
  }
  if (run !== undefined && !comment) {
    reader.refuse('comment-of-run', 'is there to comment', 'remove "comment: false"');
  }
  return {
    configuration,
    comment,
    ...(commentLabel === undefined ? {} : { commentLabel }),
    ...(run === undefined || artifact === undefined ? {} : { commentOf: { run, artifact } }),
  };
}
