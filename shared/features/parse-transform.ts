import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import schema from '../../schemas/transform.schema.json' with { type: 'json' };
import { compareCodePoints } from '../data/index.ts';
import { UserError } from '../errors/index.ts';
import { widthOfDate } from './date-parts.ts';
import {
  type ArrayTransform,
  isNumberTransform,
  nameOfFeature,
  type Transform,
} from './transform.ts';

/** Characters of a transform.json: a hundred thousand columns fit; more is not a transform. */
const LONGEST_TEXT = 64 * 1024 * 1024;

let validator: ReturnType<Ajv2020['compile']> | undefined;

/**
 * Reads a `transform.json`, whoever wrote it. `where` is the path of the file, for messages.
 * Throws a `UserError` when it is not JSON, has another shape than schemas/transform.schema.json, or contradicts itself.
 */
export function parseTransform(text: string, where: string): Transform {
  const value = parseJson(text, where);
  validator ??= new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
  if (!validator(value)) throw refuse(where, describeError(validator.errors ?? []));
  const transform = value as Transform;
  const contradiction = findContradiction(transform);
  if (contradiction !== undefined) throw refuse(where, contradiction);
  return transform;
}

function parseJson(text: string, where: string): unknown {
  if (text.length > LONGEST_TEXT) throw refuse(where, `is longer than ${LONGEST_TEXT} characters`);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refuse(where, 'is not JSON; it may have been cut short', error);
  }
}

function refuse(where: string, what: string, cause?: unknown): UserError {
  return new UserError(
    {
      what: `The transform of the model ${what}`,
      where: { file: where },
      remedy: 'Take the file from the run that trained the model, or train again',
    },
    { cause },
  );
}

/** Of the errors of an `anyOf`, the one deepest in the document says best what is wrong. */
function describeError(errors: readonly ErrorObject[]): string {
  const depth = (error: ErrorObject) => error.instancePath.split('/').length;
  const deepest = errors.reduce<ErrorObject | undefined>(
    (best, error) => (best === undefined || depth(error) > depth(best) ? error : best),
    undefined,
  );
  if (deepest === undefined) return 'is not valid';
  return `is not valid: ${deepest.instancePath || '/'} ${deepest.message ?? 'is wrong'}`;
}

/** What a schema can't say: the places fit together, names and words are unique. */
function findContradiction({ features, width, label }: Transform): string | undefined {
  const columns = new Set<string>([label.column]);
  let offset = 0;
  for (const [index, feature] of features.entries()) {
    const name = `is not valid: /features/${index}`;
    const column = nameOfFeature(feature);
    if (columns.has(column)) {
      return `${name} reads the column "${column}", which the label or another feature reads`;
    }
    columns.add(column);
    const isOfRow = 'columns' in feature && !('window' in feature && feature.window !== undefined);
    if (isOfRow && feature.columns.includes(label.column)) {
      return `${name} reads the column "${label.column}", which is the label`;
    }
    if (feature.offset !== offset) return `${name} begins at ${feature.offset}, not at ${offset}`;
    if (isNumberTransform(feature)) {
      const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } =
        feature.clip ?? {};
      if (low > high) return `${name}/clip goes from ${low} to ${high}`;
    }
    if (feature.kind === 'min-max') {
      const { minimum, maximum } = feature;
      if (minimum > maximum) return `${name} goes from ${minimum} to ${maximum}`;
    }
    if (feature.kind === 'quantile-buckets') {
      const { boundaries } = feature;
      if (feature.width !== boundaries.length + 2) {
        return `${name} has the width ${feature.width} for ${boundaries.length} boundaries`;
      }
      const singles = Float32Array.from(boundaries);
      if (singles.some((value, place) => place > 0 && !(value > (singles[place - 1] as number)))) {
        return `${name}/boundaries do not rise in single precision`;
      }
      if (!singles.every(Number.isFinite)) return `${name}/boundaries are beyond single precision`;
    }
    if (feature.kind === 'date') {
      const { parts, trend } = feature;
      if (feature.width !== widthOfDate(parts, trend)) {
        return `${name} has the width ${feature.width} for ${parts.length} parts ${trend === undefined ? 'without' : 'with'} a trend`;
      }
      const scale = trend === undefined ? [] : [trend.mean, trend.deviation, 1 / trend.deviation];
      if (!scale.every((value) => Number.isFinite(Math.fround(value)))) {
        return `${name}/trend is beyond single precision`;
      }
    }
    if ('buckets' in feature && feature.width !== feature.buckets + 1) {
      return `${name} has the width ${feature.width} for ${feature.buckets} buckets`;
    }
    if (feature.kind === 'one-hot') {
      if (feature.width !== feature.vocabulary.length + 2) {
        return `${name} has the width ${feature.width} for ${feature.vocabulary.length} words`;
      }
      if (!isSorted(feature.vocabulary))
        return `${name}/vocabulary is not sorted, or a word is doubled`;
    }
    if (feature.kind === 'tokens' && new Set(feature.vocabulary).size < feature.vocabulary.length) {
      return `${name}/vocabulary has a word twice`;
    }
    if (feature.kind === 'image' && feature.shape.reduce((a, b) => a * b, 1) !== feature.width) {
      return `${name} has the width ${feature.width} for the shape ${feature.shape.join(' × ')}`;
    }
    if (feature.kind === 'array') {
      const wrong = contradictionOfArray(feature);
      if (wrong !== undefined) return `${name} ${wrong}`;
    }
    offset += feature.width;
  }
  if (width !== offset) return `is not valid: /width is ${width}, its features have ${offset}`;
  if (label.kind === 'classes' && !isSorted(label.classes)) {
    return 'is not valid: /label/classes is not sorted, or a class is doubled';
  }
  return undefined;
}

function contradictionOfArray(feature: ArrayTransform): string | undefined {
  const { columns, shape, width, centre, spread, fill } = feature;
  if (shape.reduce((product, size) => product * size, 1) !== width) {
    return `has the width ${width} for the shape ${shape.join(' × ')}`;
  }
  const { window } = feature;
  if (window !== undefined) {
    if (shape.length !== 2 || shape[0] !== window.length || shape[1] !== columns.length) {
      return `has the shape ${shape.join(' × ')} for ${window.length} rows of ${columns.length} columns`;
    }
  } else if (columns.length !== width && columns.length !== 1) {
    return `has ${columns.length} columns for ${width} numbers`;
  }
  const channels = shape.at(-1);
  if ([centre, spread, fill].some(({ length }) => length !== channels)) {
    return `has not one centre, spread and fill for each of ${channels} channels`;
  }
  const scale = [...centre, ...spread, ...spread.map((value) => 1 / value), ...fill];
  if (!scale.every((value) => Number.isFinite(Math.fround(value)))) {
    return 'has a scale beyond single precision';
  }
  return undefined;
}

function isSorted(words: readonly string[]): boolean {
  return words.every(
    (word, index) => index === 0 || compareCodePoints(words[index - 1] ?? '', word) < 0,
  );
}
