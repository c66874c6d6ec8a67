import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CELL, type CellKind, Row } from '../../../shared/scan/cell.ts';
import type { CellPredicate } from '../../../shared/scan/cell-predicate.ts';
import { failsPredicate } from '../../../shared/scan/fails-predicate.ts';
import { JsonKernelScanner } from '../../../shared/scan/kernel/index.ts';
import { STATE_LIMITS } from '../../../shared/scan/state-limits.ts';
import { SMALL_LIMITS } from '../row-support.ts';
import { jsonFile } from './fuzzed-json.ts';
import { fillJsonRow, type ReferenceRow, referenceRows } from './reference-json.ts';

const RUNS = Number(process.env.FUZZ_RUNS ?? 150);
const MISSING = new Set(['NA', '-1', 'true']);
const NOTHING: CellPredicate = {
  ...{ refusedKinds: 0, bounds: null, lengths: null, automaton: null, allowed: null, test: null },
};

const predicate: fc.Arbitrary<CellPredicate> = fc.constantFrom(
  { ...NOTHING, refusedKinds: 1 << CELL.missing },
  { ...NOTHING, refusedKinds: 1 << CELL.text },
  { ...NOTHING, bounds: { min: 0, max: 50 } },
  { ...NOTHING, lengths: { min: 1, max: 3 } },
  { ...NOTHING, allowed: ['x', '12', 'é', '0'] },
  { ...NOTHING, test: (text: string, kind: CellKind) => (text.length + kind) % 3 !== 0 },
);

/** Some keys of `fuzzed-json.ts`. */
const predicates = fc
  .tuple(fc.option(predicate), fc.option(predicate), fc.option(predicate))
  .map(([a, id, price]) => new Map(Object.entries({ a, id, price })));

type Asked = ReadonlyMap<string, CellPredicate | null>;
type Found = readonly [line: number, position: number, cells: readonly string[]];

function foundOf({ line, position, names, texts, kinds }: Row): Found {
  const cells = names.map((name, index) => `${name}=${kinds[index]}:${texts[index]}`);
  return [line, position, cells.filter((_, index) => kinds[index] !== CELL.missing)];
}

function expectedOf(rows: readonly ReferenceRow[], asked: Asked): Found[] {
  const names = [...new Set(rows.flatMap(({ object }) => [...object.keys()]))];
  for (const name of asked.keys()) if (!names.includes(name)) names.push(name);
  const row = new Row(names);
  const found: Found[] = [];
  for (const one of rows) {
    fillJsonRow(row, one, MISSING);
    const fails = names.some((name, index) => {
      const kind = row.kinds[index] as CellKind;
      const predicate = asked.get(name) ?? null;
      if (predicate === null) return false;
      return failsPredicate(predicate, kind, row.texts[index] ?? '', row.numbers[index] ?? 0);
    });
    if (fails) found.push(foundOf(row));
  }
  return found;
}

describe('rules for JSON Lines', () => {
  test.each([
    ['values counted one by one', STATE_LIMITS],
    ['values given up', SMALL_LIMITS],
  ])('flag the rows that the TypeScript twin flags, with %s', (_, limits) => {
    fc.assert(
      fc.property(jsonFile, predicates, fc.constantFrom(200, 1 << 18), (bytes, asked, window) => {
        const found: Found[] = [];
        const rules = (names: readonly string[]) => ({
          predicates: names.map((name) => asked.get(name) ?? null),
          everyRow: [...asked].some(
            ([name, one]) => one !== null && one.refusedKinds % 2 === 1 && !names.includes(name),
          ),
          onRow: (row: Row) => void found.push(foundOf(row)),
        });
        const options = { limits, rules, missingValues: [...MISSING], windowBytes: window };
        const scanner = new JsonKernelScanner([], options);
        scanner.begin({ file: 0 });
        scanner.push(bytes);
        scanner.finish();
        expect(scanner.refusal).toBe(false);
        expect(found).toEqual(expectedOf(referenceRows(bytes, 0) ?? [], asked));
      }),
      { numRuns: RUNS },
    );
  });

  test('give every present text of a watched column, with its line', () => {
    const watched: [number, string, number][] = [];
    const rules = (names: readonly string[]) => ({
      predicates: [],
      onRow: () => {},
      watched: [names.indexOf('b')].filter((index) => index >= 0),
      onWatched: (column: number, text: string, { line }: { readonly line: number }) =>
        void watched.push([column, text, line]),
    });
    const scanner = new JsonKernelScanner([], { rules });
    scanner.begin({ file: 0 });
    scanner.push(Buffer.from('{"a":1}\n{"a":1,"b":"\\u0078"}\n\n{"b":2.50}\n{"b":null}'));
    scanner.finish();
    expect(watched).toEqual([
      [1, 'x', 2],
      [1, '2.50', 4],
    ]);
  });
});
