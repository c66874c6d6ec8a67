import type { MetricName } from '../config/index.ts';
import { SeededRandom } from '../numeric/index.ts';
import { measure } from './metrics.ts';
import type { Predictions } from './predictions.ts';
import type { Sample, Weights } from './sample.ts';

/** Resamples that settle the ends of a 95 % interval to about a tenth of its width. */
export const RESAMPLES = 1000;
/** Below this a 2.5 % tail holds fewer than five resamples. */
const FEWEST_RESAMPLES = 200;
/** Visits of an example by a pass of a resample, over all samples of an evaluation: about five seconds of one core. */
const MOST_VISITS = 1e9;
/** Resampling fewer examples than this says more about the resampling than about the metric. */
export const FEWEST_EXAMPLES = 10;
/** A metric that more than this share of the resamples leaves undefined has no interval. */
const MOST_UNDEFINED = 0.1;

/**
 * How many resamples an evaluation can afford: 1,000, and fewer (at least 200) when examples, classes, slices and models
 * together would keep a user waiting: with three classes, no slices and one model from about 166,000 examples on.
 * `visits`: passes over examples that one resample of everything takes, see `visitsOf`.
 */
export function affordableResamples(visits: number): number {
  return Math.min(RESAMPLES, Math.max(FEWEST_RESAMPLES, Math.floor(MOST_VISITS / visits)));
}

/** A resample reads each example once for its weight, twice for its metrics, and once for each class that is ranked. */
export function visitsOf(predictions: Predictions): number {
  const rankings =
    predictions.task === 'multiclass-classification' ? predictions.classes.length : 1;
  return predictions.actual.length * (3 + rankings);
}

/** What resampling gave, each array ascending and without undefined values; metrics that were rarely defined lack. */
export interface BootstrapResult {
  readonly values: ReadonlyMap<MetricName, Float64Array>;
  readonly baselineValues: ReadonlyMap<MetricName, Float64Array>;
  /** Candidate − baseline on the same resample. */
  readonly changes: ReadonlyMap<MetricName, Float64Array>;
}

/**
 * Bootstrap of all metrics at once. A resample draws as many examples as there are, with replacement; candidate and
 * baseline are measured on the same draws (a paired bootstrap), so that what is hard for both does not blur the change.
 * Draws differ by `stream` and by nothing else, so that one sample's interval does not depend on the others.
 */
export function bootstrapMetrics(
  candidate: Sample,
  baseline: Sample | null,
  options: { readonly seed: number; readonly stream: string; readonly resamples: number },
): BootstrapResult {
  const values = new Collector(options.resamples);
  const baselineValues = new Collector(options.resamples);
  const changes = new Collector(options.resamples);
  if (candidate.size >= FEWEST_EXAMPLES) {
    const random = new SeededRandom(options.seed, `bootstrap/${options.stream}`);
    const weights = new Int32Array(candidate.size);
    for (let resample = 0; resample < options.resamples; resample++) {
      drawWeights(random, weights);
      const measured = measure(candidate, weights);
      const before = baseline === null ? null : measure(baseline, weights);
      for (const [metric, value] of measured) {
        values.add(metric, value);
        const old = before?.get(metric);
        if (old === undefined) continue;
        baselineValues.add(metric, old);
        changes.add(metric, value - old);
      }
    }
  }
  return {
    values: values.sorted(),
    baselineValues: baselineValues.sorted(),
    changes: changes.sorted(),
  };
}

/** How often each example was drawn. Scaling 32 random bits favours no example by more than n / 2³². */
function drawWeights(random: SeededRandom, weights: Weights): void {
  const size = weights.length;
  const scale = size / 2 ** 32;
  weights.fill(0);
  for (let draw = 0; draw < size; draw++) {
    const example = Math.floor(random.uint32() * scale);
    weights[example] = (weights[example] as number) + 1;
  }
}

class Collector {
  readonly #expected: number;
  readonly #values = new Map<MetricName, number[]>();

  constructor(expected: number) {
    this.#expected = expected;
  }

  add(metric: MetricName, value: number): void {
    if (!Number.isFinite(value)) return;
    const values = this.#values.get(metric);
    if (values === undefined) this.#values.set(metric, [value]);
    else values.push(value);
  }

  sorted(): Map<MetricName, Float64Array> {
    const enough = this.#expected * (1 - MOST_UNDEFINED);
    return new Map(
      [...this.#values]
        .filter(([, values]) => values.length >= enough)
        .map(([metric, values]) => [metric, Float64Array.from(values).sort()]),
    );
  }
}
