import { describe, expect, test } from '@jest/globals';
import {
  type Anomaly,
  examineData,
  parseSchema,
  type SchemaJson,
} from '../../shared/data/index.ts';
import { isUserError } from '../../shared/errors/index.ts';
import { memoryPorts } from '../../shared/platform/index.ts';
import { CELL_SPLIT, dataConfiguration } from './data-support.ts';

async function examine(
  text: string,
  schema: Partial<SchemaJson> | null,
  file = 'data.csv',
): ReturnType<typeof examineData> {
  const { files } = memoryPorts({ [file]: text });
  const parsed =
    schema === null
      ? null
      : parseSchema(JSON.stringify({ type: 'object', properties: {}, ...schema }), 'schema.json');
  return examineData(files, dataConfiguration({ path: [file] }), parsed);
}

/** One column `x` beside the label; its cells in rows 2, 3, … */
async function anomaliesOf(
  cells: readonly string[],
  property: object,
  schema: Partial<SchemaJson> = {},
): Promise<readonly Anomaly[]> {
  const rows = cells.map((cell, index) => `${cell},${index % 2}`);
  const { anomalies } = await examine(`x,y\n${rows.join('\n')}\n`, {
    properties: { x: property as { type: string }, y: { type: 'integer' } },
    ...schema,
  });
  return anomalies.anomalies.filter(({ severity }) => severity === 'error');
}

const rules = (x: object): Partial<SchemaJson> => ({ 'x-columns': { x } });

