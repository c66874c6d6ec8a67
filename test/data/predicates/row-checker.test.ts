import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ParsedSchema, parseSchema } from '../../../shared/data/index.ts';
import { compilePredicates, compileSchema } from '../../../shared/data/predicates/index.ts';
import { RowChecker } from '../../../shared/data/row-checker.ts';
import { isUserError } from '../../../shared/errors/index.ts';
import {
  CELL,
  type CellKind,
  classifyText,
  failsPredicate,
  type ListCell,
  parseNumber,
  Row,
} from '../../../shared/scan/index.ts';

interface CellGiven {
  /** Of a list: its values. */
  readonly list?: readonly string[];
  readonly text: string;
  /** As of JSON Lines: a text that its file calls one. */
  readonly quoted: boolean;
}

const TEXTS = [
  ...[
    '',
    'a',
    'b',
    'ab',
    'abc',
    'A',
    'NA',
    'ä',
    '😀',
    '😀😀',
    'e\u0301',
    'a b',
    ' ',
    'a\nb',
    '\u2028',
  ],
  ...[
    '0',
    '-0',
    '+0',
    '00',
    '1',
    '+1',
    '01',
    '1.',
    '1.0',
    '.5',
    '0.5',
    '0.50',
    '1e0',
    '1e2',
    '100',
  ],
  ...[
    ' 1',
    '1 ',
    '\t2\t',
    '3.0',
    '3.5',
    '-1',
    '-1.50',
    '2.5000',
    '1e21',
    '1e-7',
    '1e999',
    '-1e999',
  ],
  ...[
    '9007199254740992',
    '9007199254740993',
    '0.1',
    '0.10',
    '0.1000000000000000055511151231257827',
  ],
  ...[
    'nan',
    'NaN',
    '-nan',
    'inf',
    'Infinity',
    '-inf',
    'true',
    'TRUE',
    'False',
    'false',
    'null',
    'yes',
  ],
  ...[
    '2024-02-29',
    '2023-02-29',
    '12:00:00Z',
    '23:59:60Z',
    '2024-02-29T23:59:60Z',
    'a@b.de',
    '::1',
  ],
  ...['1,5', '0x10', '__proto__', '1_000', '12', '123', '١', '4', '5', '10', '20', 'a'.repeat(40)],
];

const cell: fc.Arbitrary<CellGiven> = fc.record({
  text: fc.oneof(
    fc.constantFrom(...TEXTS),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
    fc.double({ noNaN: true }).map(String),
    fc.integer({ min: -20, max: 20 }).map(String),
  ),
  quoted: fc.boolean(),
});
const listCell: fc.Arbitrary<CellGiven> = fc
  .array(fc.constantFrom(...TEXTS), { minLength: 1, maxLength: 3 })
  .map((list) => ({ list, text: JSON.stringify(list), quoted: true }));
const anyCell = fc.oneof({ weight: 15, arbitrary: cell }, { weight: 1, arbitrary: listCell });

type Json = Record<string, unknown>;

/** The linter takes an object with a property `then` for a promise. */
const condition = (...rules: unknown[]): Json =>
  Object.fromEntries(['if', 'then', 'else'].map((keyword, index) => [keyword, rules[index]]));

const maybe = <T>(key: string, value: fc.Arbitrary<T>): fc.Arbitrary<Json> =>
  fc.option(value, { nil: undefined }).map((one) => (one === undefined ? {} : { [key]: one }));
const join = (...parts: fc.Arbitrary<Json>[]): fc.Arbitrary<Json> =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as Json);

const number = fc.oneof(
  fc.constantFrom(0, 1, -1, 0.5, 2.5, 3, 100, 1e21, 0.1, -1.5),
  fc.integer({ min: -20, max: 20 }),
);
const literal = fc.oneof(
  fc.constantFrom(...TEXTS),
  number,
  fc.boolean(),
  fc.constant(null),
  fc.constant([1]),
);
const values = fc.uniqueArray(literal, {
  minLength: 1,
  maxLength: 6,
  selector: (one) => JSON.stringify(one),
});
const length = fc.integer({ min: 0, max: 4 });
const textRules = join(
  maybe('minLength', length),
  maybe('maxLength', length),
  maybe(
    'pattern',
    fc.constantFrom('^a', '^[a-z]+$', '\\d', '^.$', '\\bb', '^\\p{L}+$', '^(?:a|b)*a(?:a|b){15}$'),
  ),
  maybe(
    'format',
    fc.constantFrom('date', 'time', 'date-time', 'email', 'ipv6', 'hostname', 'regex', 'duration'),
  ),
);
const numberRules = join(
  maybe('minimum', number),
  maybe('maximum', number),
  maybe('exclusiveMinimum', number),
  maybe('exclusiveMaximum', number),
  maybe('multipleOf', fc.constantFrom(1, 2, 0.5, 0.1)),
);
const listed = join(maybe('enum', values), maybe('const', literal));
const none = fc.constant({});
const often = (rules: fc.Arbitrary<Json>) => fc.oneof({ weight: 3, arbitrary: none }, rules);

