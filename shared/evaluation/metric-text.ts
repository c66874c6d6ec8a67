import type { GateConfiguration, MetricName } from '../config/index.ts';
import { formatNumber, formatQuantity, shorten, visible } from '../report/index.ts';

/** Names of metrics as people write them. */
export const METRIC_TITLES: Readonly<Record<MetricName, string>> = {
  accuracy: 'accuracy',
  'macro-f1': 'macro F1',
  'weighted-f1': 'weighted F1',
  'log-loss': 'log loss',
  'roc-auc': 'ROC AUC',
  'pr-auc': 'PR AUC',
  rmse: 'RMSE',
  mae: 'MAE',
  r2: 'R²',
};

/** Errors in the label's own units are of any size; the other metrics live near 0 … 1. */
const IN_UNITS: ReadonlySet<MetricName> = new Set(['rmse', 'mae']);

export function formatMetric(metric: MetricName, value: number, digits = 3): string {
  return IN_UNITS.has(metric) ? formatQuantity(value, digits + 1) : formatNumber(value, digits);
}

/** With its sign, as a change is written. */
export function formatMetricChange(metric: MetricName, value: number, digits = 3): string {
  return value > 0
    ? `+${formatMetric(metric, value, digits)}`
    : formatMetric(metric, value, digits);
}

export function formatMetricInterval(
  metric: MetricName,
  [low, high]: readonly [number, number],
): string {
  return `${formatMetric(metric, low)} … ${formatMetric(metric, high)}`;
}

export function formatChangeInterval(
  metric: MetricName,
  [low, high]: readonly [number, number],
): string {
  return `${formatMetricChange(metric, low)} … ${formatMetricChange(metric, high)}`;
}

/** A threshold as the user wrote it. */
export function formatThreshold(value: number): string {
  return formatQuantity(value, 12);
}

/** Characters of a name or value from data in a sentence. */
const LONGEST_NAME = 60;

/** A column, a value or a class from data, short enough for a sentence or a cell. */
export function shortenName(name: string): string {
  return shorten(visible(name), LONGEST_NAME);
}

/** `island = Dream, sex = female`. */
export function describeSlice(slice: Readonly<Record<string, string>>): string {
  return Object.entries(slice)
    .map(([column, value]) => `${shortenName(column)} = ${shortenName(value)}`)
    .join(', ');
}

/** `accuracy ≥ 0.95`, `accuracy may drop 0.01 (95 %)`. */
export function describeRule({ metric, rule }: GateConfiguration): string {
  const title = METRIC_TITLES[metric];
  const limit = formatThreshold(rule.value);
  if (rule.kind === 'at-least') return `${title} ≥ ${limit}`;
  if (rule.kind === 'at-most') return `${title} ≤ ${limit}`;
  const confidence = rule.confidence === undefined ? '' : ` (${formatConfidence(rule.confidence)})`;
  return `${title} may ${rule.kind === 'may-drop' ? 'drop' : 'rise'} ${limit}${confidence}`;
}

/** `accuracy may drop 0.01 (95 %), each sex`, `accuracy ≥ 0.9, island = Dream, each sex`. */
export function describeGate(gate: GateConfiguration): string {
  const entries = Object.entries(gate.slice ?? {});
  const fixed = entries.filter(([, value]) => value !== '*');
  const each = entries.filter(([, value]) => value === '*').map(([column]) => column);
  return [
    describeRule(gate),
    ...(fixed.length === 0 ? [] : [describeSlice(Object.fromEntries(fixed))]),
    ...(each.length === 0 ? [] : [`each ${each.map((column) => shortenName(column)).join(' × ')}`]),
  ].join(', ');
}

/** `95 %`, `99.9 %`. */
export function formatConfidence(confidence: number): string {
  return `${formatQuantity(confidence * 100, 6)} %`;
}
