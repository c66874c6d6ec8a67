import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { dealFiles } from '../../shared/data/deal-files.ts';
import { examineMerged, examineWhole, makeShards, type ShardedData } from './shard-support.ts';

describe('files are dealt out', () => {
  const sizes = fc.array(fc.nat({ max: 50 }), { maxLength: 12 });
  const count = fc.integer({ min: 1, max: 6 });

  test('whole, once and in order, to no share in vain', () => {
    fc.assert(
      fc.property(sizes, count, (bytes, shares) => {
        const ranges = dealFiles(bytes, shares);
        expect(ranges).toHaveLength(shares);
        expect(ranges[0]?.first).toBe(0);
        expect(ranges.at(-1)?.end).toBe(bytes.length);
        for (const [index, { first, end }] of ranges.entries()) {
          expect(first).toBe(ranges[index - 1]?.end ?? 0);
          expect(end).toBeGreaterThanOrEqual(first);
        }
        const filled = ranges.filter(({ first, end }) => end > first).length;
        expect(filled).toBe(Math.min(bytes.length, shares));
      }),
    );
  });

  test('such that the largest share is as small as can be', () => {
    fc.assert(
      fc.property(sizes, count, (bytes, shares) => {
        const loads = dealFiles(bytes, shares).map(({ first, end }) =>
          bytes.slice(first, end).reduce((sum, size) => sum + size, 0),
        );
        expect(Math.max(...loads)).toBe(smallestLargest(bytes, shares));
      }),
    );
  });

  /** By trying every first share. */
  function smallestLargest(bytes: readonly number[], shares: number): number {
    const all = bytes.reduce((sum, size) => sum + size, 0);
    if (shares === 1 || bytes.length === 0) return all;
    let best = all;
    for (let end = 0; end <= bytes.length; end++) {
      const load = bytes.slice(0, end).reduce((sum, size) => sum + size, 0);
      best = Math.min(best, Math.max(load, smallestLargest(bytes.slice(end), shares - 1)));
    }
    return best;
  }

  test('one a share where there are as many', () => {
    expect(dealFiles([168, 124, 52], 3)).toEqual([
      { first: 0, end: 1 },
      { first: 1, end: 2 },
      { first: 2, end: 3 },
    ]);
  });
});

const CELLS = [
  '',
  '1',
  '+1',
  '1.0',
  '2',
  '-3.25',
  '1e3',
  '9007199254740993',
  'x',
  'Y',
  'é😀',
  'nan',
];
const cell = fc.oneof(
  fc.constantFrom(...CELLS, 'inf', 'true', 'FALSE', '1,5', '1,234', 'a "quoted"\ntext'),
  fc.integer({ min: -20, max: 20 }).map(String),
  fc.double({ noDefaultInfinity: true, noNaN: true, min: -1e6, max: 1e6 }).map(String),
);
const COLUMNS = ['id', 'a', 'b', 'extra', 'y'] as const;
const row = fc.tuple(cell, cell, cell, cell, fc.constantFrom('', 'p', 'p', 'q'));
const rows = fc.array(row, { maxLength: 8 });
/** Columns in an order of the file's own. */
const csvFile = fc
  .tuple(rows, fc.shuffledSubarray([...COLUMNS], { minLength: COLUMNS.length }))
  .map(
    ([cells, order]) =>
      `${[order, ...cells.map((one) => order.map((name) => one[COLUMNS.indexOf(name)] ?? ''))]
        .map((line) => line.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
        .join('\n')}\n`,
  );
/** Keys that come and go; numbers that are texts in every other row. */
const jsonFile = fc
  .array(fc.tuple(row, fc.subarray([...COLUMNS], { minLength: 1 })), { minLength: 1, maxLength: 8 })
  .map((objects) =>
    objects
      .map(([cells, names], line) => {
        const pairs = names.map((name) => {
          const text = cells[COLUMNS.indexOf(name)] ?? '';
          const asNumber = line % 2 === 0 && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text);
          return [name, asNumber ? Number(text) : text];
        });
        return `${JSON.stringify(Object.fromEntries(pairs))}\n`;
      })
      .join(''),
  );
const named = (extension: string) => (contents: readonly string[]) =>
  Object.fromEntries(contents.map((content, index) => [`${index}.${extension}`, content]));
