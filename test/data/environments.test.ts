import { describe, expect, test } from '@jest/globals';
import { examineData, type ParsedSchema, parseSchema } from '../../shared/data/index.ts';
import { isUserError } from '../../shared/errors/index.ts';
import { memoryPorts } from '../../shared/platform/index.ts';
import { dataConfiguration } from './data-support.ts';

const SCHEMA = {
  type: 'object',
  properties: {
    x: { type: 'integer', minimum: 0 },
    y: { type: 'string', enum: ['a', 'b'] },
    paid: { type: 'integer' },
  },
  required: ['x', 'y', 'paid'],
  additionalProperties: false,
  'x-environments': ['training', 'serving'],
  'x-columns': {
    y: { 'not-in-environments': ['serving'], presence: { 'min-count': 1 } },
    paid: { 'in-environments': ['training'] },
  },
};

const parse = (schema: object, environment?: string) =>
  parseSchema(JSON.stringify(schema), 'schema.json', environment);

async function examine(text: string, schema: ParsedSchema) {
  const { files } = memoryPorts({ 'data.csv': text });
  return await examineData(files, dataConfiguration(), schema);
}

const errorsOf = async (text: string, schema: ParsedSchema) =>
  (await examine(text, schema)).anomalies.anomalies
    .filter(({ severity }) => severity === 'error')
    .map(({ type, column }) => `${type} ${column ?? ''}`.trim());

function problemsOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (isUserError(error)) return error.problems;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('environments', () => {
  test('a label and features that the environment lacks are not asked for', async () => {
    expect(await errorsOf('x\n1\n2\n', parse(SCHEMA, 'serving'))).toEqual([]);
    expect(await errorsOf('x,y,paid\n1,a,1\n2,b,2\n', parse(SCHEMA, 'training'))).toEqual([]);
  });

  test('a label with one value, or without any, is no mistake there', async () => {
    expect(await errorsOf('x,y\n1,a\n2,\n', parse(SCHEMA, 'serving'))).toEqual([]);
    expect(await errorsOf('x,y\n1,\n2,\n', parse(SCHEMA, 'serving'))).toEqual([]);
  });

  test('what is there is checked all the same', async () => {
    expect(await errorsOf('x,y\n-1,c\n2,\n', parse(SCHEMA, 'serving'))).toEqual([
      'INT_TYPE_SMALL_INT x',
      'ENUM_TYPE_UNEXPECTED_STRING_VALUES y',
    ]);
  });

  test('in any other environment, and without one, they must be there', async () => {
    for (const schema of [parse(SCHEMA, 'training'), parse(SCHEMA)]) {
      expect(await errorsOf('x,y\n1,a\n2,b\n', schema)).toEqual(['SCHEMA_MISSING_COLUMN paid']);
      await expect(examine('x,paid\n1,2\n', schema)).rejects.toThrow('label "y"');
    }
  });

  test('a new column is one in every environment', async () => {
    expect(await errorsOf('x,z\n1,1\n2,2\n', parse(SCHEMA, 'serving'))).toEqual([
      'SCHEMA_NEW_COLUMN z',
    ]);
  });

  test('the proposed schema keeps environments and what they leave out', async () => {
    const { proposedSchema } = await examine('x,z\n1,1\n2,2\n', parse(SCHEMA, 'serving'));
    expect(proposedSchema).toMatchObject({
      'x-environments': SCHEMA['x-environments'],
      'x-columns': SCHEMA['x-columns'],
      required: ['x', 'y', 'paid', 'z'],
    });
    const sound = await examine('x\n1\n2\n', parse(SCHEMA, 'serving'));
    expect(sound.schemaChanged).toBe(false);
  });

  test('undeclared ones are refused at their place, with the nearest name', () => {
    const misspelt = { ...SCHEMA, 'x-columns': { y: { 'not-in-environments': ['servign'] } } };
    expect(problemsOf(() => parse(misspelt))).toMatchObject([
      { what: expect.stringContaining('"servign"'), remedy: 'Did you mean "serving"?' },
    ]);
    expect(problemsOf(() => parse(SCHEMA, 'servign'))).toMatchObject([
      {
        what: expect.stringContaining('validation.environment'),
        where: { file: 'schema.json', line: 1 },
        remedy: 'Did you mean "serving"?',
      },
    ]);
    const { 'x-environments': _, 'x-columns': __, ...none } = SCHEMA;
    expect(problemsOf(() => parse(none, 'serving'))).toMatchObject([
      { remedy: expect.stringContaining('"x-environments": ["training", "serving"]') },
    ]);
  });
});

