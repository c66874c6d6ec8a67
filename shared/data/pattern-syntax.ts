/** A regular expression without what only backtracking can match: look-around and backreferences. */
export type PatternNode =
  | {
      readonly kind: 'character';
      /** As the pattern has it: the character itself, a class or an escape. */
      readonly source: string;
      readonly matches: (character: string) => boolean;
    }
  | { readonly kind: 'assertion'; readonly asserts: PatternAssertion }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly PatternNode[] }
  | {
      readonly kind: 'repetition';
      readonly part: PatternNode;
      readonly least: number;
      /** May be infinite. */
      readonly most: number;
    };

export type PatternAssertion = 'start' | 'end' | 'word-boundary' | 'no-word-boundary';

/** What keeps a pattern from being applied, as the end of a sentence that begins with the pattern. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

/** Deeper groups would exhaust the stack of the reader. */
const DEEPEST_GROUP = 100;

const GROUP = /\((?:\?:|\?<(?![=!])[^>]*>|(?!\?))/y;
/** One character: a class, an escape, two escaped surrogates that are one code point, or itself. */
const CHARACTER =
  /\[(?:\\[\s\S]|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\c[A-Za-z]|\\[\s\S]|[\s\S]/uy;
const QUANTIFIER = /(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/y;
const ASSERTIONS: ReadonlyMap<string, PatternAssertion> = new Map([
  ['^', 'start'],
  ['$', 'end'],
  ['\\b', 'word-boundary'],
  ['\\B', 'no-word-boundary'],
]);

/** Reads a pattern as ECMAScript has it with the flag `u`. Throws a `PatternError`. */
export function parsePattern(source: string): PatternNode {
  try {
    // The engine's own reader finds the mistakes, so that this one needs not.
    new RegExp(source, 'u');
  } catch (cause) {
    const reason = (cause as Error).message.split(': ').at(-1) ?? '';
    throw new PatternError(`is no regular expression: ${reason}`, { cause });
  }
  return new PatternReader(source).read();
}

class PatternReader {
  readonly #source: string;
  #position = 0;

  constructor(source: string) {
    this.#source = source;
  }

  read(): PatternNode {
    return this.#choice(0);
  }

  #choice(depth: number): PatternNode {
    if (depth > DEEPEST_GROUP) {
      throw new PatternError(`has more than ${DEEPEST_GROUP} groups in each other`);
    }
    const parts = [this.#sequence(depth)];
    while (this.#source[this.#position] === '|') {
      this.#position++;
      parts.push(this.#sequence(depth));
    }
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { kind: 'choice', parts };
  }

  #sequence(depth: number): PatternNode {
    const parts: PatternNode[] = [];
    while (this.#position < this.#source.length && !/[|)]/.test(this.#next())) {
      parts.push(this.#quantified(this.#term(depth)));
    }
    return { kind: 'sequence', parts };
  }

  #next(): string {
    return this.#source[this.#position] ?? '';
  }

  #term(depth: number): PatternNode {
    if (this.#next() === '(') {
      if (this.#match(GROUP) === null) {
        throw new PatternError('looks ahead or behind, or changes flags, which is not supported');
      }
      const inner = this.#choice(depth + 1);
      this.#position++;
      return inner;
    }
    const [text = ''] = this.#match(CHARACTER) ?? [];
    const asserts = ASSERTIONS.get(text);
    if (asserts !== undefined) return { kind: 'assertion', asserts };
    if (/^\\[1-9k]/.test(text)) {
      throw new PatternError('refers back to a group, which is not supported');
    }
    if (text !== '.' && !/^[[\\]/.test(text)) {
      return { kind: 'character', source: text, matches: (character) => character === text };
    }
    const one = new RegExp(`^${text}$`, 'u');
    return { kind: 'character', source: text, matches: (character) => one.test(character) };
  }

  #quantified(part: PatternNode): PatternNode {
    const found = this.#match(QUANTIFIER);
    if (found === null) return part;
    const [text, least, comma, most] = found;
    if (least === undefined) {
      return {
        kind: 'repetition',
        part,
        least: text.startsWith('+') ? 1 : 0,
        most: text.startsWith('?') ? 1 : Number.POSITIVE_INFINITY,
      };
    }
    const fixed = comma === '' ? least : most;
    return {
      kind: 'repetition',
      part,
      least: Number(least),
      most: fixed === '' ? Number.POSITIVE_INFINITY : Number(fixed),
    };
  }

  #match(syntax: RegExp): RegExpExecArray | null {
    syntax.lastIndex = this.#position;
    const found = syntax.exec(this.#source);
    if (found !== null) this.#position += found[0].length;
    return found;
  }
}
