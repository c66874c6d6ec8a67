import type { ExportVariant } from '../../shared/config/index.ts';
import { applyTransform } from '../../shared/features/index.ts';
import { parseModel } from '../../shared/network/index.ts';
import { describeInputs, exportModel, readRawFeatures } from '../../shared/tflite/index.ts';
import type { MetadataRequest } from '../../shared/tflite/metadata/index.ts';
import { allRows, type ModelPlan, makeModel } from './random-model.ts';

const PLAN: ModelPlan = {
  task: 'multiclass-classification',
  numeric: 2,
  vocabularies: [3],
  hidden: [
    { units: 5, activation: 'relu' },
    { units: 4, activation: 'tanh' },
  ],
  classes: 3,
};

/** A small model that never changes. */
export function fixedFile(variant: ExportVariant, metadata?: MetadataRequest) {
  const rows = 8;
  const made = makeModel(PLAN, 5, rows);
  const { task } = PLAN;
  const { transform, table } = made;
  const inputs = readRawFeatures(transform, describeInputs(transform, task), table, allRows(table));
  const vectors = applyTransform(transform, table, allRows(table));
  const [file] = exportModel({
    model: parseModel(made, 'model'),
    transform,
    task,
    variants: [variant],
    calibration: { features: inputs, vectors },
    description: 'fixed model',
    ...(metadata === undefined ? {} : { metadata }),
  });
  if (file === undefined) throw new Error('no file');
  return { ...file, inputs, vectors, rows, transform };
}
