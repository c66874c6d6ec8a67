import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

/** What `success()`, `failure()` and `cancelled()` answer. */
export interface Status {
  readonly success: boolean;
  readonly failure: boolean;
  readonly cancelled: boolean;
}

/** What an expression can see. A context that is not listed here is an error in it, as on GitHub. */
export interface Scope {
  readonly contexts: Readonly<Record<string, unknown>>;
  readonly status: Status;
  /** Root of the patterns of `hashFiles`; left out where GitHub offers no such function. */
  readonly workspace?: string;
}

type ExpressionData = ReturnType<Evaluator['evaluate']>;

const STATUS_FUNCTIONS = ['success', 'failure', 'always', 'cancelled'];

/** The value of a whole template: `${{ … }}` alone keeps its type, anything around it makes a string. */
export function evaluateTemplate(template: unknown, scope: Scope): unknown {
  if (Array.isArray(template)) return template.map((item) => evaluateTemplate(item, scope));
  if (typeof template === 'object' && template !== null) {
    return Object.fromEntries(
      Object.entries(template).map(([key, item]) => [key, evaluateTemplate(item, scope)]),
    );
  }
  if (typeof template !== 'string') return template;
  const parts = splitTemplate(template);
  const [only] = parts;
  if (parts.length === 1 && only?.kind === 'expression') {
    return toPlain(evaluate(only.text, scope));
  }
  return joinParts(parts, scope);
}

/** The text of a template, as an environment variable, an input or a script gets it. */
export function evaluateText(template: unknown, scope: Scope): string {
  if (template === undefined || template === null) return '';
  if (typeof template !== 'string') return toData(template).coerceString();
  return joinParts(splitTemplate(template), scope);
}

export function evaluateTexts(
  templates: Readonly<Record<string, unknown>> | undefined,
  scope: Scope,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(templates ?? {}).map(([name, value]) => [name, evaluateText(value, scope)]),
  );
}

/** Whether a job or step runs. Without a status function in it, a condition also asks for `success()`. */
export function holds(condition: string | boolean | undefined, scope: Scope): boolean {
  if (condition === undefined) return scope.status.success;
  const text = String(condition).trim();
  const parts = splitTemplate(text);
  const [only] = parts;
  if (parts.length > 1) {
    // Text beside ${{ }} makes a string, and a string that is not empty is true: GitHub's best known trap.
    return scope.status.success && isTruthy(joinParts(parts, scope));
  }
  const expression = only?.kind === 'expression' ? only.text : text;
  if (expression === '') return scope.status.success;
  if (!asksForStatus(expression) && !scope.status.success) return false;
  return isTruthy(toPlain(evaluate(expression, scope)));
}

type Part = { readonly kind: 'text' | 'expression'; readonly text: string };

/** Splits at `${{` and the `}}` that closes it; `}}` inside a string of the expression does not. */
function splitTemplate(template: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  while (at < template.length) {
    const start = template.indexOf('${{', at);
    if (start < 0) break;
    const end = findEnd(template, start + 3);
    if (start > at) parts.push({ kind: 'text', text: template.slice(at, start) });
    parts.push({ kind: 'expression', text: template.slice(start + 3, end).trim() });
    at = end + 2;
  }
  if (at < template.length) parts.push({ kind: 'text', text: template.slice(at) });
  return parts;
}

function findEnd(template: string, from: number): number {
  let quoted = false;
  for (let index = from; index < template.length; index++) {
    if (template[index] === "'") quoted = !quoted;
    else if (!quoted && template.startsWith('}}', index)) return index;
  }
  throw new Error(`an expression is not closed with }}: ${template.slice(from - 3, from + 60)}`);
}

function joinParts(parts: readonly Part[], scope: Scope): string {
  return parts
    .map(({ kind, text }) => (kind === 'text' ? text : evaluate(text, scope).coerceString()))
    .join('');
}

function asksForStatus(expression: string): boolean {
  const { tokens } = new Lexer(expression).lex();
  return tokens.some(
    ({ lexeme }, index) =>
      STATUS_FUNCTIONS.includes(lexeme.toLowerCase()) && tokens[index + 1]?.lexeme === '(',
  );
}

function evaluate(expression: string, { contexts, status, workspace }: Scope): ExpressionData {
  const answers: Record<string, boolean> = { ...status, always: true };
  const functions = STATUS_FUNCTIONS.map((name) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(answers[name] ?? false),
  }));
  const hashing = {
    name: 'hashfiles',
    minArgs: 1,
    maxArgs: 255,
    call: (...patterns: ExpressionData[]) => {
      if (workspace === undefined) throw new Error('hashFiles is for steps only');
      return new data.StringData(
        hashFiles(
          workspace,
          patterns.map((pattern) => pattern.coerceString()),
        ),
      );
    },
  };
  const known = [...functions, hashing];
  const tree = new Parser(new Lexer(expression).lex().tokens, Object.keys(contexts), known).parse();
  const context = toData(contexts) as InstanceType<typeof data.Dictionary>;
  return new Evaluator(tree, context, new Map(known.map((item) => [item.name, item]))).evaluate();
}

/** SHA-256 over the SHA-256 of each file, in the order of their paths; empty when there are none. */
function hashFiles(workspace: string, patterns: readonly string[]): string {
  const exclude = patterns
    .filter((pattern) => pattern.startsWith('!'))
    .map((text) => text.slice(1));
  const include = patterns.filter((pattern) => !pattern.startsWith('!'));
  const paths = globSync(include, { cwd: workspace, exclude }).sort();
  const files = paths
    .map((path) => join(workspace, path))
    .filter((path) => statSync(path).isFile());
  if (files.length === 0) return '';
  const hash = createHash('sha256');
  for (const file of files) hash.update(createHash('sha256').update(readFileSync(file)).digest());
  return hash.digest('hex');
}

function isTruthy(value: unknown): boolean {
  return typeof value === 'number' ? value !== 0 && !Number.isNaN(value) : Boolean(value);
}

function toData(value: unknown): ExpressionData {
  if (value === undefined || value === null) return new data.Null();
  if (typeof value === 'string') return new data.StringData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (Array.isArray(value)) return new data.Array(...value.map(toData));
  const pairs = Object.entries(value).map(([key, item]) => ({ key, value: toData(item) }));
  return new data.Dictionary(...pairs);
}

function toPlain(value: ExpressionData): unknown {
  if (value instanceof data.Dictionary) {
    return Object.fromEntries(value.pairs().map(({ key, value: item }) => [key, toPlain(item)]));
  }
  if (value instanceof data.Array) return value.values().map(toPlain);
  if (value instanceof data.Null) return null;
  return (value as { value: string | number | boolean }).value;
}
