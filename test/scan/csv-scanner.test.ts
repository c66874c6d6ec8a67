import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CsvScanner } from '../../shared/scan/csv-scanner.ts';
import { LONGEST_ROW } from '../../shared/scan/limits.ts';
import { scanCsv } from '../data/data-support.ts';

const cases: readonly {
  readonly name: string;
  readonly text: string;
  readonly rows: readonly (readonly [line: number, ...cells: string[]])[];
}[] = [
  {
    name: 'rows end with LF',
    text: 'a,b\n1,2\n',
    rows: [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  },
  {
    name: 'rows end with CRLF',
    text: 'a,b\r\n1,2\r\n',
    rows: [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  },
  {
    name: 'rows end with CR',
    text: 'a,b\r1,2\r',
    rows: [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  },
  {
    name: 'the last row needs no line break',
    text: 'a\n1',
    rows: [
      [1, 'a'],
      [2, '1'],
    ],
  },
  { name: 'quoted delimiter', text: '"a,b",c', rows: [[1, 'a,b', 'c']] },
  { name: 'doubled quotes', text: '"a ""b"" c",""""', rows: [[1, 'a "b" c', '"']] },
  {
    name: 'quoted newlines of every kind count one line each',
    text: '"a\nb"\n"c\r\nd"\n"e\rf"\ng',
    rows: [
      [1, 'a\nb'],
      [3, 'c\r\nd'],
      [5, 'e\rf'],
      [7, 'g'],
    ],
  },
  {
    name: 'empty cells',
    text: ',,\n"",,""',
    rows: [
      [1, '', '', ''],
      [2, '', '', ''],
    ],
  },
  {
    name: 'a trailing delimiter is an empty cell',
    text: 'a,\nb,',
    rows: [
      [1, 'a', ''],
      [2, 'b', ''],
    ],
  },
  {
    name: 'empty lines are skipped and counted',
    text: '\n\na\r\n\r\n\rb',
    rows: [
      [3, 'a'],
      [6, 'b'],
    ],
  },
  {
    name: 'a quoted empty cell is a row',
    text: 'a\n""\nb',
    rows: [
      [1, 'a'],
      [2, ''],
      [3, 'b'],
    ],
  },
  {
    name: 'a stray quote is text',
    text: '5" pipe,a"b"\nc,"d"',
    rows: [
      [1, '5" pipe', 'a"b"'],
      [2, 'c', 'd'],
    ],
  },
  { name: 'spaces are kept', text: ' a , "b"', rows: [[1, ' a ', ' "b"']] },
  {
    name: 'characters of two to four bytes',
    text: 'é,€,😀\nx,y,z',
    rows: [
      [1, 'é', '€', '😀'],
      [2, 'x', 'y', 'z'],
    ],
  },
  { name: 'control characters', text: 'a\u0000b,\u001b[0m', rows: [[1, 'a\u0000b', '\u001b[0m']] },
  { name: 'nothing', text: '', rows: [] },
];

describe('RFC 4180 and what files add to it', () => {
  for (const { name, text, rows } of cases) {
    test(name, () => {
      expect(scanCsv(text).map(({ line, cells }) => [line, ...cells])).toEqual(rows);
    });
    test(`${name}: the same for every length of chunk`, () => {
      const whole = scanCsv(text);
      const size = new TextEncoder().encode(text).length;
      for (let length = 1; length <= size; length++) {
        const lengths = Array.from({ length: Math.ceil(size / length) }, () => length);
        expect(scanCsv(text, { lengths })).toEqual(whole);
      }
    });
  }

  test.each(['\t', ';', '|'])('delimiter %j', (delimiter) => {
    const [row] = scanCsv(`a,b${delimiter}"c${delimiter}"${delimiter}`, { delimiter });
    expect(row?.cells).toEqual(['a,b', `c${delimiter}`, '']);
  });
});

describe('faults', () => {
  test('a quote never closed is named by the line where it opens', () => {
    expect(scanCsv('a,b\n1,"2\n3,4\n').at(-1)?.fault).toEqual({ kind: 'unclosed-quote', line: 2 });
    expect(scanCsv('"x\ny","z\n').at(-1)?.fault).toEqual({ kind: 'unclosed-quote', line: 2 });
  });

  test('text after a closing quote', () => {
    const rows = scanCsv('a\n"b"c,"d"\n"e" ');
    expect(rows.map(({ fault }) => fault)).toEqual([
      null,
      { kind: 'text-after-quote', line: 2 },
      { kind: 'text-after-quote', line: 3 },
    ]);
    expect(rows[1]?.cells).toHaveLength(2);
  });

  test.each([
    ['a lone continuation byte', [0x61, 0x80], 1],
    ['an overlong slash', [0xc0, 0xaf], 0],
    ['a surrogate', [0xed, 0xa0, 0x80], 0],
    ['beyond the last code point', [0xf4, 0x90, 0x80, 0x80], 0],
    ['cut off at the end of the row', [0x61, 0xe2, 0x82], 1],
    ['Latin-1', [0x63, 0x61, 0x66, 0xe9], 3],
  ])('bytes that are not UTF-8: %s', (_, bytes, at) => {
    const before = new TextEncoder().encode('é,b\n"x\ny');
    const closed = Uint8Array.from([...before, ...bytes, 0x22, 0x0a]);
    expect(scanCsv(closed, { lengths: [3, 4] })[1]?.fault).toEqual({
      kind: 'invalid-utf8',
      line: 3,
      byteOffset: before.length + at,
    });
  });

  test('a row without end is refused, with the quote that may cause it', () => {
    const rows: number[] = [];
    const scanner = new CsvScanner(',', (row) => rows.push(row.line));
    scanner.push(new TextEncoder().encode('a,b\n1,2\n3,"x\n'));
    for (let size = 0; size <= LONGEST_ROW && scanner.refusal === null; size += 1 << 20) {
      scanner.push(new Uint8Array(1 << 20).fill(0x78));
    }
    expect(scanner.refusal).toEqual({ kind: 'row-too-long', line: 3, quoteLine: 3 });
    expect(rows).toEqual([1, 2]);
  });
});

const text = fc.string({
  unit: fc.constantFrom('a', 'é', '😀', '"', ',', ';', '\n', '\r', ' ', ''),
});
const cuts = fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 60 });

describe('properties', () => {
  test('any chunking gives the same rows, lines and faults', () => {
    fc.assert(
      fc.property(text, cuts, (source, lengths) => {
        expect(scanCsv(source, { lengths })).toEqual(scanCsv(source));
      }),
      { numRuns: 2000 },
    );
  });

  test('any bytes, whatever their encoding, are cut alike', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), cuts, (bytes, lengths) => {
        expect(scanCsv(bytes, { lengths })).toEqual(scanCsv(bytes));
      }),
      { numRuns: 1000 },
    );
  });

  test('a table written as CSV is read back, at the lines where it was written', () => {
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(text, { minLength: width, maxLength: width }), { maxLength: 8 }),
      );
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n', '\r'), cuts, (rows, end, lengths) => {
        let line = 1;
        let source = '';
        const expected = rows.map((cells) => {
          const row = cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',') + end;
          const at = line;
          line += row.split(/\r\n|\n|\r/).length - 1;
          source += row;
          return { line: at, cells, fault: null };
        });
        expect(scanCsv(source, { lengths })).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });
});
