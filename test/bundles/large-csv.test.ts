import { closeSync, createReadStream, createWriteStream, openSync, writeSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { makeWorkspace, runStep } from '../support/run-bundle.ts';

const BYTES = 110_000_000;
const ROWS_AT_ONCE = 10_000;

/** Numbers, quoted texts with line breaks, missing cells; some rows break the schema, some lack the label. */
function writeTable(path: string): number {
  const target = openSync(path, 'w');
  let bytes = writeSync(target, 'n,text,label\n');
  let row = 0;
  while (bytes < BYTES) {
    const lines = Array.from({ length: ROWS_AT_ONCE }, () => {
      row++;
      const text = row % 9 === 0 ? `"line ${row % 1000}\n""${row}"", é"` : `text ${row % 777}`;
      const label = row % 500_000 === 0 ? '' : row % 3;
      return `${row % 300_001 === 0 ? -row : (row * 7) % 10_007},${row % 5 === 0 ? '' : text},${label}\n`;
    });
    bytes += writeSync(target, lines.join(''));
  }
  closeSync(target);
  return row;
}

test('a large file is read by two threads to what one finds in the same file packed', async () => {
  await using workspace = await makeWorkspace('examples/penguins');
  await rm(join(workspace.path, 'data'), { recursive: true });
  await mkdir(join(workspace.path, 'data'));
  const rows = writeTable(join(workspace.path, 'data/large.csv'));
  const schema = {
    type: 'object',
    properties: { n: { type: 'integer', minimum: 0 }, text: { type: 'string' }, label: {} },
    required: ['n', 'label'],
  };
  await writeFile(join(workspace.path, 'data/schema.json'), JSON.stringify(schema));
  const validate = async (file: string) => {
    await writeFile(
      join(workspace.path, 'mlops.yml'),
      `data:\n  path: data/${file}\n  label: label\n`,
    );
    const run = await runStep('validate-data', workspace.path);
    const read = async (name: string): Promise<Record<string, unknown>> =>
      JSON.parse(await readFile(join(workspace.path, '.mlops', name), 'utf8'));
    const { files, ...statistics } = await read('statistics.json');
    const { anomalies } = await read('anomalies.json');
    const shown = JSON.stringify(anomalies).replaceAll('large.csv.gz', 'large.csv');
    return { exitCode: run.exitCode, files, statistics, anomalies: JSON.parse(shown) as unknown };
  };
  const shared = await validate('large.csv');
  await pipeline(
    createReadStream(join(workspace.path, 'data/large.csv')),
    createGzip({ level: 0 }),
    createWriteStream(join(workspace.path, 'data/large.csv.gz')),
  );
  const packed = await validate('large.csv.gz');
  expect(shared.exitCode).toBe(1);
  expect(shared.statistics).toEqual(packed.statistics);
  expect(shared.statistics).toMatchObject({ examples: rows });
  expect(shared.anomalies).toEqual(packed.anomalies);
  expect(shared.anomalies).toMatchObject([
    {
      type: 'INT_TYPE_SMALL_INT',
      count: Math.floor(rows / 300_001),
      values: expect.arrayContaining([{ value: '-300001', count: 1 }]),
    },
    { type: 'LABEL_MISSING', count: Math.floor(rows / 500_000) },
  ]);
}, 120_000);
