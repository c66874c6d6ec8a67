import type { ModelCardStatements } from './configuration.ts';

/** Section `model-card` as the schema has checked it. */
export interface RawModelCard {
  owners?: string[];
  license?: string;
  'intended-use'?: string[];
  'out-of-scope'?: string[];
  limitations?: string[];
  'ethical-considerations'?: string[];
  risk?: ModelCardStatements['risk'];
}

/** The section with an empty list for what is not stated. */
export function statementsOf(raw: RawModelCard): ModelCardStatements {
  return {
    owners: raw.owners ?? [],
    ...(raw.license === undefined ? {} : { license: raw.license }),
    intendedUse: raw['intended-use'] ?? [],
    outOfScope: raw['out-of-scope'] ?? [],
    limitations: raw.limitations ?? [],
    ethicalConsiderations: raw['ethical-considerations'] ?? [],
    ...(raw.risk === undefined ? {} : { risk: raw.risk }),
  };
}
