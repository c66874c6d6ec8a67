import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { examineData, parseSchema, readSchema, type SchemaJson } from '../../shared/data/index.ts';
import { isUserError } from '../../shared/errors/index.ts';
import { memoryPorts } from '../../shared/platform/index.ts';
import { dataConfiguration } from './data-support.ts';

function problemsOf(text: string) {
  try {
    parseSchema(text, 'data/schema.json');
  } catch (error) {
    if (isUserError(error)) return error.problems;
    throw error;
  }
  throw new Error('the schema was read');
}

function examine(text: string, schema: SchemaJson | null, label = 'y') {
  const { files } = memoryPorts({ 'data.csv': text });
  const parsed = schema === null ? null : parseSchema(JSON.stringify(schema), 'schema.json');
  return examineData(files, dataConfiguration({ label }), parsed);
}

describe('a schema file that is wrong', () => {
  test.each([
    ['an empty file', '', 1, 1, 'the file ends too early'],
    ['cut short', '{"type": "object",\n "properties": {', 2, 17, 'the file ends too early'],
    ['no JSON at all', 'type: object', 1, 1, 'a value is expected'],
    ['a trailing comma', '{\n  "type": "object",\n}', 3, 1, 'a quoted name is expected'],
    ['a missing comma', '{"a": 1\n "b": 2}', 2, 2, '"," or "}" is expected'],
    ['a comment', '{\n// no\n}', 2, 1, 'a quoted name is expected'],
    ['two values', '{} {}', 1, 4, 'text after the JSON value'],
    ['a name twice', '{"a": 1,\n"a": 2}', 2, 1, '"a" stands twice'],
    ['a quote never closed', '{"a', 1, 2, 'quote opened here is never closed'],
    ['a bad escape', '{"a": "\\x"}', 1, 7, 'unknown escape'],
    ['too deep', '['.repeat(200), 1, 102, 'levels are nested'],
  ])('%s', (_, text, line, column, what) => {
    const [problem] = problemsOf(text);
    expect(problem.what).toContain(what);
    expect(problem.where).toEqual({ file: 'data/schema.json', line, column });
    expect(problem.remedy).toBeDefined();
  });

  const lines = (...parts: string[]) => parts.join('\n');

  test('all mistakes at once, each at its line and column, with the nearest name', () => {
    const problems = problemsOf(
      lines(
        '{',
        '  "type": "object",',
        '  "properties": {',
        '    "a": { "type": "nummber" },',
        '    "b": { "minimum": "0" }',
        '  },',
        '  "x-columns": {',
        '    "a": { "presense": {} },',
        '    "b": { "min-domain-mass": 2 }',
        '  }',
        '}',
      ),
    );
    const places = problems.map(({ where }) => `${where?.line}:${where?.column}`);
    expect(places.sort()).toEqual(['4:20', '5:23', '8:12', '9:31']);
    expect(problems.map(({ remedy }) => remedy)).toEqual(
      expect.arrayContaining(['Did you mean "number"?', 'Did you mean "presence"?']),
    );
  });

  test('a keyword that JSON Schema does not have', () => {
    const [problem] = problemsOf(
      lines('{ "type": "object", "properties": {', ' "a": { "type": "number", "minimun": 0 } } }'),
    );
    expect(problem).toEqual({
      what: '"minimun" is not a keyword of JSON Schema',
      where: { file: 'data/schema.json', line: 2, column: 27 },
      remedy: 'Did you mean "minimum"?',
    });
  });

  test('rules of columns that are not described', () => {
    const problems = problemsOf(
      lines(
        '{ "type": "object", "properties": { "species": {} },',
        '  "required": ["specis"],',
        '  "x-columns": { "zzz": {} } }',
      ),
    );
    expect(problems).toMatchObject([
      { where: { line: 3, column: 18 }, remedy: 'Describe it there, or remove the rule' },
      { where: { line: 2, column: 16 }, remedy: 'Did you mean "species"?' },
    ]);
  });

  test.each([
    ['a list', '[]'],
    ['no properties', '{"type":"object"}'],
    [
      'a pattern that is none',
      '{"type":"object","properties":{"a":{"type":"string","pattern":"["}}}',
    ],
    ['a reference to nowhere', '{"type":"object","properties":{"a":{"$ref":"#/$defs/no"}}}'],
    ['cells that are objects', '{"type":"object","properties":{"a":{"type":"object"}}}'],
  ])('%s', (_, text) => {
    expect(problemsOf(text)[0]?.where?.line).toBe(1);
  });

  test.each([
    ['$async', '{"type":"object","properties":{},\n"$async":true}', 2, 1, '"$async" is not a'],
    [
      'a pattern that needs backtracking',
      '{"type":"object","properties":{\n"a":{"pattern":"(a)\\\\1"}}}',
      ...[2, 16, 'refers back to a group'],
    ],
    [
      'such a pattern for names',
      '{"type":"object","properties":{},\n"patternProperties":{"(?=a)":{}}}',
      ...[2, 22, 'looks ahead'],
    ],
    [
      'a rule for __proto__ that can not be checked',
      '{"type":"object","properties":{},\n"if":{"properties":{"__proto__":false}}}',
      ...[2, 21, 'has a rule for the name "__proto__"'],
    ],
  ])('%s', (_, text, line, column, what) => {
    const [problem] = problemsOf(text as string);
    expect(problem.what).toContain(what);
    expect(problem.where).toEqual({ file: 'data/schema.json', line, column });
  });

  test('more columns than can be read, and more than can refer to each other', () => {
    const wide = (count: number, rest: object) =>
      JSON.stringify({
        type: 'object',
        properties: Object.fromEntries(Array.from({ length: count }, (_, i) => [`c${i}`, {}])),
        ...rest,
      });
    expect(problemsOf(wide(10_001, {}))[0].what).toContain('at most 10000 can be read');
    expect(
      problemsOf(wide(1_001, { allOf: [{ $ref: '#/$defs/a' }], $defs: { a: {} } }))[0].what,
    ).toContain('can describe 1000 columns');
  });

  test.each([
    ['at once', '{"type":"object","properties":{},"allOf":[{"$ref":"#"}]}'],
    [
      'by a definition',
      '{"type":"object","properties":{"x":{"$ref":"#/$defs/a"}},"$defs":{"a":{"not":{"$ref":"#/$defs/a"}}}}',
    ],
  ])('a schema that refers to itself without end, %s', async (_, schema) => {
    await expect(examine('x,y\n1,0\n2,1\n', JSON.parse(schema) as SchemaJson)).rejects.toThrow(
      'schema.json: The schema refers to itself without end',
    );
  });

  test('bytes that are not UTF-8, and none that are text', async () => {
    const { files } = memoryPorts({
      'a.json': Buffer.from('{\n"a": "Gr\xfc\xdfe"}', 'latin1'),
      'b.json': Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
    });
    await expect(readSchema(files, 'a.json')).rejects.toThrow('a.json:2: This is not UTF-8');
    await expect(readSchema(files, 'b.json')).rejects.toThrow('b.json:1: This is not UTF-8');
  });

  test('a byte order mark is allowed', () => {
    expect(() => parseSchema('\ufeff{"type":"object","properties":{}}', 's')).not.toThrow();
  });
});

