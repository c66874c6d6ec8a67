import { readdirSync } from 'node:fs';
import zlib, { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { isUserError } from '../../shared/errors/index.ts';
import { openParquet } from '../../shared/sources/parquet/parquet-reader.ts';
import { golden, rowsOf } from './source-support.ts';

async function problemOf(
  file: string,
  bytes: Uint8Array | string,
  options: Parameters<typeof rowsOf>[2] = {},
  format: Parameters<typeof rowsOf>[3] = {},
) {
  const error: unknown = await rowsOf(file, bytes, options, format).catch((thrown) => thrown);
  if (!isUserError(error)) throw error instanceof Error ? error : new Error('it was read');
  return error.problems[0];
}

const files = readdirSync('test/sources/golden').filter((name) => !name.endsWith('.json'));

/** mulberry32 */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  // Descriptions stand at the ends, where a change goes farthest.
  const place = () => {
    const at = Math.floor(random() * Math.min(copy.length, 3000));
    return random() < 0.4
      ? copy.length - 1 - at
      : random() < 0.5
        ? at
        : Math.floor(random() * copy.length);
  };
  const changes = 1 + Math.floor(random() * 4);
  for (let change = 0; change < changes; change++) {
    const kind = random();
    const at = place();
    if (kind < 0.5) copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    else if (kind < 0.8) copy[at] = [0, 0x7f, 0x80, 0xff, 1][Math.floor(random() * 5)] ?? 0;
    else if (kind < 0.95) copy.fill(0xff, at, at + 1 + Math.floor(random() * 8));
    else return copy.subarray(0, at);
  }
  return copy;
}

describe('changed bytes', () => {
  test.each(files)('%s is read or refused, and soon', async (file) => {
    const bytes = golden(file);
    const random = randomFrom(20260101);
    let refused = 0;
    const runs = Number(process.env.MLOPS_FUZZ_RUNS ?? 60);
    for (let run = 0; run < runs; run++) {
      const begin = process.cpuUsage();
      const error: unknown = await rowsOf(file, mutate(bytes, random)).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      if (error !== null && !isUserError(error)) throw error;
      if (error !== null) refused++;
      // Of the processor, which tests beside this one don't take.
      const { user, system } = process.cpuUsage(begin);
      expect(user + system).toBeLessThan(10_000_000);
    }
    expect(refused).toBeGreaterThan(runs / 10);
  });

  test.each(files)('%s cut off anywhere is refused', async (file) => {
    const bytes = golden(file);
    // Of a TFRecord file, nobody misses whole records at its end: no eleventh ends between two.
    for (let share = 1; share < 11; share++) {
      const cut = bytes.subarray(0, Math.floor((bytes.length * share) / 11));
      const { what, where, remedy } = await problemOf(file, cut);
      expect(where?.file).toBe(file);
      expect(what).not.toBe('');
      expect(remedy).toBeDefined();
    }
  });
});

describe('what is refused, in words', () => {
  test.each([
    ['refused-map.parquet', '"x" holds lists of objects'],
    ['refused-objects.parquet', '"x" holds lists of objects'],
    ['refused-deep.parquet', '"x" holds lists of lists'],
    ['refused-map.arrow', '"x" holds maps'],
    ['refused-objects.arrow', '"x" holds lists of objects'],
    ['refused-deep.arrow', '"x" holds lists of lists'],
  ])('%s', async (file, what) => {
    expect((await problemOf(file, golden(file))).what).toContain(what);
    const { rows } = await rowsOf(file, golden(file), { columns: new Set(['y']) });
    expect(rows).toEqual([{ y: 1 }]);
  });

  test('lists where a model is trained', async () => {
    const problem = await problemOf('l.jsonl', '{"a":1}\n{"a":[1,2]}\n', { lists: false });
    expect(problem).toMatchObject({ where: { file: 'l.jsonl', line: 2 } });
    expect(problem.what).toContain('"a" holds lists of values');
    const file = 'pyarrow-snappy.parquet';
    const { where } = await problemOf(file, golden(file), { lists: false });
    expect(where).toEqual({ file });
  });

  test('an encrypted Parquet file', async () => {
    const bytes = Uint8Array.from(golden('uuid.parquet'));
    bytes.set(Buffer.from('PARE'), bytes.length - 4);
    expect((await problemOf('e.parquet', bytes)).what).toContain('encrypted');
  });

  test('a wrong checksum', async () => {
    const bytes = Uint8Array.from(golden('examples.tfrecord'));
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    expect((await problemOf('x.tfrecord', bytes)).what).toContain('checksum of a record');
    const pages = Uint8Array.from(golden('pyarrow-zstd.parquet'));
    pages[100] = (pages[100] ?? 0) ^ 1;
    expect((await problemOf('x.parquet', pages)).what).toContain('damaged');
  });

  test('a format that the file has not', async () => {
    const bytes = golden('uuid.parquet');
    const asked = (format: 'csv' | 'arrow' | 'tfrecord') => problemOf('u', bytes, {}, { format });
    expect((await asked('csv')).what).toBe('The data file is a Parquet file and no text');
    expect((await asked('arrow')).what).toBe('The data file is a Parquet file and no Arrow file');
    expect((await asked('tfrecord')).what).toContain('damaged');
    const text = await problemOf('a.csv', 'a\n1\n', {}, { format: 'parquet' });
    expect(text.what).toBe('The data file is no Parquet file');
  });
});

