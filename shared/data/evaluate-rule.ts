import { formatQuantity } from '../report/index.ts';
import type { NumberTerm, RuleTerm } from './parse-rule.ts';
import { RULE_FUNCTIONS, type RuleColumn } from './rule-functions.ts';

export interface RuleFacts {
  readonly examples: number;
  readonly columns: ReadonlyMap<string, RuleColumn>;
}

export interface RuleResult {
  /** Null where a figure has no value, or a division by zero was asked for. */
  readonly holds: boolean | null;
  /** Figures that were looked at, as `mean("age") = 63.2`; those without a value say so. */
  readonly figures: readonly string[];
}

/** Whether a rule holds. What `and` and `or` leave undecided is undecided, as in SQL. */
export function evaluateRule(term: RuleTerm, facts: RuleFacts): RuleResult {
  const figures = new Map<string, string>();
  const holds = new RuleEvaluation(facts, figures).decide(term);
  return { holds, figures: [...figures.values()] };
}

class RuleEvaluation {
  readonly #facts: RuleFacts;
  readonly #figures: Map<string, string>;

  constructor(facts: RuleFacts, figures: Map<string, string>) {
    this.#facts = facts;
    this.#figures = figures;
  }

  decide(term: RuleTerm): boolean | null {
    switch (term.kind) {
      case 'not': {
        const holds = this.decide(term.of);
        return holds === null ? null : !holds;
      }
      case 'and':
      case 'or': {
        const deciding = term.kind === 'or';
        const [left, right] = [this.decide(term.left), this.decide(term.right)];
        if (left === deciding || right === deciding) return deciding;
        return left === null || right === null ? null : !deciding;
      }
      default: {
        const [left, right] = [this.#compute(term.left), this.#compute(term.right)];
        return left === null || right === null ? null : compare(term.operator, left, right);
      }
    }
  }

  /** Null for what is no finite number. */
  #compute(term: NumberTerm): number | null {
    switch (term.kind) {
      case 'number':
        return term.value;
      case 'constant': {
        const { examples, columns } = this.#facts;
        const value = term.name === 'examples' ? examples : columns.size;
        return this.#note(term.name, value);
      }
      case 'call':
        return this.#call(term);
      case 'absolute':
      case 'negative': {
        const value = this.#compute(term.of);
        if (value === null) return null;
        return term.kind === 'negative' ? -value : Math.abs(value);
      }
      default: {
        const [left, right] = [this.#compute(term.left), this.#compute(term.right)];
        if (left === null || right === null) return null;
        const value = calculate(term.operator, left, right);
        return Number.isFinite(value) ? value : null;
      }
    }
  }

  #call({ name, column, argument, source }: NumberTerm & { kind: 'call' }): number | null {
    const known = this.#facts.columns.get(column);
    const value = known && RULE_FUNCTIONS[name]?.compute(known, argument);
    return this.#note(source, value === undefined || Number.isNaN(value) ? null : value);
  }

  #note(source: string, value: number | null): number | null {
    const shown = value === null ? 'has no value' : `= ${formatQuantity(value, 6)}`;
    this.#figures.set(source, `${source} ${shown}`);
    return value;
  }
}

function compare(operator: string, left: number, right: number): boolean {
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '==':
      return left === right;
    default:
      return left !== right;
  }
}

function calculate(operator: '+' | '-' | '*' | '/', left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    default:
      return left / right;
  }
}
