import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { collectOnce, examineData, type Reading } from '../../shared/data/examine-data.ts';
import { readTable } from '../../shared/data/index.ts';
import { NotForKernel } from '../../shared/data/kernel-scan.ts';
import { parseSchema } from '../../shared/data/parse-schema.ts';
import { FileSystem } from '../../shared/platform/file-system.ts';
import { memoryPorts } from '../../shared/platform/index.ts';
import { parquetTable } from '../sources/parquet-table.ts';
import { tfExample, tfFeature, tfRecord } from '../sources/tf-record-writer.ts';
import { dataConfiguration } from './data-support.ts';

const RUNS = Number(process.env.FUZZ_RUNS ?? 100);
const NAMES = ['x', 'y', 'z'];

type Files = Readonly<Record<string, Uint8Array>>;
type Kind = 'csv' | 'parquet' | 'jsonl' | 'tfrecord';
/** Values below 128; a name that is not there, or null: none. */
type Cells = Readonly<Record<string, number | null>>;

interface MixedFile {
  readonly kind: Kind;
  readonly rows: readonly Cells[];
}

function hasHeader(kind: Kind): boolean {
  return kind === 'csv' || kind === 'parquet';
}

/** `header`: columns of a file whose rows all have the same. */
function bytesOf({ kind, rows }: MixedFile, header: readonly string[]): Buffer {
  const present = (row: Cells) => Object.entries(row).filter(([, value]) => value !== null);
  switch (kind) {
    case 'csv':
      return Buffer.from(
        [header, ...rows.map((row) => header.map((name) => row[name] ?? 'NA'))].join('\n'),
      );
    case 'parquet':
      return parquetTable(
        header.map((name) => ({
          name,
          kind: 'integer',
          valueAt: (row) => rows[row]?.[name] ?? null,
        })),
        [1, rows.length - 1],
      );
    case 'jsonl':
      return Buffer.from(
        rows.map((row) => `${JSON.stringify(Object.fromEntries(present(row)))}\n`).join(''),
      );
    case 'tfrecord':
      return Buffer.concat(
        rows.map((row) =>
          tfRecord(
            tfExample(
              ...present(row).map(([name, value]) =>
                // A packed list of one variable-length integer.
                tfFeature(name, 3, Buffer.from([0x0a, 1, value ?? 0])),
              ),
            ),
          ),
        ),
      );
  }
}

function filesOf(mixed: readonly MixedFile[], header: readonly string[]): Files {
  const entries = mixed.map((file, at) => [`${at}.${file.kind}`, bytesOf(file, header)] as const);
  return Object.fromEntries(entries);
}

async function collect(
  port: Parameters<typeof collectOnce>[0],
  path: readonly string[],
  schema: object | null,
  reading: Reading,
) {
  const data = dataConfiguration({ path: [...path], missingValues: ['NA'] });
  const parsed = schema === null ? null : parseSchema(JSON.stringify(schema), 'schema.json');
  const { scanned, evidence } = await collectOnce(port, data, parsed, {}, reading);
  const { state, findings, missingLabels } = evidence;
  return {
    columns: scanned.columns,
    rows: scanned.rowCount,
    state,
    findings: findings.toJson(),
    missingLabels: missingLabels.toJson(),
  };
}

const cell = fc.option(fc.integer({ min: 0, max: 9 }), { freq: 4 });
const row = fc.dictionary(fc.constantFrom(...NAMES), cell, { maxKeys: 3 });
const mixedFile = fc.record({
  kind: fc.constantFrom<Kind>('csv', 'parquet', 'jsonl', 'jsonl', 'tfrecord'),
  rows: fc.array(row, { minLength: 1, maxLength: 5 }),
});
const mixes = fc
  .record({
    files: fc.array(mixedFile, { minLength: 2, maxLength: 5 }),
    header: fc.shuffledSubarray(NAMES, { minLength: 1 }),
    required: fc.subarray(NAMES),
    bounded: fc.boolean(),
    unique: fc.nat({ max: 4 }),
    hasSchema: fc.boolean(),
  })
  // Data without columns is refused.
  .filter(({ files }) =>
    files.some(
      ({ kind, rows }) =>
        hasHeader(kind) ||
        rows.some((cells) => Object.values(cells).some((value) => value !== null)),
    ),
  );

test('files that lack columns of others, in any order: each row counts, however they are read', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(mixes, async ({ files, header, required, bounded, unique, hasSchema }) => {
      const content = filesOf(files, header);
      const schema = !hasSchema
        ? null
        : {
            type: 'object',
            properties: Object.fromEntries(
              NAMES.map((name) => [name, bounded ? { type: 'integer', maximum: 6 } : {}]),
            ),
            required,
            'x-columns': unique === 0 ? { z: { unique: true } } : {},
          };
      const { files: port } = memoryPorts(content);
      const paths = Object.keys(content);
      const byRows = await collect(port, paths, schema, 'rows');
      const all = files.flatMap(({ kind, rows }) =>
        rows.map((cells) => (name: string) => {
          const isThere = !hasHeader(kind) || header.includes(name);
          return isThere ? (cells[name] ?? null) : null;
        }),
      );
      const lacking = (name: string) => all.filter((at) => at(name) === null).length;
      expect(byRows.rows).toBe(all.length);
      expect(byRows.missingLabels.count).toBe(lacking('y'));
      for (const [at, name] of byRows.columns.entries()) {
        const present = byRows.state.columns[at]?.kinds.reduce((sum, count) => sum + count, 0);
        expect(present).toBe(all.length - lacking(name));
      }
      const reported = byRows.findings.rules.flatMap(({ rule, column, count }) =>
        rule === 'required' ? [[column, count]] : [],
      );
      expect(Object.fromEntries(reported)).toEqual(
        Object.fromEntries(
          (hasSchema ? required : []).flatMap((name) =>
            lacking(name) === 0 ? [] : [[name, lacking(name)]],
          ),
        ),
      );
      const byKernel = await collect(port, paths, schema, { threads: 1 }).catch((error: unknown) =>
        error instanceof NotForKernel ? null : Promise.reject(error),
      );
      if (byKernel === null) return;
      compared++;
      expect(byKernel).toStrictEqual(byRows);
    }),
    { numRuns: RUNS },
  );
  expect(compared).toBeGreaterThan(RUNS / 20);
});

