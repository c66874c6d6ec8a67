import { describe, expect, test } from '@jest/globals';
import { checkEncoding, checkValuesPerExample } from '../../shared/data/column-anomalies.ts';
import {
  ANOMALY_KINDS,
  type Anomaly,
  type Controls,
  examineData,
  parseSchema,
  TFDV_ANOMALIES,
} from '../../shared/data/index.ts';
import { memoryPorts } from '../../shared/platform/index.ts';
import { dataConfiguration } from './data-support.ts';

/** Names of TensorFlow Data Validation's that tables can show (tensorflow_metadata/proto/v0/anomalies.proto). */
const NAMES = [
  ...['ENUM_TYPE_UNEXPECTED_STRING_VALUES', 'ENUM_TYPE_INVALID_UTF8', 'BOOL_TYPE_BIG_INT'],
  ...['BOOL_TYPE_SMALL_INT', 'BOOL_TYPE_UNEXPECTED_STRING', 'BOOL_TYPE_UNEXPECTED_FLOAT'],
  ...['FEATURE_TYPE_LOW_FRACTION_PRESENT', 'FEATURE_TYPE_LOW_NUMBER_PRESENT'],
  ...['FEATURE_TYPE_NOT_PRESENT', 'FEATURE_TYPE_HIGH_NUMBER_VALUES'],
  ...['FEATURE_TYPE_LOW_NUMBER_VALUES', 'FEATURE_TYPE_HIGH_UNIQUE', 'FEATURE_TYPE_LOW_UNIQUE'],
  ...['FLOAT_TYPE_BIG_FLOAT', 'FLOAT_TYPE_SMALL_FLOAT', 'FLOAT_TYPE_STRING_NOT_FLOAT'],
  ...['FLOAT_TYPE_HAS_NAN', 'FLOAT_TYPE_HAS_INF', 'INT_TYPE_BIG_INT', 'INT_TYPE_SMALL_INT'],
  ...['INT_TYPE_NOT_INT_STRING', 'SCHEMA_MISSING_COLUMN', 'SCHEMA_NEW_COLUMN'],
  ...['UNEXPECTED_DATA_TYPE', 'DOMAIN_INVALID_FOR_TYPE', 'INVALID_SCHEMA_SPECIFICATION'],
  ...['COMPARATOR_CONTROL_DATA_MISSING', 'COMPARATOR_L_INFTY_HIGH'],
  ...['COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH'],
  ...['COMPARATOR_NORMALIZED_ABSOLUTE_DIFFERENCE_HIGH', 'COMPARATOR_LOW_NUM_EXAMPLES'],
  ...['COMPARATOR_HIGH_NUM_EXAMPLES', 'DATASET_LOW_NUM_EXAMPLES', 'DATASET_HIGH_NUM_EXAMPLES'],
  'CUSTOM_VALIDATION',
];

interface Case {
  /** Cells of the column `x`; the label beside them takes two values. */
  readonly cells: readonly string[];
  readonly property?: object;
  readonly rules?: object;
  /** Of the whole schema. */
  readonly schema?: object;
  /** Cells of `x` in the data to compare with. */
  readonly reference?: readonly string[];
  readonly column?: string | null;
  readonly lines?: readonly number[];
  readonly values?: readonly { readonly value: string; readonly count: number }[];
}

const each = (...texts: readonly string[]) => texts.map((value) => ({ value, count: 1 }));

