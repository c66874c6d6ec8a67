import { countOf, formatCount, formatQuantity } from '../report/index.ts';
import { NO_EVIDENCE } from './anomaly-tally.ts';
import { thresholdsOf } from './compare-statistics.ts';
import type {
  ColumnRules,
  DatasetRules,
  FractionRules,
  Measure,
  SchemaJson,
} from './data-schema.ts';
import type { Anomaly, ColumnComparison, Comparison } from './reports.ts';

/** What people call the data that is compared with. */
const CONTROL_NAMES: Readonly<Record<Comparison['with'], string>> = {
  reference: 'the reference data',
  serving: 'the serving data',
  'previous-version': 'the previous version',
};

const HIGH: Readonly<Record<Measure, { readonly type: string; readonly name: string }>> = {
  'infinity-norm': { type: 'COMPARATOR_L_INFTY_HIGH', name: 'L∞ distance' },
  'jensen-shannon-divergence': {
    type: 'COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH',
    name: 'Jensen–Shannon divergence',
  },
  'normalized-absolute-difference': {
    type: 'COMPARATOR_NORMALIZED_ABSOLUTE_DIFFERENCE_HIGH',
    name: 'normalized absolute difference',
  },
};

/** Thresholds that comparisons pass, and those that nothing could be held to. */
export function findDifferences(
  schema: SchemaJson,
  comparisons: readonly Comparison[],
  columns: ReadonlySet<string>,
): Anomaly[] {
  const rules = new Map(Object.entries(schema['x-columns'] ?? {}));
  const against = new Map(comparisons.map((comparison) => [comparison.with, comparison]));
  return [
    ...judgeExamples(schema['x-dataset'] ?? {}, against),
    ...(['reference', 'serving'] as const).flatMap((kind) => {
      const asked = [...rules].filter(([, one]) => Object.keys(thresholdsOf(one, kind)).length > 0);
      const comparison = against.get(kind);
      if (comparison === undefined) return nothingToCompare(kind, asked.length);
      const compared = new Map(comparison.columns.map((column) => [column.column, column]));
      return asked
        .filter(([name]) => columns.has(name))
        .flatMap(([name, one]) => judgeColumn(kind, name, compared.get(name), one));
    }),
  ];
}

function judgeColumn(
  kind: 'reference' | 'serving',
  column: string,
  comparison: ColumnComparison | undefined,
  rules: ColumnRules,
): Anomaly[] {
  const control = CONTROL_NAMES[kind];
  const anomaly = (type: string, title: string, description: string): Anomaly => ({
    type,
    severity: 'error',
    column,
    title,
    description,
    ...NO_EVIDENCE,
  });
  if (comparison === undefined || comparison.kind === null) {
    return [
      anomaly(
        'COMPARATOR_CONTROL_DATA_MISSING',
        'Nothing to compare with',
        `The column can't be compared with ${control}: ${comparison?.reason ?? 'it is not there'}.`,
      ),
    ];
  }
  const useless =
    comparison.kind === 'numeric' && thresholdsOf(rules, kind)['infinity-norm'] !== undefined
      ? [
          anomaly(
            'INVALID_SCHEMA_SPECIFICATION',
            'Threshold that judges nothing',
            'infinity-norm is for categories, and the column has numbers: use jensen-shannon-divergence.',
          ),
        ]
      : [];
  return [
    ...useless,
    ...comparison.measures
      .filter(({ exceeded }) => exceeded === true)
      .map(({ measure, value, at, threshold = 0 }) => {
        const { type, name } = HIGH[measure];
        const where = at === undefined ? '' : `; what differs most is ${JSON.stringify(at)}`;
        return anomaly(
          type,
          `Other than ${control}`,
          `The ${name} from ${control} is ${formatQuantity(value, 6)}, above ${formatQuantity(threshold, 6)}${where}.`,
        );
      }),
  ];
}

function judgeExamples(
  rules: DatasetRules,
  against: ReadonlyMap<Comparison['with'], Comparison>,
): Anomaly[] {
  return (
    [
      ['reference', rules['num-examples-drift-comparator']],
      ['previous-version', rules['num-examples-version-comparator']],
    ] as const
  ).flatMap(([kind, fractions]) => {
    if (fractions === undefined) return [];
    const comparison = against.get(kind);
    return comparison === undefined ? nothingToCompare(kind, 1) : judgeRatio(comparison, fractions);
  });
}

/** More than none is too much, whatever the fraction, as in TFDV. */
function judgeRatio(
  { with: kind, examples: { current, control } }: Comparison,
  { 'min-fraction': least, 'max-fraction': most }: FractionRules,
): Anomaly[] {
  const ratio = control === 0 ? (current === 0 ? 1 : Number.POSITIVE_INFINITY) : current / control;
  const sizes = `There are ${countOf(current, 'example')}, and ${formatCount(control)} in ${CONTROL_NAMES[kind]}: ${formatQuantity(ratio)} times as many`;
  const anomaly = (type: string, title: string, asked: string): Anomaly => ({
    type,
    severity: 'error',
    title,
    description: `${sizes}; the schema ${asked}.`,
    ...NO_EVIDENCE,
  });
  if (most !== undefined && ratio > most) {
    return [
      anomaly(
        'COMPARATOR_HIGH_NUM_EXAMPLES',
        'Many more examples',
        `allows ${formatQuantity(most)} times`,
      ),
    ];
  }
  if (least !== undefined && ratio < least) {
    return [
      anomaly(
        'COMPARATOR_LOW_NUM_EXAMPLES',
        'Many fewer examples',
        `asks for at least ${formatQuantity(least)} times`,
      ),
    ];
  }
  return [];
}

/** A threshold that is never looked at must not pass in silence. */
function nothingToCompare(kind: Comparison['with'], rules: number): Anomaly[] {
  if (rules === 0) return [];
  return [
    {
      type: 'COMPARATOR_CONTROL_DATA_MISSING',
      severity: 'warning',
      title: 'Nothing to compare with',
      description: `The schema compares with ${CONTROL_NAMES[kind]} in ${countOf(rules, 'rule')}, and validation.${kind} names none.`,
      ...NO_EVIDENCE,
    },
  ];
}
