import { isInLabelUnits, type MetricName } from '../config/index.ts';
import { known } from './components.ts';
import { formatNumber, formatQuantity } from './numbers.ts';

/** Metrics as every report writes them; `–` for what is not a finite number. */

export function formatMetric(metric: MetricName, value: unknown, digits = 3): string {
  return known(value, (number) =>
    isInLabelUnits(metric) ? formatQuantity(number, digits + 1) : formatNumber(number, digits),
  );
}

/** With its sign, as a change is written; none on what reads as zero. */
export function formatMetricChange(metric: MetricName, change: unknown, digits = 3): string {
  const text = formatMetric(metric, change, digits);
  return Number(change) > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

export function formatMetricInterval(
  metric: MetricName,
  [low, high]: readonly [low: unknown, high: unknown],
): string {
  return `${formatMetric(metric, low)} … ${formatMetric(metric, high)}`;
}

export function formatMetricChangeInterval(
  metric: MetricName,
  [low, high]: readonly [low: unknown, high: unknown],
): string {
  return `${formatMetricChange(metric, low)} … ${formatMetricChange(metric, high)}`;
}
