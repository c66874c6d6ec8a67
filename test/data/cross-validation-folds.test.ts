import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CellSplitConfiguration } from '../../shared/config/index.ts';
import { cellText, crossValidationFolds, findColumn, splitRows } from '../../shared/data/index.ts';
import { tableOf } from './data-support.ts';

const fractions = { train: 0.6, validation: 0.2, evaluation: 0.2 };

async function foldsOf(csv: string, given: Partial<CellSplitConfiguration>, folds: number) {
  const table = await tableOf(csv);
  const split: CellSplitConfiguration = { by: 'hash', key: [], fractions, ...given };
  const splits = splitRows(table, split);
  const textOf = (name: string, row: number) => {
    const column = findColumn(table, name);
    return column === undefined ? null : cellText(column, row);
  };
  return { splits, folds: crossValidationFolds(table, splits, split, folds), textOf };
}

const sorted = (rows: Iterable<number>) => [...rows].sort((a, b) => a - b);

describe('folds', () => {
  test('judge each row once, keep equal keys together and leave the evaluation alone', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 10, maxLength: 120 }),
        fc.integer({ min: 3, max: 8 }),
        fc.constantFrom('hash', 'stratified'),
        async (groups, count, by) => {
          const csv = `id,group,class\n${groups.map((group, row) => `${row},${group},${(group + (row % 3)) % 2}`).join('\n')}\n`;
          const { splits, folds, textOf } = await foldsOf(
            csv,
            { by, key: ['group'], ...(by === 'stratified' ? { column: 'class' } : {}) },
            count,
          );
          const open = sorted([...splits.train, ...splits.validation]);
          expect(sorted(folds.flatMap(({ judged }) => [...judged]))).toEqual(open);
          const groupsOf = (rows: Int32Array) => [...rows].map((row) => textOf('group', row));
          const keys = folds.map(({ judged }) => new Set(groupsOf(judged)).size);
          expect(Math.max(...keys) - Math.min(...keys)).toBeLessThanOrEqual(1);
          for (const { train, validation, judged } of folds) {
            expect(sorted([...train, ...validation, ...judged])).toEqual(open);
            for (const part of [train, validation, judged]) expect([...part]).toEqual(sorted(part));
            const seen = new Set([...groupsOf(train), ...groupsOf(validation)]);
            expect(groupsOf(judged).filter((group) => seen.has(group))).toEqual([]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('of a stratified split have their share of every class', async () => {
    const csv = `id,class\n${Array.from({ length: 200 }, (_, row) => `${row},${row % 10 === 0 ? 'rare' : 'usual'}`).join('\n')}\n`;
    const { folds, textOf } = await foldsOf(
      csv,
      { by: 'stratified', key: ['id'], column: 'class' },
      4,
    );
    // 16 of the 160 rows that are not kept for the evaluation are rare.
    for (const { judged } of folds) {
      expect(judged).toHaveLength(40);
      expect([...judged].filter((row) => textOf('class', row) === 'rare')).toHaveLength(4);
    }
  });

  test('hold as many rows of one key or one time as there are', async () => {
    const csv = `day,x\n${Array.from({ length: 250_000 }, (_, row) => `${row < 200_000 ? 1 : (row % 7) + 2},1`).join('\n')}\n`;
    for (const given of [
      { by: 'time', key: ['day'] },
      { by: 'hash', key: ['day'] },
    ] as const) {
      const { folds, splits } = await foldsOf(csv, given, 3);
      const judged = folds.reduce((sum, fold) => sum + fold.judged.length, 0);
      const open = splits.train.length + splits.validation.length;
      expect(judged).toBeLessThanOrEqual(open);
      expect(Math.max(...folds.map(({ train }) => train.length))).toBeGreaterThan(0);
    }
  });

  test('in time are never judged by what is older', async () => {
    const days = Array.from({ length: 100 }, (_, row) => Math.floor(((row * 37) % 100) / 3));
    const csv = `day,x\n${days.map((day, row) => `${day},${row}`).join('\n')}\n`;
    const { folds, splits } = await foldsOf(csv, { by: 'time', key: ['day'] }, 4);
    const range = (rows: Int32Array) => {
      const found = [...rows].map((row) => days[row] ?? 0);
      return [Math.min(...found), Math.max(...found)] as const;
    };
    const newest = range(splits.validation)[1];
    for (const { train, validation, judged } of folds) {
      expect(range(train)[1]).toBeLessThan(range(validation)[0]);
      expect(range(validation)[1]).toBeLessThan(range(judged)[0]);
      expect(judged.length).toBeGreaterThanOrEqual(10);
    }
    expect(range(folds.at(-1)?.judged ?? new Int32Array())[1]).toBe(newest);
    expect(folds.map(({ train }) => train.length)).toEqual(
      [...folds.map(({ train }) => train.length)].sort((a, b) => a - b),
    );
  });
});