describe('rows against a committed schema', () => {
  test.each<{
    type: string;
    cells: readonly string[];
    property: object;
    schema?: Partial<SchemaJson>;
    lines: readonly number[];
    values: readonly string[];
    says: string;
  }>([
    {
      type: 'ENUM_TYPE_UNEXPECTED_STRING_VALUES',
      cells: ['a', 'b', 'c', 'c'],
      property: { type: 'string', enum: ['a', 'b'] },
      lines: [4, 5],
      values: ['c'],
      says: '2 of 4 cells are not among the 2 values',
    },
    {
      type: 'INT_TYPE_NOT_INT_STRING',
      cells: ['1', 'x', '3'],
      property: { type: 'integer' },
      lines: [3],
      values: ['x'],
      says: '1 of 3 cells are not whole numbers',
    },
    {
      type: 'UNEXPECTED_DATA_TYPE',
      cells: ['1', '1.5', '3.0'],
      property: { type: 'integer' },
      lines: [3],
      values: ['1.5'],
      says: 'type integer',
    },
    {
      type: 'INT_TYPE_SMALL_INT',
      cells: ['1', '-1', '0'],
      property: { type: 'integer', minimum: 0 },
      lines: [3],
      values: ['-1'],
      says: 'below 0',
    },
    {
      type: 'INT_TYPE_BIG_INT',
      cells: ['10', '11'],
      property: { type: 'integer', maximum: 10 },
      lines: [3],
      values: ['11'],
      says: 'above 10',
    },
    {
      type: 'FLOAT_TYPE_SMALL_FLOAT',
      cells: ['0.5', '0'],
      property: { type: 'number', exclusiveMinimum: 0 },
      lines: [3],
      values: ['0'],
      says: 'not above 0',
    },
    {
      type: 'FLOAT_TYPE_BIG_FLOAT',
      cells: ['0.5', '1.5'],
      property: { type: 'number', maximum: 1 },
      lines: [3],
      values: ['1.5'],
      says: 'above 1',
    },
    {
      type: 'FLOAT_TYPE_STRING_NOT_FLOAT',
      cells: ['0.5', '1,5'].map((cell) => `"${cell}"`),
      property: { type: 'number' },
      lines: [3],
      values: ['1,5'],
      says: 'not numbers',
    },
    {
      type: 'FLOAT_TYPE_HAS_NAN',
      cells: ['0.5', 'NaN'],
      property: { type: 'number' },
      lines: [3],
      values: ['NaN'],
      says: 'nan',
    },
    {
      type: 'FLOAT_TYPE_HAS_INF',
      cells: ['0.5', '-inf'],
      property: { type: 'number' },
      lines: [3],
      values: ['-inf'],
      says: 'infinite',
    },
    {
      type: 'BOOL_TYPE_UNEXPECTED_STRING',
      cells: ['true', 'False', 'yes', '1'],
      property: { type: 'boolean' },
      lines: [4, 5],
      values: ['1', 'yes'],
      says: 'neither true nor false',
    },
    {
      type: 'FEATURE_TYPE_LOW_FRACTION_PRESENT',
      cells: ['a', '', 'c'],
      property: { type: 'string' },
      schema: { required: ['x'] },
      lines: [3],
      values: [],
      says: '1 of 3 cells are missing',
    },
    {
      type: 'FEATURE_TYPE_LOW_UNIQUE',
      cells: ['a', 'b', 'a', '', ''],
      property: { type: 'string' },
      schema: rules({ unique: true }),
      lines: [4],
      values: ['a'],
      says: 'unique',
    },
    {
      type: 'CUSTOM_VALIDATION',
      cells: ['AB1', 'ab1'],
      property: { type: 'string', pattern: '^[A-Z]+\\d$' },
      lines: [3],
      values: ['ab1'],
      says: 'pattern',
    },
  ])('$type', async ({ type, cells, property, schema, lines, values, says }) => {
    const found = await anomaliesOf(cells, property, schema);
    expect(found).toHaveLength(1);
    const [anomaly] = found;
    expect(anomaly).toMatchObject({ type, column: 'x', severity: 'error', count: lines.length });
    expect(anomaly?.places).toEqual(lines.map((line) => ({ file: 'data.csv', line })));
    expect(anomaly?.values.map(({ value }) => value)).toEqual(values);
    expect(anomaly?.description).toContain(says);
  });

  test('a rule across columns is named by its place', async () => {
    const found = await anomaliesOf(
      ['a', 'b', ''],
      { type: 'string' },
      {
        if: { properties: { y: { const: 0 } } },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: { properties: { x: { const: 'a' } }, required: ['x'] },
      },
    );
    expect(found.every(({ type }) => type === 'CUSTOM_VALIDATION')).toBe(true);
    expect(found.flatMap(({ places }) => places.map(({ line }) => line))).toContain(4);
    expect(found.some(({ description }) => description.includes('#/'))).toBe(true);
  });

  test('a rule for columns by their pattern is not lost', async () => {
    const { anomalies } = await examine('x1,y\n1,1\nzz,2\n', {
      properties: { y: {} },
      patternProperties: { '^x': { type: 'number' } },
    });
    expect(anomalies.anomalies).toMatchObject([
      { type: 'CUSTOM_VALIDATION', column: 'x1', places: [{ line: 3 }], values: [{ value: 'zz' }] },
    ]);
  });

  test('at most ten places and values, all counted, most frequent first', async () => {
    const cells = Array.from({ length: 40 }, (_, index) => `v${index < 20 ? index : 7}`);
    const [anomaly] = await anomaliesOf(cells, { type: 'string', enum: ['a'] });
    expect(anomaly).toMatchObject({ count: 40 });
    expect(anomaly?.places).toHaveLength(10);
    expect(anomaly?.values).toHaveLength(10);
    expect(anomaly?.values[0]).toEqual({ value: 'v7', count: 21 });
  });

  test('quoted newlines are counted in the line of the row', async () => {
    const [anomaly] = await anomaliesOf(['"a\nb"', '"a\r\nb"', 'z'], {
      type: 'string',
      enum: ['a\nb', 'a\r\nb'],
    });
    expect(anomaly?.places).toEqual([{ file: 'data.csv', line: 6 }]);
  });

  test('JSON Lines: a string is no number', async () => {
    const { anomalies } = await examine(
      '{"x":"5","y":1}\n{"x":6,"y":2}\n',
      {
        properties: { x: { type: 'number' }, y: { type: 'integer' } },
      },
      'data.jsonl',
    );
    expect(anomalies.anomalies).toMatchObject([
      { type: 'FLOAT_TYPE_STRING_NOT_FLOAT', count: 1, places: [{ line: 1 }] },
    ]);
  });

  test('allow-nan and allow-infinity', async () => {
    const allowed = rules({ 'allow-nan': true, 'allow-infinity': true });
    expect(await anomaliesOf(['1', 'nan', 'inf'], { type: 'number' }, allowed)).toEqual([]);
  });
});

