import type { ByteAutomaton } from '../../scan/index.ts';
import type { PatternNode } from '../pattern-syntax.ts';
import { type ByteTree, cutIntoBytes, INVALID, nodeOf } from './byte-tree.ts';
import { type CodePointClasses, classifyCodePoints } from './code-point-classes.ts';
import { WORD_CHARACTERS } from './code-point-sets.ts';
import { type ClassAutomaton, determine, minimise } from './deterministic.ts';
import { MOST_AUTOMATON_STATES } from './limits.ts';
import { PatternAutomaton } from './pattern-automaton.ts';
import { BudgetExceeded, StepBudget } from './step-budget.ts';

/**
 * An automaton over the bytes of UTF-8 that accepts the texts in which the pattern is found anywhere, as `LinearPattern`
 * does. Bytes that are no UTF-8 are never accepted. Throws `BudgetExceeded` for what would be too large or take too long.
 * `costly`: see `PatternAutomaton`.
 */
export function compileAutomaton(
  pattern: PatternNode,
  budget: StepBudget,
  costly = new Set<string>(),
): ByteAutomaton {
  const parts = new PatternAutomaton(pattern, budget, costly);
  const sets = parts.hasWordBoundary ? [...parts.sets, WORD_CHARACTERS] : parts.sets;
  const classes = classifyCodePoints(sets, budget);
  const automaton = reduce(determine(parts, classes, budget), classes, budget);
  return spellInBytes(automaton, classes.count, cutIntoBytes(classes, budget), budget);
}

/** Smaller, where that doesn't take longer than it is worth. */
function reduce(
  automaton: ClassAutomaton,
  { count }: CodePointClasses,
  budget: StepBudget,
): ClassAutomaton {
  const own = new StepBudget(20 * automaton.states * count);
  try {
    return minimise(automaton, count, own);
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    return automaton;
  } finally {
    budget.spend(own.spent);
  }
}

/** Each state and each node of the tree that a character's bytes lead to from there; equal ones are one. */
function spellInBytes(
  automaton: ClassAutomaton,
  classCount: number,
  tree: ByteTree,
  budget: StepBudget,
): ByteAutomaton {
  const { classes, bytes } = classifyBytes(tree);
  const rows: Int32Array[] = [];
  const accepting: number[] = [];
  const addRow = (accepts: number): number => {
    budget.demand(rows.length < MOST_AUTOMATON_STATES);
    accepting.push(accepts);
    return rows.push(new Int32Array(bytes.length)) - 1;
  };
  const between = new Map<string, number>();
  const own = new Map<number, number>();
  const waiting: number[] = [];
  const dead = 1;
  const numberOf = (state: number): number => {
    if (state > 0 && leadsNowhere(automaton, state, classCount)) return dead;
    let number = own.get(state);
    if (number === undefined) {
      number = addRow(automaton.accepting[state] ?? 0);
      own.set(state, number);
      waiting.push(state);
    }
    return number;
  };
  numberOf(0);
  rows[addRow(0)]?.fill(dead);
  for (const state of waiting) {
    const known = new Map<number, number>();
    /** The number of the state after bytes that lead to `entry` of the tree. */
    const after = (entry: number): number => {
      if (entry === INVALID) return dead;
      if (entry >= 0) return numberOf(automaton.next[state * classCount + entry] ?? 0);
      let number = known.get(entry);
      if (number === undefined) {
        number = afterNode(tree.nodes[nodeOf(entry)]);
        known.set(entry, number);
      }
      return number;
    };
    const afterNode = (node: Int32Array | undefined): number => {
      budget.spend(bytes.length);
      const row = bytes.map((byte) =>
        isContinuation(byte) ? after(node?.[byte & 0x3f] ?? INVALID) : dead,
      );
      const key = row.join();
      let number = between.get(key);
      if (number === undefined) {
        number = row.every((next) => next === dead) ? dead : addRow(0);
        rows[number]?.set(row);
        between.set(key, number);
      }
      return number;
    };
    budget.spend(bytes.length);
    const row = bytes.map((byte) =>
      isContinuation(byte) ? dead : after(tree.first[byte] ?? INVALID),
    );
    rows[own.get(state) ?? 0]?.set(row);
  }
  return {
    states: rows.length,
    classes,
    classCount: bytes.length,
    transitions: Uint16Array.from(rows.flatMap((row) => [...row])),
    accepting: Uint8Array.from(accepting),
  };
}

/** Whether a state is not accepting, nor is any after it; in the smallest automaton there is one at most. */
function leadsNowhere(
  { next, accepting }: ClassAutomaton,
  state: number,
  classCount: number,
): boolean {
  const start = state * classCount;
  return (
    accepting[state] === 0 &&
    next.subarray(start, start + classCount).every((following) => following === state)
  );
}

/** Bytes that no node of the tree tells apart are one class; `bytes` has one byte of each. */
function classifyBytes({ first, nodes }: ByteTree): {
  readonly classes: Uint8Array;
  readonly bytes: readonly number[];
} {
  const known = new Map<string, number>();
  const bytes: number[] = [];
  const classes = Uint8Array.from({ length: 256 }, (_, byte) => {
    const key = isContinuation(byte)
      ? `continues ${nodes.map((node) => node[byte & 0x3f]).join()}`
      : `begins ${first[byte]}`;
    let one = known.get(key);
    if (one === undefined) {
      one = bytes.push(byte) - 1;
      known.set(key, one);
    }
    return one;
  });
  return { classes, bytes };
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}