describe('inference', () => {
  test('penguins', async () => {
    const text = readFileSync('examples/penguins/data/penguins.csv', 'utf8');
    const { proposedSchema } = await examine(text, null, 'species');
    expect(proposedSchema.properties).toMatchObject({
      row_id: { type: 'integer' },
      species: { type: 'string', enum: ['Adelie', 'Chinstrap', 'Gentoo'] },
      bill_length_mm: { type: 'number' },
      sex: { type: 'string', enum: ['FEMALE', 'MALE'] },
    });
    expect(proposedSchema.required).toEqual(['row_id', 'species', 'island']);
    expect(proposedSchema['x-columns']).toMatchObject({
      row_id: { unique: true },
      sex: { presence: { 'min-count': 1 } },
    });
    // The committed one is what this code infers.
    const committed = readFileSync('examples/penguins/data/schema.json', 'utf8');
    expect(JSON.parse(committed)).toEqual(proposedSchema);
  });

  const column = async (cells: readonly (string | number)[]) => {
    const { proposedSchema } = await examine(
      `x,y\n${cells.map((cell, index) => `${cell},${index % 2}`).join('\n')}\n`,
      null,
    );
    return [proposedSchema.properties.x, proposedSchema['x-columns']?.x];
  };
  const numbers = (count: number, of: (index: number) => string | number) =>
    Array.from({ length: count }, (_, index) => of(index));

  test('texts that do not repeat have no domain', async () => {
    expect(await column(['a', 'b', 'c'])).toEqual([{ type: 'string' }, undefined]);
    expect(await column(numbers(400, (index) => `v${index % 101}`))).toEqual([
      { type: 'string' },
      undefined,
    ]);
    const [property] = await column(numbers(400, (index) => `v${index % 100}`));
    expect(property).toHaveProperty('enum.length', 100);
  });

  test('a few texts among numbers make no domain of the numbers', async () => {
    const cells = numbers(200, (index) => (index === 7 ? '?' : index % 20));
    expect(await column(cells)).toEqual([{ type: 'string' }, undefined]);
  });

  test('bounds only where the data touches a natural one', async () => {
    expect(await column(numbers(200, (index) => index % 50))).toEqual([
      { type: 'integer', minimum: 0 },
      undefined,
    ]);
    expect(await column(numbers(200, (index) => (index % 5) / 4))).toEqual([
      { type: 'number', minimum: 0, maximum: 1 },
      undefined,
    ]);
    expect(await column(numbers(200, (index) => 5 + (index % 50)))).toEqual([
      { type: 'integer' },
      undefined,
    ]);
    expect(await column(numbers(20, (index) => index % 5))).toEqual([
      { type: 'integer' },
      undefined,
    ]);
  });

  test('uniqueness needs a hundred examples, and whole numbers or texts', async () => {
    expect(await column(numbers(100, (index) => index + 1))).toEqual([
      { type: 'integer' },
      { unique: true },
    ]);
    expect(await column(numbers(99, (index) => index + 1))).toEqual([
      { type: 'integer' },
      undefined,
    ]);
    expect(await column(numbers(100, (index) => index + 0.5))).toEqual([
      { type: 'number' },
      undefined,
    ]);
  });
});

