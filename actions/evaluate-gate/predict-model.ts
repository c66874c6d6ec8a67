import type { Table } from '../../shared/data/index.ts';
import { UserError } from '../../shared/errors/index.ts';
import {
  type Predictions,
  parsePredictions,
  predictRows,
  scoresToPredictions,
} from '../../shared/evaluation/index.ts';
import type { Transform } from '../../shared/features/index.ts';
import type { EngineName } from '../../shared/model/index.ts';
import {
  type AnyModel,
  COMMAND_MODEL_FILE,
  type CommandModel,
  PREDICTIONS_FILE,
} from '../../shared/model-directory/index.ts';

/** The rows that are judged. */
export interface EvaluationExamples {
  readonly table: Table;
  readonly rows: Int32Array;
  /** See `digestEvaluationData`. */
  readonly digest: string;
  /** What computes what networks say of them. */
  readonly engine: EngineName;
}

/**
 * What a model says of the examples, whoever trained it: computed from its network, or read from the predictions that a
 * command left. `labels`: see `predictRows`. Throws a `UserError` where predictions are of other examples.
 */
export async function predictModel(
  model: AnyModel,
  labels: Transform,
  examples: EvaluationExamples,
): Promise<Predictions> {
  const { table, rows, engine } = examples;
  if (model.kind === 'network') return predictRows(model, labels, table, rows, engine);
  if (!canJudge(model, examples)) {
    throw new UserError({
      what: `The predictions in ${model.path} are of other examples: the data, or how it is read or split, has changed since the command trained`,
      where: { file: `${model.path}/${COMMAND_MODEL_FILE}` },
      remedy: 'Run train-model again',
    });
  }
  return readPredictions(model, labels, examples);
}

/** Whether predictions of the examples can be had: those of a command are what it left when it trained. */
export function canJudge(model: AnyModel, { digest }: EvaluationExamples): boolean {
  return model.kind === 'network' || model.description.evaluation.digest === digest;
}

function readPredictions(
  { path, description, transform, predictions }: CommandModel,
  labels: Transform,
  { table, rows }: EvaluationExamples,
): Predictions {
  const { task } = description;
  const scores = parsePredictions(predictions, `${path}/${PREDICTIONS_FILE}`, {
    task,
    label: transform.label,
    rows,
  });
  return scoresToPredictions(task, labels, scores, table, rows);
}
