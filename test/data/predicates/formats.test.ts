import { describe, expect, test } from '@jest/globals';
import { type FormatName, fullFormats } from 'ajv-formats/dist/formats.js';
import fc from 'fast-check';
import { TEXT_FORMATS } from '../../../shared/data/formats.ts';
import { parseSchema } from '../../../shared/data/index.ts';
import { parsePattern } from '../../../shared/data/pattern-syntax.ts';
import { compileAutomaton } from '../../../shared/data/predicates/byte-automaton.ts';
import { StepBudget } from '../../../shared/data/predicates/step-budget.ts';
import { isUserError } from '../../../shared/errors/index.ts';
import { acceptsText } from '../../../shared/scan/index.ts';

/** What `ajv-formats` itself says. */
function peer(name: string, text: string): boolean {
  const format = fullFormats[name as FormatName];
  if (format instanceof RegExp) return format.test(text);
  const check = typeof format === 'object' && 'validate' in format ? format.validate : format;
  return (check as (text: string) => boolean)(text);
}

const label = 'a'.repeat(63);
const ofLength = (length: number) => `${`${label}.`.repeat(4)}`.slice(0, length - 1).concat('b');

/** Texts on both sides of each format's edge; random ones are made from their pieces. */
const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  date: [
    '2024-02-29',
    '2023-02-29',
    '1900-02-29',
    '2000-02-29',
    '0000-02-29',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-12-31',
    '2024-1-1',
    '2024-10-00',
    '٢٠٢٤-01-01',
  ],
  time: [
    '12:00:00Z',
    '23:59:60Z',
    '22:59:60Z',
    '00:59:60+01:00',
    '23:59:60.5z',
    '12:00:00',
    '24:00:00Z',
    '12:60:00Z',
    '12:00:00+0130',
    '12:00:00-24:00',
    '12:00:00.1234567890123Z',
    '12:00:59.99999999999999999999Z',
    '23:59:59.99999999999999999999Z',
    '12:00:00.Z',
  ],
  'date-time': [
    '2024-02-29T12:00:00Z',
    '2024-02-29t12:00:00z',
    '2024-02-29 12:00:00+01',
    '2024-02-29\u200312:00:00Z',
    '2024-02-29T12:00:00',
    '2023-02-29T12:00:00Z',
    '2016-12-31T23:59:60Z',
    '2024-02-29TT12:00:00Z',
  ],
  'iso-time': ['12:00:00', '12:00:00Z', '23:59:60', '12:00'],
  'iso-date-time': [
    '2024-02-29 12:00:00',
    '2024-02-29T12:00:00',
    '2024-02-29T12:00:00.5+02:00',
    '2024-02-29',
  ],
  duration: [
    'P1Y',
    'P',
    'PT',
    'P1DT',
    'P1Y2M3DT4H5M6S',
    'PT5S',
    'P2W',
    'P2W1D',
    'PT1H1S',
    'P1Y1D',
    'P1M1Y',
    'P1',
    'P12345678M',
  ],
  email: [
    'a@b.de',
    'a.b+c@d-e.co',
    'a@b',
    '.a@b.de',
    'a..b@c.de',
    'A@B.DE',
    'a@-b.de',
    'a@b-.de',
    'ä@b.de',
  ],
  hostname: [
    'a',
    'a.b',
    'a.',
    '-a',
    'a-',
    `${label}a`,
    label,
    ofLength(253),
    ofLength(254),
    `${ofLength(253)}.`,
    `${ofLength(254)}.`,
    'A.B',
    'a..b',
    '',
    '.',
  ],
  ipv4: [
    '0.0.0.0',
    '255.255.255.255',
    '256.1.1.1',
    '1.2.3',
    '01.2.3.4',
    '1.2.3.4.5',
    '99.199.200.249',
  ],
  ipv6: [
    '::',
    '::1',
    '1::',
    'fe80::1:2',
    '1:2:3:4:5:6:7:8',
    '1:2:3:4:5:6:7',
    '1::2::3',
    '::ffff:1.2.3.4',
    '1:2:3:4:5:6:1.2.3.4',
    'ABCD::',
    '12345::',
    ':::',
    '1:2:3:4:5:6:7::',
  ],
  uri: [
    'http://a.b/c?d#e',
    'mailto:a@b.de',
    'a:',
    'a:b',
    '//a/b',
    '/a',
    'http://[::1]:80/',
    'http://a b',
    'HTTP://A',
    'a:%41',
    'a:%4',
    'http://"a"',
    'urn:x:y',
    'http://a/"',
    'a:/',
    'a://',
    '1a:b',
    'http://[v1.a]/',
  ],
  'uri-reference': [
    '',
    'a',
    '/a',
    '//a',
    '?q',
    '#f',
    'a:b',
    'a b',
    '%41',
    '%',
    'a"b',
    '\\',
    'http://a:80/b/c',
    '[',
    '//[::]/',
  ],
  'uri-template': [
    '{a}',
    '{+a,b}',
    '{',
    'a{b:3}c',
    '{a:0}',
    '{a*}',
    'a b',
    '{}',
    '%41',
    'ä',
    '{a%4f}',
  ],
  uuid: [
    '123e4567-e89b-12d3-a456-426614174000',
    'URN:UUID:123E4567-E89B-12D3-A456-426614174000',
    '123e4567e89b12d3a456426614174000',
    'urn:uuid:',
    '123e4567-e89b-12d3-a456-42661417400g',
  ],
  'json-pointer': ['', '/', '/a', '/a/b', 'a', '/~', '/~0', '/~1', '/~2', '/ä/😀'],
  'relative-json-pointer': ['0', '01', '1#', '0/a', '', '10/~1', '1/'],
  regex: ['a', '[', '(?=a)', '\\Z', 'a\\Z', '(', '{', '*', '😀'],
};

