import {
  CLASSIFICATION_METRICS,
  type MetricName,
  REGRESSION_METRICS,
  type Task,
} from '../config/index.ts';
import { confusionMetrics, countConfusion } from './confusion.ts';
import type { MetricValue } from './evaluation-report.ts';
import type { Predictions } from './predictions.ts';
import { areasUnderCurves } from './ranking.ts';
import { regressionMetrics } from './regression.ts';
import {
  type ClassSample,
  prepareSample,
  type Sample,
  unitWeights,
  type Weights,
} from './sample.ts';

/** Metrics of a task, in the order in which reports show them. */
export function metricsOf(task: Task): readonly MetricName[] {
  return task === 'regression' ? REGRESSION_METRICS : CLASSIFICATION_METRICS;
}

/**
 * Every metric of the task over the chosen examples (`rows`: places in `predictions`; left out: all), without intervals.
 * A metric that has no meaning for them is null, with the reason. Values agree with scikit-learn 1.9 to 1e-12.
 */
export function computeMetrics(predictions: Predictions, rows?: Int32Array): MetricValue[] {
  return describeMetrics(prepareSample(predictions, rows));
}

export function describeMetrics(sample: Sample): MetricValue[] {
  return [...measure(sample, unitWeights(sample))].map(([metric, value]) => {
    const reason = whyUndefined(metric, sample) ?? (Number.isFinite(value) ? null : 'it overflows');
    return reason === null ? { metric, value } : { metric, value: null, reason };
  });
}

/** Metric to value; not a finite number where it has no meaning. */
export function measure(sample: Sample, weights: Weights): Map<MetricName, number> {
  if (sample.kind === 'numbers') {
    const { rmse, mae, r2 } = regressionMetrics(sample, weights);
    return new Map([
      ['rmse', rmse],
      ['mae', mae],
      ['r2', r2],
    ]);
  }
  const confusion = confusionMetrics(countConfusion(sample, weights), sample.classes.length);
  const { rocAuc, prAuc } = meanAreas(sample, weights);
  return new Map([
    ['accuracy', confusion.accuracy],
    ['macro-f1', confusion.macroF1],
    ['weighted-f1', confusion.weightedF1],
    ['log-loss', meanLoss(sample, weights)],
    ['roc-auc', rocAuc],
    ['pr-auc', prAuc],
  ]);
}

function meanLoss({ losses, size }: ClassSample, weights: Weights): number {
  let sum = 0;
  let total = 0;
  for (let example = 0; example < size; example++) {
    const weight = weights[example] as number;
    sum += weight * (losses[example] as number);
    total += weight;
  }
  return sum / total;
}

/** One against the rest, every class with equal weight (scikit-learn's `multi_class='ovr', average='macro'`). */
function meanAreas({ rankings }: ClassSample, weights: Weights) {
  let rocAuc = 0;
  let prAuc = 0;
  for (const { ranking } of rankings) {
    const areas = areasUnderCurves(ranking, weights);
    rocAuc += areas.rocAuc / rankings.length;
    prAuc += areas.prAuc / rankings.length;
  }
  return { rocAuc, prAuc };
}

function whyUndefined(metric: MetricName, sample: Sample): string | null {
  if (sample.size === 0) return 'there are no examples';
  if (sample.broken > 0) {
    return `${sample.broken} of ${sample.size} predictions are not finite numbers`;
  }
  if (sample.kind === 'numbers') {
    const first = sample.actual[0];
    return metric === 'r2' && sample.actual.every((value) => value === first)
      ? 'the label does not vary among these examples'
      : null;
  }
  if (metric !== 'roc-auc' && metric !== 'pr-auc') return null;
  for (const { className, ranking } of sample.rankings) {
    const positives = ranking.positive.reduce((sum, positive) => sum + positive, 0);
    if (positives === 0) return `no example is of class "${className}"`;
    if (metric === 'roc-auc' && positives === sample.size) {
      return `every example is of class "${className}"`;
    }
  }
  return null;
}
