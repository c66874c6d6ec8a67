import { UserError } from '../errors/index.ts';
import {
  type CategoryTransform,
  isCategoryTransform,
  isNumberTransform,
  type NumberTransform,
  nameOfFeature,
  scalingOf,
  type Transform,
} from '../features/index.ts';
import { centre } from './centre.ts';
import type { GraphBuilder } from './graph.ts';
import { type InputNames, listInputs } from './input-names.ts';
import { lowerArray } from './lower-array.ts';
import { lowerBuckets, orderOfBuckets } from './lower-buckets.ts';
import { lowerDates } from './lower-dates.ts';

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
 * numbers and missing indicators of each group of numeric columns, buckets and their indicators, dates, texts, tokens, arrays,
 * one-hot blocks.
 */
export function lowerTransform(
  builder: GraphBuilder,
  transform: Transform,
  names: InputNames,
): LoweredTransform {
  const groups = groupNumbers(transform.features.filter(isNumberTransform));
  const buckets = transform.features.filter((feature) => feature.kind === 'quantile-buckets');
  const dates = transform.features.filter((feature) => feature.kind === 'date');
  const texts = transform.features.filter(
    (feature) => feature.kind === 'text' || feature.kind === 'image',
  );
  const tokens = transform.features.filter((feature) => feature.kind === 'tokens');
  const arrays = transform.features.filter((feature) => feature.kind === 'array');
  const categorical = transform.features.filter(isCategoryTransform);
  const ofIds = new Set([...categorical, ...tokens].map(nameOfFeature));
  const widths = new Map(
    [...texts, ...tokens, ...arrays].map((feature) => [nameOfFeature(feature), feature.width]),
  );
  for (const { column, part } of listInputs(transform)) {
    const type = ofIds.has(column) ? 'int32' : 'float32';
    builder.input(names.get(column, part), type, [1, widths.get(column) ?? 1]);
  }
  const parts = [
    ...groups.flatMap((group) => scaleNumbers(builder, group, names)),
    ...(buckets.length > 0
      ? lowerBuckets(builder, joinInputs(builder, buckets, names, 'buckets/raw'), buckets)
      : []),
    ...(dates.length > 0 ? [lowerDates(builder, dates, names)] : []),
    // The vectors themselves: no operator splits texts into words or decodes images.
    ...texts.map(({ column }) => names.get(column)),
    ...tokens.map(({ column, width }) => castIds(builder, names.get(column), width)),
    ...arrays.map((array) => lowerArray(builder, array, names.get(array.name))),
    ...(categorical.length > 0 ? [encodeCategories(builder, categorical, names)] : []),
  ];
  return {
    features: concatenate(builder, parts, 'features', transform.width, 'float32'),
    order: Int32Array.from([
      ...groups.flatMap(({ features }) => [
        ...features.map(({ offset }) => offset),
        ...features.map(({ offset }) => offset + 1),
      ]),
      ...orderOfBuckets(buckets),
      ...[...dates, ...texts, ...tokens, ...arrays, ...categorical].flatMap(({ offset, width }) =>
        Array.from({ length: width }, (_, slot) => offset + slot),
      ),
    ]),
  };
}

/** Ids of words, which are small enough to be exact in single precision. */
function castIds(builder: GraphBuilder, input: string, width: number): string {
  return builder.apply(
    { kind: 'CAST', inputs: [input], output: `tokens/${input}` },
    { shape: [1, width], type: 'float32' },
  );
}

/** Numeric columns that the same operators scale. */
interface NumberGroup {
  /** Begins the names of the group's tensors. */
  readonly name: string;
  readonly clipped: boolean;
  readonly logarithm: boolean;
  readonly features: readonly NumberTransform[];
}

/** At most four groups, the plain one first; groups without columns are left out. */
function groupNumbers(features: readonly NumberTransform[]): NumberGroup[] {
  return [
    { name: 'numeric', clipped: false, logarithm: false },
    { name: 'clipped', clipped: true, logarithm: false },
    { name: 'log', clipped: false, logarithm: true },
    { name: 'clipped_log', clipped: true, logarithm: true },
  ]
    .map((group) => ({
      ...group,
      features: features.filter(
        (feature) =>
          (feature.clip !== undefined) === group.clipped &&
          scalingOf(feature).logarithm === group.logarithm,
      ),
    }))
    .filter((group) => group.features.length > 0);
}

/** The largest single-precision number: no limit. */
const LARGEST_FLOAT = 3.4028234663852886e38;

