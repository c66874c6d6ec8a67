import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Column, Table } from '../../shared/data/index.ts';
import { UserError } from '../../shared/errors/index.ts';
import { distinctLists, findMissingColumns, findSlices } from '../../shared/evaluation/slices.ts';

function words(name: string, cells: readonly (string | null)[]): Column {
  const vocabulary = [...new Set(cells.filter((cell) => cell !== null))];
  const codes = Int32Array.from(cells, (cell) => (cell === null ? -1 : vocabulary.indexOf(cell)));
  return { kind: 'categorical', name, codes, vocabulary };
}

function numbers(name: string, cells: readonly number[]): Column {
  return { kind: 'numeric', name, values: Float64Array.from(cells), integers: false };
}

function table(...columns: Column[]): Table {
  const [first] = columns;
  const rowCount =
    first === undefined ? 0 : first.kind === 'numeric' ? first.values.length : first.codes.length;
  const fileOfRow = new Uint16Array(rowCount);
  return {
    rowCount,
    columns,
    files: ['data.csv'],
    fileOfRow,
    lineOfRow: new Uint32Array(rowCount),
  };
}

function all(data: Table): Int32Array {
  return Int32Array.from({ length: data.rowCount }, (_, row) => row);
}

function summarize(data: Table, columns: readonly string[], rows = all(data)) {
  return findSlices(data, rows, columns).map(({ slice, places }) => [
    Object.values(slice).join(' / '),
    places.length,
  ]);
}

describe('findSlices', () => {
  test('combines the values that occur, in order, missing last', () => {
    const data = table(
      words('island', ['b', 'a', null, 'b', 'a', 'b']),
      words('sex', ['f', 'm', 'f', 'm', 'm', null]),
    );
    expect(summarize(data, ['island', 'sex'])).toEqual([
      ['a / m', 2],
      ['b / f', 1],
      ['b / m', 1],
      ['b / (missing)', 1],
      ['(missing) / f', 1],
    ]);
  });

  test('gives places in the list of rows, not rows', () => {
    const data = table(words('sex', ['f', 'm', 'f', 'm']));
    const slices = findSlices(data, Int32Array.of(1, 2, 3), ['sex']);
    expect(slices.map(({ places }) => [...places])).toEqual([[1], [0, 2]]);
  });

  test('lists no value that the rows do not have', () => {
    const data = table(words('sex', ['f', 'm']));
    expect(summarize(data, ['sex'], Int32Array.of(1))).toEqual([['m', 1]]);
  });

  test('takes few distinct numbers by value, by size', () => {
    const data = table(numbers('year', [2009, 10, 2008, Number.NaN, 10]));
    expect(summarize(data, ['year'])).toEqual([
      ['10', 2],
      ['2008', 1],
      ['2009', 1],
      ['(missing)', 1],
    ]);
  });

  test('cuts many distinct numbers at the quartiles of the whole column', () => {
    const data = table(
      numbers('mass', [...Array.from({ length: 40 }, (_, index) => index), Number.NaN]),
    );
    expect(summarize(data, ['mass'])).toEqual([
      ['< 10', 10],
      ['≥ 10 and < 20', 10],
      ['≥ 20 and < 30', 10],
      ['≥ 30', 10],
      ['(missing)', 1],
    ]);
    expect(summarize(data, ['mass'], Int32Array.of(39, 12))).toEqual([
      ['≥ 10 and < 20', 1],
      ['≥ 30', 1],
    ]);
  });

  test('keeps a value that fills most of a column apart', () => {
    const values = [
      ...Array<number>(90).fill(0),
      ...Array.from({ length: 25 }, (_, index) => index + 1),
    ];
    expect(summarize(table(numbers('rain', values)), ['rain'])).toEqual([
      ['< 1', 90],
      ['≥ 1', 25],
    ]);
  });

  test('every row is in exactly one slice', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.oneof(fc.double(), fc.constant(0)), fc.option(fc.string({ maxLength: 2 }))),
          { minLength: 1, maxLength: 60 },
        ),
        (cells) => {
          const data = table(
            numbers(
              'a',
              cells.map(([number]) => number),
            ),
            words(
              '__proto__',
              cells.map(([, word]) => word),
            ),
          );
          for (const columns of [['a'], ['__proto__'], ['a', '__proto__']]) {
            const slices = findSlices(data, all(data), columns);
            const places = slices.flatMap((slice) => [...slice.places]).sort((x, y) => x - y);
            expect(places).toEqual([...cells.keys()]);
            for (const { slice } of slices) expect(Object.keys(slice)).toEqual(columns);
          }
        },
      ),
    );
  });

  test('refuses an identifier', () => {
    const data = table(
      words(
        'id',
        Array.from({ length: 1001 }, (_, row) => `id ${row}`),
      ),
    );
    expect(() => findSlices(data, all(data), ['id'])).toThrow(UserError);
    expect(() => findSlices(data, all(data), ['id'])).toThrow(/id make more than 1000 slices/);
  });
});

test('a column that is not there is named with the nearest one', () => {
  const data = table(words('island', ['a']));
  expect(
    findMissingColumns(data, ['island', 'iland', 'zzz'], { file: 'mlops.yml', line: 4 }),
  ).toEqual([
    expect.objectContaining({
      remedy: 'Did you mean "island"?',
      where: { file: 'mlops.yml', line: 4 },
    }),
    expect.objectContaining({ remedy: 'The columns are: island' }),
  ]);
});

test('lists that make the same slices count once, the first as it is written', () => {
  expect(distinctLists([['b', 'a'], [], ['a'], ['a', 'b'], ['a']])).toEqual([['b', 'a'], ['a']]);
});
