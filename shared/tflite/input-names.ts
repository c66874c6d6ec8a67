import type { DatePart } from '../config/index.ts';
import { type DateTransform, nameOfFeature, type Transform } from '../features/index.ts';

/** What one input of the file holds: a cell of a column, a part of one, or a cross of several. */
export interface RawInput {
  /** For a cross its name. */
  readonly column: string;
  readonly part?: DateInputPart;
}

/** `trend`: the days since the first training date. */
export type DateInputPart = DatePart | 'trend';

/** The inputs of the file, in their order: features in that of the transform, parts of a date in that of the feature. */
export function listInputs({ features }: Transform): RawInput[] {
  return features.flatMap((feature) => {
    if (feature.kind !== 'date') return [{ column: nameOfFeature(feature) }];
    const { column } = feature;
    return partsOf(feature).map((part) => ({ column, part }));
  });
}

export function partsOf({ parts, trend }: DateTransform): DateInputPart[] {
  return trend === undefined ? [...parts] : [...parts, 'trend'];
}

/** What the file holds to the name of the input. */
export interface InputNames {
  get(column: string, part?: DateInputPart): string;
}

/** Characters of an input's name: enough to tell columns apart, short enough to type. */
const LONGEST_NAME = 64;

/**
 * Names that every runtime and language takes: letters, digits and underscores, no digit first, each only once, also in
 * lower case. Python's runner takes inputs as keyword arguments, C stops a name at a zero byte.
 * `Body mass (g)` becomes `Body_mass_g`, the day of the week in `sold` `sold_day_of_week`; a name of which nothing is left
 * becomes `column_<place>`.
 */
export function nameInputs(inputs: readonly RawInput[], output: string): InputNames {
  const names = new Map<string, string>();
  const keyOf = (column: string, part?: DateInputPart) => JSON.stringify([column, part]);
  // The graph's own tensors hold a slash, these two excepted.
  const taken = new Set([output, 'features']);
  for (const [index, { column, part }] of inputs.entries()) {
    const ending = part === undefined ? '' : `_${part.replaceAll('-', '_')}`;
    const letters = column
      .slice(0, 4 * LONGEST_NAME)
      .replace(/[^A-Za-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, LONGEST_NAME - ending.length);
    const stem = letters === '' ? `column_${index + 1}` : letters.replace(/^(?=\d)/, 'column_');
    const base = `${stem}${ending}`;
    let name = base;
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${base}_${copy}`;
    taken.add(name.toLowerCase());
    names.set(keyOf(column, part), name);
  }
  return {
    get(column, part) {
      const name = names.get(keyOf(column, part));
      if (name === undefined)
        throw new Error(`${part ?? 'column'} ${column} is no input of the model`);
      return name;
    },
  };
}
