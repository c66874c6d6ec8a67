import { isUtf8 } from 'node:buffer';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CellKind, Row } from '../../../shared/scan/cell.ts';
import type { ByteAutomaton, CellPredicate } from '../../../shared/scan/cell-predicate.ts';
import { failsPredicate } from '../../../shared/scan/fails-predicate.ts';
import { CsvKernelScanner, ScanKernel } from '../../../shared/scan/kernel/index.ts';
import { STATE_LIMITS } from '../../../shared/scan/state-limits.ts';
import { SMALL_LIMITS } from '../row-support.ts';
import { cellText, csvFile } from './fuzzed-csv.ts';
import { type ReferenceRow, referenceRows } from './reference-csv.ts';

const RUNS = Number(process.env.FUZZ_RUNS ?? 150);
const MISSING = new Set(['NA', '0']);

const automaton: fc.Arbitrary<ByteAutomaton> = fc
  .record({
    classes: fc.uint8Array({ minLength: 256, maxLength: 256, max: 2 }),
    transitions: fc.array(fc.nat({ max: 3 }), { minLength: 12, maxLength: 12 }),
    accepting: fc.uint8Array({ minLength: 4, maxLength: 4, max: 1 }),
  })
  .map(({ classes, transitions, accepting }) => ({
    states: 4,
    classCount: 3,
    classes,
    transitions: Uint16Array.from(transitions),
    accepting,
  }));

const predicate: fc.Arbitrary<CellPredicate> = fc.record({
  refusedKinds: fc.constantFrom(0, 0, 1, 8, 64, 30),
  bounds: fc.option(
    fc.constantFrom({ min: 0, max: 50 }, { min: -Infinity, max: 9007199254740992 }),
  ),
  lengths: fc.option(fc.constantFrom({ min: 1, max: 3 }, { min: 2, max: Infinity })),
  automaton: fc.option(automaton),
  allowed: fc.option(fc.array(cellText, { maxLength: 20 })),
  test: fc.option(fc.constant((text: string, kind: CellKind) => (text.length + kind) % 3 !== 0)),
});

interface Found {
  readonly line: number;
  readonly position: number;
  readonly texts: readonly string[];
}

/** Rows with a cell that fails, and every present cell of the first column. */
function expectedOf(rows: readonly ReferenceRow[], predicates: readonly (CellPredicate | null)[]) {
  const row = new Row([]);
  const flagged: Found[] = [];
  const watched: [string, number][] = [];
  for (const { cells, line, position } of rows.slice(1)) {
    row.resize(cells.length);
    let fails = false;
    for (const [index, bytes] of cells.entries()) {
      row.setText(index, bytes.toString('utf8'), MISSING);
      const kind = row.kinds[index] as CellKind;
      const text = row.texts[index] ?? '';
      if (kind !== 0 && index === 0) watched.push([text, line]);
      const asked = predicates[index] ?? null;
      if (asked === null) continue;
      fails ||= !isUtf8(bytes) && kind !== 0;
      fails ||= failsPredicate(asked, kind, text, row.numbers[index] ?? 0);
    }
    if (fails) flagged.push({ line, position, texts: [...row.texts] });
  }
  return { flagged, watched };
}

function scan(
  bytes: Buffer,
  delimiter: string,
  width: number,
  predicates: readonly (CellPredicate | null)[],
  limits = STATE_LIMITS,
  everyRow = false,
) {
  const names = Array.from({ length: width }, (_, column) => `c${column}`);
  const kernel = new ScanKernel(names, MISSING, limits);
  const flagged: Found[] = [];
  const watched: [string, number][] = [];
  kernel.setRules({
    predicates,
    everyRow,
    onRow: ({ line, position, texts }) => flagged.push({ line, position, texts: [...texts] }),
    watched: [0],
    onWatched: (_, text, { line }) => watched.push([text, line]),
  });
  const places = names.map((_, index) => index);
  const scanner = new CsvKernelScanner(kernel, { file: 0, delimiter, places, windowBytes: 512 });
  scanner.push(bytes);
  scanner.finish();
  return { flagged, watched, refusal: scanner.refusal };
}

describe('rules', () => {
  test.each([
    ['values counted one by one', STATE_LIMITS],
    ['values given up', SMALL_LIMITS],
  ])('flag the rows that the TypeScript twin flags, with %s', (_, limits) => {
    fc.assert(
      fc.property(
        csvFile,
        fc.array(fc.option(predicate), { minLength: 5, maxLength: 5 }),
        ({ bytes, delimiter }, predicates) => {
          const rows = referenceRows(bytes, delimiter);
          const width = rows?.[0]?.cells.length ?? 0;
          const found = scan(bytes, delimiter, width, predicates, limits);
          if (rows === null || rows.some(({ cells }) => cells.length !== width)) {
            expect(found.refusal).not.toBeNull();
          } else expect(found).toEqual({ ...expectedOf(rows, predicates), refusal: null });
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('give every row where rules across columns ask for it', () => {
    const bytes = Buffer.from('c0,c1\n1,"a ""b"""\r\n\r\n"x\ny",0\n3,z');
    const { flagged } = scan(bytes, ',', 2, [], STATE_LIMITS, true);
    expect(flagged).toEqual([
      { line: 2, position: 6, texts: ['1', 'a "b"'] },
      { line: 4, position: 21, texts: ['x\ny', ''] },
      { line: 6, position: 29, texts: ['3', 'z'] },
    ]);
  });

  test('call a test once for each text that is counted', () => {
    const calls: string[] = [];
    const counting: CellPredicate = {
      ...{ refusedKinds: 0, bounds: null, lengths: null, automaton: null, allowed: null },
      test: (text) => calls.push(text) > 0,
    };
    scan(Buffer.from(`c0\n${'a\nb\n'.repeat(500)}`), ',', 1, [counting]);
    expect(calls).toEqual(['a', 'b']);
  });
});
