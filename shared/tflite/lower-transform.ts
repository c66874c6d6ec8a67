import { UserError } from '../errors/index.ts';
import type { OneHotTransform, StandardizeTransform, Transform } from '../features/index.ts';
import type { GraphBuilder } from './graph.ts';
import type { InputNames } from './input-names.ts';

/** The transform as a part of the graph. */
export interface LoweredTransform {
  /** Tensor `[1, width]` with the same numbers as the transform's vector, in the order below. */
  readonly features: string;
  /** `order[i]` is the place in the transform's vector of number `i` in the tensor. */
  readonly order: Int32Array;
}

/**
 * Adds the inputs of the file and the transform graph. Columns of one kind are handled together, so that the number of
 * operators does not grow with the number of columns; the vector is therefore in another order than the transform's:
 * standardised numbers, missing indicators, one-hot blocks.
 */
export function lowerTransform(
  builder: GraphBuilder,
  transform: Transform,
  names: InputNames,
): LoweredTransform {
  const numeric = transform.features.filter((feature) => feature.kind === 'standardize');
  const categorical = transform.features.filter((feature) => feature.kind === 'one-hot');
  for (const { column, kind } of transform.features) {
    builder.input(names.get(column), kind === 'standardize' ? 'float32' : 'int32', [1, 1]);
  }
  const parts = [
    ...(numeric.length > 0 ? standardize(builder, numeric, names) : []),
    ...(categorical.length > 0 ? [encodeOneHot(builder, categorical, names)] : []),
  ];
  return {
    features: concatenate(builder, parts, 'features', transform.width, 'float32'),
    order: Int32Array.from([
      ...numeric.map(({ offset }) => offset),
      ...numeric.map(({ offset }) => offset + 1),
      ...categorical.flatMap(({ offset, width }) =>
        Array.from({ length: width }, (_, slot) => offset + slot),
      ),
    ]),
  };
}

/** The tensors of standardised values and of missing indicators, `[1, columns]` each. */
function standardize(
  builder: GraphBuilder,
  features: readonly StandardizeTransform[],
  names: InputNames,
): [values: string, missing: string] {
  const shape = [1, features.length];
  const numbers = { shape, type: 'float32' } as const;
  const constant = (name: string, numberOf: (feature: StandardizeTransform) => number) => {
    const values = Float32Array.from(features, numberOf);
    const column = features[values.findIndex((value) => !Number.isFinite(value))]?.column;
    if (column !== undefined) throw beyondSinglePrecision(column);
    return builder.constant(`numeric/${name}`, shape, values);
  };
  const raw = concatenate(
    builder,
    features.map(({ column }) => names.get(column)),
    'numeric/raw',
    features.length,
    'float32',
  );
  // The mean as a sum of two single-precision numbers: rounded to one, the mean of a column such as a year (2008 ± 1)
  // is off by 6e-5, which the division by a small deviation makes larger.
  const high = constant('mean_high', ({ mean }) => mean);
  const low = constant('mean_low', ({ mean }) => mean - Math.fround(mean));
  const scale = constant('one_over_deviation', ({ deviation }) => 1 / deviation);
  const zero = constant('zero', () => 0);
  const steps = [
    ['SUB', high, 'minus_mean_high'],
    ['SUB', low, 'centred'],
    ['MUL', scale, 'standardised'],
  ] as const;
  let values = raw;
  for (const [kind, operand, name] of steps) {
    const output = `numeric/${name}`;
    values = builder.apply({ kind, inputs: [values, operand], output }, numbers);
  }
  // Only NaN differs from itself. The choice comes after the arithmetic, so that a missing value is exactly 0.
  const isMissing = builder.apply(
    { kind: 'NOT_EQUAL', inputs: [raw, raw], output: 'numeric/is_missing' },
    { shape, type: 'bool' },
  );
  values = builder.apply(
    { kind: 'SELECT', inputs: [isMissing, zero, values], output: 'numeric/values' },
    numbers,
  );
  const missing = builder.apply(
    { kind: 'CAST', inputs: [isMissing], output: 'numeric/missing' },
    numbers,
  );
  return [values, missing];
}

function beyondSinglePrecision(column: string): UserError {
  return new UserError({
    what: `The numbers in column "${column}" are too large, or too close together, for the single precision of a TFLite file`,
    remedy: 'Rescale the column, or leave it out with data.ignore, and train again',
  });
}

/** The tensor of all one-hot blocks, `[1, sum of widths]`. */
function encodeOneHot(
  builder: GraphBuilder,
  features: readonly OneHotTransform[],
  names: InputNames,
): string {
  const shape = [1, features.length];
  const ids = { shape, type: 'int32' } as const;
  const constant = (name: string, numberOf: (feature: OneHotTransform) => number) =>
    builder.constant(`categorical/${name}`, shape, Int32Array.from(features, numberOf));
  const raw = concatenate(
    builder,
    features.map(({ column }) => names.get(column)),
    'categorical/raw',
    features.length,
    'int32',
  );
  // An id outside its range is changed by the two bounds, so that it differs from itself and becomes "unknown".
  const largest = constant('largest_id', ({ vocabulary }) => vocabulary.length + 1);
  const smallest = constant('smallest_id', () => 0);
  const unknown = constant('unknown_id', ({ vocabulary }) => vocabulary.length);
  const below = builder.apply(
    { kind: 'MINIMUM', inputs: [raw, largest], output: 'categorical/at_most' },
    ids,
  );
  const bounded = builder.apply(
    { kind: 'MAXIMUM', inputs: [below, smallest], output: 'categorical/bounded' },
    ids,
  );
  const valid = builder.apply(
    { kind: 'EQUAL', inputs: [raw, bounded], output: 'categorical/is_valid' },
    { shape, type: 'bool' },
  );
  const chosen = builder.apply(
    { kind: 'SELECT', inputs: [valid, raw, unknown], output: 'categorical/ids' },
    ids,
  );
  // Each place of the vector looks at its own column's id and compares it with the id that it stands for.
  const width = features.reduce((sum, feature) => sum + feature.width, 0);
  const columnOfPlace = features.flatMap((feature, column) => Array(feature.width).fill(column));
  const idOfPlace = features.flatMap((feature) => [...Array(feature.width).keys()]);
  const columns = builder.constant(
    'categorical/column_of_place',
    [width],
    Int32Array.from(columnOfPlace),
  );
  const expected = builder.constant(
    'categorical/id_of_place',
    [1, width],
    Int32Array.from(idOfPlace),
  );
  const seen = builder.apply(
    { kind: 'GATHER', inputs: [chosen, columns], output: 'categorical/id_at_place' },
    { shape: [1, width], type: 'int32' },
  );
  const hot = builder.apply(
    { kind: 'EQUAL', inputs: [seen, expected], output: 'categorical/is_hot' },
    { shape: [1, width], type: 'bool' },
  );
  return builder.apply(
    { kind: 'CAST', inputs: [hot], output: 'categorical/one_hot' },
    { shape: [1, width], type: 'float32' },
  );
}

/** Joins tensors along the columns; one alone stays as it is. */
function concatenate(
  builder: GraphBuilder,
  parts: readonly string[],
  output: string,
  width: number,
  type: 'float32' | 'int32',
): string {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  return builder.apply(
    { kind: 'CONCATENATION', inputs: parts, output },
    { shape: [1, width], type },
  );
}
