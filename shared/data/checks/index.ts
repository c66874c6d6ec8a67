import type { CheckSeverities } from '../anomaly-catalogue.ts';
import type { Anomaly } from '../reports.ts';
import { findDates, findIdentifiers } from './check-features.ts';
import { findImbalance, findLabelLeakage, findNearConstant } from './check-label.ts';
import { findDuplicatedRows, findSharedRows } from './check-rows.ts';
import { findEncodingDamage, findMixedUnits } from './check-texts.ts';
import type { CheckedData } from './checked-data.ts';

export type { CheckedData } from './checked-data.ts';

/** Each by the name that `validation.checks` has for it. */
const CHECKS = {
  'near-constant-column': findNearConstant,
  'encoding-damage': findEncodingDamage,
  'mixed-units': findMixedUnits,
  'duplicated-rows': findDuplicatedRows,
  'label-imbalance': findImbalance,
  'label-leakage': findLabelLeakage,
  'shared-rows': findSharedRows,
  'identifier-feature': findIdentifiers,
  'date-feature': findDates,
} as const;

/**
 * What no schema asks for and TFDV does not look for: leakage, identifiers and dates among the features, damage,
 * imbalance. A check that is off costs nothing. Pure: the state alone decides, and so not the order of rows.
 */
export function checkData(data: CheckedData, severities: CheckSeverities): Anomaly[] {
  return Object.entries(CHECKS)
    .filter(([name]) => severities[name as keyof typeof CHECKS] !== 'off')
    .flatMap(([, check]) => check(data));
}
