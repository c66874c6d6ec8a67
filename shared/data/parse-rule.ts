import { nearestName } from '../errors/index.ts';
import { RULE_CONSTANTS, RULE_FUNCTIONS } from './rule-functions.ts';
import { RuleError, type RuleToken, readTokens } from './rule-tokens.ts';

export type Comparison = '<' | '<=' | '>' | '>=' | '==' | '!=';

export type NumberTerm =
  | { readonly kind: 'number'; readonly value: number }
  /** `examples` or `columns`. */
  | { readonly kind: 'constant'; readonly name: string }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly column: string;
      readonly argument: string | number;
      /** As it is written in the rule. */
      readonly source: string;
    }
  | { readonly kind: 'absolute' | 'negative'; readonly of: NumberTerm }
  | {
      readonly kind: 'arithmetic';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: NumberTerm;
      readonly right: NumberTerm;
    };

export type RuleTerm =
  | {
      readonly kind: 'comparison';
      readonly operator: Comparison;
      readonly left: NumberTerm;
      readonly right: NumberTerm;
    }
  | { readonly kind: 'and' | 'or'; readonly left: RuleTerm; readonly right: RuleTerm }
  | { readonly kind: 'not'; readonly of: RuleTerm };

type Term = NumberTerm | RuleTerm;

/** Brackets and signs within each other. */
const DEEPEST_RULE = 50;

const COMPARISONS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '==', '!=']);
const KEYWORDS = ['and', 'or', 'not', 'abs'];

/**
 * Reads a rule such as `mean("age") < 60 and missing-fraction("income") <= 0.1`: `or` binds least, then `and`, `not`,
 * one comparison, `+ -`, `* /`. Throws a `RuleError` for what is no rule, with its place, and for a name that is none of
 * `columns`.
 */
export function parseRule(source: string, columns: ReadonlySet<string>): RuleTerm {
  return new RuleParser(source, columns).parse();
}

class RuleParser {
  readonly #source: string;
  readonly #columns: ReadonlySet<string>;
  readonly #tokens: readonly RuleToken[];
  #position = 0;
  #depth = 0;

  constructor(source: string, columns: ReadonlySet<string>) {
    this.#source = source;
    this.#columns = columns;
    this.#tokens = readTokens(source);
  }

  parse(): RuleTerm {
    const start = this.#next.offset;
    const term = this.#or();
    if (this.#next.kind !== 'end') {
      throw this.#refuse(
        COMPARISONS.has(String(this.#next.value))
          ? 'Comparisons can\'t follow one another: write "a < b and b < c"'
          : `${this.#describe(this.#next)} is not expected here`,
        'Put "and" or "or" between two comparisons',
      );
    }
    return this.#requireRule(term, start);
  }

  get #next(): RuleToken {
    return this.#tokens[this.#position] ?? { kind: 'end', value: '', offset: this.#source.length };
  }

