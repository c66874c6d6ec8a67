import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import schema from '../../schemas/transform.schema.json' with { type: 'json' };
import { fitTransform, parseTransform, type Transform } from '../../shared/features/index.ts';
import { prettyJson } from '../../shared/lineage/index.ts';
import { allRows, makeTable, problemsOf } from './tables.ts';

const date = (trend: object) => ({
  kind: 'date',
  column: 'd',
  offset: 0,
  width: 2,
  parts: [],
  trend: { start: 0, mean: 1, deviation: 1, ...trend },
});
const TRANSFORM: Transform = {
  version: 1,
  features: [
    { kind: 'standardize', column: 'x', offset: 0, width: 2, mean: 1.5, deviation: 0.5 },
    { kind: 'one-hot', column: 'word', offset: 2, width: 4, vocabulary: ['a', 'b'] },
  ],
  width: 6,
  label: { kind: 'classes', column: 'label', classes: ['n', 'y'] },
};

describe('transform.json', () => {
  test.each(['multiclass-classification', 'regression'] as const)(
    'as it is fitted satisfies its schema and is read back as it was: %s',
    async (task) => {
      const table = await makeTable('x,word,label\n1.1,a,3\n2,,4\n,b,5\n');
      const request = { label: 'label', task, ignore: [] };
      const { transform } = fitTransform(table, allRows(table), request);
      const validate = new Ajv2020({ strict: true }).compile(schema);
      expect([validate(transform), validate.errors]).toEqual([true, null]);
      expect(parseTransform(prettyJson(transform), 'model/transform.json')).toEqual(transform);
    },
  );

  const [number, word] = TRANSFORM.features as [Transform['features'][0], Transform['features'][0]];
  const cases: [string, string | object, RegExp][] = [
    ['cut short', prettyJson(TRANSFORM).slice(0, 100), /is not JSON; it may have been cut short/],
    ['empty', '', /is not JSON/],
    ['not an object', '[]', /must be object/],
    ['another version', { ...TRANSFORM, version: 2 }, /\/version must be equal to constant/],
    ['an unknown key', { ...TRANSFORM, extra: 1 }, /must NOT have additional properties/],
    ['no features', { ...TRANSFORM, features: [] }, /\/features must NOT have fewer than 1/],
    [
      'an unknown kind',
      { ...TRANSFORM, features: [{ ...number, kind: 'logarithm' }, word] },
      /\/features\/0/,
    ],
    [
      'a first date that is none',
      { ...TRANSFORM, features: [date({ start: 1e17 })], width: 2 },
      /\/features\/0\/trend\/start must be <= 8640000000000000/,
    ],
    [
      'a trend beyond single precision',
      { ...TRANSFORM, features: [date({ mean: 1e300 })], width: 2 },
      /\/features\/0\/trend is beyond single precision/,
    ],
    [
      'a deviation whose reciprocal is beyond it',
      { ...TRANSFORM, features: [date({ deviation: 1e-300 })], width: 2 },
      /\/features\/0\/trend is beyond single precision/,
    ],
    [
      'a deviation of 0',
      { ...TRANSFORM, features: [{ ...number, deviation: 0 }, word] },
      /\/features\/0\/deviation must be > 0/,
    ],
    [
      'an infinite mean',
      prettyJson(TRANSFORM).replace('1.5', '1e999'),
      /\/features\/0\/mean must be number/,
    ],
    [
      'a gap in the offsets',
      { ...TRANSFORM, features: [number, { ...word, offset: 3 }] },
      /\/features\/1 begins at 3, not at 2/,
    ],
    [
      'a wrong width of one-hot',
      { ...TRANSFORM, features: [number, { ...word, width: 5 }], width: 7 },
      /\/features\/1 has the width 5 for 2 words/,
    ],
    [
      'a doubled word',
      { ...TRANSFORM, features: [number, { ...word, vocabulary: ['a', 'a'] }] },
      /vocabulary is not sorted, or a word is doubled/,
    ],
    ['a wrong width', { ...TRANSFORM, width: 60 }, /\/width is 60, its features have 6/],
    [
      'a column read twice',
      { ...TRANSFORM, features: [number, { ...word, column: 'x' }] },
      /reads the column "x"/,
    ],
    [
      'the label as a feature',
      { ...TRANSFORM, features: [{ ...number, column: 'label' }, word] },
      /reads the column "label"/,
    ],
    [
      'classes in disorder',
      { ...TRANSFORM, label: { ...TRANSFORM.label, classes: ['y', 'n'] } },
      /classes is not sorted/,
    ],
    [
      'one class',
      { ...TRANSFORM, label: { ...TRANSFORM.label, classes: ['y'] } },
      /\/label\/classes must NOT have fewer/,
    ],
    [
      'a prototype in disguise',
      prettyJson(TRANSFORM).replace('"version"', '"__proto__": {}, "version"'),
      /must NOT have additional properties/,
    ],
  ];

  test.each(cases)('is refused with its place and a remedy: %s', (_name, value, message) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const problem = problemsOf(() => parseTransform(text, 'model/transform.json'));
    expect(problem).toMatch(message);
    expect(problem).toMatch(/^model\/transform\.json: .*train again\.$/);
  });

  test('is the example above before it is broken', () => {
    expect(parseTransform(JSON.stringify(TRANSFORM), 'x')).toEqual(TRANSFORM);
  });
});
