import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cellText, findColumn, splitRows, type Table } from '../../shared/data/index.ts';
import { murmurHash3 } from '../../shared/data/murmur-hash.ts';
import { CELL_SPLIT as split, tableOf } from './data-support.ts';

/** Split of every row by the text of its `id`. */
function splitOfIds(table: Table, key: readonly string[]): Map<string, string> {
  const id = findColumn(table, 'id');
  if (id === undefined) throw new Error('no id');
  const splits = splitRows(table, { ...split, key });
  return new Map(
    Object.entries(splits).flatMap(([name, rows]) =>
      [...(rows as Int32Array)].map((row) => [cellText(id, row) ?? '', name] as const),
    ),
  );
}

describe('MurmurHash3', () => {
  // Values of the reference implementation (SMHasher, MurmurHash3_x86_32).
  test.each([
    ['', 0, 0],
    ['', 1, 0x514e28b7],
    ['', 0xffffffff, 0x81f16f39],
    ['test', 0, 0xba6bd213],
    ['test', 0x9747b28c, 0x704b81dc],
    ['Hello, world!', 0, 0xc0363e43],
    ['Hello, world!', 0x9747b28c, 0x24884cba],
    ['The quick brown fox jumps over the lazy dog', 0, 0x2e4ff723],
    ['The quick brown fox jumps over the lazy dog', 0x9747b28c, 0x2fa826cd],
  ])('%j with seed %d', (text, seed, hash) => {
    const bytes = new TextEncoder().encode(text);
    expect(murmurHash3(bytes, bytes.length, seed)).toBe(hash);
  });
});

describe('splitRows', () => {
  const rows = Array.from({ length: 5000 }, (_, id) => `${id},${id % 7},${id % 3 ? 'a' : 'b'}`);
  const csv = (lines: readonly string[]) => `id,x,s\n${lines.join('\n')}\n`;

  test('every row is in one split, ascending, and the shares are those asked for', async () => {
    const table = await tableOf(csv(rows));
    for (const key of [[], ['id']]) {
      const { train, validation, evaluation } = splitRows(table, { ...split, key });
      const all = [...train, ...validation, ...evaluation];
      expect(all.sort((a, b) => a - b)).toEqual(rows.map((_, row) => row));
      expect([...train]).toEqual([...train].sort((a, b) => a - b));
      // Four standard deviations of a binomial share at n = 5,000.
      expect(Math.abs(train.length / 5000 - 0.7)).toBeLessThan(0.026);
      expect(Math.abs(validation.length / 5000 - 0.1)).toBeLessThan(0.017);
      expect(Math.abs(evaluation.length / 5000 - 0.2)).toBeLessThan(0.023);
    }
  });

  test('does not change: these ids are in evaluation for ever', async () => {
    const table = await tableOf(csv(rows.slice(0, 40)));
    const { validation, evaluation } = splitRows(table, { ...split, key: ['id'] });
    expect([...evaluation]).toEqual(EVALUATION);
    expect([...validation]).toEqual(VALIDATION);
  });

  test('depends neither on the order of rows, columns and shards nor on rows added', async () => {
    const whole = await tableOf(csv(rows.slice(0, 1000)));
    const shards = await tableOf({
      '1.csv': csv(rows.slice(600, 2000).reverse()),
      '2.csv': `s,id,x\n${rows
        .slice(0, 600)
        .map((row) => row.replace(/(.*),(.*),(.*)/, '$3,$1,$2'))
        .join('\n')}\n`,
    });
    for (const key of [[], ['id'], ['s', 'x']]) {
      const more = splitOfIds(shards, key);
      for (const [id, name] of splitOfIds(whole, key)) expect(more.get(id)).toBe(name);
    }
  });

  test('equal keys stay together', async () => {
    const table = await tableOf(csv(rows));
    const byKey = splitOfIds(table, ['x']);
    for (const [id, name] of byKey) expect(name).toBe(byKey.get(String(Number(id) % 7)));
  });

  test('does not depend on whether a column was read as numbers', async () => {
    const values = ['1', '1.50', '+2', '1e3', '-0', '12345678901234567890', 'inf', 'nan'];
    const lines = values.map((value, id) => `${id},${value},a`);
    const numbers = await tableOf(csv(lines));
    const texts = await tableOf(csv([...lines, '99,text,a']));
    expect(numbers.columns[1]?.kind).toBe('numeric');
    expect(texts.columns[1]?.kind).toBe('categorical');
    const more = splitOfIds(texts, ['x']);
    for (const [id, name] of splitOfIds(numbers, ['x'])) expect(more.get(id)).toBe(name);
  });

  test('whole numbers beyond 2⁵³ are keys of their own, however they are written', async () => {
    const big = 2n ** 60n;
    const lines = Array.from({ length: 200 }, (_, id) => `${id},${big + BigInt(id)},a`);
    const table = await tableOf(csv(lines));
    expect(table.columns[1]?.kind).toBe('numeric');
    const { train, validation, evaluation } = splitRows(table, { ...split, key: ['x'] });
    expect(train.length).toBeGreaterThan(100);
    expect(validation.length).toBeGreaterThan(5);
    expect(evaluation.length).toBeGreaterThan(15);
    const written = ['1e21', '1000000000000000000000', '+001000000000000000000000.0', '1.0e21'];
    const one = await tableOf(csv([...written, '1e20'].map((x, id) => `${id},${x},a`)));
    const column = findColumn(one, 'x');
    if (column === undefined) throw new Error('no x');
    const texts = [0, 1, 2, 3, 4].map((row) => cellText(column, row));
    expect(texts).toEqual([...Array(4).fill(`1${'0'.repeat(21)}`), `1${'0'.repeat(20)}`]);
  });

  test('cells are told apart: "ab","c" is not "a","bc", and missing is not empty-looking text', async () => {
    const hash = async (a: string, b: string) => {
      const table = await tableOf(
        `id,a,b\n${Array.from({ length: 64 }, (_, id) => `${id},${a}${id},${b}`).join('\n')}\n`,
      );
      return [...splitRows(table, { ...split, key: ['a', 'b'] }).train].join();
    };
    expect(await hash('ab', 'c')).not.toBe(await hash('a', 'bc'));
    expect(await hash('a', '')).not.toBe(await hash('a', '-1'));
  });

  test('any fractions: rows only move between neighbouring splits as a border moves', async () => {
    const table = await tableOf(csv(rows.slice(0, 300)));
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 0.6, noNaN: true }), (train) => {
        const at = (share: number) =>
          splitRows(table, {
            by: 'hash',
            key: [],
            fractions: { train: share, validation: 0.1, evaluation: 0.9 - share },
          });
        const fewer = new Set(at(train).train);
        const more = new Set(at(train + 0.2).train);
        for (const row of fewer) expect(more.has(row)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test('a key that is no column: nearest name', async () => {
    const table = await tableOf(csv(rows.slice(0, 3)));
    expect(() => splitRows(table, { ...split, key: ['idd', 'zzzzzz'] })).toThrow(
      /data\.split\.key names a column "idd" that is not in the data. Did you mean "id"\?\n.*"zzzzzz".*id, x, s/,
    );
  });
});

// Computed in Python by a second implementation of the hash over the same bytes (length in four bytes, then UTF-8).
const EVALUATION: readonly number[] = [2, 16, 17, 19, 31, 37];
const VALIDATION: readonly number[] = [4, 11, 26, 34];
