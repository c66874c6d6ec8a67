/** Checks that no schema asks for; `validation.checks` makes each an error or a warning or turns it off. */
export const CHECK_NAMES = [
  'constant-column',
  'near-constant-column',
  'decimal-comma',
  'texts-among-numbers',
  'encoding-damage',
  'mixed-units',
  'duplicated-rows',
  'label-imbalance',
  'label-leakage',
  'shared-rows',
  'identifier-feature',
  'date-feature',
] as const;
export type CheckName = (typeof CHECK_NAMES)[number];

export type CheckSeverities = Readonly<Partial<Record<CheckName, 'error' | 'warning' | 'off'>>>;

/** One kind of anomaly: what users find in `anomalies.json`, and when. */
export interface AnomalyKind {
  readonly type: string;
  readonly severity: 'error' | 'warning';
  /** For docs/data-validation.md. */
  readonly when: string;
  /** What of `validation.checks` decides on its severity. */
  readonly check?: CheckName;
}

const error = (type: string, when: string): AnomalyKind => ({ type, severity: 'error', when });
const warning = (type: string, check: CheckName, when: string): AnomalyKind => ({
  type,
  severity: 'warning',
  when,
  check,
});

/** Those of TensorFlow Data Validation, in its order. */
export const TFDV_ANOMALIES: readonly AnomalyKind[] = [
  error('ENUM_TYPE_UNEXPECTED_STRING_VALUES', 'texts outside `enum` or `const`'),
  error('ENUM_TYPE_INVALID_UTF8', 'cells whose bytes are no UTF-8'),
  error('BOOL_TYPE_BIG_INT', '`boolean-domain` on whole numbers: larger than 1'),
  error('BOOL_TYPE_SMALL_INT', '`boolean-domain` on whole numbers: smaller than 0'),
  error(
    'BOOL_TYPE_UNEXPECTED_STRING',
    'texts that are neither `true` nor `false`, or none of the two of `boolean-domain`',
  ),
  error('BOOL_TYPE_UNEXPECTED_FLOAT', '`boolean-domain` on numbers: neither 0 nor 1'),
  error(
    'FEATURE_TYPE_LOW_FRACTION_PRESENT',
    'missing cells of a `required` column, or fewer present ones than `presence.min-fraction`',
  ),
  error('FEATURE_TYPE_LOW_NUMBER_PRESENT', 'fewer present cells than `presence.min-count`'),
  error('FEATURE_TYPE_NOT_PRESENT', 'no present cell in a column that must have some'),
  error(
    'FEATURE_TYPE_HIGH_NUMBER_VALUES',
    'examples with more values than `values-per-example.max`',
  ),
  error(
    'FEATURE_TYPE_LOW_NUMBER_VALUES',
    'examples with fewer values than `values-per-example.min`',
  ),
  error('FEATURE_TYPE_HIGH_UNIQUE', 'more different values than `distinct.max`'),
  error(
    'FEATURE_TYPE_LOW_UNIQUE',
    'fewer different values than `distinct.min`, or repeated ones in a `unique` column',
  ),
  error('FLOAT_TYPE_BIG_FLOAT', 'numbers above `maximum` or `exclusiveMaximum`'),
  error('FLOAT_TYPE_SMALL_FLOAT', 'numbers below `minimum` or `exclusiveMinimum`'),
  error('FLOAT_TYPE_STRING_NOT_FLOAT', 'texts where numbers are declared'),
  error('FLOAT_TYPE_HAS_NAN', '`nan` without `allow-nan`; a warning where there is no schema'),
  error('FLOAT_TYPE_HAS_INF', 'infinite numbers without `allow-infinity`'),
  error('INT_TYPE_BIG_INT', 'whole numbers above `maximum` or `exclusiveMaximum`'),
  error('INT_TYPE_SMALL_INT', 'whole numbers below `minimum` or `exclusiveMinimum`'),
  error('INT_TYPE_NOT_INT_STRING', 'texts where whole numbers are declared'),
  error('SCHEMA_MISSING_COLUMN', 'a column that must be present is not in the data'),
  error('SCHEMA_NEW_COLUMN', 'a column is not in a schema with `additionalProperties: false`'),
  {
    type: 'UNEXPECTED_DATA_TYPE',
    severity: 'error',
    when: 'numbers with a fraction where whole ones are declared; without a schema, as a warning: texts in a column of which nine tenths are numbers',
    check: 'texts-among-numbers',
  },
  error(
    'DOMAIN_INVALID_FOR_TYPE',
    '`boolean-domain` on a type that has none; an `enum` without a value of the declared type',
  ),
  error(
    'INVALID_SCHEMA_SPECIFICATION',
    'a rule that nothing can follow (`minimum` above `maximum`), or that says nothing (`infinity-norm` on numbers). What is no schema at all ends the step with exit code 2 and the place in the file',
  ),
  error(
    'COMPARATOR_CONTROL_DATA_MISSING',
    'a column with a comparator is not in the data to compare with; as a warning: there is no such data',
  ),
  error('COMPARATOR_L_INFTY_HIGH', '`infinity-norm` passed'),
  error('COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH', '`jensen-shannon-divergence` passed'),
  error(
    'COMPARATOR_NORMALIZED_ABSOLUTE_DIFFERENCE_HIGH',
    '`normalized-absolute-difference` passed',
  ),
  error(
    'COMPARATOR_LOW_NUM_EXAMPLES',
    'fewer examples than `min-fraction` of those of the data to compare with',
  ),
  error(
    'COMPARATOR_HIGH_NUM_EXAMPLES',
    'more examples than `max-fraction` of those of the data to compare with',
  ),
  error('DATASET_LOW_NUM_EXAMPLES', 'fewer rows than `min-examples`'),
  error('DATASET_HIGH_NUM_EXAMPLES', 'more rows than `max-examples`'),
  error(
    'CUSTOM_VALIDATION',
    "any other rule of the row schema; a rule of `x-rules` that does not hold or can't be computed",
  ),
];

