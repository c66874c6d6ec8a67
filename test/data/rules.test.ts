import { describe, expect, test } from '@jest/globals';
import { evaluateRule, type RuleFacts } from '../../shared/data/evaluate-rule.ts';
import { parseSchema } from '../../shared/data/index.ts';
import { parseRule } from '../../shared/data/parse-rule.ts';
import {
  RULE_CONSTANTS,
  RULE_FUNCTIONS,
  type RuleColumn,
} from '../../shared/data/rule-functions.ts';
import { RuleError } from '../../shared/data/rule-tokens.ts';
import { isUserError } from '../../shared/errors/index.ts';

const COLUMNS = new Set(['age', 'sex', 'gone', 'it"s', 'empty']);

const FACTS: RuleFacts = {
  examples: 10,
  columns: new Map<string, RuleColumn>([
    [
      'age',
      {
        statistics: {
          name: 'age',
          type: 'number',
          present: 8,
          missing: 2,
          distinct: 7,
          top: [{ value: '40', count: 2 }],
          numeric: {
            min: 1,
            max: 90,
            mean: 42.5,
            deviation: 20,
            zeros: 3,
            notANumber: 1,
            quantiles: [],
            histogram: [],
            quantileHistogram: [],
          },
        },
        countOf: (value) => (value === '40' ? 2 : 0),
        quantile: (q) => 100 * q,
      },
    ],
    [
      'sex',
      {
        statistics: {
          name: 'sex',
          type: 'string',
          present: 10,
          missing: 0,
          distinct: 2,
          top: [{ value: 'MALE', count: 6 }],
          text: { minLength: 4, maxLength: 6, meanLength: 4.8 },
        },
        countOf: (value) => (value === 'MALE' ? 6 : null),
        quantile: () => null,
      },
    ],
    [
      'empty',
      {
        statistics: {
          name: 'empty',
          type: 'string',
          present: 0,
          missing: 10,
          distinct: 0,
          top: [],
        },
        countOf: () => 0,
        quantile: () => null,
      },
    ],
  ]),
};

const holds = (rule: string) => evaluateRule(parseRule(rule, COLUMNS), FACTS).holds;

/** Of every figure, what it is in the facts above. */
const FIGURES: Readonly<Record<string, number>> = {
  examples: 10,
  columns: 3,
  'present("age")': 8,
  'missing("age")': 2,
  'missing-fraction("age")': 0.2,
  'distinct("age")': 7,
  'top-fraction("age")': 0.25,
  'min("age")': 1,
  'max("age")': 90,
  'mean("age")': 42.5,
  'deviation("age")': 20,
  'zeros("age")': 3,
  'nan("age")': 1,
  'infinite("age")': 0,
  'median("age")': 50,
  'quantile("age", 0.25)': 25,
  'count("sex", "MALE")': 6,
  'fraction("sex", "MALE")': 0.6,
  'min-length("sex")': 4,
  'max-length("sex")': 6,
  'mean-length("sex")': 4.8,
};

