import type { CellKind, Row } from '../cell.ts';
import type { ByteAutomaton, CellPredicate } from '../cell-predicate.ts';
import type { Place } from '../scan-state.ts';
import { PREDICATE } from './column-layout.ts';
import type { ScanKernel } from './scan-kernel.ts';

/** What is looked for in rows while they are scanned. */
export interface RowRules {
  /** By column; null where nothing is asked of single cells. */
  readonly predicates: readonly (CellPredicate | null)[];
  /** Whether `onRow` gets every row, for rules across columns; else those with a cell that fails its predicate. */
  readonly everyRow?: boolean;
  /** Gets a row that is only valid during the call. */
  readonly onRow: (row: Row) => void;
  /** Columns whose every present text is asked for, such as those that must be unique. */
  readonly watched?: readonly number[];
  readonly onWatched?: (column: number, text: string, place: Place) => void;
}

const PART = { bounds: 1, lengths: 2, automaton: 4, allowed: 8, test: 16 } as const;
const LARGEST = 0xffff_ffff;

/** Writes predicates into the kernel's memory, before its first row. */
export function addPredicates(
  kernel: ScanKernel,
  predicates: readonly (CellPredicate | null)[],
): void {
  for (const [index, column] of kernel.columns.entries()) {
    const predicate = predicates[index] ?? null;
    if (predicate !== null) addPredicate(kernel, column, predicate);
  }
}

function addPredicate(kernel: ScanKernel, column: number, predicate: CellPredicate): void {
  const { bounds, lengths, automaton, allowed, test } = predicate;
  const at = kernel.exports.newPredicate(column, allowed?.length ?? 0) >>> 0;
  const parts =
    (bounds === null ? 0 : PART.bounds) |
    (lengths === null ? 0 : PART.lengths) |
    (automaton === null ? 0 : PART.automaton) |
    (allowed === null ? 0 : PART.allowed) |
    (test === null ? 0 : PART.test);
  if (automaton !== null) addAutomaton(kernel, at, automaton);
  // Sorted out here, so that a text that stands twice is kept once.
  for (const text of new Set(allowed ?? [])) {
    kernel.withText(text, (start, length) => kernel.exports.addAllowed(at, start, length));
  }
  const { memory } = kernel;
  memory.writeDoubleLE(bounds?.min ?? 0, at + PREDICATE.min);
  memory.writeDoubleLE(bounds?.max ?? 0, at + PREDICATE.max);
  memory.writeUInt32LE(predicate.refusedKinds, at + PREDICATE.refusedKinds);
  memory.writeUInt32LE(parts, at + PREDICATE.parts);
  memory.writeUInt32LE(wholeWithin(Math.ceil(lengths?.min ?? 0)), at + PREDICATE.minLength);
  memory.writeUInt32LE(wholeWithin(Math.floor(lengths?.max ?? 0)), at + PREDICATE.maxLength);
}

/** A text has fewer characters than the largest number: no length is between. */
function wholeWithin(length: number): number {
  return Math.max(0, Math.min(LARGEST, length));
}

function addAutomaton(kernel: ScanKernel, at: number, automaton: ByteAutomaton): void {
  const { classes, classCount, transitions, accepting } = automaton;
  const put = (bytes: Uint8Array, member: number) => {
    const block = kernel.exports.allocate(Math.max(1, bytes.length)) >>> 0;
    kernel.memory.set(bytes, block);
    kernel.memory.writeUInt32LE(block, at + member);
  };
  put(classes, PREDICATE.classes);
  // What the kernel waits for is then one addition and one load a byte, and no multiplication.
  const places = Uint32Array.from(transitions, (state) => 4 * classCount * state);
  put(new Uint8Array(places.buffer), PREDICATE.transitions);
  put(accepting, PREDICATE.accepting);
  kernel.memory.writeUInt32LE(classCount, at + PREDICATE.classCount);
}

/** Whether a text fails the test of a column's predicate. */
export function failsTest(
  predicates: readonly (CellPredicate | null)[],
  column: number,
  text: string,
  kind: number,
): boolean {
  return predicates[column]?.test?.(text, kind as CellKind) === false;
}
