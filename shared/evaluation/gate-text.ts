import { type GateConfiguration, METRIC_TITLES } from '../config/index.ts';
import { formatQuantity, shorten, visible } from '../report/index.ts';

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
