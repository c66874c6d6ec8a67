import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type CellOf, golden, rowsOf } from './source-support.ts';

type Expected = Readonly<Record<string, readonly unknown[]>>;

const expected = JSON.parse(readFileSync('test/sources/golden/expected.json', 'utf8')) as Expected;

/** What Python has put down, as `rowsOf` gives it: a JSON number of a whole column is a text there. */
function normalize(value: unknown): CellOf {
  if (value === null) return null;
  if (Array.isArray(value)) return value.map((item) => normalize(item) as string);
  if (typeof value === 'number') return value === 0 ? 0 : value;
  const text = String(value);
  const number = Number(text);
  return /^-?\d+$/.test(text) && String(number) === text && Number.isSafeInteger(number)
    ? number
    : text;
}

async function check(
  file: string,
  change: (name: string, value: CellOf) => CellOf = (_, value) => value,
): Promise<readonly string[]> {
  const { columns, rows, places } = await rowsOf(file, golden(file));
  expect(rows).toHaveLength(60);
  expect(places[59]).toEqual([60, 59]);
  for (const name of columns) {
    const wanted = expected[name]?.map((value) => change(name, normalize(value)));
    const found = rows.map((row) => change(name, row[name] ?? null));
    expect({ name, cells: found }).toEqual({ name, cells: wanted });
  }
  return columns;
}

describe('files of pyarrow hold what pyarrow says', () => {
  test.each([
    'pyarrow-snappy.parquet',
    'pyarrow-gzip-v2.parquet',
    'pyarrow-zstd.parquet',
    'pyarrow-brotli.parquet',
    'pyarrow-lz4.parquet',
    'pyarrow-none-pages.parquet',
    'pyarrow-deltas.parquet',
    'pyarrow-lz4.arrow',
    'pyarrow-zstd.arrow',
    'pyarrow-uncompressed.arrow',
    'pyarrow.arrows',
  ])('%s', async (file) => {
    const columns = await check(file);
    expect(new Set(columns)).toEqual(new Set(Object.keys(expected)));
  });

  test('timestamps of 96 bits have no zone', async () => {
    await check('pyarrow-int96.parquet', (name, value) =>
      name === 'zoned' && typeof value === 'string' ? value.replace('Z', '') : value,
    );
  });

  test('version 1.0: timestamps of milliseconds, unsigned 32 bits as 64', async () => {
    await check('pyarrow-format-1.0.parquet');
  });
});

describe('files of other programs', () => {
  test.each(['polars.parquet', 'duckdb.parquet', 'duckdb-v2.parquet', 'polars-views.arrow'])(
    '%s',
    async (file) => {
      await check(file, (name, value) =>
        // DuckDB keeps microseconds and has no float but its own NaN.
        name === 'zoned' || name === 'second' ? String(value).slice(0, 19) : value,
      );
    },
  );

  test.each(['pandas.parquet', 'pandas.feather', 'fastparquet.parquet'])('%s', async (file) => {
    // pandas holds whole numbers with missing ones, and NaN for missing ones, as doubles.
    await check(file, (name, value) => {
      if (['int8', 'int64', 'double', 'float', 'bool', 'group.a'].includes(name)) return null;
      return name === 'zoned' || name === 'second' ? String(value).slice(0, 19) : value;
    });
  });

  test('UUIDs as text', async () => {
    const { rows } = await rowsOf('uuid.parquet', golden('uuid.parquet'));
    expect(rows).toEqual([{ id: '00000000-0000-0000-0000-000000000001' }]);
  });
});

describe('TFRecord', () => {
  test.each(['examples.tfrecord', 'examples.tfrecord.gz'])('%s', async (file) => {
    const { rows, places } = await rowsOf(file, golden(file));
    expect(rows[3]).toEqual({
      id: '4611686018427387907',
      neg: -3,
      score: 1.5,
      name: 'é3',
      tags: null,
      list: [3, 4],
    });
    expect(rows[1]).toMatchObject({ tags: 'a', list: [1, 2] });
    expect(rows[2]).toMatchObject({ tags: ['a', 'b'] });
    expect(places).toEqual([
      [1, 0],
      [2, 1],
      [3, 2],
      [4, 3],
    ]);
  });
});
