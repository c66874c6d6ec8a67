import { CYCLES, type DateTransform } from '../features/index.ts';
import { centre } from './centre.ts';
import type { GraphBuilder } from './graph.ts';
import { type DateInputPart, type InputNames, partsOf } from './input-names.ts';

/**
 * The tensor of all dates' vectors, `[1, sum of widths]`, feature after feature. An app feeds parts of a date and not
 * seconds since 1970, which single precision rounds to two minutes. All parts are scaled together: those that go round
 * to an angle, days of a trend to their standardised number. cos x is sin(x + π/2), an operator less to ask for.
 */
export function lowerDates(
  builder: GraphBuilder,
  features: readonly DateTransform[],
  names: InputNames,
): string {
  const places = features.flatMap((feature) =>
    partsOf(feature).map((part) => ({ feature, part, ...scalingOf(feature, part) })),
  );
  const count = places.length;
  const numbers = { shape: [1, count], type: 'float32' } as const;
  const constant = (name: string, values: readonly number[]) =>
    builder.constant(`dates/${name}`, [1, count], Float32Array.from(values));
  const same = (name: string, value: number) => constant(name, Array(count).fill(value));
  const inputs = places.map(({ feature, part }) => names.get(feature.column, part));
  const raw =
    count === 1
      ? (inputs[0] ?? '')
      : builder.apply({ kind: 'CONCATENATION', inputs, output: 'dates/raw' }, numbers);
  const centres = places.map((place) => place.centre);
  const factors = constant(
    'factor',
    places.map(({ factor }) => factor),
  );
  const scaled = builder.apply(
    {
      kind: 'MUL',
      inputs: [centre(builder, 'dates', raw, centres), factors],
      output: 'dates/scaled',
    },
    numbers,
  );
  const later = builder.apply(
    {
      kind: 'ADD',
      inputs: [scaled, same('quarter', Math.PI / 2)],
      output: 'dates/quarter_later',
    },
    numbers,
  );
  const isMissing = builder.apply(
    { kind: 'NOT_EQUAL', inputs: [raw, raw], output: 'dates/is_missing' },
    { shape: [1, count], type: 'bool' },
  );
  const zero = same('zero', 0);
  const present = (values: string, name: string) =>
    builder.apply(
      { kind: 'SELECT', inputs: [isMissing, zero, values], output: `dates/${name}` },
      numbers,
    );
  const sineOf = (angle: string, name: string) =>
    builder.apply({ kind: 'SIN', inputs: [angle], output: `dates/${name}` }, numbers);
  const kinds = [
    present(sineOf(scaled, 'sine_of_any'), 'sine'),
    present(sineOf(later, 'cosine_of_any'), 'cosine'),
    present(scaled, 'trend'),
    builder.apply({ kind: 'CAST', inputs: [isMissing], output: 'dates/missing' }, numbers),
  ];
  const all = builder.apply(
    { kind: 'CONCATENATION', inputs: kinds, output: 'dates/all' },
    { shape: [1, kinds.length * count], type: 'float32' },
  );
  const chosen = choosePlaces(features, count);
  return builder.apply(
    {
      kind: 'GATHER',
      inputs: [all, builder.constant('dates/places', [chosen.length], chosen)],
      output: 'dates/values',
    },
    { shape: [1, chosen.length], type: 'float32' },
  );
}

/** `(input − centre) · factor` is an angle, or the number of a trend. */
function scalingOf(
  { trend }: DateTransform,
  part: DateInputPart,
): { readonly centre: number; readonly factor: number } {
  if (part === 'trend') return { centre: trend?.mean ?? 0, factor: 1 / (trend?.deviation ?? 1) };
  const { first, period } = CYCLES[part];
  return { centre: first, factor: (2 * Math.PI) / period };
}

/** Of sines, cosines, trends and indicators of `count` inputs each, those that the vectors hold, in their order. */
function choosePlaces(features: readonly DateTransform[], count: number): Int32Array {
  const chosen: number[] = [];
  let input = 0;
  for (const feature of features) {
    const first = input;
    for (const part of partsOf(feature)) {
      chosen.push(...(part === 'trend' ? [2 * count + input] : [input, count + input]));
      input++;
    }
    chosen.push(3 * count + first);
  }
  return Int32Array.from(chosen);
}
