import type { DatePart, Task } from '../../shared/config/index.ts';
import type { Column, Table } from '../../shared/data/index.ts';
import {
  type ArrayTransform,
  type BucketsTransform,
  type DateTransform,
  type FeatureTransform,
  type NumberTransform,
  readsNumbers,
  scalingOf,
  type Transform,
} from '../../shared/features/index.ts';
import type { Activation, ModelFiles } from '../../shared/network/index.ts';
import { SeededRandom } from '../../shared/numeric/index.ts';

export interface ModelPlan {
  readonly task: Task;
  readonly numeric: number;
  /** Kinds that numeric columns take in turn; left out: all are standardised. Some are clipped. */
  readonly kinds?: readonly (NumberTransform | BucketsTransform)['kind'][];
  /** Words of each categorical column. */
  readonly vocabularies: readonly number[];
  /** Whether the first categorical columns are crossed; left out: not. */
  readonly crossed?: boolean;
  /** Columns of dates; left out: none. */
  readonly dates?: number;
  /** Shapes of arrays, scaled in each way in turn; left out: none. */
  readonly arrays?: readonly (readonly number[])[];
  /** Columns of tokens; left out: none. */
  readonly tokens?: number;
  readonly hidden: readonly { readonly units: number; readonly activation: Activation }[];
  readonly classes: number;
}

export interface RandomModel extends ModelFiles {
  readonly transform: Transform;
  readonly table: Table;
}

/** A model of any shape in the format of train-model, and a table with missing and unknown values to feed it. */
export function makeModel(plan: ModelPlan, seed: number, rows: number): RandomModel {
  const random = new SeededRandom(seed, 'tflite test model');
  const transform = makeTransform(plan, random);
  const outputs = plan.task === 'multiclass-classification' ? plan.classes : 1;
  const activation = {
    'multiclass-classification': 'softmax',
    'binary-classification': 'sigmoid',
    regression: 'linear',
  } as const;
  const layers = [...plan.hidden, { units: outputs, activation: activation[plan.task] }];
  return {
    ...makeModelFiles(transform.width, layers, random),
    transform,
    table: makeTable(transform, random, rows),
  };
}

export function makeModelFiles(
  inputs: number,
  layers: readonly { readonly units: number; readonly activation: Activation }[],
  random: SeededRandom,
): ModelFiles {
  const weights: number[] = [];
  const manifest: object[] = [];
  const described: object[] = [];
  let size = inputs;
  for (const [index, { units, activation }] of layers.entries()) {
    const name = `dense_${index}`;
    described.push({
      class_name: 'Dense',
      config: { name, units, activation, use_bias: true, batch_input_shape: [null, size] },
    });
    if (index < layers.length - 1) {
      described.push({ class_name: 'Dropout', config: { name: `dropout_${index}`, rate: 0.1 } });
    }
    const spread = Math.sqrt(6 / (size + units));
    for (let k = 0; k < size * units; k++) weights.push((random.uniform() * 2 - 1) * spread);
    for (let k = 0; k < units; k++) weights.push((random.uniform() - 0.5) * 0.2);
    manifest.push({ name: `${name}/kernel`, shape: [size, units], dtype: 'float32' });
    manifest.push({ name: `${name}/bias`, shape: [units], dtype: 'float32' });
    size = units;
  }
  return {
    modelJson: JSON.stringify({
      format: 'layers-model',
      modelTopology: { class_name: 'Sequential', config: { name: 'm', layers: described } },
      weightsManifest: [{ paths: ['weights.bin'], weights: manifest }],
    }),
    weights: new Uint8Array(Float32Array.from(weights).buffer),
  };
}