describe('columns against a committed schema', () => {
  const one = async (
    cells: readonly string[],
    schema: Partial<SchemaJson>,
    property: object = {},
  ) => {
    const found = await anomaliesOf(cells, property, schema);
    return found.map(({ type, column }) => `${type} ${column ?? ''}`.trim());
  };

  test('SCHEMA_MISSING_COLUMN, for a required column and for one that must be present', async () => {
    const properties = { x: {}, y: {}, a: {}, b: {}, c: {} };
    const schema = {
      properties,
      required: ['a'],
      'x-columns': { b: { presence: { 'min-count': 1 } } },
    };
    expect(await one(['1', '2'], schema)).toEqual([
      'SCHEMA_MISSING_COLUMN a',
      'SCHEMA_MISSING_COLUMN b',
    ]);
  });

  test('SCHEMA_NEW_COLUMN only where the schema is closed', async () => {
    const properties = { y: {} };
    expect(await one(['1', '2'], { properties, additionalProperties: false })).toEqual([
      'SCHEMA_NEW_COLUMN x',
    ]);
    expect(await one(['1', '2'], { properties })).toEqual([]);
    expect(
      await one(['1', '2'], {
        properties,
        additionalProperties: false,
        patternProperties: { '^x': {} },
      }),
    ).toEqual([]);
  });

  test('presence', async () => {
    const fraction = (value: number) => rules({ presence: { 'min-fraction': value } });
    expect(await one(['1', ''], fraction(0.5))).toEqual([]);
    expect(await one(['1', ''], fraction(0.51))).toEqual(['FEATURE_TYPE_LOW_FRACTION_PRESENT x']);
    expect(await one(['', ''], fraction(0.5))).toEqual(['FEATURE_TYPE_NOT_PRESENT x']);
    expect(await one(['', ''], { required: ['x'] })).toEqual(['FEATURE_TYPE_NOT_PRESENT x']);
    expect(await one(['1', ''], rules({ presence: { 'min-count': 2 } }))).toEqual([
      'FEATURE_TYPE_LOW_NUMBER_PRESENT x',
    ]);
  });

  test('min-domain-mass', async () => {
    const domain = { type: 'string', enum: ['a'] };
    const mass = (value: number) => rules({ 'min-domain-mass': value });
    expect(await one(['a', 'a', 'a', 'b', ''], mass(0.75), domain)).toEqual([]);
    expect(await one(['a', 'a', 'a', 'b', ''], mass(0.76), domain)).toEqual([
      'ENUM_TYPE_UNEXPECTED_STRING_VALUES x',
    ]);
  });

  test('distinct', async () => {
    expect(await one(['1', '1.0', '2'], rules({ distinct: { max: 1 } }))).toEqual([
      'FEATURE_TYPE_HIGH_UNIQUE x',
    ]);
    expect(await one(['1', '1.0', '2'], rules({ distinct: { min: 3 } }))).toEqual([
      'FEATURE_TYPE_LOW_UNIQUE x',
    ]);
    expect(await one(['1', '1.0', '2'], rules({ distinct: { min: 2, max: 2 } }))).toEqual([]);
  });

  test('the number of examples', async () => {
    expect(await one(['1', '2'], { 'x-dataset': { 'min-examples': 3 } })).toEqual([
      'DATASET_LOW_NUM_EXAMPLES',
    ]);
    expect(await one(['1', '2'], { 'x-dataset': { 'max-examples': 1 } })).toEqual([
      'DATASET_HIGH_NUM_EXAMPLES',
    ]);
  });
});

