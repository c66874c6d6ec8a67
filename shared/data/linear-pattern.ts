import {
  type PatternAssertion,
  PatternError,
  type PatternNode,
  parsePattern,
} from './pattern-syntax.ts';

/** States of a pattern that users write; a character of a cell costs at most so many steps. */
const MOST_STATES = 1_000;
/** Transitions kept of one pattern, and the states that they lead to; beyond that they are computed anew. */
const MOST_KEPT = 100_000;

type PatternState =
  | {
      readonly kind: 'character';
      readonly matches: (character: string) => boolean;
      readonly next: number;
    }
  | { readonly kind: 'assertion'; readonly asserts: PatternAssertion; readonly next: number }
  | { readonly kind: 'fork'; readonly next: number[] }
  | { readonly kind: 'found' };

/** States waiting between two characters, and what the character before was. */
interface Situation {
  readonly waiting: readonly number[];
  readonly before: Neighbour;
  readonly transitions: Map<string, Situation | 'found'>;
}

/** What a word boundary and the ends of a text depend on. */
type Neighbour = 'none' | 'word' | 'other';

/**
 * A regular expression (ECMAScript, flag `u`) that is applied in time linear in the text: a schema and data that are made
 * for it can't stop a run, as they can with a backtracking engine (`^(a+)+$`). All states that the expression may be in
 * are followed at once (Thompson, "Regular expression search algorithm", CACM 11, 1968), and the sets of them are kept.
 *
 * Throws a `PatternError` for what is no regular expression, for look-around and backreferences, and for more than
 * 1,000 states (`x{500}` has 500) if nothing else is said.
 */
export class LinearPattern {
  readonly #source: string;
  readonly #most: number;
  readonly #states: PatternState[] = [{ kind: 'found' }];
  readonly #start: number;
  #steps = 0;
  #situations = new Map<string, Situation>();
  #kept = 0;

  constructor(source: string, mostStates = MOST_STATES) {
    this.#source = source;
    this.#most = mostStates;
    this.#start = this.#compile(parsePattern(source), 0);
  }

  toString(): string {
    return this.#source;
  }

  /** Whether the pattern is found anywhere in `text`. */
  test(text: string): boolean {
    let situation = this.#situation([this.#start], 'none');
    for (const character of text) {
      const known = situation.transitions.get(character);
      const next = known ?? this.#advance(situation, character);
      if (next === 'found') return true;
      situation = next;
    }
    return this.#close(situation, 'none') === 'found';
  }

  /** Adds the states of `node`, after which `next` follows, and gives the first of them. */
  #compile(node: PatternNode, next: number): number {
    // Parts without states are counted, too: `(?:){1000000000}`.
    if (++this.#steps > this.#most) {
      throw new PatternError(
        `is too large: its parts, repetitions written out, are more than ${this.#most}`,
      );
    }
    switch (node.kind) {
      case 'character':
        return this.#add({ kind: 'character', matches: node.matches, next });
      case 'assertion':
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
    return this.#states.push(state) - 1;
  }

  #advance(situation: Situation, character: string): Situation | 'found' {
    const before: Neighbour = /^\w$/.test(character) ? 'word' : 'other';
    const reached = this.#close(situation, before);
    let next: Situation | 'found' = 'found';
    if (reached !== 'found') {
      const waiting = new Set<number>();
      for (const state of reached) {
        if (state.kind === 'character' && state.matches(character)) waiting.add(state.next);
      }
      // It may begin at every character.
      waiting.add(this.#start);
      this.#kept += 1 + waiting.size;
      if (this.#kept > MOST_KEPT) this.#forget();
      next = this.#situation(
        [...waiting].sort((a, b) => a - b),
        before,
      );
    }
    situation.transitions.set(character, next);
    return next;
  }

  #situation(waiting: readonly number[], before: Neighbour): Situation {
    const key = `${before} ${waiting.join(' ')}`;
    let situation = this.#situations.get(key);
    if (situation === undefined) {
      situation = { waiting, before, transitions: new Map() };
      this.#situations.set(key, situation);
    }
    return situation;
  }

  #forget(): void {
    this.#situations = new Map();
    this.#kept = 0;
  }

  /** The states that are reached without a character when `after` comes next. */
  #close({ waiting, before }: Situation, after: Neighbour): PatternState[] | 'found' {
    const seen = new Set(waiting);
    const reached: PatternState[] = [];
    // A set is walked with what is added on the way.
    for (const index of seen) {
      const state = this.#states[index];
      if (state === undefined) continue;
      if (state.kind === 'found') return 'found';
      if (state.kind === 'fork') for (const next of state.next) seen.add(next);
      else if (state.kind === 'character') reached.push(state);
      else if (holds(state.asserts, before, after)) seen.add(state.next);
    }
    return reached;
  }
}

function holds(asserts: PatternAssertion, before: Neighbour, after: Neighbour): boolean {
  if (asserts === 'start') return before === 'none';
  if (asserts === 'end') return after === 'none';
  const boundary = (before === 'word') !== (after === 'word');
  return boundary === (asserts === 'word-boundary');
}
