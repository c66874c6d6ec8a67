import type { BaselineModel } from '../../shared/baseline/index.ts';
import { isUserError, UserError } from '../../shared/errors/index.ts';
import type { Predictions } from '../../shared/evaluation/index.ts';
import type { LabelTransform, Transform } from '../../shared/features/index.ts';
import { type AnyModel, COMMAND_MODEL_FILE } from '../../shared/model-directory/index.ts';
import { MODEL_FILES } from '../../shared/network/index.ts';
import { type EvaluationExamples, predictModel } from './predict-model.ts';

/** What the baseline says of the same rows, by its own transform; labels are encoded as the candidate's are. */
export async function predictBaseline(
  baseline: BaselineModel,
  candidate: {
    readonly model: AnyModel;
    readonly labels: Transform;
    readonly task: Predictions['task'];
  },
  examples: EvaluationExamples,
): Promise<Predictions> {
  refuseOtherLabel(baseline, candidate.model.transform.label);
  const { label } = candidate.labels;
  const own = baseline.model.transform.label;
  // Classes are the same; the numbers of a regression are standardised as this model has learned them.
  const labels = { ...baseline.model.transform, label: own.kind === 'number' ? own : label };
  const predictions = await predictModel(baseline.model, labels, examples).catch(
    (error: unknown) => {
      if (!isUserError(error)) throw error;
      throw new UserError(
        error.problems.map((problem) => ({
          ...problem,
          what: `The baseline ${baseline.path} can't be applied to this data: ${problem.what}`,
        })),
        { cause: error },
      );
    },
  );
  if (predictions.task === candidate.task) return predictions;
  throw otherBaseline(
    baseline,
    `is a model for ${predictions.task}, this one is for ${candidate.task}`,
  );
}

function refuseOtherLabel(baseline: BaselineModel, label: LabelTransform): void {
  const own = baseline.model.transform.label;
  if (own.column !== label.column) {
    throw otherBaseline(
      baseline,
      `predicts "${own.column}", this model predicts "${label.column}"`,
    );
  }
  if (own.kind !== label.kind) {
    const what = { classes: 'a class', number: 'a number' };
    throw otherBaseline(
      baseline,
      `predicts ${what[own.kind]}, this model predicts ${what[label.kind]}`,
    );
  }
  if (own.kind === 'number' || label.kind === 'number') return;
  const missing = label.classes.filter((name) => !own.classes.includes(name));
  const extra = own.classes.filter((name) => !label.classes.includes(name));
  if (missing.length + extra.length === 0) return;
  const differences = [
    ...(missing.length > 0 ? [`does not know ${listNames(missing)}`] : []),
    ...(extra.length > 0 ? [`knows ${listNames(extra)} besides`] : []),
  ];
  throw otherBaseline(
    baseline,
    `has other classes than this model: it ${differences.join(' and ')}`,
  );
}

function otherBaseline({ path, artifact, model }: BaselineModel, what: string): UserError {
  const labelFile = model.kind === 'command' ? COMMAND_MODEL_FILE : MODEL_FILES.transform;
  return new UserError({
    what: `The baseline ${path} ${what}`,
    ...(artifact === undefined ? { where: { file: `${path}/${labelFile}` } } : {}),
    remedy: `Name a baseline with the same label and classes, or remove evaluation.baseline${artifact === undefined ? '' : '-artifact'} until there is one`,
  });
}

/** Names in a message. */
const MOST_NAMES = 10;

function listNames(names: readonly string[]): string {
  const shown = names
    .slice(0, MOST_NAMES)
    .map((name) => `"${name}"`)
    .join(', ');
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown;
}
