import type { Task } from '../../shared/config/index.ts';
import type { Table } from '../../shared/data/index.ts';
import { UserError } from '../../shared/errors/index.ts';
import { type Predictions, readNumbers, toPredictions } from '../../shared/evaluation/index.ts';
import { applyTransform, encodeLabels, type Transform } from '../../shared/features/index.ts';
import { MODEL_FILES, type ModelDirectory } from '../../shared/lineage/index.ts';
import type { Predictor } from '../../shared/model/index.ts';

/**
 * What a model says of `rows`. `labels` is the transform whose classes the labels are encoded by: the model's own, or
 * that with new classes. Throws a `UserError` when the data lacks what the model reads, or its files are damaged.
 */
export async function predictRows(
  model: ModelDirectory,
  labels: Transform,
  table: Table,
  rows: Int32Array,
): Promise<Predictions> {
  // The engine is heavy and is loaded by the actions that run a model, when they do.
  const { loadPredictor } = await import('../../shared/model/index.ts');
  const predictor = await loadPredictor(model);
  try {
    const task = taskOf(model, predictor);
    const features = applyTransform(model.transform, table, rows);
    const encoded = encodeLabels(labels, table, rows);
    const scores =
      rows.length === 0
        ? { data: new Float32Array(), rows: 0, columns: predictor.outputs }
        : predictor.predict(features);
    const predictions = toPredictions(task, labels, scores, encoded);
    if (predictions.task !== 'regression') return predictions;
    return { ...predictions, actual: readNumbers(labels, table, rows) ?? predictions.actual };
  } finally {
    predictor.dispose();
  }
}

/** What the model was trained for, by its label and its outputs. */
function taskOf({ path, transform }: ModelDirectory, { inputs, outputs }: Predictor): Task {
  const { label } = transform;
  const task =
    label.kind === 'number'
      ? 'regression'
      : outputs === 1
        ? 'binary-classification'
        : 'multiclass-classification';
  const expected =
    label.kind === 'number' ? 1 : task === 'binary-classification' ? 2 : label.classes.length;
  const given =
    task === 'binary-classification' && label.kind === 'classes' ? label.classes.length : outputs;
  if (inputs === transform.width && expected === given) return task;
  throw new UserError({
    what: `${MODEL_FILES.model} and ${MODEL_FILES.transform} in ${path} do not belong to one model`,
    where: { file: `${path}/${MODEL_FILES.model}` },
    remedy: 'Take all files of the folder from one run of train-model',
  });
}