/** What a column may be asked, without references; strict mode wants the type beside its rules. */
const plain: fc.Arbitrary<Json> = fc.oneof(
  join(fc.constant({ type: 'string' }), textRules, often(listed)),
  join(fc.constant({ type: 'number' }), numberRules, often(listed)),
  join(fc.constant({ type: 'integer' }), numberRules, often(listed)),
  join(fc.constant({ type: 'boolean' }), often(listed)),
  join(fc.constant({ type: ['string', 'null'] }), textRules),
  join(fc.constant({ type: ['number', 'string'] }), textRules, numberRules, often(listed)),
  join(fc.constant({ type: ['boolean', 'integer'] }), numberRules, often(listed)),
  fc.constant({ type: 'null' }),
  listed,
);
const nested: fc.Arbitrary<Json> = fc.oneof(
  fc.tuple(plain, plain).map(([a, b]) => ({ anyOf: [a, b] })),
  plain.map((inner) => ({ not: inner })),
  fc.tuple(plain, plain).map(([a, b]) => ({ ...a, allOf: [b] })),
  fc.tuple(plain, plain, plain).map(([a, b, c]) => condition(a, b, c)),
);
const referring: fc.Arbitrary<Json> = fc.oneof(
  fc.constant({ $ref: '#/$defs/one' }),
  plain.map((rules) => ({ ...rules, $ref: '#/$defs/one' })),
  fc.constant({ anyOf: [{ $ref: '#/$defs/one' }, { type: 'boolean' }] }),
  fc.constant({ $ref: '#/properties/a' }),
  fc.constant({ $ref: '#/$defs/other' }),
);
const property = fc.oneof(
  { weight: 8, arbitrary: plain },
  { weight: 2, arbitrary: nested },
  { weight: 1, arbitrary: fc.boolean() },
);
const NAMES = ['a', 'b', '__proto__', 'constructor', 'd/~e'];
const columnRules = join(
  maybe('unique', fc.boolean()),
  maybe('allow-nan', fc.boolean()),
  maybe('allow-infinity', fc.boolean()),
);
const across: fc.Arbitrary<Json> = fc.constantFrom<Json>(
  { minProperties: 2 },
  { dependentRequired: { a: ['b'] } },
  { patternProperties: { '^c': { type: 'integer' } } },
  condition({ properties: { a: { const: 1 } } }, { required: ['b'] }, true),
);

const schemas = fc
  .record({
    properties: fc.dictionary(fc.constantFrom(...NAMES), property, { minKeys: 1 }),
    references: fc.dictionary(fc.constantFrom('a', 'b', 'd/~e'), referring, { maxKeys: 2 }),
    refers: fc.integer({ min: 0, max: 3 }).map((one) => one === 0),
    one: plain,
    other: nested,
    required: fc.subarray(NAMES),
    rules: fc.dictionary(fc.constantFrom(...NAMES), columnRules),
    rest: fc.oneof({ weight: 6, arbitrary: none }, across),
  })
  .map(({ properties, references, refers, one, other, required, rules, rest }) => {
    const described: [string, unknown][] = Object.entries(properties);
    const all = new Map(refers ? [...described, ...Object.entries(references)] : described);
    if (refers) all.delete('__proto__');
    const known = (name: string) => all.has(name);
    const entries = <T>(map: Iterable<readonly [string, T]>) => Object.fromEntries(map) as Json;
    return {
      type: 'object',
      properties: entries(all),
      required: required.filter(known),
      'x-columns': entries(Object.entries(rules).filter(([name]) => known(name))),
      ...(refers ? { $defs: { one, other } } : {}),
      ...rest,
    };
  });

/** Null for a schema that is refused, such as one whose types contradict each other. */
function parse(schema: Json): ParsedSchema | null {
  try {
    return parseSchema(JSON.stringify(schema), 's.json');
  } catch (error) {
    if (isUserError(error)) return null;
    throw error;
  }
}

function findings(
  schema: ParsedSchema,
  names: readonly string[],
  rows: readonly CellGiven[][],
  all: boolean,
) {
  const predicates = all ? { byColumn: new Map(), everyRow: true, reason: '' } : undefined;
  const checker = new RowChecker(schema.json, schema.validateRow, predicates);
  const missing = new Set(['NA']);
  // Later rows of JSON Lines have more columns.
  const met = names.slice(0, 2);
  const row = new Row(met);
  for (const [line, cells] of rows.entries()) {
    if (line === 2) met.push(...names.slice(2));
    row.line = line + 1;
    row.resize(met.length);
    row.lists.clear();
    for (let index = 0; index < met.length; index++) {
      const { text, quoted, list } = cells[index] ?? { text: '', quoted: false };
      if (list !== undefined) row.lists.set(index, listOf(list));
      if (quoted) row.setString(index, text, missing);
      else row.setText(index, text, missing);
    }
    checker.check(row);
  }
  return checker.findings.toJson();
}