const CASES: Readonly<Record<string, Case>> = {
  ENUM_TYPE_UNEXPECTED_STRING_VALUES: {
    cells: ['a', 'c', 'c'],
    property: { type: 'string', enum: ['a'] },
    lines: [3, 4],
    values: [{ value: 'c', count: 2 }],
  },
  BOOL_TYPE_BIG_INT: {
    cells: ['0', '2', '1'],
    property: { type: 'integer' },
    rules: { 'boolean-domain': {} },
    lines: [3],
    values: each('2'),
  },
  BOOL_TYPE_SMALL_INT: {
    cells: ['0', '1', '-1'],
    property: { type: 'integer' },
    rules: { 'boolean-domain': {} },
    lines: [4],
    values: each('-1'),
  },
  BOOL_TYPE_UNEXPECTED_STRING: {
    cells: ['yes', 'no', 'maybe'],
    property: { type: 'string' },
    rules: { 'boolean-domain': { true: 'yes', false: 'no' } },
    lines: [4],
    values: each('maybe'),
  },
  BOOL_TYPE_UNEXPECTED_FLOAT: {
    cells: ['0.0', '0.5', '1'],
    property: { type: 'number' },
    rules: { 'boolean-domain': {} },
    lines: [3],
    values: each('0.5'),
  },
  FEATURE_TYPE_LOW_FRACTION_PRESENT: {
    cells: ['a', '', ''],
    rules: { presence: { 'min-fraction': 0.5 } },
  },
  FEATURE_TYPE_LOW_NUMBER_PRESENT: {
    cells: ['a', '', 'b'],
    rules: { presence: { 'min-count': 3 } },
  },
  FEATURE_TYPE_NOT_PRESENT: { cells: ['', '', ''], schema: { required: ['x'] } },
  FEATURE_TYPE_LOW_NUMBER_VALUES: {
    cells: ['a', 'b', 'c'],
    rules: { 'values-per-example': { min: 2 } },
  },
  FEATURE_TYPE_HIGH_UNIQUE: { cells: ['a', 'b', 'c'], rules: { distinct: { max: 2 } } },
  FEATURE_TYPE_LOW_UNIQUE: {
    cells: ['a', 'b', 'a'],
    rules: { unique: true },
    lines: [4],
    values: each('a'),
  },
  FLOAT_TYPE_BIG_FLOAT: {
    cells: ['0.5', '1.5'],
    property: { type: 'number', maximum: 1 },
    lines: [3],
    values: each('1.5'),
  },
  FLOAT_TYPE_SMALL_FLOAT: {
    cells: ['0.5', '-1.5'],
    property: { type: 'number', minimum: 0 },
    lines: [3],
    values: each('-1.5'),
  },
  FLOAT_TYPE_STRING_NOT_FLOAT: {
    cells: ['0.5', 'half'],
    property: { type: 'number' },
    lines: [3],
    values: each('half'),
  },
  FLOAT_TYPE_HAS_NAN: {
    cells: ['0.5', 'nan'],
    property: { type: 'number' },
    lines: [3],
    values: each('nan'),
  },
  FLOAT_TYPE_HAS_INF: {
    cells: ['0.5', '-inf'],
    property: { type: 'number' },
    lines: [3],
    values: each('-inf'),
  },
  INT_TYPE_BIG_INT: {
    cells: ['1', '11'],
    property: { type: 'integer', maximum: 10 },
    lines: [3],
    values: each('11'),
  },
  INT_TYPE_SMALL_INT: {
    cells: ['1', '-1'],
    property: { type: 'integer', minimum: 0 },
    lines: [3],
    values: each('-1'),
  },
  INT_TYPE_NOT_INT_STRING: {
    cells: ['1', 'one'],
    property: { type: 'integer' },
    lines: [3],
    values: each('one'),
  },
  SCHEMA_MISSING_COLUMN: {
    cells: ['1', '2'],
    schema: { properties: { y: {}, gone: {} }, required: ['gone'] },
    column: 'gone',
  },
  SCHEMA_NEW_COLUMN: {
    cells: ['1', '2'],
    schema: { properties: { y: {} }, additionalProperties: false },
  },
  UNEXPECTED_DATA_TYPE: {
    cells: ['1', '1.5'],
    property: { type: 'integer' },
    lines: [3],
    values: each('1.5'),
  },
  DOMAIN_INVALID_FOR_TYPE: {
    cells: ['true', 'false'],
    property: { type: 'boolean' },
    rules: { 'boolean-domain': { true: 'yes' } },
  },
  INVALID_SCHEMA_SPECIFICATION: {
    cells: ['a', 'b'],
    schema: { 'x-environments': ['serving'] },
    rules: { 'in-environments': ['serving'], 'not-in-environments': ['serving'] },
  },
  COMPARATOR_CONTROL_DATA_MISSING: {
    cells: ['a', 'b'],
    rules: { 'drift-comparator': { 'infinity-norm': 0.1 } },
    reference: [],
  },
  COMPARATOR_L_INFTY_HIGH: {
    cells: ['a', 'b'],
    rules: { 'drift-comparator': { 'infinity-norm': 0.1 } },
    reference: ['a', 'a'],
  },
  COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH: {
    cells: ['1.5', '2.5', '3.5'],
    property: { type: 'number' },
    rules: { 'drift-comparator': { 'jensen-shannon-divergence': 0.1 } },
    reference: ['11.5', '12.5'],
  },
  COMPARATOR_NORMALIZED_ABSOLUTE_DIFFERENCE_HIGH: {
    cells: ['a', 'b'],
    rules: { 'drift-comparator': { 'normalized-absolute-difference': 0.2 } },
    reference: ['a', 'a', 'a', 'b'],
  },
  COMPARATOR_LOW_NUM_EXAMPLES: {
    cells: ['a', 'b'],
    schema: { 'x-dataset': { 'num-examples-drift-comparator': { 'min-fraction': 0.9 } } },
    reference: ['a', 'b', 'c', 'd'],
    column: null,
  },
  COMPARATOR_HIGH_NUM_EXAMPLES: {
    cells: ['a', 'b', 'c'],
    schema: { 'x-dataset': { 'num-examples-drift-comparator': { 'max-fraction': 1.4 } } },
    reference: ['a', 'b'],
    column: null,
  },
  DATASET_LOW_NUM_EXAMPLES: {
    cells: ['a', 'b'],
    schema: { 'x-dataset': { 'min-examples': 3 } },
    column: null,
  },
  DATASET_HIGH_NUM_EXAMPLES: {
    cells: ['a', 'b'],
    schema: { 'x-dataset': { 'max-examples': 1 } },
    column: null,
  },
  CUSTOM_VALIDATION: {
    cells: ['a', 'b'],
    schema: { 'x-rules': { 'enough rows': 'examples > 2' } },
    column: null,
  },
};

