import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { collectEvidence, collectOnce, type Reading } from '../../shared/data/examine-data.ts';
import { parseSchema } from '../../shared/data/parse-schema.ts';
import type { ReadProgress } from '../../shared/data/scan-rows.ts';
import { FileSystem } from '../../shared/platform/file-system.ts';
import { FileBudget } from '../../shared/sources/index.ts';
import { parquetTable, type TableColumn } from '../sources/parquet-table.ts';
import { dataConfiguration } from './data-support.ts';

const ONE: Reading = { threads: 1 };
const TWO: Reading = { threads: 2, leastSharedCells: 1 };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mlops-parquet-threads-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Given {
  readonly schema?: object | null;
  readonly label?: string;
  readonly columns?: ReadonlySet<string>;
}

async function collect(paths: readonly string[], reading: Reading, given: Given = {}) {
  const { schema = null, label = 'label', columns } = given;
  const data = dataConfiguration({ path: [...paths], label, missingValues: ['NA', '7'] });
  const parsed = schema === null ? null : parseSchema(JSON.stringify(schema), 'schema.json');
  const reads: ReadProgress[] = [];
  const progress = (read: ReadProgress) => reads.push({ ...read });
  const options = { progress, ...(columns === undefined ? {} : { columns }) };
  const files = new FileSystem(folder);
  const { scanned, evidence } = await collectOnce(files, data, parsed, options, reading);
  const { state, findings, missingLabels } = evidence;
  const labels = missingLabels.toJson();
  return { found: { scanned, state, findings: findings.toJson(), labels }, reads };
}

/** Nulls, dictionaries, texts that grow from row to row, numbers that are none, whole numbers beyond 2⁵³. */
const COLUMNS: readonly TableColumn[] = [
  { name: 'label', kind: 'integer', valueAt: (row) => (row % 11 === 0 ? null : row % 3) },
  { name: 'whole', kind: 'integer', valueAt: (row) => (row * 7) % 1_009 },
  { name: 'big', kind: 'integer', valueAt: (row) => `90071992547409${row % 100}` },
  {
    name: 'real',
    kind: 'double',
    valueAt: (row) => (row % 97 === 0 ? Number.NaN : row % 89 === 0 ? -1 / 0 : row / 8),
  },
  { name: 'growing', kind: 'text', valueAt: (row) => `${row} `.repeat(1 + Math.floor(row / 400)) },
  {
    name: 'category',
    kind: 'category',
    valueAt: (row) => (row % 5 === 0 ? null : ['NA', 'é', '1,5', 'red'][row % 4]) as string,
  },
  { name: 'empty', kind: 'text', valueAt: () => null },
];
const LIST: TableColumn = { name: 'list', kind: 'list', valueAt: (row) => (row % 2 ? row : null) };
const BYTES: TableColumn = {
  name: 'bytes',
  kind: 'text',
  valueAt: (row) => (row % 1_000 === 3 ? Buffer.from([0xff, 0x61]) : `b${row % 10}`),
};

const equal = (count: number, rows: number) => new Array<number>(count).fill(rows);
const layouts: [string, readonly number[]][] = [
  ['equal row groups', equal(8, 500)],
  ['one large and many small ones', [3_000, ...equal(20, 50)]],
  ['a small one and a large one', [10, 3_990]],
  ['empty ones', [0, 1_000, 0, 0, 3_000, 0]],
  ['one row each', equal(200, 1)],
];
const unruly = {
  type: 'object',
  properties: {
    whole: { type: 'integer', maximum: 900 },
    category: { enum: ['é', 'red'] },
    growing: { type: 'string', maxLength: 30 },
  },
  required: ['category'],
};
async function expectEqual(groups: readonly number[], schema: object | null): Promise<void> {
  writeFileSync(join(folder, 'a.parquet'), parquetTable(COLUMNS, groups));
  const one = await collect(['a.parquet'], ONE, { schema });
  const two = await collect(['a.parquet'], TWO, { schema });
  expect(two.found).toStrictEqual(one.found);
  expect(two.found.findings.rules.length > 0).toBe(schema !== null);
  expect(two.found.labels.count).toBeGreaterThan(10);
  expect(two.reads.at(-1)).toEqual(one.reads.at(-1));
  const times = two.reads.map(({ rows }) => rows);
  expect(times).toEqual([...times].sort((a, b) => a - b));
}

