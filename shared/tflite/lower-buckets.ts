import type { BucketsTransform } from '../features/index.ts';
import type { GraphBuilder } from './graph.ts';

/** The largest single-precision number: no limit. */
const LARGEST_FLOAT = 3.4028234663852886e38;

/**
 * The tensors of all buckets, column after column, and of the missing indicators. `raw` is `[1, columns]`. A number is
 * in a bucket when it reaches the lower boundary and not the upper one; `max(x, b) = x` says that it reaches b, and is
 * false for NaN. Operators that compare sizes are newer than the oldest runtime that the files are for.
 */
export function lowerBuckets(
  builder: GraphBuilder,
  raw: string,
  features: readonly BucketsTransform[],
): [buckets: string, missing: string] {
  const places = features.flatMap(({ boundaries }, column) =>
    [-LARGEST_FLOAT, ...boundaries].map((low, bucket) => ({
      column,
      low,
      high: boundaries[bucket] ?? LARGEST_FLOAT,
    })),
  );
  const shape = [1, places.length];
  const numbers = { shape, type: 'float32' } as const;
  const columns = Int32Array.from(places, ({ column }) => column);
  const seen = builder.apply(
    {
      kind: 'GATHER',
      inputs: [raw, builder.constant('buckets/column_of_place', [places.length], columns)],
      output: 'buckets/value_at_place',
    },
    numbers,
  );
  const compare = (kind: 'EQUAL' | 'NOT_EQUAL', end: 'low' | 'high', name: string) => {
    const bounds = Float32Array.from(places, (place) => place[end]);
    const larger = builder.apply(
      {
        kind: 'MAXIMUM',
        inputs: [seen, builder.constant(`buckets/${end}`, shape, bounds)],
        output: `buckets/at_least_${end}`,
      },
      numbers,
    );
    const holds = builder.apply(
      { kind, inputs: [larger, seen], output: `buckets/is_${name}` },
      { shape, type: 'bool' },
    );
    return builder.apply({ kind: 'CAST', inputs: [holds], output: `buckets/${name}` }, numbers);
  };
  const reached = compare('EQUAL', 'low', 'reached');
  const below = compare('NOT_EQUAL', 'high', 'below');
  const hot = builder.apply(
    { kind: 'MUL', inputs: [reached, below], output: 'buckets/one_hot' },
    numbers,
  );
  const perColumn = [1, features.length];
  const isMissing = builder.apply(
    { kind: 'NOT_EQUAL', inputs: [raw, raw], output: 'buckets/is_missing' },
    { shape: perColumn, type: 'bool' },
  );
  const missing = builder.apply(
    { kind: 'CAST', inputs: [isMissing], output: 'buckets/missing' },
    { shape: perColumn, type: 'float32' },
  );
  return [hot, missing];
}

/** Places in the transform's vector, in the order of both tensors. */
export function orderOfBuckets(features: readonly BucketsTransform[]): number[] {
  return [
    ...features.flatMap(({ offset, boundaries }) =>
      Array.from({ length: boundaries.length + 1 }, (_, bucket) => offset + bucket),
    ),
    ...features.map(({ offset, width }) => offset + width - 1),
  ];
}