describe('without a schema', () => {
  const found = async (text: string) =>
    (await examine(text, null)).anomalies.anomalies.map(({ type, severity, column }) => [
      type,
      severity,
      column,
    ]);

  test('constant and empty columns', async () => {
    expect(await found('c,e,y\n1,,0\n1,,1\n')).toEqual([
      ['CONSTANT_COLUMN', 'warning', 'c'],
      ['CONSTANT_COLUMN', 'warning', 'e'],
    ]);
    expect(await found('c,y\n1,0\n,1\n')).toEqual([]);
  });

  test('examples without a label', async () => {
    const { anomalies } = await examine('x,y\n1,0\n2,\n3,1\n', null);
    expect(anomalies.anomalies).toMatchObject([
      {
        type: 'LABEL_MISSING',
        severity: 'error',
        count: 1,
        places: [{ file: 'data.csv', line: 3 }],
      },
    ]);
  });

  test('a missing label is said once, even when the schema requires it', async () => {
    const { anomalies } = await examine('y\n0\n""\n1\n', {
      properties: { y: {} },
      required: ['y'],
    });
    expect(anomalies.anomalies.map(({ type }) => type)).toEqual(['LABEL_MISSING']);
  });

  test('texts among numbers, with their places', async () => {
    const rows = Array.from(
      { length: 20 },
      (_, index) => `${index === 4 ? '?' : index},${index % 2}`,
    );
    const { anomalies } = await examine(`x,y\n${rows.join('\n')}\n`, null);
    expect(anomalies.anomalies).toMatchObject([
      {
        type: 'UNEXPECTED_DATA_TYPE',
        severity: 'warning',
        values: [{ value: '?' }],
        places: [{ line: 6 }],
      },
    ]);
  });

  test('infinities are errors, nan is a warning', async () => {
    expect(await found('a,b,y\n1,1,0\ninf,2,1\n2,nan,0\n')).toEqual([
      ['FLOAT_TYPE_HAS_INF', 'error', 'a'],
      ['FLOAT_TYPE_HAS_NAN', 'warning', 'b'],
    ]);
  });

  test('a label that is no column, and one that has one value, are mistakes of the user', async () => {
    await expect(examine('x,Y1\n1,2\n', null)).rejects.toThrow(
      'data.csv: The label "y" is not a column of the data. Did you mean',
    );
    await expect(examine('x,y\n1,a\n2,a\n', null)).rejects.toThrow(
      'The label "y" has one value in all of 2 examples',
    );
    await expect(examine('x,y\n1,\n2,\n', null)).rejects.toThrow('has no values');
  });

  test('a column called __proto__ or constructor is checked like any other', async () => {
    const { anomalies, proposedSchema } = await examine(
      '__proto__,constructor,y\n1,a,0\n2,b,1\n',
      JSON.parse(
        '{"properties":{"__proto__":{"type":"number","minimum":2},"constructor":{"enum":["a"]},"y":{}},"required":["__proto__","constructor"],"additionalProperties":false}',
      ) as Partial<SchemaJson>,
    );
    expect(anomalies.anomalies.map(({ type, column }) => [type, column])).toEqual([
      ['FLOAT_TYPE_SMALL_FLOAT', '__proto__'],
      ['ENUM_TYPE_UNEXPECTED_STRING_VALUES', 'constructor'],
    ]);
    expect(Object.keys(proposedSchema.properties)).toEqual(['__proto__', 'constructor', 'y']);
  });
});