/** Those that no CSV can show, from what a pass over other files leaves. */
const OF_OTHER_FILES: Readonly<Record<string, () => readonly Anomaly[]>> = {
  ENUM_TYPE_INVALID_UTF8: () =>
    checkEncoding(
      'x',
      { present: 2, invalidUtf8: { count: 1, cells: [{ text: 'caf�', file: 0, line: 3 }] } },
      ['data.csv'],
    ),
  FEATURE_TYPE_HIGH_NUMBER_VALUES: () =>
    checkValuesPerExample(
      {
        name: 'x',
        property: {},
        type: undefined,
        required: false,
        rules: { 'values-per-example': { min: 1, max: 2 } },
      },
      { present: 2, lists: { min: 1, max: 3 } },
    ),
};

async function anomaliesOf({ cells, property = {}, rules, schema, reference }: Case) {
  const csv = (column: string, texts: readonly string[]) =>
    `${column},y\n${texts.map((text, index) => `${text},${index % 2}\n`).join('')}`;
  const { files } = memoryPorts({
    'data.csv': csv('x', cells),
    // Without cells: data that lacks the column.
    'reference.csv':
      reference === undefined || reference.length === 0
        ? csv('z', ['a', 'b'])
        : csv('x', reference),
  });
  const controls: Controls =
    reference === undefined
      ? {}
      : {
          reference: {
            files: ['reference.csv'],
            statistics: (
              await examineData(files, dataConfiguration({ path: ['reference.csv'] }), null)
            ).statistics,
          },
        };
  const parsed = parseSchema(
    JSON.stringify({
      type: 'object',
      properties: { x: property, y: { type: 'integer' } },
      ...(rules === undefined ? {} : { 'x-columns': { x: rules } }),
      ...schema,
    }),
    'schema.json',
  );
  const { anomalies } = await examineData(files, dataConfiguration(), parsed, { controls });
  return anomalies.anomalies;
}

test('the catalogue has every name, once', () => {
  expect(TFDV_ANOMALIES.map(({ type }) => type)).toEqual(NAMES);
  expect(ANOMALY_KINDS.size).toBe(new Set(ANOMALY_KINDS.keys()).size);
});

describe('one data set for every name', () => {
  test.each(NAMES)('%s', async (name) => {
    const other = OF_OTHER_FILES[name];
    const given = CASES[name];
    if (other === undefined && given === undefined) throw new Error(`no data set yields ${name}`);
    const found = other === undefined ? await anomaliesOf(given as Case) : other();
    const anomaly = found.find(({ type }) => type === name);
    if (anomaly === undefined) {
      throw new Error(`${name} is not among ${found.map(({ type }) => type).join(', ')}`);
    }
    expect(anomaly.severity).toBe(ANOMALY_KINDS.get(name)?.severity);
    expect(anomaly.title).not.toBe('');
    expect(anomaly.description).toMatch(/\.$/);
    expect(anomaly.column).toBe(given?.column === null ? undefined : (given?.column ?? 'x'));
    if (given === undefined) return;
    expect(anomaly.places.map(({ line }) => line)).toEqual(given.lines ?? []);
    expect(anomaly.values).toEqual(given.values ?? []);
    const errors = found.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ type }) => type)).toEqual([name]);
  });

  test('sound data with the same schemas yields none', async () => {
    const sound: Readonly<Record<string, readonly string[]>> = {
      BOOL_TYPE_BIG_INT: ['0', '1'],
      BOOL_TYPE_UNEXPECTED_STRING: ['yes', 'no', ''],
      BOOL_TYPE_UNEXPECTED_FLOAT: ['0.0', '1.0', '1'],
      COMPARATOR_L_INFTY_HIGH: ['a', 'a', 'a'],
      COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH: ['11.5', '12.5', '11.5', '12.5'],
      COMPARATOR_LOW_NUM_EXAMPLES: ['a', 'b', 'c', 'd'],
      COMPARATOR_HIGH_NUM_EXAMPLES: ['a', 'b'],
      CUSTOM_VALIDATION: ['a', 'b', 'c'],
    };
    for (const [name, cells] of Object.entries(sound)) {
      const found = await anomaliesOf({ ...(CASES[name] as Case), cells });
      expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });
});