const files = fc.oneof(
  fc.array(csvFile, { minLength: 1, maxLength: 6 }).map(named('csv')),
  fc.array(jsonFile, { minLength: 1, maxLength: 6 }).map(named('jsonl')),
);
const schema = fc.constantFrom(
  undefined,
  { type: 'object', properties: { id: {}, a: {}, b: {}, y: {} } },
  {
    type: 'object',
    properties: {
      id: { type: 'number' },
      a: { type: 'integer', minimum: 0, exclusiveMaximum: 3 },
      b: { type: 'string', enum: ['x', '1'] },
      y: { enum: ['p'] },
      gone: { type: 'boolean' },
    },
    required: ['id', 'a', 'gone'],
    additionalProperties: false,
    patternProperties: { '^ex': { type: 'number' } },
    if: { properties: { a: { const: 1 } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { required: ['b'] },
    'x-columns': {
      id: { unique: true, 'allow-nan': true },
      b: { 'min-domain-mass': 0.5, distinct: { max: 3 }, presence: { 'min-fraction': 0.6 } },
      y: { unique: true },
    },
    'x-dataset': { 'min-examples': 5 },
  },
);

describe('shards put together are the whole', () => {
  test('every figure, anomaly and rule to the byte, or the same refusal', async () => {
    let judged = 0;
    await fc.assert(
      fc.asyncProperty(files, schema, fc.integer({ min: 1, max: 5 }), async (content, json, n) => {
        const given: ShardedData = {
          files: content,
          ...(json === undefined ? {} : { schema: json }),
          data: { missingValues: ['Y'] },
        };
        const whole = await examineWhole(given);
        const merged = await examineMerged(given, n, await makeShards(given, n));
        expect(JSON.stringify(merged, null, 2)).toBe(JSON.stringify(whole, null, 2));
        if (typeof whole !== 'string') judged++;
      }),
      { numRuns: 400 },
    );
    // Refusals alone would prove little.
    expect(judged).toBeGreaterThan(150);
  });

  test('a value that stands in two shards is repeated, at its line', async () => {
    const given: ShardedData = {
      files: { '1.csv': 'id,y\n1,p\n2.50,q\n', '2.csv': 'y,id\np,3\nq,2.5\nq,3\n' },
      schema: {
        type: 'object',
        properties: { id: { type: 'number' }, y: {} },
        'x-columns': { id: { unique: true } },
      },
    };
    const merged = await examineMerged(given, 2, await makeShards(given, 2));
    expect(merged).toMatchObject({
      anomalies: {
        anomalies: [
          {
            type: 'FEATURE_TYPE_LOW_UNIQUE',
            count: 2,
            values: [
              { value: '2.5', count: 1 },
              { value: '3', count: 1 },
            ],
            places: [
              { file: '2.csv', line: 3 },
              { file: '2.csv', line: 4 },
            ],
          },
        ],
      },
    });
  });

  test('rules first broken in one row stand in the order in which they are checked', async () => {
    const given: ShardedData = {
      files: { '1.jsonl': '{"id":1,"y":"p"}\n', '2.jsonl': '{"id":"1","y":"q"}\n' },
      schema: {
        type: 'object',
        properties: { id: { type: 'number' }, y: {} },
        'x-columns': { id: { unique: true } },
      },
    };
    const merged = await examineMerged(given, 2, await makeShards(given, 2));
    expect(merged).toEqual(await examineWhole(given));
  });

  test('files whose columns differ are refused as one machine refuses them', async () => {
    const given: ShardedData = { files: { '1.csv': 'x,y\n1,p\n2,q\n', '2.csv': 'z,y\n1,p\n' } };
    const message = await examineMerged(given, 2, await makeShards(given, 2));
    expect(message).toBe(await examineWhole(given));
    expect(message).toContain('2.csv:1: The column "x" of 1.csv:1 is missing here');
  });

  test('more shards than files: the others are empty', async () => {
    const given: ShardedData = { files: { '1.csv': 'x,y\n1,p\n2,q\n' } };
    const shards = await makeShards(given, 3);
    const merged = await examineMerged(given, 3, shards);
    expect(merged).toEqual(await examineWhole(given));
    expect(await shards.files.readText('.mlops/shards/3-of-3.json')).toContain('"files":[]');
  });

  test('the files follow their schema', async () => {
    const validate = new Ajv2020({ allErrors: true, strict: true, strictTypes: false }).compile(
      JSON.parse(readFileSync('schemas/shard.schema.json', 'utf8')) as object,
    );
    const given: ShardedData = {
      files: { '1.csv': 'id,a,y\n1.50,nan,p\n1.5,"1,5",\n2,inf,q\n', '2.jsonl': '{"y":"p"}\n' },
      schema: {
        type: 'object',
        properties: { id: { type: 'number' }, a: { type: 'number' }, y: {} },
        required: ['id'],
        not: { required: ['a', 'y'] },
        'x-columns': { id: { unique: true } },
      },
    };
    const { files } = await makeShards(given, 3);
    for (const path of await files.walk('.mlops')) {
      validate(JSON.parse(await files.readText(path)));
      expect([path, validate.errors]).toEqual([path, null]);
    }
    expect(await files.list('.mlops/shards')).toHaveLength(3);
  });
});