  #take(...values: readonly string[]): string | null {
    const { kind, value } = this.#next;
    if ((kind !== 'word' && kind !== 'sign') || !values.includes(value)) return null;
    this.#position++;
    return value;
  }

  #or(): Term {
    return this.#nested(() => this.#joined('or', () => this.#joined('and', () => this.#not())));
  }

  #joined(kind: 'and' | 'or', read: () => Term): Term {
    const start = this.#next.offset;
    let left = read();
    while (this.#take(kind) !== null) {
      const rightStart = this.#next.offset;
      const right = read();
      left = {
        kind,
        left: this.#requireRule(left, start),
        right: this.#requireRule(right, rightStart),
      };
    }
    return left;
  }

  #not(): Term {
    if (this.#take('not') === null) return this.#comparison();
    const start = this.#next.offset;
    return this.#nested(() => ({ kind: 'not', of: this.#requireRule(this.#not(), start) }));
  }

  #comparison(): Term {
    const start = this.#next.offset;
    const left = this.#sum();
    const operator = this.#take(...COMPARISONS) as Comparison | null;
    if (operator === null) return left;
    const rightStart = this.#next.offset;
    return {
      kind: 'comparison',
      operator,
      left: this.#requireNumber(left, start),
      right: this.#requireNumber(this.#sum(), rightStart),
    };
  }

  #sum(): Term {
    return this.#arithmetic(['+', '-'], () => this.#arithmetic(['*', '/'], () => this.#signed()));
  }

  #arithmetic(operators: readonly ('+' | '-' | '*' | '/')[], read: () => Term): Term {
    const start = this.#next.offset;
    let left = read();
    for (;;) {
      const operator = this.#take(...operators) as '+' | '-' | '*' | '/' | null;
      if (operator === null) return left;
      const rightStart = this.#next.offset;
      left = {
        kind: 'arithmetic',
        operator,
        left: this.#requireNumber(left, start),
        right: this.#requireNumber(read(), rightStart),
      };
    }
  }

  #signed(): Term {
    if (this.#take('-') === null) return this.#primary();
    const start = this.#next.offset;
    return this.#nested(() => ({
      kind: 'negative',
      of: this.#requireNumber(this.#signed(), start),
    }));
  }

  #primary(): Term {
    const token = this.#next;
    if (token.kind === 'number') {
      this.#position++;
      return { kind: 'number', value: token.value };
    }
    if (this.#take('(') !== null) {
      const term = this.#or();
      this.#expect(')');
      return term;
    }
    if (token.kind === 'word' && !['and', 'or', 'not'].includes(token.value)) return this.#named();
    throw this.#refuse(
      `${token.kind === 'end' ? 'The rule ends here, where' : `${this.#describe(token)} stands where`} a number or a figure such as mean("age") is expected`,
      token.kind === 'text'
        ? 'Name what is asked of the column, such as mean("age")'
        : 'Write it, or remove what stands before',
    );
  }

  #named(): Term {
    const { value: name, offset } = this.#next as { value: string; offset: number };
    this.#position++;
    if (name === 'abs') {
      this.#expect('(');
      const start = this.#next.offset;
      const of = this.#requireNumber(this.#or(), start);
      this.#expect(')');
      return { kind: 'absolute', of };
    }
    if (Object.hasOwn(RULE_CONSTANTS, name)) return { kind: 'constant', name };
    const asked = Object.hasOwn(RULE_FUNCTIONS, name) ? RULE_FUNCTIONS[name] : undefined;
    if (asked === undefined) throw unknownName(name, offset);
    this.#expect('(');
    const column = this.#column();
    let argument: string | number = '';
    if (asked.argument !== 'none') {
      this.#expect(',');
      argument = this.#argument(asked.argument);
    }
    const end = this.#expect(')');
    return { kind: 'call', name, column, argument, source: this.#source.slice(offset, end) };
  }

  #column(): string {
    const token = this.#next;
    if (token.kind !== 'text') {
      throw this.#refuse(
        'The name of a column in quotes is expected here',
        'Write it as in mean("age")',
      );
    }
    this.#position++;
    if (this.#columns.has(token.value)) return token.value;
    const near = nearestName(token.value, [...this.#columns]);
    throw new RuleError(
      `The rule speaks of the column ${JSON.stringify(token.value)}, which "properties" does not describe`,
      token.offset,
      near === undefined ? 'Describe it there' : `Did you mean "${near}"?`,
    );
  }

  #argument(asked: 'text' | 'quantile'): string | number {
    const token = this.#next;
    if (asked === 'text' && (token.kind === 'text' || token.kind === 'number')) {
      this.#position++;
      return String(token.value);
    }
    if (asked === 'quantile' && token.kind === 'number' && token.value >= 0 && token.value <= 1) {
      this.#position++;
      return token.value;
    }
    throw this.#refuse(
      asked === 'text' ? 'A value in quotes is expected here' : 'A number from 0 to 1 is expected',
      asked === 'text'
        ? 'Write it as in count("sex", "MALE")'
        : 'Write it as in quantile("age", 0.95)',
    );
  }

  /** Gives the offset behind it. */
  #expect(sign: string): number {
    const { offset } = this.#next;
    if (this.#take(sign) !== null) return offset + sign.length;
    throw this.#refuse(`"${sign}" is expected here`, `Write "${sign}"`);
  }

  #requireRule(term: Term, offset: number): RuleTerm {
    if (isRule(term)) return term;
    throw new RuleError(
      'This is a number, and something that holds or does not is expected',
      offset,
      'Compare it with another number',
    );
  }

  #requireNumber(term: Term, offset: number): NumberTerm {
    if (!isRule(term)) return term;
    throw new RuleError(
      'This holds or does not, and a number is expected',
      offset,
      'Put brackets around what belongs together',
    );
  }

  #nested<T>(read: () => T): T {
    if (++this.#depth > DEEPEST_RULE) {
      throw this.#refuse(`More than ${DEEPEST_RULE} levels are nested`, 'Write several rules');
    }
    const term = read();
    this.#depth--;
    return term;
  }

  #describe({ kind, value }: RuleToken): string {
    return kind === 'end' ? 'The end' : JSON.stringify(String(value));
  }

  #refuse(what: string, remedy: string): RuleError {
    return new RuleError(what, this.#next.offset, remedy);
  }
}

function isRule(term: Term): term is RuleTerm {
  return ['comparison', 'and', 'or', 'not'].includes(term.kind);
}

function unknownName(name: string, offset: number): RuleError {
  const known = [...Object.keys(RULE_FUNCTIONS), ...Object.keys(RULE_CONSTANTS), ...KEYWORDS];
  const near = nearestName(name, known);
  return new RuleError(
    `"${name}" is no figure`,
    offset,
    near === undefined ? `The figures are: ${known.join(', ')}` : `Did you mean "${near}"?`,
  );
}
