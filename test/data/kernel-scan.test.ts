import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import {
  collectEvidence,
  collectOnce,
  examineData,
  type Reading,
} from '../../shared/data/examine-data.ts';
import { NotForKernel } from '../../shared/data/kernel-scan.ts';
import { parseSchema } from '../../shared/data/parse-schema.ts';
import type { ReadProgress } from '../../shared/data/scan-rows.ts';
import { FileSystem } from '../../shared/platform/file-system.ts';
import { memoryPorts } from '../../shared/platform/index.ts';
import { MemoryFull, RowStatistics, ScanKernel } from '../../shared/scan/index.ts';
import { fillMemory } from '../scan/kernel/fill-memory.ts';
import { csvFile } from '../scan/kernel/fuzzed-csv.ts';
import { jsonFile } from '../scan/kernel/fuzzed-json.ts';
import { dataConfiguration } from './data-support.ts';

const RUNS = Number(process.env.FUZZ_RUNS ?? 100);

const columnRules = fc.constantFrom<object>(
  {},
  { type: 'integer' },
  { type: 'number', minimum: 0, maximum: 100 },
  { enum: ['1', 'é', 'true'] },
  { type: 'string', maxLength: 2 },
  { type: 'string', pattern: '^[0-9]' },
  { anyOf: [{ type: 'integer' }, { type: 'string', maxLength: 1 }] },
);

/** A schema of columns, some of them required, some without repeats, sometimes with a rule across columns. */
const schemaOf = (names: readonly string[]) =>
  fc
    .record({
      rules: fc.array(fc.tuple(columnRules, fc.boolean(), fc.nat({ max: 3 })), {
        minLength: names.length,
        maxLength: names.length,
      }),
      across: fc.nat({ max: 4 }),
    })
    .map(({ rules, across }) => ({
      type: 'object',
      properties: Object.fromEntries(names.map((name, index) => [name, rules[index]?.[0] ?? {}])),
      required: names.filter((_, index) => rules[index]?.[1]),
      'x-columns': Object.fromEntries(
        names.flatMap((name, index) => (rules[index]?.[2] === 0 ? [[name, { unique: true }]] : [])),
      ),
      ...(across === 0 ? { dependentRequired: { [names[0] ?? '']: [names[1] ?? ''] } } : {}),
    }));

async function evidenceOf(
  files: Readonly<Record<string, Uint8Array>>,
  schema: object | null,
  given: Parameters<typeof dataConfiguration>[0],
  reading: Reading,
  columns?: ReadonlySet<string>,
) {
  const data = dataConfiguration({ path: Object.keys(files), missingValues: ['NA'], ...given });
  const parsed = schema === null ? null : parseSchema(JSON.stringify(schema), 'schema.json');
  const { files: port } = memoryPorts(files);
  const { scanned, evidence } = await collectOnce(
    port,
    data,
    parsed,
    columns === undefined ? {} : { columns },
    reading,
  );
  return {
    columns: scanned.columns,
    rows: scanned.rowCount,
    digests: scanned.digests,
    state: evidence.state,
    findings: evidence.findings.toJson(),
    missingLabels: evidence.missingLabels.toJson(),
  };
}

describe('what the kernel collects is what reading by rows does', () => {
  test('CSV', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(
        csvFile,
        csvFile,
        fc.option(schemaOf(['c0', 'c1', 'c2', 'later'])),
        fc.constantFrom('c0', 'c1', 'none'),
        async (first, second, schema, label) => {
          const files = { 'a.csv': first.bytes, 'b.csv': second.bytes };
          const given = { label, delimiter: first.delimiter };
          const one = { 'a.csv': first.bytes };
          for (const some of [files, one]) {
            const byKernel = await evidenceOf(some, schema, given, { threads: 1 }).catch(
              (e: unknown) => e,
            );
            if (byKernel instanceof Error) continue;
            compared++;
            const byRows = await evidenceOf(some, schema, given, 'rows');
            expect(byKernel).toStrictEqual(byRows);
          }
        },
      ),
      { numRuns: RUNS },
    );
    expect(compared).toBeGreaterThan(RUNS / 2);
  });

  test('JSON Lines', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(
        jsonFile,
        jsonFile,
        fc.option(schemaOf(['a', 'b', 'id', 'never'])),
        fc.constantFrom('a', 'b', 'never'),
        async (first, second, schema, label) => {
          const files = { 'a.jsonl': first, 'b.jsonl': second };
          const byKernel = await evidenceOf(files, schema, { label }, { threads: 1 }).catch(
            (e: unknown) => e,
          );
          if (byKernel instanceof Error) return;
          compared++;
          expect(byKernel).toStrictEqual(await evidenceOf(files, schema, { label }, 'rows'));
        },
      ),
      { numRuns: RUNS },
    );
    expect(compared).toBeGreaterThan(RUNS / 3);
  });
});

