import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parquetTable, type TableColumn } from '../sources/parquet-table.ts';
import { makeWorkspace, runStep, type StepOptions } from '../support/run-bundle.ts';

type Column = TableColumn & { readonly valueAt: (row: number) => number | string };

const integers = (name: string, valueAt: (row: number) => number): Column => ({
  name,
  kind: 'integer',
  valueAt,
});
const doubles = (name: string, valueAt: (row: number) => number): Column => ({
  name,
  kind: 'double',
  valueAt,
});
const texts = (name: string, valueAt: (row: number) => string): Column => ({
  name,
  kind: 'text',
  valueAt,
});

/** Rows of row groups that have so many, but for the last one. */
function groupsOf(rows: number, groupRows: number): number[] {
  return Array.from({ length: Math.ceil(rows / groupRows) }, (_, group) =>
    Math.min(groupRows, rows - group * groupRows),
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
async function validateEach(
  files: Readonly<Record<string, string | Buffer>>,
  schema: object,
  options: StepOptions = {},
) {
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
    const { exitCode, stdout } = await runStep('validate-data', workspace.path, options);
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
    { 'a.parquet': parquetTable(columns, groupsOf(rows, 9_000)), 'b.csv': csvOf(columns, rows) },
    schema,
  );
  expect(parquet?.exitCode).toBe(1);
  expect(parquet?.statistics).toMatchObject({ examples: rows });
  expect(parquet?.statistics).toEqual(csv?.statistics);
  expect(parquet?.anomalies).toMatchObject([{ column: 'whole 0', count: expect.any(Number) }]);
  const places = (anomalies: unknown) =>
    JSON.stringify(anomalies).replaceAll(/,?"places":\[[^\]]*\]/g, '');
  expect(places(parquet?.anomalies)).toEqual(places(csv?.anomalies));
}, 180_000);

const ROWS = 1_000_000;
const categoryOf = (row: number) => (row % 4_096 < 64 ? null : `value ${(row >> 6) % 11}`);
const CATEGORIES = Array.from(
  { length: 31 },
  (_, at): TableColumn => ({
    name: `category ${at}`,
    kind: 'category',
    valueAt: categoryOf,
  }),
);
const LARGE: readonly TableColumn[] = [
  {
    name: 'label',
    kind: 'category',
    valueAt: (row) => (row % 400_000 === 9 ? null : `class ${(row >> 5) % 3}`),
  },
  {
    name: 'rare',
    kind: 'category',
    valueAt: (row) => (row % 300_000 === 7 ? 'wrong' : `right ${(row >> 4) % 5}`),
  },
  ...CATEGORIES,
];

/** Writes a line into the file `ANSWERS` for each answer of a second thread. */
const NOTE_ANSWERS = `data:text/javascript,${encodeURIComponent(`
  import { appendFileSync } from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  import threads from 'node:worker_threads';
  threads.Worker = class extends threads.Worker {
    constructor(module, options) {
      super(module, options);
      this.once('message', () => appendFileSync(process.env.ANSWERS, 'from ' + module.pathname.split('/').at(-1) + '\\n'));
    }
  };
  syncBuiltinESMExports();
`)}`;

test('two threads say of a large Parquet file what one says of the same rows in one row group', async () => {
  await using folder = await makeWorkspace();
  const answers = join(folder.path, 'answers');
  await writeFile(answers, '');
  const schema = {
    type: 'object',
    properties: {
      ...Object.fromEntries(LARGE.map(({ name }) => [name, {}])),
      rare: { type: 'string', pattern: '^right' },
    },
  };
  const [one, two] = await validateEach(
    {
      'a.parquet': parquetTable(LARGE, [ROWS]),
      'b.parquet': parquetTable(LARGE, groupsOf(ROWS, 120_000)),
    },
    schema,
    { environment: { ANSWERS: answers, NODE_OPTIONS: `--import ${NOTE_ANSWERS}` } },
  );
  expect(two).toEqual(one);
  expect(two?.exitCode).toBe(1);
  expect(two?.statistics).toMatchObject({ examples: ROWS });
  expect(two?.anomalies).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({
        column: 'rare',
        count: 4,
        places: [8, 300_008, 600_008, 900_008].map((line) => ({ file: 'data', line })),
      }),
      expect.objectContaining({ type: 'LABEL_MISSING', count: 3 }),
    ]),
  );
  const answered = await readFile(answers, 'utf8');
  const hasTwo = availableParallelism() > 1;
  expect(answered).toBe(hasTwo ? 'from parquet-worker.js\n' : '');
}, 180_000);
