import { describe, expect, test } from '@jest/globals';
import type { PropertySchema, SchemaJson } from '../../../shared/data/index.ts';
import { compilePredicates, compileSchema } from '../../../shared/data/predicates/index.ts';

function schemaOf(columns: number, property: (index: number) => PropertySchema): SchemaJson {
  const names = Array.from({ length: columns }, (_, index) => `c${index}`);
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name, index) => [name, property(index)])),
  };
}

function partsOf(json: SchemaJson) {
  // Of the processor, which tests beside it don't take.
  const begin = process.cpuUsage();
  const { byColumn, everyRow } = compileSchema(json);
  const { user, system } = process.cpuUsage(begin);
  const seconds = (user + system) / 1e6;
  const predicates = [...byColumn.values()];
  const having = (part: 'automaton' | 'allowed' | 'test') =>
    predicates.filter((predicate) => predicate[part] !== null).length;
  const all = { automaton: having('automaton'), allowed: having('allowed'), test: having('test') };
  return { ...all, everyRow, seconds };
}

/** A second on the machine that the figures are from. */
const MOST_SECONDS = 8;

describe('what predicates may take', () => {
  test.each<[string, (index: number) => PropertySchema]>([
    ['texts', (index) => ({ type: 'string', enum: ['a', 'b', `${index}`] })],
    ['numbers', (index) => ({ type: 'integer', enum: [index, index + 1, index + 2] })],
    ['patterns', (index) => ({ type: 'string', pattern: `^[A-Z]{2}${index}\\d{4}$` })],
    ['hostile', (index) => ({ type: 'string', pattern: `^(?:a|b)*a(?:a|b){90}${index}$` })],
    ['all of Unicode', (index) => ({ type: 'string', pattern: `^\\p{L}{3}[^\\p{Lu}${index}]` })],
  ])('10,000 columns with rules for %s are compiled in bounded time', (_, property) => {
    const {
      automaton,
      allowed,
      test: tested,
      everyRow,
      seconds,
    } = partsOf(schemaOf(10_000, property));
    expect(everyRow).toBe(false);
    expect(automaton + allowed + tested).toBe(10_000);
    expect(seconds).toBeLessThan(MOST_SECONDS);
  });

  test('what is beyond a limit is tested in JavaScript', () => {
    const large = Array.from({ length: 10_001 }, (_, index) => `v${index}`);
    const parts = partsOf(schemaOf(1, () => ({ type: 'string', enum: large })));
    expect(parts).toMatchObject({ allowed: 0, test: 1 });
    const listed = partsOf(schemaOf(1, () => ({ type: 'string', enum: large.slice(1) })));
    expect(listed).toMatchObject({ allowed: 1, test: 0 });
    const long = partsOf(
      schemaOf(6, (index) => ({ type: 'string', enum: ['x'.repeat(1_000_000 - index)] })),
    );
    expect(long).toMatchObject({ allowed: 4, test: 2 });
    const numbers = Array.from({ length: 101 }, (_, index) => index);
    expect(partsOf(schemaOf(1, () => ({ type: 'integer', enum: numbers })))).toMatchObject({
      automaton: 0,
      test: 1,
    });
    const wide = partsOf(
      schemaOf(1, () => ({ type: 'string', pattern: '^(?:a|b)*a(?:a|b){15}$' })),
    );
    expect(wide).toMatchObject({ automaton: 0, test: 1 });
  });

  test('one answer for one schema, whatever was compiled before', () => {
    const json = schemaOf(40, (index) => ({ type: 'string', pattern: `^[^\\p{L}${index}]+$` }));
    const { automaton, test: tested } = partsOf(json);
    expect(partsOf(json)).toMatchObject({ automaton, test: tested });
    expect(tested).toBeGreaterThan(0);
    expect(automaton).toBeGreaterThan(0);
  });

  test('columns that only ajv can check are few, or every row is given to it', () => {
    const even = (columns: number) =>
      partsOf(schemaOf(columns, () => ({ type: 'integer', multipleOf: 2 })));
    expect(even(200)).toMatchObject({ everyRow: false, test: 200 });
    expect(even(201).everyRow).toBe(true);
  });
});

describe('every row is given to ajv', () => {
  const base = schemaOf(2, () => ({ type: 'number' }));
  test.each<[string, Partial<SchemaJson>, string]>([
    ['a condition', { if: {} }, '"if" is a rule across columns'],
    ['names by pattern', { patternProperties: { a: {} } }, '"patternProperties" is a rule across'],
    ['dependencies', { dependentRequired: { c0: ['c1'] } }, '"dependentRequired" is a rule'],
    ['a reference to a document', refer('https://a.b/c'), 'refers to "https://a.b/c"'],
    ['a circle', refer('#/properties/c0'), 'has rules that are nested deeply or in a circle'],
    ['an anchor', { properties: { c0: { $anchor: 'a' } } }, 'has a rule with "$anchor"'],
    ['a required column that is not there', { required: ['z'], properties: { z: {} } }, '"z" is'],
  ])('for %s, which is said', (_, rules, reason) => {
    const found = compilePredicates({ json: { ...base, ...rules } }, ['c0', 'c1']);
    expect(found.everyRow).toBe(true);
    expect(found.reason).toContain(reason);
  });

  test('and for nothing else', () => {
    const json = {
      ...base,
      $id: 'https://a.b/c',
      title: 't',
      required: ['c1'],
      additionalProperties: false,
      'x-columns': { c1: { unique: true } },
      'x-dataset': { 'min-examples': 3 },
    };
    const found = compilePredicates({ json }, ['x', 'c1', 'c0']);
    expect(found).toMatchObject({ everyRow: false, reason: null, unique: [1] });
    expect(found.columns.map((predicate) => predicate?.refusedKinds)).toEqual([
      undefined,
      0b1111001,
      0b1111000,
    ]);
  });
});

function refer($ref: string): Partial<SchemaJson> {
  return { properties: { c0: { $ref } } };
}
