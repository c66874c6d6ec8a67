import { METRIC_TITLES } from '../../shared/config/index.ts';
import { type EvaluationReport, groupGates, statusOf } from '../../shared/evaluation/index.ts';
import { countOf, formatMetric, formatMetricInterval } from '../../shared/report/index.ts';

/** `accuracy 0.985 (0.921 … 0.999), 3 of 3 gates`. */
export function renderHeadline({ metrics, gates }: EvaluationReport): string {
  const groups = groupGates(gates);
  const passed = groups.filter((group) => statusOf(group) === 'pass').length;
  const judged =
    groups.length === 0 ? 'no gates' : `${passed} of ${countOf(groups.length, 'gate')}`;
  return `${renderMainMetric(metrics)}, ${judged}`;
}

function renderMainMetric([main]: EvaluationReport['metrics']): string {
  if (main === undefined) return 'no metrics';
  const title = METRIC_TITLES[main.metric];
  if (main.value === null) return `${title} undefined`;
  const value = `${title} ${formatMetric(main.metric, main.value)}`;
  return main.interval === undefined
    ? value
    : `${value} (${formatMetricInterval(main.metric, main.interval)})`;
}

/** By metric; those without a meaning are left out. */
export function metricsWithValue({ metrics }: EvaluationReport): Record<string, number> {
  return Object.fromEntries(
    metrics.flatMap(({ metric, value }) => (value === null ? [] : [[metric, value]])),
  );
}