describe('two threads', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mlops-mixed-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each<[string, readonly Kind[]]>([
    ['a CSV file, then JSON Lines that bring the label', ['csv', 'jsonl']],
    ['a Parquet file, then JSON Lines that bring the label', ['parquet', 'jsonl']],
    ['a Parquet file after JSON Lines', ['jsonl', 'parquet']],
  ])('count what %s lacks', async (_, kinds) => {
    const rows = (kind: Kind) =>
      Array.from({ length: 600 }, (_unused, at) => ({
        x: at % 100,
        ...(kind === 'jsonl' ? { y: at % 2 } : {}),
      }));
    const content = filesOf(
      kinds.map((kind) => ({ kind, rows: rows(kind) })),
      ['x'],
    );
    for (const [name, bytes] of Object.entries(content)) writeFileSync(join(folder, name), bytes);
    const port = new FileSystem(folder);
    const required = { type: 'object', properties: { x: {}, y: {} }, required: ['y'] };
    for (const schema of [null, required]) {
      const two: Reading = { threads: 2, leastShared: 1_000, leastSharedCells: 1 };
      const found = await collect(port, Object.keys(content), schema, two);
      expect(found.missingLabels.count).toBe(600);
      expect(found.findings.rules.map(({ count }) => count)).toEqual(schema === null ? [] : [600]);
      for (const reading of [{ threads: 1 }, 'rows'] as const) {
        expect(await collect(port, Object.keys(content), schema, reading)).toStrictEqual(found);
      }
    }
  });
});

test('rows of a CSV file have nothing in columns that only JSON Lines have', async () => {
  const { files } = memoryPorts({
    'a.jsonl': Buffer.from('{"z":100,"x":0,"y":0}\n{"z":101,"x":1,"y":1}\n'),
    'b.csv': Buffer.from('x,y\n7,0\n8,1\n'),
  });
  const { table } = await readTable(files, dataConfiguration({ path: ['a.jsonl', 'b.csv'] }));
  const numbers = table.columns.map((column) =>
    column.kind === 'numeric' ? [column.name, ...column.values] : [column.name],
  );
  expect(numbers).toContainEqual(['z', 100, 101, Number.NaN, Number.NaN]);
});

test.each([
  ['b.csv', Buffer.from('x,y\n7,0\n8,1\n')],
  [
    'b.parquet',
    parquetTable(
      ['x', 'y'].map((name) => ({ name, kind: 'integer', valueAt: (at) => at })),
      [2],
    ),
  ],
])('a required column that %s lacks is reported', async (file, bytes) => {
  const { files } = memoryPorts({
    'a.jsonl': Buffer.from('{"z":1,"x":0,"y":0}\n'),
    [file]: bytes,
  });
  const json = { type: 'object', properties: { x: {}, y: {}, z: {} }, required: ['z'] };
  const schema = parseSchema(JSON.stringify(json), 'schema.json');
  const data = dataConfiguration({ path: ['a.jsonl', file] });
  const { anomalies } = await examineData(files, data, schema);
  expect(anomalies.anomalies).toContainEqual(
    expect.objectContaining({
      type: 'FEATURE_TYPE_LOW_FRACTION_PRESENT',
      column: 'z',
      severity: 'error',
      count: 2,
    }),
  );
});

describe('headers are compared with the first one', () => {
  const paths = (content: Readonly<Record<string, string>>) => {
    const { files } = memoryPorts(
      Object.fromEntries(Object.entries(content).map(([name, text]) => [name, Buffer.from(text)])),
    );
    return examineData(files, dataConfiguration({ path: Object.keys(content) }), null);
  };
  const brings = { 'b.jsonl': '{"x":1,"y":0,"z":5}\n' };

  test('and not with columns that JSON Lines brought', async () => {
    const between = paths({ 'a.csv': 'x,y\n7,0\n', ...brings, 'c.csv': 'y,x\n1,8\n' });
    expect((await between).statistics.examples).toBe(3);
    const before = paths({ ...brings, 'c.csv': 'x,y\n7,0\n', 'd.csv': 'x,y\n8,1\n' });
    expect((await before).statistics.examples).toBe(3);
  });

  test('a column that no header before had is refused, though JSON Lines had it', async () => {
    const more = paths({ 'a.csv': 'x,y\n7,0\n', ...brings, 'c.csv': 'x,y,z\n8,1,3\n' });
    await expect(more).rejects.toThrow('c.csv:1: The column "z" is not in a.csv:1');
  });
});
