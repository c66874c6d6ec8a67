import type { RepeatedRows } from '../data/index.ts';
import { formatCount, formatPercent } from './numbers.ts';

const MEASURES: Readonly<Record<string, string>> = {
  'infinity-norm': 'L∞',
  'jensen-shannon-divergence': 'Jensen–Shannon divergence',
  'normalized-absolute-difference': 'normalised absolute difference',
};

const OTHERS: Readonly<Record<string, string>> = {
  reference: 'reference',
  serving: 'serving data',
  'previous-version': 'previous version',
};

/** A measure of difference as people call it. */
export function formatMeasure(measure: string): string {
  return Object.hasOwn(MEASURES, measure) ? (MEASURES[measure] ?? measure) : measure;
}

/** The data that is compared with. */
export function formatOther(against: string): string {
  return Object.hasOwn(OTHERS, against) ? (OTHERS[against] ?? against) : against;
}

/** `1,234 (0.1 %)`; `about 1,234 ± 20 (0.1 %)` where it is estimated. */
export function formatRepeatedRows(
  { count, standardError }: RepeatedRows,
  examples: number,
): string {
  const share = formatPercent(count / examples);
  if (standardError === undefined) return `${formatCount(count)} (${share})`;
  return `about ${formatCount(Math.round(count))} ± ${formatCount(Math.round(standardError))} (${share})`;
}
