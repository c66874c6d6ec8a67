import { type Column, parseTime, type Table } from '../shared/data/index.ts';
import { MOST_CATEGORIES } from '../shared/features/index.ts';
import { computeMoments } from '../shared/numeric/index.ts';

/** A kind that a column's values suggest, where the one by its type learns less or nothing. */
export interface ProposedFeature {
  readonly column: string;
  readonly kind: 'date' | 'hashing' | 'log' | 'text';
  /** Why, as a comment of one line. */
  readonly reason: string;
}

/** An exponential distribution has a skewness of 2. */
const HEAVY_SKEW = 2;

/** YAML ends an unquoted key at 1,024 characters, escapes included. */
const LONGEST_KEY = 200;

/** Texts that come less often each are names or descriptions, and new rows have others. */
const LEAST_ROWS_PER_VALUE = 2;

/** Words of a text on average: names and addresses have fewer. */
const LEAST_WORDS = 5;

/** Texts that are looked at. */
const SAMPLE = 1000;

/** In the order of the columns; those named in `left` are not learned from. */
export function proposeFeatures(table: Table, left: ReadonlySet<string>): ProposedFeature[] {
  return table.columns
    .filter(({ name }) => !left.has(name) && name.length <= LONGEST_KEY)
    .flatMap((column) => {
      const proposed = column.kind === 'numeric' ? ofNumbers(column.values) : ofTexts(column);
      return proposed === null ? [] : [{ column: column.name, ...proposed }];
    });
}

type Suggestion = Omit<ProposedFeature, 'column'> | null;

function ofTexts({ codes, vocabulary }: Extract<Column, { kind: 'categorical' }>): Suggestion {
  if (vocabulary.length > 0 && vocabulary.every((text) => !Number.isNaN(parseTime(text)))) {
    return { kind: 'date', reason: 'dates: parts that come again, such as the day of the week' };
  }
  if (vocabulary.length <= MOST_CATEGORIES) return null;
  if (isProse(vocabulary)) {
    return {
      kind: 'text',
      reason: 'its words; tokens and training.architecture kind: text read them in their order',
    };
  }
  const present = codes.reduce((count, code) => count + (code < 0 ? 0 : 1), 0);
  if (present < LEAST_ROWS_PER_VALUE * vocabulary.length) return null;
  return { kind: 'hashing', reason: `${vocabulary.length} different values` };
}

function isProse(vocabulary: readonly string[]): boolean {
  const sample = vocabulary.slice(0, SAMPLE);
  const words = sample.reduce((sum, text) => sum + text.trim().split(/\s+/).length, 0);
  return words >= LEAST_WORDS * sample.length;
}

/** A logarithm for numbers from 0 on whose long tail it shortens: their skewness must fall by half at least. */
function ofNumbers(values: Float64Array): Suggestion {
  const present = values.filter((value) => !Number.isNaN(value));
  if (!present.every((value) => value >= 0 && Number.isFinite(value))) return null;
  const skew = skewnessOf(present);
  const afterwards = skewnessOf(present.map(Math.log1p));
  if (!(skew > HEAVY_SKEW && Math.abs(afterwards) < skew / 2)) return null;
  return {
    kind: 'log',
    reason: `a long tail: skewness ${skew.toFixed(1)}, ${afterwards.toFixed(1)} after ln(1 + value)`,
  };
}

/** Third central moment over the cube of the population standard deviation; NaN where nothing varies. */
function skewnessOf(values: Float64Array): number {
  const { mean, deviation } = computeMoments(values);
  const sum = values.reduce((total, value) => total + ((value - mean) / deviation) ** 3, 0);
  return sum / values.length;
}