const names = [...TEXT_FORMATS.keys()];

/** Pieces of the samples in any order, and single characters changed. */
function textsOf(name: string): fc.Arbitrary<string> {
  const samples = SAMPLES[name] ?? [];
  const pieces = [
    ...new Set(samples.flatMap((sample) => sample.split(/(?<=[^A-Za-z0-9])|(?=[^A-Za-z0-9])/u))),
  ];
  const change = fc
    .tuple(
      fc.constantFrom(...samples),
      fc.nat(80),
      fc.constantFrom(
        '',
        '0',
        '9',
        'a',
        'Z',
        'ſ',
        '\u212a',
        '-',
        ':',
        '.',
        '/',
        '%',
        '\n',
        '"',
        'ä',
      ),
      fc.nat(1),
    )
    .map(([sample, place, text, cut]) => {
      const at = place % (sample.length + 1);
      return sample.slice(0, at) + text + sample.slice(at + cut);
    });
  const mixed = fc
    .array(fc.constantFrom(...pieces), { maxLength: 12 })
    .map((parts) => parts.join(''));
  return fc.oneof(
    fc.constantFrom(...samples),
    change,
    change,
    mixed,
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
}

describe('formats', () => {
  test.each(names)('%s is what ajv-formats says, as text and in bytes', (name) => {
    const { test: check, pattern, longest } = TEXT_FORMATS.get(name) ?? never(name);
    const automaton =
      pattern === null ? null : compileAutomaton(parsePattern(pattern), new StepBudget(1_000_000));
    const exact = !/time|hostname/.test(name);
    const samples = SAMPLES[name] ?? [];
    // Both sides of the edge are tried.
    expect(new Set(samples.map((sample) => peer(name, sample))).size).toBe(2);
    const compare = (text: string) => {
      const expected = peer(name, text);
      expect([text, check(text)]).toEqual([text, expected]);
      if (automaton === null) return;
      if (!text.isWellFormed()) return;
      const accepted = acceptsText(automaton, text) && [...text].length <= (longest ?? 1e9);
      if (exact || accepted) expect([text, accepted]).toEqual([text, expected]);
    };
    for (const sample of samples) compare(sample);
    fc.assert(fc.property(textsOf(name), compare), { numRuns: 2_000 });
  });

  test.each(names)('%s takes time linear in the text', (name) => {
    const check = TEXT_FORMATS.get(name)?.test ?? never(name);
    const samples = [
      ...(SAMPLES[name] ?? []),
      'a',
      '0',
      'a.',
      '::',
      '%41',
      '/',
      '-',
      ' ',
      '(',
      '12:',
    ];
    const begin = performance.now();
    for (const sample of samples) {
      check(`${sample.repeat(Math.ceil(200_000 / (sample.length + 1)))}!`);
    }
    expect(performance.now() - begin).toBeLessThan(5_000);
  });

  test('an unknown one is a mistake at its place, with the nearest name', () => {
    const schema = [
      '{ "type": "object", "properties": {',
      '  "a": { "type": "string", "format": "date-tiem" },',
      '  "b": { "anyOf": [{ "type": "string", "format": "colour" }] } } }',
    ].join('\n');
    const where = (line: number, column: number) => ({ file: 's.json', line, column });
    expect(problemsOf(schema)).toEqual([
      {
        what: '"date-tiem" is no format that can be checked',
        where: where(2, 38),
        remedy: 'Did you mean "date-time"?',
      },
      {
        what: '"colour" is no format that can be checked',
        where: where(3, 50),
        remedy: expect.stringContaining('The formats are: date, time'),
      },
    ]);
  });
});

function problemsOf(text: string) {
  try {
    parseSchema(text, 's.json');
  } catch (error) {
    if (isUserError(error)) return error.problems;
    throw error;
  }
  return never('the schema was read');
}

function never(what: string): never {
  throw new Error(what);
}
