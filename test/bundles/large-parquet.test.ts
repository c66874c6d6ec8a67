import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import {
  BYTE_ARRAY,
  dataPage,
  parquetFile,
  requiredColumn,
  type WrittenChunk,
} from '../sources/parquet-writer.ts';
import { makeWorkspace, runStep } from '../support/run-bundle.ts';

const INT64 = 2;
const DOUBLE = 5;
const PLAIN = 0;

interface Column {
  readonly name: string;
  readonly type: number;
  readonly valueAt: (row: number) => number | string;
}

const integers = (name: string, valueAt: (row: number) => number): Column => ({
  name,
  type: INT64,
  valueAt,
});
const doubles = (name: string, valueAt: (row: number) => number): Column => ({
  name,
  type: DOUBLE,
  valueAt,
});
const texts = (name: string, valueAt: (row: number) => string): Column => ({
  name,
  type: BYTE_ARRAY,
  valueAt,
});

function chunkOf({ type, valueAt }: Column, first: number, rows: number): WrittenChunk {
  const values = Array.from({ length: rows }, (_, row) => valueAt(first + row));
  const body =
    type === BYTE_ARRAY
      ? Buffer.concat(values.map((value) => withLength(String(value))))
      : type === DOUBLE
        ? Buffer.from(Float64Array.from(values, Number).buffer)
        : Buffer.from(BigInt64Array.from(values, BigInt).buffer);
  return { type, values: rows, pages: [dataPage(rows, PLAIN, body)] };
}

function withLength(text: string): Buffer {
  const bytes = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function parquetOf(columns: readonly Column[], rows: number, groupRows: number): Buffer {
  const groups = Array.from({ length: Math.ceil(rows / groupRows) }, (_, group) => {
    const first = group * groupRows;
    const own = Math.min(groupRows, rows - first);
    return { rows: own, chunks: columns.map((column) => chunkOf(column, first, own)) };
  });
  return parquetFile(
    columns.map(({ name, type }) => requiredColumn(name, type)),
    groups,
  );
}

function csvOf(columns: readonly Column[], rows: number): string {
  const lines = [columns.map(({ name }) => name).join(',')];
  for (let row = 0; row < rows; row++) {
    lines.push(columns.map(({ valueAt }) => valueAt(row)).join(','));
  }
  return `${lines.join('\n')}\n`;
}

/** What validate-data says of each file, with the file's own name and digest left out. */
async function validateEach(files: Readonly<Record<string, string | Buffer>>, schema: object) {
  await using workspace = await makeWorkspace('examples/penguins');
  await rm(join(workspace.path, 'data'), { recursive: true });
  await mkdir(join(workspace.path, 'data'));
  await writeFile(join(workspace.path, 'data/schema.json'), JSON.stringify(schema));
  const found = [];
  for (const [file, content] of Object.entries(files)) {
    await writeFile(join(workspace.path, 'data', file), content);
    await writeFile(
      join(workspace.path, 'mlops.yml'),
      `data:\n  path: data/${file}\n  label: label\n`,
    );
    const { exitCode, stdout } = await runStep('validate-data', workspace.path);
    const read = async (name: string): Promise<Record<string, unknown>> => {
      const text = await readFile(join(workspace.path, '.mlops', name), 'utf8').catch(() => '{}');
      return JSON.parse(text.replaceAll(`data/${file}`, 'data'));
    };
    const { files: _, correlations, ...statistics } = await read('statistics.json');
    const { anomalies } = await read('anomalies.json');
    found.push({ exitCode, anomalies, statistics, correlations, stdout });
    await rm(join(workspace.path, '.mlops'), { recursive: true, force: true });
  }
  return found.map(({ stdout, ...rest }) => ({
    ...rest,
    // Only to be shown where a run ends before it has written anything.
    said: rest.anomalies === undefined ? stdout : '',
  }));
}

// So few rows that all are in the sample, whose figures then don't depend on where rows stand, but for the last digits of
// correlations: the order of their sums. The tables of the columns let the kernel's memory grow many times.
test('a Parquet file of many columns and row groups says what the CSV of its rows says', async () => {
  const rows = 80_000;
  const columns: Column[] = [
    integers('label', (row) => row % 3),
    ...Array.from({ length: 3 }, (_, at) =>
      integers(`whole ${at}`, (row) => (row * (7 + at)) % 10_007),
    ),
    ...Array.from({ length: 3 }, (_, at) => doubles(`real ${at}`, (row) => (row + at) / 8)),
    // Ever longer: what is held of a batch grows while the columns' tables do.
    texts('long', (row) => `${row} `.repeat(1 + Math.floor(row / 1_500))),
    ...Array.from({ length: 12 }, (_, at) =>
      texts(`text ${at}`, (row) => `${'é'.repeat(at % 4)} value ${(row * (at + 1)) % 30_011}`),
    ),
  ];
  const schema = {
    type: 'object',
    properties: Object.fromEntries([
      ...columns.map(({ name }) => [name, {}]),
      ['whole 0', { type: 'integer', maximum: 10_000 }],
    ]),
  };
  const [parquet, csv] = await validateEach(
    { 'a.parquet': parquetOf(columns, rows, 9_000), 'b.csv': csvOf(columns, rows) },
    schema,
  );
  expect(parquet?.exitCode).toBe(1);
  expect(parquet?.statistics).toMatchObject({ examples: rows });
  expect(parquet?.statistics).toEqual(csv?.statistics);
  expect(parquet?.anomalies).toMatchObject([{ column: 'whole 0', count: expect.any(Number) }]);
  const places = (anomalies: unknown) =>
    JSON.stringify(anomalies).replaceAll(/,?"places":\[[^\]]*\]/g, '');
  expect(places(parquet?.anomalies)).toEqual(places(csv?.anomalies));
}, 60_000);
