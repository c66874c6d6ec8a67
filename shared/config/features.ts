import type { SourceLocation } from '../errors/index.ts';
import { checkArray, checkWindows, MOST_ARRAY_NUMBERS, type RawArray } from './array-features.ts';
import type {
  DatePart,
  FeatureConfiguration,
  NumberFeatureConfiguration,
  OneHotFeatureConfiguration,
} from './configuration.ts';
import type { Report } from './consistency.ts';
import type { RawConfiguration } from './defaults.ts';
import type { FieldPath } from './schema-problems.ts';

/** What `features` says of one column. */
export type RawFeature = RawFeatureKind | RawFeatureSection;

type RawFeatureKind = FeatureConfiguration['kind'];

interface RawFeatureSection extends RawArray {
  kind: RawFeatureKind;
  clip?: RawClip;
  buckets?: number;
  vocabulary?: { top?: number; 'min-count'?: number };
  length?: number;
  size?: [number, number];
  channels?: 1 | 3;
  values?: 'counts' | 'presence';
  parts?: DatePart[];
  trend?: boolean;
}

/** Deciles; few collisions among some tens of values, some hundreds of words, and pairs of values. */
const DEFAULT_BUCKETS = { 'quantile-buckets': 10, hashing: 100, text: 1000, cross: 1000 } as const;

/** Most of a paragraph; the words of a language that come up often enough to be learned. */
const DEFAULT_LENGTH = 100;
const DEFAULT_WORDS = 10_000;

/** Each value is a place of the vector. */
const MOST_CATEGORIES = 10_000;

/** More boundaries than this tell noise. */
const MOST_QUANTILE_BUCKETS = 1000;

/** Settings with the kinds that have them. */
const KINDS_OF_SETTING = {
  clip: ['standardize', 'min-max', 'log'],
  buckets: ['quantile-buckets', 'hashing', 'text', 'cross'],
  columns: ['cross', 'array'],
  values: ['text'],
  vocabulary: ['one-hot', 'tokens'],
  length: ['tokens'],
  shape: ['array'],
  scaling: ['array'],
  window: ['array'],
  size: ['image'],
  channels: ['image'],
  parts: ['date'],
  trend: ['date'],
} as const;

interface RawClip {
  from?: number;
  to?: number;
  quantiles?: [number, number];
}

/** In the order of the file; the order means nothing. */
export function featuresOf(
  raw: RawConfiguration['features'] = {},
  placeOf: (path: FieldPath) => SourceLocation,
): FeatureConfiguration[] {
  return Object.entries(raw).map(([column, feature]) => {
    const {
      kind,
      clip,
      buckets,
      vocabulary,
      columns = [],
      parts,
      trend = false,
    } = sectionOf(feature);
    const where = placeOf(['features', column]);
    if (kind === 'cross') {
      return { kind, name: column, columns, buckets: buckets ?? DEFAULT_BUCKETS.cross, where };
    }
    if (kind === 'array') {
      const { shape = [], scaling = 'standardize', window } = sectionOf(feature);
      if (window === undefined) return { kind, name: column, columns, shape, scaling, where };
      const { length, by, group = [] } = window;
      return {
        kind,
        name: column,
        columns,
        shape: [length, columns.length],
        scaling,
        window: { length, by, group: typeof group === 'string' ? [group] : group },
        where,
      };
    }
    const common = { column, where };
    if (kind === 'one-hot') {
      return {
        ...common,
        kind,
        ...(vocabulary === undefined ? {} : { vocabulary: vocabularyOf(vocabulary) }),
      };
    }
    if (kind === 'text') {
      const { values = 'counts' } = sectionOf(feature);
      return { ...common, kind, buckets: buckets ?? DEFAULT_BUCKETS.text, values };
    }
    if (kind === 'image') {
      const { size: [height, width] = [1, 1], channels = 3 } = sectionOf(feature);
      return { ...common, kind, height, width, channels };
    }
    if (kind === 'tokens') {
      const { length = DEFAULT_LENGTH } = sectionOf(feature);
      const { top = DEFAULT_WORDS, minCount = 1 } = vocabularyOf(vocabulary ?? {});
      return { ...common, kind, length, vocabulary: { top, minCount } };
    }
    if (kind === 'date') {
      return { ...common, kind, trend, ...(parts === undefined ? {} : { parts }) };
    }
    if (kind === 'quantile-buckets' || kind === 'hashing') {
      return { ...common, kind, buckets: buckets ?? DEFAULT_BUCKETS[kind] };
    }
    return { ...common, kind, ...(clip === undefined ? {} : { clip: clipOf(clip) }) };
  });
}