/** The tensors of scaled values and of missing indicators, `[1, columns]` each. */
function scaleNumbers(
  builder: GraphBuilder,
  { name: group, clipped, logarithm, features }: NumberGroup,
  names: InputNames,
): [values: string, missing: string] {
  const shape = [1, features.length];
  const numbers = { shape, type: 'float32' } as const;
  const check = (singles: Float32Array) => {
    const column = features[singles.findIndex((value) => !Number.isFinite(value))]?.column;
    if (column !== undefined) throw beyondSinglePrecision(column);
    return singles;
  };
  const constant = (name: string, numberOf: (feature: NumberTransform) => number) =>
    builder.constant(`${group}/${name}`, shape, check(Float32Array.from(features, numberOf)));
  const raw = joinInputs(builder, features, names, `${group}/raw`);
  const centreOf = (feature: NumberTransform) => scalingOf(feature).centre;
  const scale = constant('one_over_deviation', (feature) => 1 / scalingOf(feature).spread);
  const zero = constant('zero', () => 0);
  let values = raw;
  const step = (
    kind: 'MINIMUM' | 'MAXIMUM' | 'ADD' | 'SUB' | 'MUL',
    operand: string,
    name: string,
  ) => {
    const inputs = [values, operand];
    values = builder.apply({ kind, inputs, output: `${group}/${name}` }, numbers);
  };
  if (clipped) {
    const least = constant('least', ({ clip }) => clip?.low ?? -LARGEST_FLOAT);
    const most = constant('most', ({ clip }) => clip?.high ?? LARGEST_FLOAT);
    step('MAXIMUM', least, 'at_least');
    step('MINIMUM', most, 'at_most');
  }
  if (logarithm) {
    // ln(1 + x) − mean = ln((1 + x) e^−mean): the logarithm of a number around 1 has a smaller rounding error than that
    // of a large one. What the rounded factor leaves of the mean is subtracted afterwards.
    const factor = (feature: NumberTransform) => Math.fround(Math.exp(-centreOf(feature)));
    const one = constant('one', () => 1);
    step('ADD', one, 'plus_one');
    step('MUL', constant('factor', factor), 'around_one');
    values = builder.apply(
      { kind: 'LOG', inputs: [values], output: `${group}/logarithm` },
      numbers,
    );
    const rest = constant('mean_rest', (feature) => centreOf(feature) + Math.log(factor(feature)));
    step('SUB', rest, 'centred');
  } else {
    const centres = features.map(centreOf);
    check(Float32Array.from(centres));
    values = centre(builder, group, values, centres);
  }
  step('MUL', scale, 'standardised');
  // Only NaN differs from itself. The choice comes after the arithmetic, so that a missing value is exactly 0.
  const isMissing = builder.apply(
    { kind: 'NOT_EQUAL', inputs: [raw, raw], output: `${group}/is_missing` },
    { shape, type: 'bool' },
  );
  values = builder.apply(
    { kind: 'SELECT', inputs: [isMissing, zero, values], output: `${group}/values` },
    numbers,
  );
  const missing = builder.apply(
    { kind: 'CAST', inputs: [isMissing], output: `${group}/missing` },
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
function encodeCategories(
  builder: GraphBuilder,
  features: readonly CategoryTransform[],
  names: InputNames,
): string {
  const shape = [1, features.length];
  const ids = { shape, type: 'int32' } as const;
  const constant = (name: string, numberOf: (feature: CategoryTransform) => number) =>
    builder.constant(`categorical/${name}`, shape, Int32Array.from(features, numberOf));
  const raw = concatenate(
    builder,
    features.map((feature) => names.get(nameOfFeature(feature))),
    'categorical/raw',
    features.length,
    'int32',
  );
  // An id outside its range is changed by the two bounds, so that it differs from itself and becomes "unknown".
  const largest = constant('largest_id', ({ width }) => width - 1);
  const smallest = constant('smallest_id', () => 0);
  // Hashes know no unknown value: another id counts as missing.
  const unknown = constant('unknown_id', (feature) =>
    feature.kind === 'one-hot' ? feature.vocabulary.length : feature.buckets,
  );
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

/** The inputs of number columns as one tensor. */
function joinInputs(
  builder: GraphBuilder,
  features: readonly { readonly column: string }[],
  names: InputNames,
  output: string,
): string {
  const inputs = features.map(({ column }) => names.get(column));
  return concatenate(builder, inputs, output, features.length, 'float32');
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
