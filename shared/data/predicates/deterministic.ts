import type { PatternAssertion } from '../pattern-syntax.ts';
import type { CodePointClasses } from './code-point-classes.ts';
import { MOST_AUTOMATON_STATES } from './limits.ts';
import type { PatternAutomaton } from './pattern-automaton.ts';
import type { StepBudget } from './step-budget.ts';

/** An automaton over classes of code points that is in one state at a time; 0 is the first. */
export interface ClassAutomaton {
  readonly states: number;
  /** Next state, by state · classes + class. */
  readonly next: Int32Array;
  readonly accepting: Uint8Array;
}

/** What a word boundary and the ends of a text depend on. */
type Neighbour = 'none' | 'word' | 'other';

interface Situation {
  readonly waiting: readonly number[];
  readonly before: Neighbour;
}

/**
 * Subset construction: each set of states in which a search for the pattern may be becomes one state. Which of the
 * classes are word characters is told by the last of their sets where the pattern has word boundaries.
 *
 * Throws `BudgetExceeded`.
 */
export function determine(
  pattern: PatternAutomaton,
  { count, members }: CodePointClasses,
  budget: StepBudget,
): ClassAutomaton {
  const words = pattern.hasWordBoundary ? members.at(-1) : undefined;
  const neighbourOf = (one: number): Neighbour => (words?.[one] === 1 ? 'word' : 'other');
  const situations: Situation[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (situation: Situation): number => {
    const key = `${situation.before} ${situation.waiting.join(' ')}`;
    let known = numbers.get(key);
    if (known === undefined) {
      known = situations.push(situation) - 1;
      budget.demand(known < MOST_AUTOMATON_STATES);
      numbers.set(key, known);
    }
    return known;
  };
  numberOf({ waiting: [pattern.start], before: 'none' });
  // Found is found, whatever follows.
  const found = numberOf({ waiting: [0], before: 'other' });
  const next: number[] = [];
  const accepting: number[] = [];
  // The list grows on the way.
  for (const situation of situations) {
    accepting.push(close(pattern, situation, 'none', budget) === 'found' ? 1 : 0);
    const afterOther = close(pattern, situation, 'other', budget);
    const afterWord = words === undefined ? afterOther : close(pattern, situation, 'word', budget);
    for (let one = 0; one < count; one++) {
      const before = neighbourOf(one);
      const reached = before === 'word' ? afterWord : afterOther;
      if (reached === 'found') next.push(found);
      else {
        budget.spend(1 + reached.length);
        const waiting = new Set([pattern.start]);
        for (const { set, next: following } of reached) {
          if (members[set]?.[one] === 1) waiting.add(following);
        }
        next.push(numberOf({ waiting: [...waiting].sort((a, b) => a - b), before }));
      }
    }
  }
  return {
    states: situations.length,
    next: Int32Array.from(next),
    accepting: Uint8Array.from(accepting),
  };
}

type CharacterState = Extract<PatternAutomaton['states'][number], { kind: 'character' }>;

/** The states that are reached without a character when `after` comes next. */
function close(
  { states }: PatternAutomaton,
  { waiting, before }: Situation,
  after: Neighbour,
  budget: StepBudget,
): CharacterState[] | 'found' {
  const seen = new Set(waiting);
  const reached: CharacterState[] = [];
  for (const index of seen) {
    const state = states[index];
    if (state === undefined) continue;
    if (state.kind === 'found') return 'found';
    if (state.kind === 'fork') for (const following of state.next) seen.add(following);
    else if (state.kind === 'character') reached.push(state);
    else if (holds(state.asserts, before, after)) seen.add(state.next);
  }
  budget.spend(seen.size);
  return reached;
}

function holds(asserts: PatternAssertion, before: Neighbour, after: Neighbour): boolean {
  if (asserts === 'start') return before === 'none';
  if (asserts === 'end') return after === 'none';
  const boundary = (before === 'word') !== (after === 'word');
  return boundary === (asserts === 'word-boundary');
}

/**
 * The smallest automaton that accepts the same (Moore, "Gedanken-experiments on sequential machines", 1956).
 * Throws `BudgetExceeded`.
 */
export function minimise(
  { states, next, accepting }: ClassAutomaton,
  classes: number,
  budget: StepBudget,
): ClassAutomaton {
  let groups = Int32Array.from(accepting);
  let count = 0;
  for (;;) {
    budget.spend(states * classes);
    const known = new Map<string, number>();
    const finer = new Int32Array(states);
    for (let state = 0; state < states; state++) {
      let key = `${groups[state]}`;
      for (let one = 0; one < classes; one++) {
        key += ` ${groups[next[state * classes + one] ?? 0]}`;
      }
      // The first state met is the first one of the automaton, so that its group is 0.
      const group = known.get(key) ?? known.size;
      known.set(key, group);
      finer[state] = group;
    }
    groups = finer;
    if (known.size === count) break;
    count = known.size;
  }
  const smaller = { next: new Int32Array(count * classes), accepting: new Uint8Array(count) };
  for (let state = 0; state < states; state++) {
    const group = groups[state] ?? 0;
    smaller.accepting[group] = accepting[state] ?? 0;
    for (let one = 0; one < classes; one++) {
      smaller.next[group * classes + one] = groups[next[state * classes + one] ?? 0] ?? 0;
    }
  }
  return { states: count, ...smaller };
}
