import type { MetricName } from '../../config/index.ts';
import type { EvaluationReport, MetricValue } from '../../evaluation/index.ts';
import { isKnown, linearScale, type Scale, scaleOf } from '../charts/index.ts';
import { known, lookUp } from '../components.ts';
import { formatNumber, formatQuantity } from '../numbers.ts';

const METRIC_TITLES: Readonly<Record<MetricName, string>> = {
  accuracy: 'Accuracy',
  'macro-f1': 'Macro F1',
  'weighted-f1': 'Weighted F1',
  'log-loss': 'Log loss',
  'roc-auc': 'ROC AUC',
  'pr-auc': 'PR AUC',
  rmse: 'RMSE',
  mae: 'MAE',
  r2: 'R²',
};

/** Errors in the label's own units are of any size; the other metrics live near 0 … 1. */
const IN_UNITS: ReadonlySet<string> = new Set(['rmse', 'mae']);

const LOWER_IS_BETTER: ReadonlySet<string> = new Set(['log-loss', 'rmse', 'mae']);

export function metricTitle(metric: MetricName): string {
  return lookUp(METRIC_TITLES, metric) ?? metric;
}

export function isLowerBetter(metric: MetricName): boolean {
  return LOWER_IS_BETTER.has(metric);
}

/** `–` for what is not known. */
export function formatMetric(metric: MetricName, value: unknown, digits = 3): string {
  return known(value, (number) =>
    IN_UNITS.has(metric) ? formatQuantity(number, digits + 1) : formatNumber(number, digits),
  );
}

export function formatMetricChange(metric: MetricName, change: unknown): string {
  const text = formatMetric(metric, change);
  return isKnown(change) && change > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** Null where an end is not known. */
export function formatMetricInterval(
  metric: MetricName,
  interval: readonly [low: number, high: number] | undefined,
): string | null {
  if (interval === undefined || !isKnown(interval[0]) || !isKnown(interval[1])) return null;
  return `${formatMetric(metric, interval[0])} … ${formatMetric(metric, interval[1])}`;
}

/** The metric that stands for the model: that of the first gate over all examples, else the first one with a value. */
export function keyMetric(evaluation: EvaluationReport): MetricValue | null {
  const gate = evaluation.gates.find(({ slice }) => slice === undefined);
  const known = evaluation.metrics.filter(({ value }) => isKnown(value));
  return known.find(({ metric }) => metric === gate?.metric) ?? known[0] ?? null;
}

/**
 * A scale for values of a metric. A score ends at 1, its best value; an error starts at 0, its best value; so that the
 * distance to perfection is seen.
 */
export function metricScale(
  metric: MetricName,
  values: Iterable<number | null | undefined>,
): Scale {
  const best = isLowerBetter(metric) ? 0 : 1;
  const scale = scaleOf(values, { nice: true, include: [best], ticks: 4 });
  // A confidence interval of a score may not pass 1, but a nice end may.
  return best === 1 && scale.high > 1 ? linearScale(scale.low, 1, { ticks: 4 }) : scale;
}
