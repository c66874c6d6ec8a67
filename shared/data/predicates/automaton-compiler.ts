import type { ByteAutomaton } from '../../scan/index.ts';
import { parsePattern } from '../pattern-syntax.ts';
import { compileAutomaton } from './byte-automaton.ts';
import { MOST_PATTERN_STEPS, MOST_SCHEMA_STEPS } from './limits.ts';
import { BudgetExceeded, StepBudget } from './step-budget.ts';

/** Makes the automata of one schema, each pattern once, with bounded work. */
export class AutomatonCompiler {
  readonly #made = new Map<string, ByteAutomaton | null>();
  readonly #costly = new Set<string>();
  #left = MOST_SCHEMA_STEPS;

  /** Null for a pattern that would take too long or give too many states. Throws a `PatternError`. */
  compile(source: string): ByteAutomaton | null {
    const known = this.#made.get(source);
    if (known !== undefined) return known;
    const budget = new StepBudget(Math.min(MOST_PATTERN_STEPS, this.#left));
    let automaton: ByteAutomaton | null = null;
    try {
      automaton = compileAutomaton(parsePattern(source), budget, this.#costly);
    } catch (error) {
      if (!(error instanceof BudgetExceeded)) throw error;
    }
    this.#left -= budget.spent;
    this.#made.set(source, automaton);
    return automaton;
  }
}
