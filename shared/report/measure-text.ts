import type { DataComparison } from './data-facts.ts';

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
export function formatOther(against: DataComparison['with']): string {
  return Object.hasOwn(OTHERS, against) ? (OTHERS[against] ?? against) : against;
}
