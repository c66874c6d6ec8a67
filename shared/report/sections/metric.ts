import { isLessBetter, METRIC_TITLES, type MetricName } from '../../config/index.ts';
import type { EvaluationReport, MetricValue } from '../../evaluation/index.ts';
import { isKnown, linearScale, type Scale, scaleOf } from '../charts/index.ts';
import { lookUp } from '../components.ts';
import { formatMetricInterval } from '../metric-text.ts';

/** As a heading: with a capital letter. */
export function metricTitle(metric: MetricName): string {
  const title = lookUp(METRIC_TITLES, metric) ?? metric;
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** Null where an end is not known. */
export function renderInterval(
  metric: MetricName,
  interval: readonly [low: number, high: number] | undefined,
): string | null {
  return interval !== undefined && isKnown(interval[0]) && isKnown(interval[1])
    ? formatMetricInterval(metric, interval)
    : null;
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
  const best = isLessBetter(metric) ? 0 : 1;
  const scale = scaleOf(values, { nice: true, include: [best], ticks: 4 });
  // A confidence interval of a score may not pass 1, but a nice end may.
  return best === 1 && scale.high > 1 ? linearScale(scale.low, 1, { ticks: 4 }) : scale;
}