/** What TFDV does not look for. */
export const OWN_ANOMALIES: readonly AnomalyKind[] = [
  error('LABEL_MISSING', 'examples without a label'),
  warning('CONSTANT_COLUMN', 'constant-column', 'a column that has one value or none'),
  warning(
    'NEAR_CONSTANT_COLUMN',
    'near-constant-column',
    'one value, or none, in 99 % of at least 100 cells',
  ),
  warning(
    'ENCODING_DAMAGE',
    'encoding-damage',
    'names or texts in UTF-8 that were read as another encoding (`Ã©`), or that hold U+FFFD',
  ),
  warning(
    'MIXED_UNITS',
    'mixed-units',
    'texts that are numbers with units, of which two measure one thing (`5 kg`, `11 lb`)',
  ),
  warning(
    'DUPLICATED_ROWS',
    'duplicated-rows',
    '5 % of at least 100 rows are equal to an earlier one, and three times as many as chance makes in such columns',
  ),
  warning(
    'LABEL_IMBALANCE',
    'label-imbalance',
    'a class with less than 1 % of at least 100 examples, or fewer than 10',
  ),
  warning(
    'LABEL_LEAKAGE',
    'label-leakage',
    'a feature whose values, or at most 100 intervals, tell the label of held-out rows alone: skill (accuracy − share of the most frequent class) / (1 − that share) ≥ 0.95, or R² ≥ 0.99',
  ),
  warning(
    'SHARED_ROWS',
    'shared-rows',
    '1 % of the evaluation examples are equal to one of the training but for what decides on the split, and three times as many as chance makes',
  ),
  warning(
    'IDENTIFIER_FEATURE',
    'identifier-feature',
    'a feature with a value of its own in 99 % of at least 100 cells: texts without spaces, whole numbers that are numbered through or called so',
  ),
  warning(
    'DATE_FEATURE',
    'date-feature',
    'a feature of which 95 % are dates, unless `features` makes parts of it (`date`)',
  ),
  warning(
    'DECIMAL_COMMA',
    'decimal-comma',
    'without a schema: a text column of which 95 % are numbers, with a decimal comma (`110,6`, `1.234,5`) or without',
  ),
];

export const ANOMALY_KINDS: ReadonlyMap<string, AnomalyKind> = new Map(
  [...TFDV_ANOMALIES, ...OWN_ANOMALIES].map((kind) => [kind.type, kind]),
);