/** Columns that arrays are made of, with their patterns. */
export function listColumnsOf(raw: RawConfiguration['features'] = {}): string[] {
  return Object.values(raw).flatMap((feature) => {
    const { kind, columns = [] } = sectionOf(feature);
    return kind === 'array' ? columns : [];
  });
}

/** Whether the entry names no column but a feature made of several. */
export function hasOwnName(feature: RawFeature): boolean {
  return ['cross', 'array'].includes(sectionOf(feature).kind);
}

function sectionOf(feature: RawFeature): RawFeatureSection {
  return typeof feature === 'string' ? { kind: feature } : feature;
}

function vocabularyOf({
  top,
  'min-count': minCount,
}: NonNullable<RawFeatureSection['vocabulary']>): NonNullable<
  OneHotFeatureConfiguration['vocabulary']
> {
  return {
    ...(top === undefined ? {} : { top }),
    ...(minCount === undefined ? {} : { minCount }),
  };
}

function clipOf({ from, to, quantiles }: RawClip): NonNullable<NumberFeatureConfiguration['clip']> {
  if (quantiles !== undefined) return { by: 'quantiles', low: quantiles[0], high: quantiles[1] };
  return {
    by: 'limits',
    ...(from === undefined ? {} : { low: from }),
    ...(to === undefined ? {} : { high: to }),
  };
}

export function checkFeatures(raw: RawConfiguration, report: Report): void {
  const { features, data, training } = raw;
  if (features === undefined) return;
  if (training?.architecture?.kind === 'command') {
    report(
      ['features'],
      '"features" has no meaning where a command trains',
      'remove it: the command gets the columns as they are',
    );
    return;
  }
  const streaming = training?.streaming === true;
  checkWindows(features, { split: data.split, streaming }, report);
  for (const [column, feature] of Object.entries(features)) {
    const path = ['features', column];
    const section = sectionOf(feature);
    const { kind, clip, buckets, vocabulary, columns = [], parts, trend } = section;
    if (hasOwnName(feature)) {
      if (column === data.label) {
        report(path, `The ${kind} "${column}" has the name of the label`, 'give it another name');
      }
      if (kind === 'cross') checkCross(path, section, report);
      else checkArray(path, section, report);
      for (const [index, name] of columns.entries()) {
        // A window may have the label's past, and columns that are ignored otherwise.
        if (kind === 'array' && (name.includes('*') || section.window !== undefined)) continue;
        checkColumn([...path, 'columns', index], name, data, report);
      }
    } else checkColumn(path, column, data, report);
    if (kind === 'image') checkImage(path, section, report);
    if (kind === 'tokens') checkReader(path, training, report);
    if (kind === 'one-hot' && (vocabulary?.top ?? 0) > MOST_CATEGORIES) {
      report(
        [...path, 'vocabulary', 'top'],
        `${vocabulary?.top} are too many values, each of which is a number of the vector`,
        `write at most ${MOST_CATEGORIES}, or use kind: hashing`,
      );
    }
    if (kind === 'quantile-buckets' && (buckets ?? 0) > MOST_QUANTILE_BUCKETS) {
      report(
        [...path, 'buckets'],
        `${buckets} are too many quantile buckets`,
        `write at most ${MOST_QUANTILE_BUCKETS}`,
      );
    }
    if (kind === 'date' && parts?.length === 0 && trend !== true) {
      report(
        [...path, 'parts'],
        'Nothing of the date is asked for',
        'name parts, or add trend: true',
      );
    }
    for (const [setting, kinds] of Object.entries(KINDS_OF_SETTING)) {
      const allowed: readonly string[] = kinds;
      if (!Object.hasOwn(section, setting) || allowed.includes(kind)) continue;
      report(
        [...path, setting],
        `"${setting}" has no meaning for kind: ${kind}`,
        `remove it or choose a kind that has it: ${kinds.join(', ')}`,
      );
    }
    if (clip !== undefined) {
      checkClip(clip, (field, what, remedy) => report([...path, 'clip', ...field], what, remedy));
    }
  }
}