function makeTransform(plan: ModelPlan, random: SeededRandom): Transform {
  const features: FeatureTransform[] = [];
  let offset = 0;
  const add = (feature: FeatureTransform) => {
    features.push(feature);
    offset += feature.width;
  };
  const words = [...plan.vocabularies];
  for (let index = 0; index < (plan.dates ?? 0); index++) add(makeDate(index, offset, random));
  for (const [index, shape] of (plan.arrays ?? []).entries()) {
    add(makeArray(index, shape, offset, random));
  }
  for (let index = 0; index < (plan.tokens ?? 0); index++) {
    const vocabulary = Array.from({ length: 1 + random.integer(6) }, (_, word) => `w${word}`);
    add({ kind: 'tokens', column: `t ${index}`, offset, width: 1 + random.integer(5), vocabulary });
  }
  // Columns of both kinds alternate, so that the order of the vector is not that of the file.
  for (let index = 0; index < Math.max(plan.numeric, words.length); index++) {
    const size = words[index];
    if (size !== undefined) {
      const vocabulary = Array.from({ length: size }, (_, word) => `word ${word}`);
      add({ kind: 'one-hot', column: `c ${index}`, offset, width: size + 2, vocabulary });
    }
    if (index < plan.numeric) {
      const { kinds } = plan;
      add(
        kinds === undefined
          ? makeStandardize(index, offset, random)
          : makeNumber(kinds[index % kinds.length] ?? 'log', index, offset, random),
      );
    }
  }
  if (plan.crossed === true && words.length > 1) {
    const columns = words.slice(0, 3).map((_, index) => `c ${index}`);
    add({ kind: 'cross', name: 'c 0 & c 1', columns, offset, width: 8, buckets: 7 });
  }
  const classes = Array.from({ length: plan.classes }, (_, index) => `class ${index}`);
  return {
    version: 1,
    features,
    width: offset,
    label:
      plan.task === 'regression'
        ? { kind: 'number', column: 'label', mean: 4200.7, deviation: 801.9 }
        : { kind: 'classes', column: 'label', classes },
  };
}

function makeArray(
  index: number,
  shape: readonly number[],
  offset: number,
  random: SeededRandom,
): ArrayTransform {
  const width = shape.reduce((product, size) => product * size, 1);
  const scaling = (['standardize', 'min-max', 'none'] as const)[index % 3] ?? 'none';
  const channels = Array.from({ length: shape.at(-1) ?? 1 }, () => random.uniform());
  const centre = channels.map((one) => (scaling === 'none' ? 0 : 200 * one - 100));
  return {
    kind: 'array',
    name: `a ${index}`,
    columns: Array.from({ length: width }, (_, number) => `a ${index}, ${number}`),
    offset,
    width,
    shape,
    scaling,
    centre,
    spread: channels.map((one) => (scaling === 'none' ? 1 : 1 + 20 * one)),
    fill: scaling === 'standardize' ? centre : channels.map((one) => 3 * one),
  };
}

function makeDate(index: number, offset: number, random: SeededRandom): DateTransform {
  const all: DatePart[] = [
    'day-of-year',
    'hour-of-day',
    'month-of-year',
    'day-of-week',
    'day-of-month',
  ];
  const parts = all.filter(() => random.uniform() < 0.6);
  const place = { kind: 'date', column: `d ${index}`, offset, parts } as const;
  if (parts.length > 0 && random.uniform() < 0.5) return { ...place, width: 2 * parts.length + 1 };
  const start = Date.UTC(2015, 0, 1);
  return {
    ...place,
    width: 2 * parts.length + 2,
    trend: { start, mean: 1200.3, deviation: 450.7 },
  };
}

function makeStandardize(index: number, offset: number, random: SeededRandom): NumberTransform {
  const scale = 10 ** random.integer(4);
  return {
    kind: 'standardize',
    column: `n ${index}`,
    offset,
    width: 2,
    mean: (random.uniform() * 2 - 1) * 5 * scale,
    deviation: (0.1 + random.uniform()) * scale,
  };
}

function makeNumber(
  kind: (NumberTransform | BucketsTransform)['kind'],
  index: number,
  offset: number,
  random: SeededRandom,
): NumberTransform | BucketsTransform {
  if (kind === 'quantile-buckets') {
    const boundaries = Array.from(
      { length: 1 + random.integer(5) },
      (_, place) => 7.25 * place - 3,
    );
    return { kind, column: `n ${index}`, offset, width: boundaries.length + 2, boundaries };
  }
  const { mean, deviation, ...place } = makeStandardize(index, offset, random) as Extract<
    NumberTransform,
    { kind: 'standardize' }
  >;
  // Logarithms of numbers around e³, so that clipped values still have one.
  const [centre, spread] = kind === 'log' ? [3, 0.9] : [mean, deviation];
  const original = kind === 'log' ? Math.expm1 : (value: number) => value;
  const clip = { low: original(centre - spread), high: original(centre + 0.5 * spread) };
  const ends = [clip, undefined, { low: clip.low }, undefined, { high: clip.high }, undefined][
    random.integer(6)
  ];
  const shared = { ...place, ...(ends === undefined ? {} : { clip: ends }) };
  return kind === 'min-max'
    ? { ...shared, kind, minimum: centre - 2 * spread, maximum: centre + 2 * spread }
    : { ...shared, kind, mean: centre, deviation: spread };
}

