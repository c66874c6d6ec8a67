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

const BODY_LIMIT = 65_536;

/** The limit of the text of an issue, a pull request and a comment, in characters. */
export function requireShortEnough(resource: string, body: string | null | undefined): void {
  if ((body ?? '').length <= BODY_LIMIT) return;
  throw invalid({
    resource,
    code: 'custom',
    field: 'body',
    message: `body is too long (maximum is ${BODY_LIMIT} characters)`,
  });
}
