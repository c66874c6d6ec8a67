/** What a file means, one case for each rule of RFC 4180 (section 2) and for each thing that real files do besides. */
export interface CsvCase {
  /** The rule of the RFC, or who writes such files. */
  readonly rule: string;
  readonly text: string;
  readonly delimiter?: string;
  /** Physical line of each row, and its cells. */
  readonly rows: readonly (readonly [line: number, ...cells: string[]])[];
  /** Index of the first row that is at fault. */
  readonly fault?: number;
}

export const RFC_4180: readonly CsvCase[] = [
  {
    rule: '1: each record is on a line of its own, which CRLF ends',
    text: 'aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n',
    rows: [
      [1, 'aaa', 'bbb', 'ccc'],
      [2, 'zzz', 'yyy', 'xxx'],
    ],
  },
  {
    rule: '2: the last record may have no line break',
    text: 'aaa,bbb,ccc\r\nzzz,yyy,xxx',
    rows: [
      [1, 'aaa', 'bbb', 'ccc'],
      [2, 'zzz', 'yyy', 'xxx'],
    ],
  },
  {
    rule: '2: nor when its last cell is quoted',
    text: 'a,b\r\n1,"2"',
    rows: [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  },
  {
    rule: '3: a header is a record like any other',
    text: 'field_name,"field ""two"""\r\naaa,bbb\r\n',
    rows: [
      [1, 'field_name', 'field "two"'],
      [2, 'aaa', 'bbb'],
    ],
  },
  {
    rule: '4: spaces are part of a cell',
    text: ' a , b\t,  \r\n',
    rows: [[1, ' a ', ' b\t', '  ']],
  },
  {
    rule: '4: the last cell is followed by no comma: a comma there begins an empty cell',
    text: 'a,b,\r\n,,\r\n',
    rows: [
      [1, 'a', 'b', ''],
      [2, '', '', ''],
    ],
  },
  {
    rule: '4: records have as many cells as they have: ragged ones are told, not mended',
    text: 'a,b\r\n1\r\n1,2,3\r\n',
    rows: [
      [1, 'a', 'b'],
      [2, '1'],
      [3, '1', '2', '3'],
    ],
  },
  {
    rule: '5: each cell may be quoted or not',
    text: '"aaa","bbb",ccc\r\nzzz,"yyy",xxx\r\n',
    rows: [
      [1, 'aaa', 'bbb', 'ccc'],
      [2, 'zzz', 'yyy', 'xxx'],
    ],
  },
  {
    rule: '5: a quoted empty cell is an empty cell',
    text: '"",x,""\r\n"","",""\r\n',
    rows: [
      [1, '', 'x', ''],
      [2, '', '', ''],
    ],
  },
  {
    rule: '6: line breaks in quotes are part of a cell',
    text: '"aaa","b\r\nbb","ccc"\r\nzzz,yyy,xxx\r\n',
    rows: [
      [1, 'aaa', 'b\r\nbb', 'ccc'],
      [3, 'zzz', 'yyy', 'xxx'],
    ],
  },
  {
    rule: '6: commas in quotes are part of a cell',
    text: '"a,b",",",",,"\r\n',
    rows: [[1, 'a,b', ',', ',,']],
  },
  {
    rule: '6: line breaks at both ends of a quoted cell',
    text: '"\r\na\r\n","\r\n"\r\nb,c\r\n',
    rows: [
      [1, '\r\na\r\n', '\r\n'],
      [5, 'b', 'c'],
    ],
  },
  {
    rule: '7: a doubled quote in quotes is a quote',
    text: '"aaa","b""bb","ccc"\r\n',
    rows: [[1, 'aaa', 'b"bb', 'ccc']],
  },
  {
    rule: '7: nothing but doubled quotes',
    text: '"""",""""""\r\n""",""",x\r\n',
    rows: [
      [1, '"', '""'],
      [2, '","', 'x'],
    ],
  },
];

export const REAL_FILES: readonly CsvCase[] = [
  {
    rule: 'Unix: LF',
    text: 'a,b\n1,2\n',
    rows: [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  },
  {
    rule: 'old Macs: CR',
    text: 'a,b\r1,"2\r3"\r4,5',
    rows: [
      [1, 'a', 'b'],
      [2, '1', '2\r3'],
      [4, '4', '5'],
    ],
  },
  {
    rule: 'files of several origins: all three line breaks',
    text: 'a\nb\r\nc\rd\n"\n"\r"\r"\r\n"\r\n"\nx',
    rows: [
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
      [4, 'd'],
      [5, '\n'],
      [7, '\r'],
      [9, '\r\n'],
      [11, 'x'],
    ],
  },
  {
    rule: 'LF and CR in this order are two line breaks',
    text: 'a\n\rb',
    rows: [
      [1, 'a'],
      [3, 'b'],
    ],
  },
  {
    rule: 'empty lines between, before and after the rows',
    text: '\r\n\n\ra,b\n\n1,2\r\n\r\n',
    rows: [
      [4, 'a', 'b'],
      [6, '1', '2'],
    ],
  },
  {
    rule: 'a line of spaces is a row of one cell',
    text: 'a\n \nb',
    rows: [
      [1, 'a'],
      [2, ' '],
      [3, 'b'],
    ],
  },
  {
    rule: 'inches and feet: a quote inside an unquoted cell',
    text: '5" pipe,6\'2",x\n7,8",9"\n',
    rows: [
      [1, '5" pipe', '6\'2"', 'x'],
      [2, '7', '8"', '9"'],
    ],
  },
  {
    rule: 'a quote behind a space begins no quoted cell',
    text: 'a, "b",c\n',
    rows: [[1, 'a', ' "b"', 'c']],
  },
  {
    rule: 'an unquoted cell that ends with doubled quotes keeps both',
    text: 'a"",b""c\n',
    rows: [[1, 'a""', 'b""c']],
  },
  {
    rule: 'a backslash escapes nothing',
    text: 'a\\,b\\"c,"d\\"\n',
    rows: [[1, 'a\\', 'b\\"c', 'd\\']],
  },
  {
    rule: 'a hash sign begins no comment',
    text: '#a,b\n#1,2\n',
    rows: [
      [1, '#a', 'b'],
      [2, '#1', '2'],
    ],
  },
  { rule: 'an apostrophe quotes nothing', text: "'a,b'\n", rows: [[1, "'a", "b'"]] },
  {
    rule: 'European spreadsheets: semicolons',
    text: 'a;1,5\n"b;c";2,5\n',
    delimiter: ';',
    rows: [
      [1, 'a', '1,5'],
      [2, 'b;c', '2,5'],
    ],
  },
  {
    rule: 'tabs',
    text: 'a\t"b\tc"\n\t\n',
    delimiter: '\t',
    rows: [
      [1, 'a', 'b\tc'],
      [2, '', ''],
    ],
  },
  { rule: 'bars', text: 'a|"|"|\n', delimiter: '|', rows: [[1, 'a', '|', '']] },
  {
    rule: 'characters of two, three and four bytes, combined ones, right to left',
    text: 'é,€,😀\ne\u0301,שלום,"नम\nस्ते"\nz,,',
    rows: [
      [1, 'é', '€', '😀'],
      [2, 'e\u0301', 'שלום', 'नम\nस्ते'],
      [4, 'z', '', ''],
    ],
  },
  {
    rule: 'what looks like a line break to others is none: VT, FF, NEL, U+2028',
    text: 'a\u000bb,c\u000cd\ne\u0085f,g\u2028h\n',
    rows: [
      [1, 'a\u000bb', 'c\u000cd'],
      [2, 'e\u0085f', 'g\u2028h'],
    ],
  },
  {
    rule: 'NUL and escape are characters',
    text: 'a\u0000b,"\u0000"\n\u001b[0m,\u007f\n',
    rows: [
      [1, 'a\u0000b', '\u0000'],
      [2, '\u001b[0m', '\u007f'],
    ],
  },
  {
    rule: 'Windows: Ctrl-Z at the end is a row of its own',
    text: 'a,b\r\n\u001a',
    rows: [
      [1, 'a', 'b'],
      [2, '\u001a'],
    ],
  },
  {
    rule: 'a byte order mark that is not at the start is a character',
    text: 'a\n\ufeffb\n',
    rows: [
      [1, 'a'],
      [2, '\ufeffb'],
    ],
  },
  { rule: 'nothing', text: '', rows: [] },
  { rule: 'nothing but line breaks', text: '\n\r\n\r', rows: [] },
  { rule: 'one delimiter', text: ',', rows: [[1, '', '']] },
  { rule: 'a quoted empty cell alone', text: '""', rows: [[1, '']] },
  {
    rule: 'text after a closing quote is a fault',
    text: 'a,b\n"1"x,2\n3,4\n',
    rows: [[1, 'a', 'b']],
    fault: 1,
  },
  {
    rule: 'a space after a closing quote is one',
    text: '"a" ,b\n',
    rows: [],
    fault: 0,
  },
  {
    rule: 'a quote that is never closed is a fault',
    text: 'a,b\n1,"2\n3,4\n',
    rows: [[1, 'a', 'b']],
    fault: 1,
  },
];
