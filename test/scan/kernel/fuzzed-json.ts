import fc from 'fast-check';

/** JSON Lines as programs write them, and as nobody should. */

const name = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('a', 'b', 'id', 'price', 'a long name of a column', 'é', '😀'),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('a"b', 'back\\slash', 'tab\t', '__proto__', '0', 'null'),
  },
);

const numberText = fc.oneof(
  fc.integer({ min: -12, max: 12 }).map(String),
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
  fc.constantFrom('0', '-0', '0.0', '1.0', '1e5', '1E+05', '-1.50e-3', '1e999', '-1e999', '5e-324'),
  fc.constantFrom('9007199254740993', '-9007199254740992.0', '123456789012345', '1234567890123456'),
  fc.constantFrom('12345678901234567', '0.123456789012345', '0.12345678901234567', '1e22', '1e23'),
  fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }).map(String),
);

const text = fc.oneof(
  fc.constantFrom('', 'x', 'NA', '12', '-1', '1,5', '1,234', 'nan', 'inf', 'true', 'é', ' 7 '),
  fc.constantFrom('x'.repeat(15), 'x'.repeat(16), 'x'.repeat(17), `${'x'.repeat(15)}"`, '\\', '"'),
  fc.constantFrom('line\nfeed', 'a/b', '\u0000', '\u001f', '\u007f', '\u2028', '😀'.repeat(9)),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 12 }).map((value) => value.toWellFormed()),
);

/** A string as it may be written: with few or many of its characters escaped. */
const stringLiteral = fc.tuple(text, fc.nat(3)).map(([value, style]) => {
  if (style < 2) return JSON.stringify(value);
  const units = Array.from({ length: value.length }, (_, index) => value.charCodeAt(index));
  const hex = (unit: number) => unit.toString(16).padStart(4, '0');
  const escaped = units.map((unit) => `\\u${style === 2 ? hex(unit) : hex(unit).toUpperCase()}`);
  return `"${escaped.join('')}"`;
});

const value = fc.oneof(
  { weight: 4, arbitrary: numberText },
  { weight: 4, arbitrary: stringLiteral },
  { weight: 1, arbitrary: fc.constantFrom('true', 'false', 'null') },
);

const space = fc.constantFrom('', '', '', ' ', '\t', '  ', '\r');

interface Layout {
  readonly open: string;
  readonly colon: string;
  readonly comma: string;
  readonly close: string;
  readonly end: string;
}

const layout: fc.Arbitrary<Layout> = fc.oneof(
  fc.constant({ open: '{', colon: ':', comma: ',', close: '}', end: '\n' }),
  fc.constant({ open: '{', colon: ': ', comma: ', ', close: '}', end: '\r\n' }),
  fc.record({
    open: fc.tuple(space, space).map(([a, b]) => `${a}{${b}`),
    colon: fc.tuple(space, space).map(([a, b]) => `${a}:${b}`),
    comma: fc.tuple(space, space).map(([a, b]) => `${a},${b}`),
    close: fc.tuple(space, space).map(([a, b]) => `${a}}${b}`),
    end: fc.constantFrom('\n', '\r\n', '\n\n', '\n \t\r\n'),
  }),
);

function line(members: readonly (readonly [string, string])[], form: Layout): string {
  const parts = members.map(([key, literal]) => `${JSON.stringify(key)}${form.colon}${literal}`);
  return `${form.open}${parts.join(form.comma)}${form.close}${form.end}`;
}

/** Members of a row in the order of `keys`, or in another one; some are left out. */
function row(keys: readonly string[]): fc.Arbitrary<(readonly [string, string])[]> {
  const members = fc.tuple(...keys.map((key) => fc.option(value.map((v) => [key, v] as const))));
  const present = members.map((all) => all.filter((member) => member !== null));
  return fc.oneof(
    { weight: 5, arbitrary: fc.tuple(...keys.map((key) => value.map((v) => [key, v] as const))) },
    { weight: 3, arbitrary: present },
    {
      weight: 1,
      arbitrary: present.chain((all) =>
        fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
      ),
    },
  );
}

/** A sound file of flat objects. */
export const jsonFile: fc.Arbitrary<Buffer> = fc
  .uniqueArray(name, { minLength: 1, maxLength: 6 })
  .chain((keys) => fc.array(fc.tuple(row(keys), layout), { maxLength: 40 }))
  .chain((rows) =>
    fc.record({
      // Mostly one layout for the whole file.
      layout: fc.option(layout),
      rows: fc.constant(rows),
      cut: fc.boolean(),
    }),
  )
  .map(({ layout: common, rows, cut }) => {
    const whole = rows.map(([members, own]) => line(members, common ?? own)).join('');
    return Buffer.from(cut ? whole.trimEnd() : whole, 'utf8');
  });

const damage = fc.constantFrom(
  '"',
  '\\',
  '{',
  '}',
  '[1]',
  '{"x":1}',
  ',',
  ':',
  '\n',
  ' ',
  '0',
  '-',
  '+',
  '.',
  'e',
  'true',
  'nul',
  '\\u',
  '\\ud800',
  '\\udc00',
  '\\u00e9',
  '\u0001',
  '\ufeff',
  '\u00a0',
);

/** A file with a few bytes put in, taken out or made no UTF-8. */
export const jsonSoup: fc.Arbitrary<Buffer> = fc
  .tuple(
    jsonFile,
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        remove: fc.nat(2),
        insert: fc.oneof(
          { weight: 9, arbitrary: damage.map((part) => Buffer.from(part)) },
          {
            weight: 1,
            arbitrary: fc.uint8Array({ maxLength: 2 }).map((part) => Buffer.from(part)),
          },
        ),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  )
  .map(([file, edits]) =>
    edits.reduce((bytes, { at, remove, insert }) => {
      const place = Math.floor(at * bytes.length);
      return Buffer.concat([bytes.subarray(0, place), insert, bytes.subarray(place + remove)]);
    }, file),
  );
