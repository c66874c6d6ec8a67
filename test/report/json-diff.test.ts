import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { diffJson } from '../../shared/report/index.ts';

const lines = (before: unknown, after: unknown) =>
  diffJson(before, after).map(({ path, removed, added }) =>
    [path.join('.'), ...removed.map((text) => `-${text}`), ...added.map((text) => `+${text}`)].join(
      ' ',
    ),
  );

describe('what differs in a schema', () => {
  test('by place, in the order of the first, what is new at its end', () => {
    const before = {
      properties: {
        sex: { enum: ['FEMALE', 'MALE'] },
        mass: { type: 'integer', minimum: 0 },
        old: { type: 'string' },
      },
      required: ['sex', 'mass'],
    };
    const after = {
      required: ['mass'],
      properties: {
        mass: { minimum: 0, type: 'number' },
        sex: { enum: ['MALE', 'FEMALE', '.'] },
        tip: { type: 'number' },
      },
    };
    expect(lines(before, after)).toEqual([
      'properties.sex.enum +"."',
      'properties.mass.type -"integer" +"number"',
      'properties.old -{"type":"string"}',
      'properties.tip +{"type":"number"}',
      'required -"sex"',
    ]);
  });

  test('other kinds of value at one place', () => {
    expect(lines({ type: 'string' }, { type: ['string', 'null'] })).toEqual([
      'type -"string" +["string","null"]',
    ]);
    expect(lines({ a: null }, { a: {} })).toEqual(['a -null +{}']);
    expect(lines({ a: false }, {})).toEqual(['a -false']);
  });

  test('names that every object has are names like others', () => {
    const before = JSON.parse('{"__proto__": 1, "toString": 1}') as unknown;
    expect(lines({}, before)).toEqual(['__proto__ +1', 'toString +1']);
  });

  test('depth does not exhaust the stack', () => {
    const nest = (inner: unknown) => {
      let value = inner;
      for (let depth = 0; depth < 1000; depth++) value = { a: value };
      return value;
    };
    expect(diffJson(nest(1), nest(2))).toHaveLength(1);
  });

  test('nothing in what is equal; something in what is not', () => {
    const json = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(json, json, (first, second) => {
        expect(diffJson(first, structuredClone(first))).toEqual([]);
        if (Array.isArray(first) || Array.isArray(second)) return;
        const plain = (value: unknown) => JSON.stringify(value);
        if (typeof first !== 'object' && plain(first) !== plain(second)) {
          expect(diffJson(first, second)).toHaveLength(1);
        }
      }),
    );
  });
});