test.each([
  ['CSV, by the kernel', 'a.csv', 'x,y\nfoo,1\nca\xe9,0\n\xff,1\n'],
  ['CSV, by rows', 'a.csv', 'x,y\nfoo,1\nca\xe9,0\n\xff,1\na"b,0\n"\xc3\xa9",2\r\r'],
  ['JSON Lines', 'a.jsonl', '{"x":"foo","y":1}\n{"y":0,"x":"ca\xe9"}\n{"x":"\xff","y":1}\n'],
])('bytes that are no UTF-8: %s', async (_, file, text) => {
  const { files } = memoryPorts({ [file]: Buffer.from(text, 'latin1') });
  const { anomalies } = await examineData(files, dataConfiguration({ path: [file] }), null);
  const line = file.endsWith('.csv') ? 3 : 2;
  expect(anomalies.anomalies.filter(({ severity }) => severity === 'error')).toMatchObject([
    {
      type: 'ENUM_TYPE_INVALID_UTF8',
      column: 'x',
      count: 2,
      values: [
        { value: 'ca\ufffd', count: 1 },
        { value: '\ufffd', count: 1 },
      ],
      places: [
        { file, line },
        { file, line: line + 1 },
      ],
    },
  ]);
});

test.each([
  ['CSV', 'a.csv', 'x\xe9,y\n1,1\n', 'a.csv:1: This is not UTF-8: byte 1'],
  [
    'JSON Lines',
    'a.jsonl',
    '{"y":1}\n{"y":0,"x\xe9":2}\n',
    'a.jsonl:2: This is not UTF-8: byte 17',
  ],
])('names of columns must be UTF-8: %s', async (_, file, text, message) => {
  const { files } = memoryPorts({ [file]: Buffer.from(text, 'latin1') });
  const examined = examineData(files, dataConfiguration({ path: [file] }), null);
  await expect(examined).rejects.toThrow(message);
});

describe('what is found in columnar files is what reading by rows finds', () => {
  const files = readdirSync('test/sources/golden').filter(
    (name) => /\.(?:parquet|arrows?)$/.test(name) && !name.startsWith('refused'),
  );
  test.each(files)('%s', async (file) => {
    const content = { [file]: readFileSync(`test/sources/golden/${file}`) };
    const all = await evidenceOf(content, null, {}, 'rows');
    // Batches with lists are given as rows.
    const columns = all.columns.filter((_, index) => all.state.columns[index]?.lists === null);
    expect(columns).not.toEqual([]);
    const flat = new Set(columns);
    await fc.assert(
      fc.asyncProperty(
        fc.option(schemaOf([...columns.slice(0, 8), 'never'])),
        fc.constantFrom(...columns.slice(0, 3)),
        fc.constantFrom([], ['NA'], ['1', 'true', 'a']),
        async (schema, label, missingValues) => {
          const given = { label, missingValues };
          const byRows = await evidenceOf(content, schema, given, 'rows', flat);
          const byBatch = await evidenceOf(content, schema, given, { threads: 1 }, flat);
          expect(byBatch).toStrictEqual(byRows);
        },
      ),
      { numRuns: Math.ceil(RUNS / 15) },
    );
  });
});

