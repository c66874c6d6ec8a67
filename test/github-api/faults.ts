/**
 * `status`: an answer with that status instead of the operation. `timeout`: no answer, ever. `cut`: the connection ends
 * before the operation. `answer-lost`: the operation is done, then the connection ends. `delay`: the operation is done
 * later. `cut-short`: an upload breaks off half-way; GitHub answers with 502 and keeps the name. `rate-limit`, `secondary`: GitHub's two limits.
 */
export type FaultKind =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly message?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'timeout' | 'cut' | 'answer-lost' | 'cut-short' }
  | { readonly kind: 'delay'; readonly milliseconds: number }
  | {
      readonly kind: 'rate-limit';
      /** In seconds. */
      readonly resetsIn: number;
      readonly status?: 403 | 429;
    }
  | {
      readonly kind: 'secondary';
      /** In seconds; without it GitHub says "wait a few minutes". */
      readonly retryAfter?: number;
      readonly status?: 403 | 429;
    };

export type Fault = FaultKind & {
  readonly method?: string;
  /** Held against the path without the query. */
  readonly path?: RegExp;
  /** Default 1. */
  readonly times?: number;
};

/** Faults that wait for their request. The first that fits is taken. */
export class Faults {
  readonly #waiting: { fault: Fault; left: number }[] = [];

  add(...faults: readonly Fault[]): void {
    for (const fault of faults) this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  /** How many of them have not happened yet. */
  get pending(): number {
    return this.#waiting.reduce((sum, { left }) => sum + left, 0);
  }

  clear(): void {
    this.#waiting.length = 0;
  }

  take(method: string, path: string): Fault | undefined {
    const entry = this.#waiting.find(
      ({ fault, left }) =>
        left > 0 &&
        (fault.method ?? method) === method &&
        (fault.path === undefined || fault.path.test(path)),
    );
    if (entry === undefined) return undefined;
    entry.left--;
    return entry.fault;
  }
}