describe('figures', () => {
  test.each(Object.entries(FIGURES))('%s is %d', (figure, value) => {
    expect(holds(`${figure} == ${value}`)).toBe(true);
    expect(holds(`${figure} != ${value}`)).toBe(false);
    expect(holds(`${figure} < ${value + 0.5} and ${figure} > ${value} - 0.5`)).toBe(true);
  });

  test('every one of them is tried above', () => {
    const tried = new Set(Object.keys(FIGURES).map((figure) => figure.replace(/\(.*/, '')));
    const known = [...Object.keys(RULE_FUNCTIONS), ...Object.keys(RULE_CONSTANTS)];
    expect(known.filter((name) => !tried.has(name))).toEqual([]);
  });

  test('one that a column does not have decides nothing', () => {
    expect(holds('mean("sex") < 1')).toBeNull();
    expect(holds('not mean("sex") < 1')).toBeNull();
    expect(holds('mean("gone") < 1')).toBeNull();
    expect(holds('count("sex", "FEMALE") == 0')).toBeNull();
    expect(holds('top-fraction("empty") < 1')).toBeNull();
    expect(holds('fraction("empty", "a") == 0')).toBeNull();
    expect(evaluateRule(parseRule('mean("sex") < 1', COLUMNS), FACTS).figures).toEqual([
      'mean("sex") has no value',
    ]);
  });

  test('figures that were looked at are told once each', () => {
    const rule = parseRule('mean("age") < 9 or mean( "age" ) > 99 or mean("age") < 9', COLUMNS);
    expect(evaluateRule(rule, FACTS)).toEqual({
      holds: false,
      figures: ['mean("age") = 42.5', 'mean( "age" ) = 42.5'],
    });
  });
});

describe('the language', () => {
  test.each<[rule: string, holds: boolean | null]>([
    ['1 + 2 * 3 == 7', true],
    ['(1 + 2) * 3 == 9', true],
    ['10 - 3 - 2 == 5', true],
    ['12 / 3 / 2 == 2', true],
    ['-2 * -3 == 6', true],
    ['--1 == 1', true],
    ['abs(1 - 3) == 2', true],
    ['1e3 == 1000 and .5 == 0.5 and 2. == 2', true],
    ['1 == 2 or 1 == 1 and 2 == 2', true],
    ['(1 == 1 or 1 == 2) and 2 == 3', false],
    ['not 1 == 2', true],
    ['not not 1 == 2', false],
    ['not 1 == 1 or 1 == 1', true],
    ['1 <= 1 and 1 >= 1 and not 1 < 1 and not 1 > 1', true],
    ["present('age') == 8", true],
    ['1 / 0 > 1', null],
    ['1 / 0 > 1 or 1 == 1', true],
    ['1 / 0 > 1 and 1 == 2', false],
    ['1 / 0 > 1 and 1 == 1', null],
  ])('%s: %p', (rule, expected) => {
    expect(holds(rule)).toBe(expected);
  });

  test('a quote in a name is written with a backslash or in the other quotes', () => {
    expect(parseRule('present("it\\"s") == 1', COLUMNS)).toMatchObject({
      left: { column: 'it"s' },
    });
    expect(parseRule("present('it\"s') == 1", COLUMNS)).toMatchObject({
      left: { column: 'it"s' },
    });
  });

  test.each<[rule: string, offset: number, says: string]>([
    ['', 0, 'ends here'],
    ['mean("age")', 0, 'This is a number'],
    ['mean("age") < ', 14, 'ends here'],
    ['mean("age") < 5 < 6', 16, "can't follow one another"],
    ['mean("age") < 5 6', 16, 'not expected'],
    ['mean("age" < 5', 11, '")" is expected'],
    ['mean(age) < 5', 5, 'in quotes'],
    ['mean("aeg") < 5', 5, '"aeg"'],
    ['maen("age") < 5', 0, '"maen" is no figure'],
    ['toString("age") < 5', 0, 'no figure'],
    ['__proto__ < 5', 0, 'means nothing'],
    ['quantile("age") < 5', 14, '"," is expected'],
    ['quantile("age", 2) < 5', 16, 'from 0 to 1'],
    ['count("sex") < 5', 11, '"," is expected'],
    ['mean("age", 1) < 5', 10, '")" is expected'],
    ['mean("age") = 5', 12, '"="'],
    ['mean("age") < 5 & 1 < 2', 16, '"&"'],
    ['"age" < 5', 0, 'a figure'],
    ['mean("age) < 5', 5, 'never closed'],
    ['(1 < 2) + 1 < 3', 0, 'a number is expected'],
    ['1 and 2 < 3', 0, 'This is a number'],
    ['2 < 3 and 1', 10, 'This is a number'],
    ['not 1', 4, 'This is a number'],
    ['missing_fraction("age") < 1', 0, 'no figure'],
    ['🙂 < 1', 0, '🙂'],
  ])('%s is refused at %d', (rule, offset, says) => {
    let found: unknown;
    try {
      parseRule(rule, COLUMNS);
    } catch (error) {
      found = error;
    }
    expect(found).toBeInstanceOf(RuleError);
    expect(found).toMatchObject({ offset });
    expect((found as RuleError).message).toContain(says);
    expect((found as RuleError).remedy).not.toBe('');
  });

  test('near names are proposed', () => {
    expect(() => parseRule('maen("age") < 5', COLUMNS)).toThrow(
      expect.objectContaining({ remedy: 'Did you mean "mean"?' }),
    );
    expect(() => parseRule('mean("aeg") < 5', COLUMNS)).toThrow(
      expect.objectContaining({ remedy: 'Did you mean "age"?' }),
    );
  });

  test('rules have a longest length and a deepest nesting, and long ones are no trouble', () => {
    expect(() => parseRule(`1 < 2${' '.repeat(2_000)}`, COLUMNS)).toThrow('2000 characters');
    for (const [open, close] of [
      ['(', ')'],
      ['not ', ''],
      ['-', ''],
    ] as const) {
      const nested = (depth: number) =>
        open === '-'
          ? `${open.repeat(depth)}1 < 2`
          : `${open.repeat(depth)}1 < 2${close.repeat(depth)}`;
      expect(() => parseRule(nested(60), COLUMNS)).toThrow('levels');
      expect(typeof holds(nested(40))).toBe('boolean');
    }
    expect(holds(Array.from({ length: 170 }, () => '1 < 2').join(' or '))).toBe(true);
  });
});

test('a mistake is shown at its line and column in the schema, escapes counted', () => {
  const schema = `{
  "type": "object",
  "properties": { "age": {}, "a\\"b": {} },
  "x-rules": {
    "young": "mean(\\"age\\") < sixty",
    "short": { "rule": "\\u0031 < 2 and mean(\\"aeg\\") < 6" },
    "sound": "mean(\\"a\\\\\\"b\\") < 6"
  }
}`;
  let found: unknown;
  try {
    parseSchema(schema, 'schema.json');
  } catch (error) {
    found = error;
  }
  if (!isUserError(found)) throw found;
  const lines = schema.split('\n');
  expect(found.problems).toEqual([
    {
      what: 'The rule "young" can\'t be read: "sixty" is no figure',
      where: { file: 'schema.json', line: 5, column: (lines[4] ?? '').indexOf('sixty') + 1 },
      remedy: expect.stringContaining('The figures are: '),
    },
    {
      what: expect.stringContaining('"aeg"'),
      where: { file: 'schema.json', line: 6, column: (lines[5] ?? '').indexOf('\\"aeg') + 1 },
      remedy: 'Did you mean "age"?',
    },
  ]);
});
