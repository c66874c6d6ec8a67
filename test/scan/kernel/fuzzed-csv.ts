import fc from 'fast-check';

/** Texts at the borders of what cells can mean. */
const oddTexts = [
  ...['', '', '1', '-1', '+1', '0', '-0', '1.0', '1.50', '.5', '5.', '.', '-', '+', '1e3', '1E-3'],
  ...['1e', '1e+', '1e999', '-1e999', '1e-999', 'nan', 'NaN', '-nan', 'inf', '-Infinity', '+INF'],
  ...['infinit', 'true', 'False', 'TRUE', 'tru', 'truex', 'n', 'i', 't', 'f', 'none', 'null', 'NA'],
  ...['1,5', '1,234', '0,234', '12,345', '1234,567', '1.234,5', "1'234,5", '1 234,5', '1.23,4'],
  ...['1\u00a0234,5', '1\u202f234,5', '1\u2019234,5', '1,5e3', ' 1,5 ', '1,', ',5', '1,5,6'],
  ...['9007199254740991', '9007199254740992', '9007199254740993', '-9007199254740993'],
  ...[
    '+0009007199254740993.0',
    '9.007199254740993e15',
    '9007199254740993.5',
    '90071992547409930e-1',
  ],
  ...['12345678901234567', '123456789012345678', '1234567890123456789', '12345678901234567890'],
  ...['123456789012345678901234567890', '1e22', '1e23', '-1e300', '1.7976931348623157e308'],
  ...['1.7976931348623159e308', '5e-324', '2e-324', '3e-324', '2.2250738585072011e-308'],
  ...['0.1', '0.30000000000000004', '3.141592653589793', '1234567.1234567', '0.1234567890123456'],
  ...[' 7 ', '\t7', '7\t ', ' ', '  x', 'x  ', '1 2', '0x1F', '1_000', '5%', '--1', '1-', '1.2.3'],
  ...['é', 'naïve', 'Zürich', '😀', '\u{10ffff}', '\ue000', '東京', 'a\u0000b', '\ufeff', '\ufffd'],
  ...['a"b', '"', '""', 'a,b', 'a;b', 'a\nb', 'a\r\nb', 'a\rb', '\n', '\r', 'line\n\nline'],
  ...['12345678', '123456789', '1234567890123456', '2024-01-01', '2024-01-01T00:00:00Z', '+.5e1'],
];

const longText = fc
  .tuple(fc.constantFrom('a', 'é', '1', '😀', 'x,y\n', '"', '.5'), fc.integer({ min: 1, max: 400 }))
  .map(([part, times]) => part.repeat(times));

const decimalText = fc
  .tuple(
    fc.constantFrom('', '-', '+', ' '),
    fc.stringMatching(/^\d{0,25}$/),
    fc.constantFrom('', '.'),
    fc.stringMatching(/^\d{0,25}$/),
    fc.oneof(
      fc.constant(''),
      fc.integer({ min: -400, max: 400 }).map((e) => `e${e}`),
    ),
  )
  .map((parts) => parts.join(''));

export const cellText: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...oddTexts) },
  { weight: 4, arbitrary: fc.integer({ min: -99, max: 99 }).map(String) },
  { weight: 2, arbitrary: fc.double({ noNaN: true }).map(String) },
  { weight: 2, arbitrary: decimalText },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  { weight: 1, arbitrary: longText },
);

export interface CsvOptions {
  readonly delimiter: string;
  readonly lineBreak: string;
}

/** A cell as it is written: in quotes where it must be, or where chance has it. */
function written(text: string, quoted: boolean, delimiter: string): string {
  const must = text.startsWith('"') || [delimiter, '\n', '\r'].some((part) => text.includes(part));
  return must || quoted ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The bytes of a CSV file with a header `c0`, `c1`, …: sound for most, with bytes that are no UTF-8 in some. */
export const csvFile: fc.Arbitrary<{ readonly bytes: Buffer; readonly delimiter: string }> = fc
  .record({
    delimiter: fc.constantFrom(',', ',', ';', '\t', '|', ' '),
    lineBreak: fc.constantFrom('\n', '\n', '\r\n', '\r'),
    mixed: fc.nat({ max: 9 }),
    columns: fc.integer({ min: 1, max: 5 }),
    rows: fc.array(
      fc.record({
        cells: fc.array(fc.tuple(cellText, fc.boolean()), { minLength: 5, maxLength: 5 }),
        repeat: fc.nat({ max: 12 }),
        extra: fc.nat({ max: 400 }),
        otherBreak: fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\r\r\n'),
      }),
      { maxLength: 25 },
    ),
    lastBreak: fc.boolean(),
    damage: fc.option(fc.tuple(fc.nat(), fc.integer({ min: 128, max: 255 })), { freq: 4 }),
  })
  .map(({ delimiter, lineBreak, mixed, columns, rows, lastBreak, damage }) => {
    const lines = [Array.from({ length: columns }, (_, column) => `c${column}`).join(delimiter)];
    const breaks: string[] = [];
    for (const { cells, repeat, extra, otherBreak } of rows) {
      const width = extra === 0 ? columns + 1 : columns;
      const line = cells.slice(0, width).map(([text, quoted]) => written(text, quoted, delimiter));
      // Repeated rows fill the tables and the sample.
      for (let time = 0; time <= repeat; time++) {
        breaks.push(mixed === 0 ? otherBreak : lineBreak);
        lines.push(line.join(delimiter));
      }
    }
    breaks.push(lastBreak ? lineBreak : '');
    const bytes = Buffer.from(lines.map((line, index) => line + (breaks[index] ?? '')).join(''));
    if (damage !== null && bytes.length > 20)
      bytes[20 + (damage[0] % (bytes.length - 20))] = damage[1];
    return { bytes, delimiter };
  });

/** What no program wrote: delimiters, quotes and line breaks in any order. */
export const csvSoup: fc.Arbitrary<{ readonly bytes: Buffer; readonly delimiter: string }> = fc
  .array(fc.constantFrom(',', '"', '\n', '\r', '\r\n', 'a', '1', '"a",', '""', 'x,y\n', '",\n'), {
    maxLength: 150,
  })
  .map((parts) => ({ bytes: Buffer.from(`c0,c1\n${parts.join('')}`), delimiter: ',' }));
