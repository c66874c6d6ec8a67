import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { cellText, findColumn, type ReadProgress, readTable } from '../../shared/data/index.ts';
import { isUserError } from '../../shared/errors/index.ts';
import { sha256 } from '../../shared/lineage/index.ts';
import { memoryPorts } from '../../shared/platform/index.ts';
import { dataConfiguration, tableOf } from './data-support.ts';

const penguins = readFileSync('examples/penguins/data/penguins.csv');

async function problemsOf(
  files: Parameters<typeof tableOf>[0],
  given: Parameters<typeof tableOf>[1] = {},
) {
  try {
    await tableOf(files, given);
  } catch (error) {
    if (isUserError(error)) return error.problems;
    throw error;
  }
  throw new Error('the data was read');
}

describe('readTable', () => {
  test('reads the penguins', async () => {
    const table = await tableOf({ 'penguins.csv': penguins });
    expect(table.rowCount).toBe(344);
    expect(table.columns.map(({ name, kind }) => [name, kind])).toEqual([
      ['row_id', 'numeric'],
      ['species', 'categorical'],
      ['island', 'categorical'],
      ['bill_length_mm', 'numeric'],
      ['bill_depth_mm', 'numeric'],
      ['flipper_length_mm', 'numeric'],
      ['body_mass_g', 'numeric'],
      ['sex', 'categorical'],
    ]);
    expect(table.lineOfRow.at(-1)).toBe(345);
    const mass = findColumn(table, 'body_mass_g');
    expect(mass?.kind === 'numeric' && mass.integers).toBe(true);
    const length = findColumn(table, 'bill_length_mm');
    expect(length?.kind === 'numeric' && length.integers).toBe(false);
  });

  test('gives digests and progress', async () => {
    const { files } = memoryPorts({ 'a/1.csv': 'x,y\n1,2\n', 'a/2.csv': 'x,y\n3,4\n' });
    const seen: ReadProgress[] = [];
    const { digests } = await readTable(files, dataConfiguration(), {
      paths: ['a/*.csv'],
      progress: (read) => seen.push(read),
    });
    expect(digests).toEqual([
      { path: 'a/1.csv', bytes: 8, sha256: sha256('x,y\n1,2\n') },
      { path: 'a/2.csv', bytes: 8, sha256: sha256('x,y\n3,4\n') },
    ]);
    expect(seen).toEqual([
      { bytes: 8, totalBytes: 16, rows: 0 },
      { bytes: 16, totalBytes: 16, rows: 1 },
      { bytes: 16, totalBytes: 16, rows: 2 },
    ]);
  });

  test('missing cells: empty, quoted empty, and the configured texts', async () => {
    const table = await tableOf('x,y\n1,a\n"",""\nNA,NA\n-,b\n', { missingValues: ['NA', '-'] });
    const [x, y] = table.columns;
    expect(x?.kind === 'numeric' && [...x.values]).toEqual([1, NaN, NaN, NaN]);
    expect(y?.kind === 'categorical' && [...y.codes]).toEqual([0, -1, -1, 1]);
  });

  test('a text in row 3 makes the column categorical, with its earlier texts as they were', async () => {
    const table = await tableOf('zip,y\n01234,1\n007,2\nSW1A,3\n');
    const [zip] = table.columns;
    expect(zip?.kind === 'categorical' && zip.vocabulary).toEqual(['01234', '007', 'SW1A']);
  });

  test.each([
    ['1,-2.5,+3,.5,6.,1e3, 7 ', [1, -2.5, 3, 0.5, 6, 1000, 7]],
    ['1,inf,-Infinity,1e999', [1, Infinity, -Infinity, Infinity]],
    ['1,nan,NaN', [1, NaN, NaN]],
  ])('numbers: %s', async (row, values) => {
    const table = await tableOf(`x\n${row.split(',').join('\n')}\n`);
    const [x] = table.columns;
    expect(x?.kind === 'numeric' && [...x.values]).toEqual(values);
  });

  test.each(['1_000', '0x1F', '5%', '1.5.', '--1', 'e5', '.', '1e', '1 2', '٣'])(
    'not a number: %s',
    async (text) => {
      const table = await tableOf(`x\n1\n${text}\n`);
      expect(table.columns[0]?.kind).toBe('categorical');
    },
  );

  test('texts like nan without any number beside them are texts', async () => {
    const table = await tableOf('name,y\nNan,1\nInf,2\n');
    expect(table.columns[0]).toMatchObject({ kind: 'categorical', vocabulary: ['Nan', 'Inf'] });
  });

  test('booleans are categories', async () => {
    const table = await tableOf('b\ntrue\nFALSE\n');
    expect(table.columns[0]).toMatchObject({ kind: 'categorical', vocabulary: ['true', 'FALSE'] });
  });

  test('cellText gives the shortest decimal of numbers', async () => {
    const table = await tableOf('x,s\n39.10,39.10a\n-0,b\n,\n');
    const [x, s] = table.columns;
    if (x === undefined || s === undefined) throw new Error('two columns');
    expect([0, 1, 2].map((row) => cellText(x, row))).toEqual(['39.1', '0', null]);
    expect([0, 1, 2].map((row) => cellText(s, row))).toEqual(['39.10a', 'b', null]);
  });

  test('shards: columns in another order, lines and files of every row', async () => {
    const table = await tableOf({ '1.csv': 'x,y\n1,"a\nb"\n2,c\n', '2.tsv': 'y\tx\nd\t3\n' });
    const [x, y] = table.columns;
    expect(x?.kind === 'numeric' && [...x.values]).toEqual([1, 2, 3]);
    expect(y?.kind === 'categorical' && y.vocabulary).toEqual(['a\nb', 'c', 'd']);
    expect([...table.fileOfRow]).toEqual([0, 0, 1]);
    expect([...table.lineOfRow]).toEqual([2, 4, 2]);
  });

  test.each([',', ';', '\t', '|'])('detects the delimiter %j', async (delimiter) => {
    const table = await tableOf(
      ['a', 'b b', '"c,;|\t"'].join(delimiter).concat('\n1', `${delimiter}2${delimiter}"3,4,5"\n`),
    );
    expect(table.columns.map(({ name }) => name)).toEqual(['a', 'b b', 'c,;|\t']);
  });

  test('a decimal comma does not make the comma the delimiter', async () => {
    const table = await tableOf('a;b\n1,5;2,5\n3,5;4,5\n');
    expect(table.columns.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  test('a byte order mark is no part of the first name', async () => {
    const table = await tableOf('\ufeffa,b\n1,2\n');
    expect(table.columns[0]?.name).toBe('a');
    const lines = await tableOf({ 'data.jsonl': '\ufeff{"a":1}\n' });
    expect(lines.columns[0]?.name).toBe('a');
  });

  test('hostile names and cells stay plain data', async () => {
    const names = ['__proto__', 'constructor', '::error::', 'a|b', '<script>', 'x\ny'];
    const header = names.map((name) => `"${name}"`).join(',');
    const long = 'z'.repeat(1_000_000);
    const table = await tableOf(
      `${header}\n${names.map(() => '__proto__').join(',')}\n1,2,3,4,5,${long}\n`,
    );
    expect(table.columns.map(({ name }) => name)).toEqual(names);
    const last = findColumn(table, 'x\ny');
    expect(last === undefined ? 0 : cellText(last, 1)?.length).toBe(1_000_000);
    expect(findColumn(table, 'toString')).toBeUndefined();
  });
});

describe('JSON Lines', () => {
  test('columns are the union of the keys; absent, null and empty are missing', async () => {
    const table = await tableOf({
      'data.jsonl': '{"a":1,"b":"x"}\n\n  \r\n{"c":true,"a":null}\r\n{"b":"","a":2.50}',
    });
    expect(table.columns.map(({ name, kind }) => [name, kind])).toEqual([
      ['a', 'numeric'],
      ['b', 'categorical'],
      ['c', 'categorical'],
    ]);
    expect([...table.lineOfRow]).toEqual([1, 4, 5]);
    const [a, b, c] = table.columns;
    expect(a?.kind === 'numeric' && [...a.values]).toEqual([1, NaN, 2.5]);
    expect(b?.kind === 'categorical' && [...b.codes]).toEqual([0, -1, -1]);
    expect(c?.kind === 'categorical' && [...c.codes]).toEqual([-1, 0, -1]);
  });

  test('a string that reads like a number is a string', async () => {
    const table = await tableOf({ 'data.jsonl': '{"zip":"01234"}\n{"zip":"7"}\n' });
    expect(table.columns[0]).toMatchObject({ kind: 'categorical', vocabulary: ['01234', '7'] });
  });

  test('escapes, and keys that are names of objects', async () => {
    const table = await tableOf({
      'x.ndjson': '{"__proto__":"\\u00e9\\n\\"","constructor":-1e-2}',
    });
    expect(table.columns.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
    expect(table.columns[0]).toMatchObject({ vocabulary: ['é\n"'] });
  });

  test('every faulty line is named', async () => {
    const problems = await problemsOf({
      'data.jsonl': [
        '{"a":1}',
        '[1]',
        '{"a":[{"b":1}]}',
        '{"a":[[1]]}',
        '{"a":1,"a":2}',
        '{"a":01}',
        '{"a":1,}',
        '{"a":"x',
        '{"a":1} {"a":2}',
        '{a:1}',
        '{"a":NaN}',
      ].join('\n'),
    });
    expect(problems.map(({ where }) => where?.line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(problems[1]?.what).toContain('"a"');
    expect(problems[3]?.what).toContain('twice');
  });

  test('bytes that are not UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"a":"é"}\n{"a":"'),
      Buffer.from([0xe9]),
      Buffer.from('"}'),
    ]);
    const [problem] = await problemsOf({ 'data.jsonl': bytes });
    expect(problem.where).toEqual({ file: 'data.jsonl', line: 2 });
    expect(problem.what).toContain('byte 17');
  });
});

describe('bad input', () => {
  test('a missing file, with the nearest one there is', async () => {
    const files = { 'data/penguins.csv': 'a\n1' };
    const [problem] = await problemsOf(files, { path: ['data/pengiuns.csv'] });
    expect(problem).toEqual({
      what: 'There is no data file data/pengiuns.csv',
      remedy: 'Did you mean data/penguins.csv?',
    });
  });

  test.each([
    [undefined, 'Check data.path: it starts at the folder of mlops.yml'],
    ['monitoring.current', 'Check monitoring.current: it starts at the folder of mlops.yml'],
    ['monitoring.reference', 'Check monitoring.reference: it starts at the folder of mlops.yml'],
    ['the command line', 'Check the path on the command line: it starts at the current folder'],
  ] as const)('the remedy names where the path stands: %s', async (origin, remedy) => {
    const options = origin === undefined ? {} : { origin };
    for (const path of ['data/*.tsv', 'far/away.csv']) {
      const error: unknown = await readTable(
        memoryPorts({}).files,
        dataConfiguration({ path: [path] }),
        options,
      ).catch((thrown: unknown) => thrown);
      expect(isUserError(error) && error.problems.map((problem) => problem.remedy)).toEqual([
        remedy,
      ]);
    }
  });

  test('braces that stand for too many paths, before they are expanded', async () => {
    const read = (path: string) =>
      readTable(memoryPorts().files, dataConfiguration({ path: [path] }));
    const many = [
      `${'{a,b}'.repeat(24)}.csv`,
      '{1..1001}.csv',
      '{{1..40},{a,{b,c}}}{1..30}',
      '{'.repeat(5000),
    ];
    for (const path of many)
      await expect(read(path)).rejects.toThrow(/stand for more than|at most 4096/);
    for (const path of ['{a,b}{1..400}.csv', '{0..5000..10}', '{,{a'])
      await expect(read(path)).rejects.toThrow(/No data file matches/);
  });

  test('every path that names no file, at once', async () => {
    const problems = await problemsOf(
      { 'data/a.csv': 'a\n1' },
      { path: ['data/*.tsv', 'data', 'data/a.csv', 'else.csv'] },
    );
    expect(problems.map(({ what }) => what)).toEqual([
      'No data file matches data/*.tsv',
      'The data path data is a folder',
      'There is no data file else.csv',
    ]);
  });

  test.each([
    ['an empty file', '', 'The data file is empty'],
    ['white space alone', ' \n\r\n\t', 'The data file is empty'],
    ['a byte order mark alone', '\ufeff', 'The data file is empty'],
    ['a header without rows', 'a,b\n', 'The data has a header and no rows'],
    ['an unnamed column', 'a,,c\n1,2,3\n', 'Column 2 has no name'],
    ['a duplicate column', 'a,b,a\n1,2,3\n', 'Columns 1 and 3 are both named "a"'],
    ['a quote never closed', 'a,b\n1,2\n3,"4\n5,6\n', 'A quote opened here is never closed'],
  ])('%s', async (_, text, what) => {
    const [problem] = await problemsOf(text);
    expect(problem.what).toBe(what);
    expect(problem.where?.file).toBe('data.csv');
    expect(problem.remedy).toBeDefined();
  });

  test('ragged rows: the first 20 places and the number of the rest', async () => {
    const rows = Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? '1,2' : '1,2,3'));
    const problems = await problemsOf(`a,b\n${rows.join('\n')}\n`);
    expect(problems).toHaveLength(21);
    expect(problems[0]).toMatchObject({
      what: 'This row has 3 cells and the header has 2',
      where: { file: 'data.csv', line: 3 },
    });
    expect(problems[19]?.where?.line).toBe(41);
    expect(problems[20]?.what).toBe('5 more faults follow in the data');
  });

  test('ragged rows below quoted newlines keep their line', async () => {
    const problems = await problemsOf('a,b\n"x\ny\nz",1\n2\n');
    expect(problems.map(({ where }) => where?.line)).toEqual([5]);
  });

  test('a wrong delimiter', async () => {
    const [problem] = await problemsOf('a;b;c\n1;2;3\n', { delimiter: ',' });
    expect(problem).toEqual({
      what: 'The header has one column when read with "," as delimiter, and it holds ";"',
      where: { file: 'data.csv', line: 1 },
      remedy: 'Set data.delimiter to ";", or leave it out to have it detected',
    });
    const [tsv] = await problemsOf({ 'data.tsv': 'a,b\n1,2\n' });
    expect(tsv.what).toContain('a tab');
  });

  test.each(['"', '\n', 'a', '7', '§'])('an impossible delimiter: %j', async (delimiter) => {
    const [problem] = await problemsOf('a,b\n1,2\n', { delimiter });
    expect(problem.what).toContain("can't part cells");
  });

  test('bytes that are not UTF-8: line, byte, remedy', async () => {
    const bytes = Buffer.concat([Buffer.from('a,b\n1,2\n3,caf'), Buffer.from([0xe9, 0x0a])]);
    const [problem] = await problemsOf({ 'data.csv': bytes });
    expect(problem).toEqual({
      what: 'This is not UTF-8: byte 13 of the file begins no character',
      where: { file: 'data.csv', line: 3 },
      remedy: 'Save the file as UTF-8',
    });
  });

  test('the offset counts the byte order mark', async () => {
    const bytes = Buffer.concat([Buffer.from('\ufeffa\n'), Buffer.from([0xff]), Buffer.from('x')]);
    const [problem] = await problemsOf({ 'data.csv': bytes });
    expect(problem.what).toContain('byte 5 ');
  });

  test.each([
    ['UTF-16', [0xff, 0xfe, 0x61, 0], 'UTF-16'],
    ['gzip', [0x1f, 0x8b, 8, 0], 'gzip'],
    ['a spreadsheet', [0x50, 0x4b, 3, 4], 'spreadsheet'],
    ['Parquet', [0x50, 0x41, 0x52, 0x31], 'Parquet'],
  ])('%s is named for what it is', async (_, bytes, name) => {
    const [problem] = await problemsOf({ 'data.csv': Uint8Array.from(bytes) });
    expect(problem.what).toContain(name);
  });

  test('a JSON list', async () => {
    const [problem] = await problemsOf({ 'data.json': '[{"a":1}]' });
    expect(problem.what).toBe('The data file is a JSON list');
  });

  test('shards whose columns differ: the file that differs', async () => {
    const problems = await problemsOf({
      '1.csv': 'sex,age\nm,1\n',
      '2.csv': 'sax,age,id\nm,1,2\n',
    });
    expect(problems).toEqual([
      {
        what: 'The column "sex" of 1.csv:1 is missing here',
        where: { file: '2.csv', line: 1 },
        remedy: 'Is "sax" meant to be the same column? Then give it one name',
      },
      {
        what: 'The column "sax" is not in 1.csv:1',
        where: { file: '2.csv', line: 1 },
        remedy: 'Is "sex" meant to be the same column? Then give it one name',
      },
      {
        what: 'The column "id" is not in 1.csv:1',
        where: { file: '2.csv', line: 1 },
        remedy: 'Files of one data set need the same columns',
      },
    ]);
  });

  test('too many columns', async () => {
    const header = Array.from({ length: 10_001 }, (_, index) => `c${index}`).join(',');
    const [problem] = await problemsOf(`${header}\n1\n`);
    expect(problem.what).toBe('The data has more than 10000 columns');
  });
});
