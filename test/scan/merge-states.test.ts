import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { emptyState, mergeStates } from '../../shared/scan/merge-states.ts';
import type { ScanState } from '../../shared/scan/scan-state.ts';
import { STATE_LIMITS } from '../../shared/scan/state-limits.ts';
import { type Cell, type ExampleRow, exampleRows, SMALL_LIMITS, stateOf } from './row-support.ts';

const NAMES = ['a', 'b', 'c', 'd'];

describe('merged parts are the whole', () => {
  test.each([
    ['as it is', STATE_LIMITS],
    ['beyond every limit', SMALL_LIMITS],
  ])('of random rows, dealt out at random and put together in any order, %s', (_, limits) => {
    fc.assert(
      fc.property(
        exampleRows,
        fc.infiniteStream(fc.nat({ max: 4 })),
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        (rows, deal, order) => {
          const parts: ExampleRow[][] = [[], [], [], [], []];
          for (const row of rows) parts[deal.next().value ?? 0]?.push(row);
          const whole = stateOf(rows, NAMES, limits);
          const states = order.map((part) => stateOf(parts[part] ?? [], NAMES, limits));
          const columns = [0, 1, 2, 3];
          const fromLeft = states.reduce((a, b) => mergeStates(a, b, columns, limits));
          const fromRight = states.reduceRight((a, b) => mergeStates(b, a, columns, limits));
          expect(fromLeft).toStrictEqual(whole);
          expect(fromRight).toStrictEqual(whole);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('whatever columns each part has, in whatever order', () => {
    fc.assert(
      fc.property(
        exampleRows,
        fc.nat({ max: 60 }),
        fc.shuffledSubarray(NAMES, { minLength: 1 }),
        (rows, border, order) => {
          const before = rows.slice(0, border).map((row) => ({ ...row, invalid: false }));
          const width = before.reduce((most, { cells }) => Math.max(most, cells.length), 1);
          const after = rows.slice(border).map((row) => only(row, order));
          const names = NAMES.slice(0, width);
          const all = [...names, ...order.filter((name) => !names.includes(name))];
          const whole = stateOf(
            [...before, ...after].map((row) => arrange(row, all)),
            all,
            SMALL_LIMITS,
          );
          const part = stateOf(
            after.map((row) => arrange(row, order)),
            order,
            SMALL_LIMITS,
          );
          const places = order.map((name) => all.indexOf(name));
          const first = stateOf(before, names, SMALL_LIMITS);
          expect(mergeStates(first, part, places, SMALL_LIMITS)).toStrictEqual(whole);
        },
      ),
      { numRuns: 120 },
    );
  });

  /** Without the cells of other columns. */
  function only(row: ExampleRow, names: readonly string[]): ExampleRow {
    return {
      ...row,
      cells: row.cells.map((cell, at) => (names.includes(NAMES[at] ?? '') ? cell : '')),
    };
  }

  function arrange(row: ExampleRow, names: readonly string[]): ExampleRow {
    const cells = names.map((name): Cell => row.cells[NAMES.indexOf(name)] ?? '');
    return { ...row, cells, invalid: false };
  }

  test('with the limits of every day: 150,000 rows in three parts', () => {
    const rows = Array.from({ length: 150_000 }, (_, index) => ({
      file: index % 2,
      line: index + 2,
      position: index * 31,
      cells: [
        String(Math.imul(index, 2654435761) / 7),
        `t${index % 40_000}`,
        String(index % 7),
        '',
      ],
    }));
    const whole = stateOf(rows, NAMES);
    const parts = [0, 1, 2].map((part) =>
      stateOf(
        rows.filter((_, index) => index % 3 === part),
        NAMES,
      ),
    );
    const merged = parts.reduceRight((a, b) => mergeStates(a, b));
    expect(sameState(merged, whole)).toBe(true);
    expect([whole.sample.level, whole.columns[1]?.values.counts]).toEqual([2, null]);
    expect(whole.columns[2]?.values.counts?.texts).toHaveLength(7);
  });

  /** As `toStrictEqual`, in time for long arrays. */
  function sameState(a: ScanState, b: ScanState): boolean {
    const text = (state: ScanState) =>
      JSON.stringify(state, (_, value: unknown) => {
        if (typeof value === 'bigint') return String(value);
        if (value instanceof Map) return [...value];
        return value instanceof BigUint64Array ? value.join() : value;
      });
    return text(a) === text(b);
  }
});

test('the state of no rows changes nothing', () => {
  fc.assert(
    fc.property(exampleRows, (rows) => {
      const state = stateOf(rows, NAMES);
      expect(mergeStates(emptyState(), state)).toStrictEqual(state);
      expect(mergeStates(state, emptyState(4))).toStrictEqual(state);
    }),
  );
});