/** Numbers around the centre of their channel, now and then none. */
function makeArrayColumns(
  { columns, centre, spread }: ArrayTransform,
  random: SeededRandom,
  rows: number,
): Column[] {
  return columns.map((name, number): Column => {
    const channel = number % centre.length;
    const values = Float64Array.from({ length: rows }, () =>
      random.uniform() < 0.1
        ? Number.NaN
        : Number(
            (
              (centre[channel] as number) +
              (random.uniform() * 6 - 3) * (spread[channel] as number)
            ).toPrecision(5),
          ),
    );
    return { kind: 'numeric', name, values, integers: false };
  });
}

function makeTable(transform: Transform, random: SeededRandom, rows: number): Table {
  const ofColumns = transform.features.filter((feature) => feature.kind !== 'cross');
  const columns = ofColumns.flatMap((feature): Column | Column[] => {
    if (feature.kind === 'array') return makeArrayColumns(feature, random, rows);
    const places = Array.from({ length: rows }, () => random.uniform());
    if (feature.kind === 'tokens') {
      const words = [...feature.vocabulary, 'unheard', 'of'];
      const vocabulary = places.map(() =>
        Array.from(
          { length: 1 + random.integer(9) },
          () => words[random.integer(words.length)],
        ).join(' '),
      );
      const codes = Int32Array.from(places, (place, row) => (place < 0.15 ? -1 : row));
      return { kind: 'categorical', name: feature.column, codes, vocabulary };
    }
    if (readsNumbers(feature)) {
      const { column } = feature;
      const { centre, spread, logarithm } =
        feature.kind === 'quantile-buckets'
          ? { centre: feature.boundaries[0] ?? 0, spread: 10, logarithm: false }
          : scalingOf(feature);
      const original = logarithm ? Math.expm1 : (value: number) => value;
      const values = Float64Array.from(places, (place) =>
        // A raw value as a file holds it: few digits, now and then none.
        place < 0.15
          ? Number.NaN
          : Number(original(centre + (random.uniform() * 6 - 3) * spread).toPrecision(5)),
      );
      return { kind: 'numeric', name: column, values, integers: false };
    }
    if (feature.kind === 'date') {
      const vocabulary = places.map(() =>
        new Date(Math.floor((40 + 12 * random.uniform()) * 3.156e10)).toISOString(),
      );
      const codes = Int32Array.from(places, (place, row) => (place < 0.15 ? -1 : row));
      return { kind: 'categorical', name: feature.column, codes, vocabulary };
    }
    if (feature.kind !== 'one-hot') throw new Error('not made here');
    const vocabulary = ['unheard of', ...feature.vocabulary.toReversed()];
    const codes = Int32Array.from(places, (place) =>
      place < 0.15 ? -1 : random.integer(vocabulary.length),
    );
    return { kind: 'categorical', name: feature.column, codes, vocabulary };
  });
  const { label } = transform;
  const labels = Array.from({ length: rows }, () => random.uniform());
  columns.push(
    label.kind === 'number'
      ? {
          kind: 'numeric',
          name: label.column,
          values: Float64Array.from(
            labels,
            (place) => label.mean + (place - 0.5) * label.deviation,
          ),
          integers: false,
        }
      : {
          kind: 'categorical',
          name: label.column,
          codes: Int32Array.from(labels, (place) => Math.floor(place * label.classes.length)),
          vocabulary: label.classes,
        },
  );
  return {
    rowCount: rows,
    columns,
    files: ['data.csv'],
    fileOfRow: new Uint16Array(rows),
    lineOfRow: Uint32Array.from({ length: rows }, (_, row) => row + 2),
  };
}

export function allRows(table: Table): Int32Array {
  return Int32Array.from({ length: table.rowCount }, (_, row) => row);
}