describe('two threads find in a Parquet file what one finds', () => {
  test.each(layouts)('%s', async (_name, groups) => await expectEqual(groups, unruly));

  test.each<[string, object | null]>([
    ['without a schema', null],
    ['with a rule across columns', { ...unruly, dependentRequired: { whole: ['category'] } }],
  ])('%s', async (_name, schema) => await expectEqual(equal(8, 500), schema));

  test('that has lists, and text that is no UTF-8, in several files beside a CSV file', async () => {
    const columns = [...COLUMNS, LIST, BYTES];
    writeFileSync(join(folder, 'a.parquet'), parquetTable(columns, equal(6, 700)));
    writeFileSync(join(folder, 'b.parquet'), parquetTable([...columns].reverse(), equal(3, 900)));
    const names = columns.map(({ name }) => name);
    writeFileSync(join(folder, 'c.csv'), `${names.join(',')}\n${names.map(() => 1).join(',')}\n`);
    const paths = ['a.parquet', 'b.parquet', 'c.csv'];
    const one = await collect(paths, ONE, { schema: unruly });
    const two = await collect(paths, TWO, { schema: unruly });
    expect(two.found).toStrictEqual(one.found);
    expect(two.found.state.columns.some(({ lists }) => lists !== null)).toBe(true);
    expect(two.found.state.columns.some(({ invalidUtf8 }) => invalidUtf8 > 0)).toBe(true);
  });

  test('with more rows than the sample takes', async () => {
    const columns = COLUMNS.filter(({ name }) => name !== 'growing');
    writeFileSync(join(folder, 'a.parquet'), parquetTable(columns, equal(20, 12_000)));
    const one = await collect(['a.parquet'], ONE);
    const two = await collect(['a.parquet'], TWO);
    expect(one.found.state.sample.level).toBeGreaterThan(0);
    expect(two.found).toStrictEqual(one.found);
  }, 60_000);

  test('of which only some columns are read', async () => {
    const columns = [...COLUMNS, { ...LIST, name: 'nested' }];
    writeFileSync(join(folder, 'a.parquet'), parquetTable(columns, equal(4, 500)));
    const given = { columns: new Set(['label', 'category']) };
    const one = await collect(['a.parquet'], ONE, given);
    const two = await collect(['a.parquet'], TWO, given);
    expect(two.found).toStrictEqual(one.found);
    expect(two.found.scanned.columns).toEqual(['label', 'category']);
  });

  const golden = readdirSync('test/sources/golden').filter(
    (name) => name.endsWith('.parquet') && !name.startsWith('refused'),
  );
  test.each(golden)('%s', async (name) => {
    writeFileSync(join(folder, name), readFileSync(`test/sources/golden/${name}`));
    const one = await collect([name], ONE);
    expect((await collect([name], TWO)).found).toStrictEqual(one.found);
  });
});

describe('a Parquet file is left to one thread', () => {
  test('where values must not repeat', async () => {
    writeFileSync(join(folder, 'a.parquet'), parquetTable(COLUMNS, equal(4, 500)));
    const schema = { ...unruly, 'x-columns': { whole: { unique: true } } };
    const one = await collect(['a.parquet'], ONE, { schema });
    const two = await collect(['a.parquet'], TWO, { schema });
    expect(two.found).toStrictEqual(one.found);
  });

  test('where too many values break a rule to be counted', async () => {
    const wrong: TableColumn = { name: 'wrong', kind: 'text', valueAt: (row) => `wrong ${row}` };
    const label: TableColumn = { name: 'label', kind: 'integer', valueAt: (row) => row % 2 };
    writeFileSync(join(folder, 'a.parquet'), parquetTable([wrong, label], equal(4, 3_000)));
    const schema = { type: 'object', properties: { wrong: { type: 'integer' } } };
    const shared = collect(['a.parquet'], TWO, { schema });
    await expect(shared).rejects.toMatchObject({ isForOneThread: true });
  });

  test('where the second thread fails', async () => {
    writeFileSync(join(folder, 'a.parquet'), parquetTable(COLUMNS, equal(4, 500)));
    class Moved extends FileSystem {
      override async open(path: string) {
        return { ...(await super.open(path)), path: join(folder, 'nowhere', path) };
      }
    }
    const data = dataConfiguration({ path: ['a.parquet'], label: 'label' });
    const shared = collectOnce(new Moved(folder), data, null, {}, TWO);
    await expect(shared).rejects.toMatchObject({ isForOneThread: true });
  });

  test('where the budgets of both together are more than one may spend', () => {
    const [own, other] = [new FileBudget(1_000, 2), new FileBudget(1_000, 2)];
    own.addCells(5_000_000);
    other.addCells(5_000_000);
    expect(() => own.add(other.spent)).toThrow('more than 1,000 cells for each of its bytes');
  });

  test.each([
    ['the first', 0],
    ['some', 3],
    ['the last', 5],
  ])('where %s row group is damaged, with the message of one', async (_, damaged) => {
    const bytes = parquetTable(COLUMNS, equal(6, 500));
    const at = damaged === 0 ? 4 : dataEnd(parquetTable(COLUMNS, equal(damaged, 500)));
    bytes.fill(0xff, at, at + 64);
    writeFileSync(join(folder, 'a.parquet'), bytes);
    const messageOf = async (reading: Reading) =>
      await collect(['a.parquet'], reading).then(
        () => 'none',
        (error: Error) => error,
      );
    const one = await messageOf(ONE);
    expect(one).toMatchObject({ message: expect.stringContaining('a.parquet: ') });
    expect(await messageOf(TWO)).toMatchObject({ isForOneThread: true });
    const data = dataConfiguration({ path: ['a.parquet'], label: 'label' });
    const inTurn = collectEvidence(new FileSystem(folder), data, null, {}, [TWO, ONE]);
    await expect(inTurn).rejects.toThrow((one as Error).message);
    // Left to rows, the message would be the same: what one thread refuses is not tried again.
    const second = collectEvidence(new FileSystem(folder), data, null, {}, [TWO, 'rows']);
    await expect(second).rejects.toThrow((one as Error).message);
  });
});

/** Where the description of a Parquet file begins. */
function dataEnd(bytes: Buffer): number {
  return bytes.length - 8 - bytes.readUInt32LE(bytes.length - 8);
}
