import type { NetworkTraining, Task } from '../../shared/config/index.ts';
import { exampleLosses, permutationImportance } from '../../shared/evaluation/index.ts';
import { type FeatureTransform, nameOfFeature } from '../../shared/features/index.ts';
import type {
  ImportanceReport,
  LabelledMatrix,
  Matrix,
  TrainingReport,
} from '../../shared/model/index.ts';
import { parseModel } from '../../shared/network/index.ts';
import { equalFrequencyBins, mutualInformation } from '../../shared/numeric/index.ts';
import type { PreparedTraining } from './fit-data.ts';
import type { TrainingMeans, TrainingProduct } from './train.ts';

/** Each feature costs `repeats` predictions of so many examples at most. */
const MOST_EXAMPLES = 10_000;
/** Mutual information of numbers is that of their bins. */
const BINS = 16;

/** How much the model needs each feature, by the validation split, and how much each tells of the label by itself, by the training split. */
export async function measureImportance(
  training: NetworkTraining,
  { transform, train, validation }: PreparedTraining,
  product: TrainingProduct,
  task: Task,
  { engine, log }: TrainingMeans,
): Promise<ImportanceReport> {
  const { repeats } = training.featureImportance ?? { repeats: 1 };
  const { loadPredictor } = await import('../../shared/model/index.ts');
  const predictor = await loadPredictor(parseModel(product, 'model'), engine.name);
  const { features, labels, weights } = thinExamples(validation, MOST_EXAMPLES);
  try {
    const lossesOf = (matrix: Matrix) => exampleLosses(task, predictor.predict(matrix), labels);
    log.progress({ label: 'feature importance', fraction: 0 });
    const found = permutationImportance({
      features,
      places: transform.features.map((feature) => ({ ...feature, name: nameOfFeature(feature) })),
      ...(weights === undefined ? {} : { weights }),
      lossesOf,
      repeats,
      seed: training.seed,
    });
    const told = informationByFeature(transform.features, train, task);
    log.progress({ label: 'feature importance', fraction: 1, done: true });
    return {
      examples: labels.length,
      repeats,
      features: found.map((one) => ({
        ...one,
        mutualInformation: told.get(one.feature) ?? null,
      })),
    };
  } finally {
    predictor.dispose();
  }
}

/** Of features with one value in an example; not below 0, where the bias may bring it. */
function informationByFeature(
  features: readonly FeatureTransform[],
  train: LabelledMatrix,
  task: TrainingReport['task'],
): ReadonlyMap<string, number> {
  const labels =
    task === 'regression' ? equalFrequencyBins(train.labels, BINS) : Int32Array.from(train.labels);
  return new Map(
    features.flatMap((feature) => {
      const values = discreteValues(feature, train.features);
      if (values === null) return [];
      const { nats, bias } = mutualInformation(values, labels);
      return [[nameOfFeature(feature), Math.max(0, nats - bias)]];
    }),
  );
}

/** Null for dates, texts and arrays, which have many values in an example. */
function discreteValues(
  feature: FeatureTransform,
  { data, rows, columns }: Matrix,
): Int32Array | null {
  const { kind, offset, width } = feature;
  const at = (row: number, place: number) => data[row * columns + offset + place] as number;
  switch (kind) {
    case 'date':
    case 'text':
    case 'tokens':
    case 'image':
    case 'array':
      return null;
    case 'standardize':
    case 'min-max':
    case 'log': {
      const numbers = Float64Array.from({ length: rows }, (_, row) =>
        at(row, 1) === 1 ? Number.NaN : at(row, 0),
      );
      return equalFrequencyBins(numbers, BINS);
    }
    default:
      return Int32Array.from({ length: rows }, (_, row) => {
        for (let place = 0; place < width; place++) if (at(row, place) === 1) return place;
        return width;
      });
  }
}

/** At most so many examples, evenly from all. */
export function thinExamples(
  { features, labels, weights }: LabelledMatrix,
  most: number,
): LabelledMatrix {
  if (features.rows <= most) return { features, labels, ...(weights ? { weights } : {}) };
  const { columns } = features;
  const rows = Array.from({ length: most }, (_, index) =>
    Math.floor((index * features.rows) / most),
  );
  const data = new Float32Array(most * columns);
  for (const [index, row] of rows.entries()) {
    data.set(features.data.subarray(row * columns, (row + 1) * columns), index * columns);
  }
  return {
    features: { data, rows: most, columns },
    labels: Float32Array.from(rows, (row) => labels[row] as number),
    ...(weights === undefined
      ? {}
      : { weights: Float64Array.from(rows, (row) => weights[row] as number) }),
  };
}
