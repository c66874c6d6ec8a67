import {
  type HalvingConfiguration,
  type SearchDimension,
  type SearchSpace,
  TUNABLE_FIELDS,
  type TunableField,
  type TuningMethod,
} from './training-configuration.ts';

export interface RawDimension {
  from?: number;
  to?: number;
  scale?: 'linear' | 'log';
  values?: (number | string | number[])[];
}

/** `tuning`, as far as it says how trials are halved. */
export interface RawHalving {
  method?: TuningMethod;
  reduction?: number;
  bracket?: number;
}

export type RawSearch = Partial<Record<TunableField, RawDimension>>;

export function halvingOf({ method, reduction = 3, bracket = reduction ** 2 }: RawHalving): {
  halving?: HalvingConfiguration;
} {
  return method === 'successive-halving' ? { halving: { reduction, bracket } } : {};
}

/** In the order of `TUNABLE_FIELDS`, so that the order in the file means nothing. */
export function searchSpaceOf(raw: RawSearch): SearchSpace {
  return Object.fromEntries(
    TUNABLE_FIELDS.flatMap((field) => {
      const dimension = raw[field];
      return dimension === undefined ? [] : [[field, dimensionOf(field, dimension)]];
    }),
  );
}

const WHOLE: readonly TunableField[] = ['training.batch-size', 'training.architecture.embedding'];

function dimensionOf(
  field: TunableField,
  { values, from = 0, to = 0, scale = 'linear' }: RawDimension,
): SearchDimension {
  if (values !== undefined) return { kind: 'values', values };
  return { kind: 'range', from, to, scale, integers: WHOLE.includes(field) };
}
