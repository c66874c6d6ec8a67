export * from './suggestion.ts';

/** A place in a file that the user can open. Lines and columns count from 1. */
export interface SourceLocation {
  /** Path relative to the workspace, with forward slashes. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** One mistake of the user's: what is wrong, where, and what to do about it. */
export interface Problem {
  /** What is wrong, as one sentence without a final full stop. */
  readonly what: string;
  readonly where?: SourceLocation;
  /** What the user can do about it, as one imperative sentence without a final full stop. */
  readonly remedy?: string;
}

/** The tag survives bundling: an error may be made in another bundle file than the one that catches it. */
const USER_ERROR = Symbol.for('mlops-actions.user-error');

/**
 * The user's mistake: bad input, a missing file, a wrong setting. Ends an action with exit code 2.
 * Every other error is ours and ends with exit code 70. A failed gate is neither: it is a verdict.
 */
export class UserError extends Error {
  readonly problems: readonly [Problem, ...Problem[]];

  constructor(problems: Problem | readonly Problem[], options?: ErrorOptions) {
    const list = (Array.isArray(problems) ? problems : [problems]) as readonly Problem[];
    const [first, ...rest] = list;
    if (first === undefined) throw new TypeError('a UserError needs at least one problem');
    super(list.map(formatProblem).join('\n'), options);
    this.name = 'UserError';
    this.problems = [first, ...rest];
    Object.defineProperty(this, USER_ERROR, { value: true });
  }
}

export function isUserError(error: unknown): error is UserError {
  return typeof error === 'object' && error !== null && USER_ERROR in error;
}

const CANCELLED_ERROR = Symbol.for('mlops-actions.cancelled-error');

/** The run was asked to stop. Ends an action with exit code 130. */
export class CancelledError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CancelledError';
    Object.defineProperty(this, CANCELLED_ERROR, { value: true });
  }
}

export function isCancelledError(error: unknown): error is CancelledError {
  return typeof error === 'object' && error !== null && CANCELLED_ERROR in error;
}

/** `file:line:column: what. Remedy.` with the parts that are known. */
export function formatProblem(problem: Problem): string {
  const place = problem.where === undefined ? '' : `${formatLocation(problem.where)}: `;
  const remedy = problem.remedy === undefined ? '' : ` ${asSentence(capitalize(problem.remedy))}`;
  return `${place}${asSentence(problem.what)}${remedy}`;
}

export function formatLocation({ file, line, column }: SourceLocation): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