function checkColumn(
  path: FieldPath,
  column: string,
  data: RawConfiguration['data'],
  report: Report,
): void {
  if (column === data.label) {
    report(path, `The label "${column}" is listed as a feature`, 'remove it');
  } else if (data.ignore?.includes(column) === true) {
    report(path, `The column "${column}" is ignored by data.ignore`, 'remove it from one of both');
  } else if (data.features?.includes(column) === false) {
    report(path, `The column "${column}" is not in data.features`, 'add it there, or remove it');
  }
}

function checkImage(
  path: FieldPath,
  { size, channels = 3 }: RawFeatureSection,
  report: Report,
): void {
  if (size === undefined) {
    report(path, 'kind: image needs a size', 'add it, e.g. size: [28, 28] for height and width');
  } else if (size[0] * size[1] * channels > MOST_ARRAY_NUMBERS) {
    report(
      [...path, 'size'],
      `An image of ${size.join(' × ')} × ${channels} numbers is too large`,
      `write a size of at most ${MOST_ARRAY_NUMBERS} numbers`,
    );
  }
}

/** Architectures that read ids of words as if they were quantities. */
const WITHOUT_TOKENS: readonly string[] = ['linear', 'mlp', 'wide-and-deep', 'cnn', 'time-series'];

function checkReader(
  path: FieldPath,
  training: RawConfiguration['training'],
  report: Report,
): void {
  const kind = training?.architecture?.kind ?? 'mlp';
  if (!WITHOUT_TOKENS.includes(kind)) return;
  report(
    path,
    `Tokens are not read by training.architecture.kind: ${kind}, to which they would be quantities`,
    'tokens are read by training.architecture.kind: text; for this one use kind: text here',
  );
}

function checkCross(path: FieldPath, { columns }: RawFeatureSection, report: Report): void {
  if (columns === undefined) {
    report(path, 'kind: cross needs columns', 'add them, e.g. columns: [city, device]');
  } else if (columns.length < 2 || columns.length > 3) {
    report(
      [...path, 'columns'],
      `The cross names ${columns.length === 1 ? 'one column' : `${columns.length} columns`}`,
      columns.length < 2
        ? 'name two or three'
        : 'name three at most: more give values that never come again',
    );
  }
}

function checkClip({ from, to, quantiles }: RawClip, report: Report): void {
  if (quantiles !== undefined) {
    for (const [name, value] of Object.entries({ from, to })) {
      if (value === undefined) continue;
      report([name], `"quantiles" and "${name}" don't go together`, 'keep limits or quantiles');
    }
    const [low, high] = quantiles;
    if (low >= high) {
      report(['quantiles'], `The quantiles go from ${low} to ${high}`, 'let them rise');
    }
    return;
  }
  if (from === undefined && to === undefined) {
    report([], 'Nothing says where to clip', 'write from:, to:, or quantiles: [0.01, 0.99]');
  } else if (from !== undefined && to !== undefined && from >= to) {
    report(['to'], `The limits go from ${from} to ${to}`, 'let them rise');
  }
}
