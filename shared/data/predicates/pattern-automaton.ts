import type { PatternAssertion, PatternNode } from '../pattern-syntax.ts';
import { type CodePointSet, codePointsOf, isCostlySet } from './code-point-sets.ts';
import { MOST_PATTERN_PARTS, STEPS_OF_COSTLY_SET } from './limits.ts';
import type { StepBudget } from './step-budget.ts';

/** Parts of a pattern with what may follow each (Thompson, "Regular expression search algorithm", CACM 11, 1968). */
export type PatternState =
  | { readonly kind: 'character'; readonly set: number; readonly next: number }
  | { readonly kind: 'assertion'; readonly asserts: PatternAssertion; readonly next: number }
  | { readonly kind: 'fork'; readonly next: number[] }
  | { readonly kind: 'found' };

/** An automaton over code points that may be in several states at once. */
export class PatternAutomaton {
  readonly states: PatternState[] = [{ kind: 'found' }];
  readonly start: number;
  /** What the states of kind `character` match, each set once. */
  readonly sets: CodePointSet[] = [];
  hasWordBoundary = false;
  readonly #setsBySource = new Map<string, number>();
  readonly #budget: StepBudget;
  readonly #costly: Set<string>;
  #parts = 0;

  /** `costly`: sets that were paid for before; those of this pattern join them. Throws `BudgetExceeded`. */
  constructor(pattern: PatternNode, budget: StepBudget, costly: Set<string>) {
    this.#budget = budget;
    this.#costly = costly;
    this.start = this.#compile(pattern, 0);
  }

  #compile(node: PatternNode, next: number): number {
    this.#budget.spend(1);
    this.#budget.demand(++this.#parts <= MOST_PATTERN_PARTS);
    switch (node.kind) {
      case 'character':
        return this.#add({ kind: 'character', set: this.#setOf(node.source), next });
      case 'assertion':
        this.hasWordBoundary ||= node.asserts.endsWith('word-boundary');
        return this.#add({ kind: 'assertion', asserts: node.asserts, next });
      case 'sequence':
        return node.parts.reduceRight((after, part) => this.#compile(part, after), next);
      case 'choice':
        return this.#add({
          kind: 'fork',
          next: node.parts.map((part) => this.#compile(part, next)),
        });
      case 'repetition':
        return this.#repeat(node, next);
    }
  }

  #repeat(
    { part, least, most }: Extract<PatternNode, { kind: 'repetition' }>,
    next: number,
  ): number {
    let first = next;
    if (most === Number.POSITIVE_INFINITY) {
      const fork: number[] = [];
      first = this.#add({ kind: 'fork', next: fork });
      fork.push(this.#compile(part, first), next);
    } else {
      for (let count = least; count < most; count++) {
        first = this.#add({ kind: 'fork', next: [this.#compile(part, first), next] });
      }
    }
    for (let count = 0; count < least; count++) first = this.#compile(part, first);
    return first;
  }

  #add(state: PatternState): number {
    return this.states.push(state) - 1;
  }

  #setOf(source: string): number {
    let index = this.#setsBySource.get(source);
    if (index === undefined) {
      if (isCostlySet(source) && !this.#costly.has(source)) {
        this.#budget.spend(STEPS_OF_COSTLY_SET);
        this.#costly.add(source);
      }
      index = this.sets.push(codePointsOf(source)) - 1;
      this.#setsBySource.set(source, index);
    }
    return index;
  }
}