describe('packed files', () => {
  test.each([
    ['gzip', gzipSync, 'a.csv.gz'],
    ['zstd', zstdCompressSync, 'a.csv.zst'],
  ] as const)('%s', async (packing, pack, file) => {
    const text = `a,b\n${Array.from({ length: 5000 }, (_, row) => `${row},"x\n${row}"\n`).join('')}`;
    const packed = pack(Buffer.from(text));
    const { rows, places } = await rowsOf(file, packed);
    expect(rows).toHaveLength(5000);
    expect(rows[4999]).toEqual({ a: 4999, b: 'x\n4999' });
    expect(places[4999]?.[0]).toBe(2 + 4999 * 2);
    // The name says nothing: the bytes do.
    expect((await rowsOf('data', pack(Buffer.from('{"a":1}\n')))).rows).toEqual([{ a: 1 }]);
    const cut = await problemOf(file, packed.subarray(0, packed.length - 40));
    expect(cut.what).toMatch(/cut off|damaged/);
    const twice = await problemOf(file, pack(pack(Buffer.from('a\n1\n'))));
    expect(twice.what).toBe('The file is packed twice');
    const whole = await problemOf('x.parquet.gz', pack(golden('uuid.parquet')));
    expect(whole.what).toContain(`packed by ${packing} as a whole`);
  });

  test.each([
    ['gzip', gzipSync],
    ['zstd', zstdCompressSync],
  ] as const)('a bomb of %s stops early', async (_, pack) => {
    const bomb = pack(Buffer.alloc(200 * 1024 * 1024, `${'a'.repeat(1024 * 1024 - 1)}\n`));
    const { what } = await problemOf('bomb.csv', bomb);
    expect(what).toBe('The file unpacks to more than 400 times its size');
  });

  test('zstd on a Node.js that has none', async () => {
    const { zstdDecompressSync } = zlib;
    Reflect.set(zlib, 'zstdDecompressSync', undefined);
    try {
      for (const file of ['table.csv.zst', 'pyarrow-zstd.parquet', 'pyarrow-zstd.arrow']) {
        expect(await problemOf(file, golden(file))).toEqual({
          what: `Node.js ${process.versions.node} can't read zstd`,
          where: { file },
          remedy: 'Use Node.js 24, or another compression',
        });
      }
    } finally {
      Reflect.set(zlib, 'zstdDecompressSync', zstdDecompressSync);
    }
  });

  test('several members, one after the other', async () => {
    const packed = Buffer.concat([gzipSync('a\n1\n'), gzipSync('2\n')]);
    expect((await rowsOf('a.gz', packed)).rows).toEqual([{ a: 1 }, { a: 2 }]);
  });
});

test('columns that are not asked for are not read', async () => {
  const bytes = golden('pyarrow-none-pages.parquet');
  const read = new Uint8Array(bytes.length);
  const source = {
    byteLength: bytes.length,
    slice: async (start: number, end = bytes.length) => {
      read.fill(1, start, end);
      return bytes.subarray(start, end);
    },
  };
  const { columns, batches } = await openParquet(source, { columns: new Set(['int32']) });
  expect(columns).toEqual(['int32']);
  let rows = 0;
  for await (const batch of batches) rows += batch.rowCount;
  expect(rows).toBe(60);
  const footer = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 8, true);
  const pages = read.subarray(4, bytes.length - 8 - footer);
  const share = pages.reduce((sum, seen) => sum + seen, 0) / pages.length;
  expect(share).toBeLessThan(0.15);
});

test('objects within JSON objects become columns', async () => {
  const { columns, rows } = await rowsOf(
    'n.jsonl',
    '{"a":{"b":1,"c":{"d":"x"}},"e":["x",null,2,true]}\n{"a":{},"e":[]}\n{"a":{"b":2}}\n',
  );
  expect(columns).toEqual(['a.b', 'a.c.d', 'e']);
  expect(rows).toEqual([
    { 'a.b': 1, 'a.c.d': 'x', e: ['x', 2, 'true'] },
    { 'a.b': null, 'a.c.d': null, e: null },
    { 'a.b': 2, 'a.c.d': null, e: null },
  ]);
  const twice = await problemOf('n.jsonl', '{"a.b":1,"a":{"b":2}}\n');
  expect(twice.what).toContain('holds "a.b" twice');
  const deep = await problemOf('n.jsonl', `${'{"a":'.repeat(40)}1${'}'.repeat(40)}\n`);
  expect(deep.what).toContain('nested more than 32 deep');
});
