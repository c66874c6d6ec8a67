import type { Table } from '../data/index.ts';
import { applyTransform, encodeLabels, type Transform } from '../features/index.ts';
import type { EngineName } from '../model/index.ts';
import type { ModelDirectory } from '../model-directory/index.ts';
import { parseModel, taskOfModel } from '../network/index.ts';
import { readNumbers } from './evaluation-labels.ts';
import { type Predictions, toPredictions } from './predictions.ts';

/**
 * What a model says of `rows`. `labels` is the transform whose classes the labels are encoded by: the model's own, or
 * that with new classes. Throws a `UserError` when the data lacks what the model reads, or its files are damaged.
 */
export async function predictRows(
  model: Pick<ModelDirectory, 'modelJson' | 'weights' | 'transform' | 'path'>,
  labels: Transform,
  table: Table,
  rows: Int32Array,
  engine: EngineName,
): Promise<Predictions> {
  const parsed = parseModel(model, model.path);
  const task = taskOfModel(parsed.network, model.transform, model.path);
  // The engine is heavy and is loaded by the actions that run a model, when they do.
  const { loadPredictor } = await import('../model/index.ts');
  const predictor = await loadPredictor(parsed, engine);
  try {
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
