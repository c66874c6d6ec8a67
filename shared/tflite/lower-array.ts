import type { ArrayTransform } from '../features/index.ts';
import { centre as centreValues } from './centre.ts';
import type { GraphBuilder } from './graph.ts';

/** The tensor `[1, width]` of an array's scaled numbers, from its input of the same shape: NaN is a missing number. */
export function lowerArray(builder: GraphBuilder, array: ArrayTransform, input: string): string {
  const { width, centre, spread, fill } = array;
  const prefix = `array/${input}`;
  const shape = [1, width];
  const numbers = { shape, type: 'float32' } as const;
  const ofChannels = (values: readonly number[]) =>
    Array.from({ length: width }, (_, number) => values[number % values.length] as number);
  const constant = (name: string, values: readonly number[]) =>
    builder.constant(`${prefix}/${name}`, shape, Float32Array.from(ofChannels(values)));
  let values = input;
  if (centre.some((value) => value !== 0)) {
    values = centreValues(builder, prefix, values, ofChannels(centre));
  }
  if (spread.some((value) => value !== 1)) {
    const factor = constant(
      'one_over_spread',
      spread.map((value) => 1 / value),
    );
    values = builder.apply(
      { kind: 'MUL', inputs: [values, factor], output: `${prefix}/scaled` },
      numbers,
    );
  }
  // Only NaN differs from itself.
  const isMissing = builder.apply(
    { kind: 'NOT_EQUAL', inputs: [input, input], output: `${prefix}/is_missing` },
    { shape, type: 'bool' },
  );
  const instead = constant(
    'fill',
    fill.map(
      (value, channel) => (value - (centre[channel] as number)) / (spread[channel] as number),
    ),
  );
  return builder.apply(
    { kind: 'SELECT', inputs: [isMissing, instead, values], output: `${prefix}/values` },
    numbers,
  );
}