describe('predicates and ajv', () => {
  test('come to the same findings on any schema and any rows', () => {
    const count = { schemas: 0, decided: 0, faults: 0, refused: 0 };
    fc.assert(
      fc.property(
        schemas,
        fc.shuffledSubarray([...NAMES, 'cc', 'z'], { minLength: 1 }),
        fc.array(fc.array(anyCell, { minLength: 7, maxLength: 7 }), {
          minLength: 1,
          maxLength: 12,
        }),
        (given, names, rows) => {
          const schema = parse(given);
          if (schema === null) {
            count.refused++;
            return;
          }
          count.schemas++;
          if (!compileSchema(schema.json).everyRow) count.decided++;
          const expected = findings(schema, names, rows, true);
          if (expected.rules.length > 0) count.faults++;
          expect(findings(schema, names, rows, false)).toEqual(expected);
        },
      ),
      { numRuns: 150 },
    );
    // What was compared is what should be.
    expect(count.schemas).toBeGreaterThan(70);
    expect(count.decided).toBeGreaterThan(count.schemas / 2);
    expect(count.faults).toBeGreaterThan(count.schemas / 2);
  });

  test('each value of a list is held to the rules of its column, once a row', () => {
    const schema = parseSchema(
      JSON.stringify({
        type: 'object',
        properties: { n: { type: 'number', maximum: 5 }, t: { $ref: '#/$defs/short' } },
        $defs: { short: { maxLength: 2, type: 'string' } },
      }),
      's.json',
    );
    const cells = (n: string[], t: string[]): CellGiven[] => [
      { list: n, text: JSON.stringify(n), quoted: true },
      { list: t, text: JSON.stringify(t), quoted: true },
    ];
    const rows = [
      cells(['1', '2'], ['a', 'bc']),
      cells(['1', '7', '8', 'nan'], ['abc']),
      cells(['x'], ['a']),
    ];
    const { rules } = findings(schema, ['n', 't'], rows, false);
    expect(rules.map(({ type, column, values, places }) => [type, column, values, places])).toEqual(
      [
        ['FLOAT_TYPE_BIG_FLOAT', 'n', ['7'], [[0, 2]]],
        ['FLOAT_TYPE_HAS_NAN', 'n', ['nan'], [[0, 2]]],
        ['CUSTOM_VALIDATION', 't', ['abc'], [[0, 2]]],
        ['FLOAT_TYPE_STRING_NOT_FLOAT', 'n', ['x'], [[0, 3]]],
      ],
    );
  });

  test('agree on single cells, but for the ones that are documented to be left to ajv', () => {
    const count = { passed: 0, failed: 0, left: 0 };
    fc.assert(
      fc.property(
        property,
        columnRules,
        fc.array(cell, { minLength: 10, maxLength: 10 }),
        (rules, forColumn, cells) => {
          const schema = parse({
            type: 'object',
            properties: { c: rules },
            'x-columns': { c: forColumn },
          });
          if (schema === null) return;
          const { columns, everyRow } = compilePredicates(schema, ['c']);
          expect(everyRow).toBe(false);
          const [predicate = null] = columns;
          for (const one of cells) {
            const row = rowOf(one);
            const kind = (row.kinds[0] ?? CELL.missing) as CellKind;
            const text = row.texts[0] ?? '';
            const fails =
              predicate !== null && failsPredicate(predicate, kind, text, row.numbers[0] ?? 0);
            const broken = findings(schema, ['c'], [[one]], true).rules.length > 0;
            if (fails && !broken && isLeftToAjv(kind, text, rules)) count.left++;
            else expect([rules, forColumn, one, fails]).toEqual([rules, forColumn, one, broken]);
            if (broken) count.failed++;
            else count.passed++;
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(count.passed).toBeGreaterThan(150);
    expect(count.failed).toBeGreaterThan(150);
    expect(count.left).toBeLessThan(count.passed / 10);
  });
});

function listOf(texts: readonly string[]): ListCell {
  const kinds = texts.map(classifyText);
  return { texts, kinds, numbers: texts.map(parseNumber) };
}

function rowOf({ text, quoted }: CellGiven): Row {
  const row = new Row(['c']);
  row.resize(1);
  const missing = new Set(['NA']);
  if (quoted) row.setString(0, text, missing);
  else row.setText(0, text, missing);
  return row;
}

/** What the docstring of `compileColumn` says. */
function isLeftToAjv(kind: CellKind, text: string, rules: Json | boolean): boolean {
  const { type, format = '' } = rules as Json;
  const whole = [type].flat().includes('integer') && kind === CELL.number;
  const spelled = kind === CELL.integer || kind === CELL.number ? /[eE]|\d{16}/.test(text) : false;
  const leap = String(format).includes('time') && /:60|\.\d{13}/.test(text);
  return whole || spelled || leap || !text.isWellFormed();
}