const cell = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -2, max: 9 }).map(String) },
  fc.constantFrom('1.5', '', 'a', 'b', 'true', 'FALSE', 'nan', '"x,y"', '__proto__'),
);
const table = fc
  .tuple(fc.array(fc.tuple(cell, cell), { minLength: 2, maxLength: 12 }), fc.constantFrom(1, 20))
  .map(([rows, repeats]) => Array.from({ length: repeats }, () => rows).flat())
  .map(
    (rows) =>
      `a,constructor,y\n${rows.map(([a, b], index) => `${a},${b},${index % 2}`).join('\n')}\n`,
  );

describe('properties', () => {
  test('data follows the schema that was inferred from it', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (text) => {
        const { proposedSchema } = await examine(text, null);
        const { anomalies, schemaChanged } = await examine(text, proposedSchema);
        expect(anomalies.anomalies.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(schemaChanged).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  test('a schema widened by data is followed by that data and by what it was inferred from', async () => {
    await fc.assert(
      fc.asyncProperty(table, table, async (before, after) => {
        const { proposedSchema } = await examine(before, null);
        const widened = (await examine(after, proposedSchema)).proposedSchema;
        const again = await examine(after, widened);
        expect(again.anomalies.anomalies.filter(({ severity }) => severity === 'error')).toEqual(
          [],
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('wide schemas', () => {
  test('columns in several parts are all checked, each at its own name', () => {
    const names = Array.from({ length: 250 }, (_, index) => `c${index}`);
    const { validateRow } = parseSchema(
      JSON.stringify({
        type: 'object',
        properties: Object.fromEntries(names.map((name) => [name, { enum: [name] }])),
        minProperties: 1,
      }),
      's',
    );
    const wrong = Object.fromEntries(names.map((name) => [name, '']));
    expect(validateRow(wrong).map(({ schemaPath }) => schemaPath)).toEqual(
      names.map((name) => `#/properties/${name}/enum`),
    );
    expect(validateRow({}).map(({ keyword }) => keyword)).toEqual(['minProperties']);
    expect(validateRow(Object.fromEntries(names.map((name) => [name, name])))).toEqual([]);
  });
});

describe('widening', () => {
  const schema: SchemaJson = {
    type: 'object',
    description: 'Kept',
    properties: {
      x: { type: 'string', enum: ['a'], description: 'mine' },
      n: { type: 'integer', minimum: 0 },
      gone: { type: 'string' },
      y: { type: 'integer' },
    },
    required: ['x', 'gone'],
    additionalProperties: false,
    'x-dataset': { 'min-examples': 100 },
  };

  test('changes no more than it must', async () => {
    const rows = ['a,5,0,t', 'b,-3,1,t', 'b,2,0,u', ',2,1,u'];
    const { proposedSchema } = await examine(`x,n,y,new\n${rows.join('\n')}\n`, schema);
    expect(proposedSchema).toEqual({
      ...schema,
      properties: {
        // One "a" and two "b" are too few for a domain to be inferred, so it is dropped.
        x: { type: 'string', description: 'mine' },
        n: { type: 'integer', minimum: -3 },
        gone: { type: 'string' },
        y: { type: 'integer' },
        new: { type: 'string', enum: ['t', 'u'] },
      },
      required: ['new'],
      'x-columns': { x: { presence: { 'min-fraction': 0.75 } } },
      'x-dataset': {},
    });
  });

  test('the same object when nothing has to change', async () => {
    const { proposedSchema, schemaChanged } = await examine('y\n0\n1\n', {
      type: 'object',
      properties: { y: { type: 'integer' } },
    });
    expect(schemaChanged).toBe(false);
    expect(proposedSchema).toEqual({ type: 'object', properties: { y: { type: 'integer' } } });
  });
});