describe('two threads', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mlops-threads-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function collect(schema: object | null, reading: Reading) {
    const data = dataConfiguration({ path: ['a.csv', 'b.csv'], missingValues: ['NA'] });
    const parsed = schema === null ? null : parseSchema(JSON.stringify(schema), 'schema.json');
    const reads: ReadProgress[] = [];
    const progress = (read: ReadProgress) => reads.push({ ...read });
    const files = new FileSystem(folder);
    const { scanned, evidence } = await collectOnce(files, data, parsed, { progress }, reading);
    const { state, findings, missingLabels } = evidence;
    const labels = missingLabels.toJson();
    return { found: { scanned, state, findings: findings.toJson(), labels }, reads };
  }

  const column = { type: 'integer', minimum: 0 };
  const schemas: [string, object | null, number][] = [
    ['without a schema', null, 0],
    ['with rules', { type: 'object', properties: { x: column }, required: ['x'] }, 2],
    [
      'with a rule across columns',
      { type: 'object', properties: { x: {} }, dependentRequired: { x: ['t'] } },
      1,
    ],
    // Read by one thread: which of two rows repeats the other, their order says.
    [
      'with values that must not repeat',
      { type: 'object', properties: { t: {} }, 'x-columns': { t: { unique: true } } },
      1,
    ],
  ];
  test.each(schemas)('find what one finds: %s', async (_, schema, rules) => {
    const line = (row: number) =>
      `${row % 7 === 0 ? 'NA' : (row % 31) - 9},"text ${row}${row % 5 === 0 ? '\n""' : ''}",${row % 11 === 0 ? '' : row % 2}`;
    const rows = Array.from({ length: 4000 }, (_unused, row) => line(row));
    rows[2500] = '1,,0';
    rows[3900] = '1,text 3,1';
    writeFileSync(join(folder, 'a.csv'), `x,t,y\n${rows.slice(0, 3500).join('\n')}`);
    writeFileSync(join(folder, 'b.csv'), `\ufeffy,t,x\r\n${rows.slice(3500).join('\r\n')}\r\n`);
    const one = await collect(schema, { threads: 1 });
    const two = await collect(schema, { threads: 2, leastShared: 9000 });
    expect(two.found).toStrictEqual(one.found);
    expect(two.found).toStrictEqual((await collect(schema, 'rows')).found);
    expect(two.found.findings.rules).toHaveLength(rules);
    expect(two.found.labels.count).toBeGreaterThan(300);
    expect(two.reads.at(-1)).toEqual(one.reads.at(-1));
    const times = two.reads.map(({ rows: read }) => read);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  test.each([1, 2] as const)('refuse a file that is written to meanwhile: %d', async (threads) => {
    writeFileSync(join(folder, 'a.csv'), `x,y\n${'1,0\n2,1\n'.repeat(4000)}`);
    const data = dataConfiguration({ path: ['a.csv'] });
    let written = false;
    const progress = () => {
      if (!written) appendFileSync(join(folder, 'a.csv'), '3,1\n');
      written = true;
    };
    const reading: Reading = { threads, leastShared: 9000 };
    const collecting = collectOnce(new FileSystem(folder), data, null, { progress }, reading);
    await expect(collecting).rejects.toThrow('a.csv: The data file changed while it was read');
  });

  test('leave a file to one where too many values break a rule to be counted', async () => {
    const rows = Array.from({ length: 12_000 }, (_unused, row) => `wrong ${row},${row % 2}`);
    writeFileSync(join(folder, 'a.csv'), `x,y\n${rows.join('\n')}\n`);
    writeFileSync(join(folder, 'b.csv'), 'x,y\n1,1\n');
    const schema = { type: 'object', properties: { x: column } };
    const shared = collect(schema, { threads: 2, leastShared: 9000 });
    await expect(shared).rejects.toMatchObject({ isForOneThread: true });
  });
});

test('what the kernel does not read is read by rows, from the first file on', async () => {
  const bytes = Buffer.from('{"y":1,"x":[1,2]}\n{"y":0,"x":[]}\n');
  const files = { 'a.csv': Buffer.from('x,y\n1,1\n'), 'b.jsonl': bytes };
  await expect(evidenceOf(files, null, {}, { threads: 1 })).rejects.toThrow(NotForKernel);
  const data = dataConfiguration({ path: Object.keys(files) });
  const { scanned } = await collectEvidence(memoryPorts(files).files, data, null, {});
  expect(scanned.rowCount).toBe(3);
});

test('columns that leave the kernel no memory are read by rows', async () => {
  const file = 'pyarrow-snappy.parquet';
  const content = { [file]: readFileSync(`test/sources/golden/${file}`) };
  // Batches with lists are given as rows.
  const columns = new Set(['text', 'int32']);
  using full = jest.spyOn(RowStatistics.prototype, 'addBatch').mockImplementation(() => {
    throw new MemoryFull();
  });
  const { files } = memoryPorts(content);
  const data = dataConfiguration({ path: [file], missingValues: ['NA'] });
  const { evidence } = await collectEvidence(files, data, null, { columns });
  expect(full).toHaveBeenCalled();
  const byRows = await evidenceOf(content, null, {}, 'rows', columns);
  expect(evidence.state).toStrictEqual(byRows.state);
});

test.each([
  ['a.csv', (row: number) => `${row === 0 ? 'x,y\n' : ''}${row}.5,a${row}\n`],
  ['a.jsonl', (row: number) => `{"x":${row}.5,"y":"a${row}"}\n`],
])('%s is read by rows where the kernel has no memory left for its state', async (file, line) => {
  const content = {
    [file]: Buffer.from(Array.from({ length: 3000 }, (_, row) => line(row)).join('')),
  };
  const { state } = ScanKernel.prototype;
  using full = jest.spyOn(ScanKernel.prototype, 'state').mockImplementation(function (
    this: ScanKernel,
  ) {
    fillMemory(this.exports);
    return state.call(this);
  });
  const data = dataConfiguration({ path: [file], missingValues: ['NA'] });
  const { evidence } = await collectEvidence(memoryPorts(content).files, data, null, {});
  expect(full).toHaveBeenCalledTimes(1);
  const byRows = await evidenceOf(content, null, {}, 'rows');
  expect(evidence.state).toStrictEqual(byRows.state);
});