describe('lifecycle stages', () => {
  const staged = (stage: string | undefined) =>
    parse({
      type: 'object',
      properties: { x: { type: 'integer', minimum: 5 }, y: {} },
      required: ['x', 'y'],
      additionalProperties: false,
      'x-columns': {
        x: { unique: true, ...(stage === undefined ? {} : { 'lifecycle-stage': stage }) },
      },
    });

  test.each([undefined, 'beta', 'production'])('%s: checked', async (stage) => {
    expect(await errorsOf('x,y\n1,0\n6,1\n6,1\n,1\n', staged(stage))).toEqual([
      'INT_TYPE_SMALL_INT x',
      'FEATURE_TYPE_LOW_UNIQUE x',
      'FEATURE_TYPE_LOW_FRACTION_PRESENT x',
    ]);
    expect(await errorsOf('y\n0\n1\n', staged(stage))).toEqual(['SCHEMA_MISSING_COLUMN x']);
  });

  test.each(['planned', 'alpha', 'deprecated', 'debug-only', 'disabled'])(
    '%s: let be, and no new column',
    async (stage) => {
      expect(await errorsOf('x,y\n1,0\nno number,1\n', staged(stage))).toEqual([]);
      expect(await errorsOf('y\n0\n1\n', staged(stage))).toEqual([]);
    },
  );

  test('a stage that does not exist is refused', () => {
    expect(problemsOf(() => staged('retired'))[0]?.what).toContain('lifecycle-stage');
  });
});

