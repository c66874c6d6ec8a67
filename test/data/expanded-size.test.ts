import { describe, expect, test } from '@jest/globals';
import { expandedSize } from '../../shared/data/expanded-size.ts';
import { parseSchema } from '../../shared/data/index.ts';

/** `a0` names `a1` twice, which names `a2` twice, and so on. */
function doubling(depth: number) {
  const definitions = Object.fromEntries(
    Array.from({ length: depth }, (_, level) => {
      const next = { $ref: `#/$defs/a${level + 1}` };
      return [`a${level}`, { allOf: [next, next] }];
    }),
  );
  return {
    type: 'object',
    properties: { x: { $ref: '#/$defs/a0' } },
    $defs: { ...definitions, [`a${depth}`]: { type: 'string' } },
  };
}

describe('the size of a schema with every reference followed', () => {
  test.each<[string, unknown, number]>([
    ['true', true, 1],
    ['two columns', { properties: { a: {}, b: { anyOf: [{}, {}] } } }, 5],
    ['definitions that nothing names', { $defs: { a: { allOf: [{}, {}] } } }, 1],
    [
      'one definition named twice',
      { allOf: [{ $ref: '#/$defs/a' }, { $ref: '#/$defs/a' }], $defs: { a: {} } },
      5,
    ],
    ['a circle', { properties: { a: { $ref: '#' } } }, 3],
    ['a reference to nowhere', { $ref: '#/$defs/gone' }, 2],
  ])('%s', (_name, schema, size) => expect(expandedSize(schema)).toBe(size));

  test('doubles with every step', () => {
    expect(expandedSize(doubling(3))).toBe(31);
    expect(expandedSize(doubling(60))).toBeGreaterThan(2 ** 60);
  });
});

test('a schema that doubles at every step is refused before a row is checked', () => {
  expect(() => parseSchema(JSON.stringify(doubling(30)), 'schema.json')).toThrow(
    /schema\.json:1:1: A row would be checked against more than 100000 rules/,
  );
  expect(() => parseSchema(JSON.stringify(doubling(5)), 'schema.json')).not.toThrow();
});
