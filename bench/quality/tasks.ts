import {
  type MakeDataset,
  makeDigits,
  makeFlights,
  makePenguins,
  makeWeather,
} from './datasets.ts';

export interface QualityTask {
  readonly name: string;
  readonly make: MakeDataset;
  readonly label: string;
  readonly metric: 'accuracy' | 'r2';
  /** `mlops.yml`; left out: as `mlops init` proposes it. */
  readonly configuration?: string;
  /** What the metric has to be, where it is not scikit-learn that says so. */
  readonly least?: number;
  /** Seconds that train-model may take. */
  readonly seconds?: number;
}

export const QUALITY_TASKS: readonly QualityTask[] = [
  { name: 'penguins', make: makePenguins, label: 'species', metric: 'accuracy', least: 0.97 },
  { name: 'weather', make: makeWeather, label: 'weather', metric: 'accuracy' },
  { name: 'flights', make: makeFlights, label: 'delay', metric: 'r2' },
  {
    name: 'digits',
    make: makeDigits,
    label: 'label',
    metric: 'accuracy',
    least: 0.975,
    seconds: 60,
    configuration: `model: digits
task: multiclass-classification
data:
  path: data.csv
  label: label
  ignore: [row]
  split: { by: hash, key: [row] }
features:
  digit: { kind: array, columns: ['pixel_*'], shape: [28, 28, 1], scaling: min-max }
training:
  seed: 1
  architecture: { kind: cnn, filters: [8, 16], kernel: 5, hidden: [128], dropout: 0.5 }
  optimizer: { kind: adam, learning-rate: 0.003 }
  schedule: { kind: cosine }
  batch-size: 64
  epochs: 15
`,
  },
];
