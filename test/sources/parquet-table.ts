import {
  BYTE_ARRAY,
  dataPage,
  dictionaryPage,
  levels,
  parquetFile,
  runOf,
  type ThriftStruct,
  type WrittenChunk,
} from './parquet-writer.ts';

type Value = number | string | Buffer;

/** A column of a table that is written as Parquet; INT64, DOUBLE, BYTE_ARRAY, the same with a dictionary, lists of INT64. */
export interface TableColumn {
  readonly name: string;
  readonly kind: 'integer' | 'double' | 'text' | 'category' | 'list';
  /** Null: the row has none. A list has the value twice. */
  readonly valueAt: (row: number) => Value | null;
}

const INT64 = 2;
const TYPES = { integer: INT64, double: 5, text: BYTE_ARRAY, category: BYTE_ARRAY, list: INT64 };
const PLAIN = 0;
const DICTIONARY = 8;
const OPTIONAL = 1;
const REPEATED = 2;

/** `groups`: rows of each row group. What columns of one `valueAt` hold is made once. */
export function parquetTable(columns: readonly TableColumn[], groups: readonly number[]): Buffer {
  let first = 0;
  const made = new Map<string, WrittenChunk>();
  const makers = [...new Set(columns.map(({ valueAt }) => valueAt))];
  const chunkFor = (column: TableColumn, rows: number): WrittenChunk => {
    const key = `${column.kind} ${makers.indexOf(column.valueAt)} ${first} ${rows}`;
    const chunk = made.get(key) ?? chunkOf(column, first, rows);
    made.set(key, chunk);
    return chunk;
  };
  return parquetFile(
    columns.map(
      ({ name, kind }): ThriftStruct => ({
        1: TYPES[kind],
        3: kind === 'list' ? REPEATED : OPTIONAL,
        4: name,
      }),
    ),
    groups.map((rows) => {
      const chunks = columns.map((column) => chunkFor(column, rows));
      first += rows;
      return { rows, chunks };
    }),
  );
}

function chunkOf({ kind, valueAt }: TableColumn, first: number, rows: number): WrittenChunk {
  const values = Array.from({ length: rows }, (_, row) => valueAt(first + row));
  const present = values.filter((value) => value !== null);
  const type = TYPES[kind];
  if (kind === 'list') {
    const entries = values.flatMap((value) =>
      value === null
        ? [[0, 0]]
        : [
            [0, 1],
            [1, 1],
          ],
    );
    const repetition = levelsOf(entries.map(([level = 0]) => level));
    const definition = levelsOf(entries.map(([, level = 0]) => level));
    const body = plainBytes(
      'integer',
      present.flatMap((value) => [value, value]),
    );
    const page = dataPage(entries.length, PLAIN, Buffer.concat([repetition, definition, body]));
    return { type, values: entries.length, pages: [page] };
  }
  const definition = levelsOf(values.map((value) => (value === null ? 0 : 1)));
  if (kind !== 'category') {
    const body = Buffer.concat([definition, plainBytes(kind, present)]);
    return { type, values: rows, pages: [dataPage(rows, PLAIN, body)] };
  }
  const dictionary = [...new Set(present)];
  // One byte for each code.
  const codes = runsOf(present.map((value) => dictionary.indexOf(value)));
  const body = Buffer.concat([definition, Buffer.from([8]), codes]);
  return {
    type,
    values: rows,
    pages: [
      dictionaryPage(dictionary.length, plainBytes('text', dictionary)),
      dataPage(rows, DICTIONARY, body),
    ],
  };
}

function plainBytes(kind: 'integer' | 'double' | 'text', values: readonly Value[]): Buffer {
  if (kind === 'integer') return Buffer.from(BigInt64Array.from(values, asInteger).buffer);
  if (kind === 'double') return Buffer.from(Float64Array.from(values, Number).buffer);
  return Buffer.concat(
    values.map((value) =>
      levels(typeof value === 'number' ? Buffer.from(`${value}`) : Buffer.from(value)),
    ),
  );
}

function asInteger(value: Value): bigint {
  return BigInt(value.toString());
}

function levelsOf(list: readonly number[]): Buffer {
  return levels(runsOf(list));
}

function runsOf(list: readonly number[]): Buffer {
  const runs: Buffer[] = [];
  for (let start = 0; start < list.length; ) {
    let end = start + 1;
    while (end < list.length && list[end] === list[start]) end++;
    runs.push(runOf(end - start, list[start] as number));
    start = end;
  }
  return Buffer.concat(runs);
}