describe('rules in words', () => {
  const examined = async (schema: object, text = 'x,z,y\n1,1,0\n5,,1\n') =>
    (await examine(text, parse({ type: 'object', ...schema }))).anomalies.anomalies.filter(
      ({ severity }) => severity === 'error',
    );

  test('the title of a rule across columns is shown, and x-message before it', async () => {
    const properties = { x: {}, y: {}, z: {} };
    const rule = {
      title: 'Large ones have a z',
      if: { properties: { x: { type: 'integer', minimum: 2 } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { required: ['z'] },
    };
    const [titled] = await examined({ properties, allOf: [rule] });
    expect(titled?.description).toMatch(/^Large ones have a z\. 1 of 2 examples break /);
    const [worded] = await examined({
      properties,
      allOf: [{ ...rule, 'x-message': 'Orders above 2 need a zone.' }],
    });
    expect(worded).toMatchObject({
      type: 'CUSTOM_VALIDATION',
      description: "Orders above 2 need a zone. 1 of 2 examples break the schema's rule #/allOf/0.",
      places: [{ file: 'data.csv', line: 3 }],
    });
  });

  test('a column says in words what it wants; its title is only its name', async () => {
    const [found] = await examined({
      properties: {
        x: { type: 'integer', title: 'Size', 'x-message': 'Sizes end at 4', maximum: 4 },
      },
    });
    expect(found?.description).toMatch(/^Sizes end at 4\. 1 of 2 cells are above 4\.$/);
    const [untold] = await examined({
      properties: { x: { type: 'integer', title: 'Size', maximum: 4 } },
    });
    expect(untold?.description).toBe('1 of 2 cells are above 4.');
  });

  // By an expression that begins anew at each blank one message takes ten seconds and more.
  test('a message of a hundred thousand blanks takes no time', async () => {
    const blanks = ' '.repeat(100_000);
    const rule = { rule: 'mean("x") < 2', message: 'Small . ' };
    const begun = process.cpuUsage();
    const found = await examined({
      properties: { x: { type: 'integer', 'x-message': `${blanks}4 ${blanks}.`, maximum: 4 } },
      'x-rules': { small: rule, silent: { ...rule, message: ' . ' } },
    });
    const { user } = process.cpuUsage(begun);
    // A difference would be shown with all its blanks.
    const texts = found.map(({ description }) => description.replace(blanks, '<blanks>'));
    expect(texts).toEqual([
      'Small. The rule mean("x") < 2 does not hold: mean("x") = 3.',
      'The rule mean("x") < 2 does not hold: mean("x") = 3.',
      '<blanks>4. 1 of 2 cells are above 4.',
    ]);
    expect(user).toBeLessThan(3e6);
  });

  test('the proposed schema keeps the words', async () => {
    const property = { type: 'integer', 'x-message': 'Sizes end at 4', maximum: 4 };
    const { proposedSchema } = await examine(
      'x,y\n1,0\n5,1\n',
      parse({ type: 'object', properties: { x: property, y: {} } }),
    );
    expect(proposedSchema.properties.x).toEqual({ ...property, maximum: 5 });
  });

  test('a column called x-message, title or __proto__ is one like others', async () => {
    const schema = JSON.parse(
      '{"properties":{"x-message":{"type":"integer","maximum":1,"x-message":"m"},"title":{"type":"integer","maximum":1},"__proto__":{"type":"integer","maximum":1}}}',
    ) as object;
    const found = await examined(schema, 'x-message,title,__proto__,y\n1,1,1,0\n2,2,2,1\n');
    expect(found.map(({ column, description }) => [column, description])).toEqual([
      ['x-message', 'm. 1 of 2 cells are above 1.'],
      ['title', '1 of 2 cells are above 1.'],
      ['__proto__', '1 of 2 cells are above 1.'],
    ]);
  });

  test('rules over statistics: the name, what was said, and the figures', async () => {
    const found = await examined({
      properties: { x: {}, y: {}, z: {} },
      'x-rules': {
        'x is small': { rule: 'mean("x") < 2', message: 'Units changed?' },
        'z is small': 'mean("z") < 2 and missing-fraction("z") <= 0.1',
        'y has a mean length': 'mean-length("y") > 0',
        sound: 'distinct("x") == examples',
      },
    });
    expect(found.map(({ title, description }) => [title, description])).toEqual([
      ['x is small', 'Units changed?. The rule mean("x") < 2 does not hold: mean("x") = 3.'],
      [
        'z is small',
        'The rule mean("z") < 2 and missing-fraction("z") <= 0.1 does not hold: mean("z") = 1, missing-fraction("z") = 0.5.',
      ],
      [
        'y has a mean length',
        'Whether the rule mean-length("y") > 0 holds can\'t be said: mean-length("y") has no value.',
      ],
    ]);
  });
});

describe('contradictions in a schema', () => {
  const found = async (schema: object) =>
    (
      await examine('x,y\n1,0\n2,1\n', parse({ type: 'object', properties: { x: {} }, ...schema }))
    ).anomalies.anomalies
      .filter(({ type }) => /SPECIFICATION|DOMAIN_INVALID/.test(type))
      .map(({ description }) => description);

  test.each<[schema: object, says: string]>([
    [
      { properties: { x: { type: 'integer', minimum: 3, maximum: 2 } } },
      'minimum (3) and maximum (2)',
    ],
    [
      { properties: { x: { type: 'number', exclusiveMinimum: 2, maximum: 2 } } },
      'exclusiveMinimum (2)',
    ],
    [{ properties: { x: { type: 'string', minLength: 3, maxLength: 2 } } }, 'minLength'],
    [{ 'x-columns': { x: { distinct: { min: 3, max: 2 } } } }, 'distinct.min'],
    [{ 'x-columns': { x: { 'values-per-example': { min: 3, max: 2 } } } }, 'values-per-example'],
    [{ 'x-dataset': { 'min-examples': 2, 'max-examples': 1 } }, 'min-examples (2)'],
    [
      {
        'x-dataset': {
          'num-examples-drift-comparator': { 'min-fraction': 2, 'max-fraction': 1 },
        },
      },
      'num-examples-drift-comparator.min-fraction',
    ],
    [
      {
        'x-environments': ['a'],
        'x-columns': { x: { 'in-environments': ['a'], 'not-in-environments': ['a'] } },
      },
      'environment "a"',
    ],
    [
      {
        properties: { x: { type: 'string' } },
        'x-columns': { x: { 'boolean-domain': { true: 'a', false: 'a' } } },
      },
      'both true and false',
    ],
    [{ properties: { x: { type: 'integer', enum: ['a', 'b'] } } }, 'No value of its enum'],
    [{ 'x-columns': { x: { 'boolean-domain': {} } } }, "the column's type is none"],
  ])('%j', async (schema, says) => {
    expect(await found(schema)).toEqual([expect.stringContaining(says)]);
  });

  test('what can be followed is none', async () => {
    expect(
      await found({
        properties: { x: { type: 'integer', minimum: 1, maximum: 1, exclusiveMaximum: 2 } },
        'x-columns': { x: { distinct: { min: 2, max: 2 } } },
        'x-dataset': { 'min-examples': 2, 'max-examples': 2 },
      }),
    ).toEqual([]);
  });
});
