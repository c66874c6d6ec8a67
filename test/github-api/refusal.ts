/** An answer that is an error, in GitHub's words. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.headers = headers;
    this.body = {
      message,
      ...details,
      documentation_url: 'https://docs.github.com/rest',
      status: String(status),
    };
  }
}

/** What GitHub also answers about what the token may not see. */
export function notFound(): Refusal {
  return new Refusal(404, 'Not Found');
}

export interface FieldError {
  readonly resource: string;
  readonly field?: string;
  /** `custom` comes with a message. */
  readonly code:
    | 'missing'
    | 'missing_field'
    | 'invalid'
    | 'already_exists'
    | 'unprocessable'
    | 'custom';
  readonly message?: string;
}

/** 422 with the list of what is wrong. */
export function invalid(...errors: readonly FieldError[]): Refusal {
  return new Refusal(422, 'Validation Failed', { errors });
}

/** Of an issue, a pull request and a comment. */
const BODY_LIMIT = 65_536;
/** Of the title of an issue or pull request. */
export const TITLE_LIMIT = 256;

/** Refuses a text of more characters than GitHub takes. */
export function requireShortEnough(
  resource: string,
  text: string | null | undefined,
  limit = BODY_LIMIT,
  field = 'body',
): void {
  if ((text ?? '').length <= limit) return;
  throw invalid({
    resource,
    code: 'custom',
    field,
    message: `${field} is too long (maximum is ${limit} characters)`,
  });
}