describe('numbers with a decimal comma', () => {
  const warned = async (cells: readonly string[], schema: Partial<SchemaJson> | null = null) => {
    // Both labels with each of the cells, or the column would tell the label.
    const rows = cells.map((cell, index) => `${cell};${(index + Math.floor(index / 14)) % 2}`);
    const examination = await examine(`Fläche;y\n${rows.join('\n')}\n`, schema);
    return {
      ...examination,
      found: examination.anomalies.anomalies.filter(({ column }) => column === 'Fläche'),
    };
  };
  const areas = Array.from(
    { length: 150 },
    (_, row) => `${row % 2 === 0 ? '110' : '1.234'},${row % 7}`,
  );

  test('make a warning, once, with places and values', async () => {
    const { found, proposedSchema } = await warned(areas);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ type: 'DECIMAL_COMMA', severity: 'warning', count: 150 });
    expect(found[0]?.description).toMatch(
      /^The column looks like numbers with a decimal comma \(150 of 150 cells\); it is read as text\. Write them with a point/,
    );
    expect((found[0]?.description ?? '').length).toBeLessThanOrEqual(200);
    expect(found[0]?.places.slice(0, 2)).toEqual([
      { file: 'data.csv', line: 2 },
      { file: 'data.csv', line: 3 },
    ]);
    expect(found[0]?.values[0]).toEqual({ value: '1.234,0', count: 11 });
    expect(proposedSchema.properties.Fläche).toEqual({ type: 'string' });
  });

  test('whole numbers, gaps and a few other texts beside them change nothing', async () => {
    const { found } = await warned([...areas, '95', '1.250', '', '', 'k.A.']);
    expect(found.map(({ type, count }) => [type, count])).toEqual([['DECIMAL_COMMA', 150]]);
    const few = await warned([...Array.from({ length: 99 }, (_, row) => `${row}`), '99,5']);
    expect(few.found.map(({ type, count }) => [type, count])).toEqual([['DECIMAL_COMMA', 1]]);
  });

  test('make no rule for the next data: no domain, and not that each is different', async () => {
    const different = Array.from({ length: 150 }, (_, row) => `${row},5`);
    const { proposedSchema } = await warned(different);
    expect(proposedSchema['x-columns']?.Fläche).toBeUndefined();
  });

  test('a comma that may part thousands is not called decimal', async () => {
    const { found } = await warned(['1,234', '12,345', '950']);
    expect(found[0]?.description).toContain('numbers with a comma (2 of 3 cells)');
    expect((found[0]?.description ?? '').length).toBeLessThanOrEqual(200);
  });

  test.each([
    ['lists', ['1,2,3', '4,5,6']],
    ['texts among them', ['1,5', '2,5', 'many']],
    ['English thousands with a point', ['1,234.5', '2,345.6']],
    ['numbers', ['1.5', '2']],
    ['groups that are none', ['12.34,5', '1.2345,6']],
  ])('%s are none', async (_, cells) => {
    expect((await warned(cells)).found.map(({ type }) => type)).not.toContain('DECIMAL_COMMA');
  });

  test('a schema that calls the column a string has decided', async () => {
    const { found } = await warned(areas, { properties: { Fläche: { type: 'string' }, y: {} } });
    expect(found).toEqual([]);
  });
});

describe('names in the configuration that are no columns', () => {
  const { files } = memoryPorts({ 'data.csv': 'age,size,y\n1,2,0\n2,3,1\n' });
  const attempt = (given: Parameters<typeof dataConfiguration>[0], schema: string | null = null) =>
    examineData(
      files,
      dataConfiguration(given),
      schema === null ? null : parseSchema(schema, 'schema.json'),
    );

  test('are all told, with the field and the nearest column', async () => {
    const error: unknown = await attempt({
      label: 'z',
      features: ['age', 'sise'],
      ignore: ['agee'],
      split: { ...CELL_SPLIT, key: ['customer'] },
    }).catch((thrown: unknown) => thrown);
    expect(isUserError(error) && error.message.split('\n')).toEqual([
      'data.csv: The label "z" is not a column of the data. Did you mean "y"?',
      'data.csv: data.features names a column "sise" that is not in the data. Did you mean "size"?',
      'data.csv: data.ignore names a column "agee" that is not in the data. Did you mean "age"?',
      'data.csv: data.split.key names a column "customer" that is not in the data. The columns are: age, size, y.',
    ]);
  });

  test('the weight of an example is named where it was written', async () => {
    const error: unknown = await attempt({
      label: 'y',
      ignore: ['size', 'wait'],
      exampleWeight: 'wait',
    }).catch((thrown: unknown) => thrown);
    expect(isUserError(error) && error.message).toBe(
      'data.csv: training.example-weight names a column "wait" that is not in the data. The columns are: age, size, y.',
    );
  });

  test('a column that the schema has and the data lost is an anomaly', async () => {
    const { anomalies } = await attempt(
      { ignore: ['id'] },
      '{"type":"object","properties":{"id":{},"age":{},"size":{},"y":{}},"required":["id"]}',
    );
    expect(anomalies.anomalies.map(({ type }) => type)).toEqual(['SCHEMA_MISSING_COLUMN']);
  });
});
