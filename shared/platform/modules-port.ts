/** Modules of the user's, in a thread of their own. They see the environment that commands of the user's see. */
export interface ModulesPort {
  /** What `import` takes for the module in this file. */
  address(path: string): string;
  /**
   * Runs a program of the suite's that imports a module. Resolves when the thread has ended, whatever the module has left
   * running in it. Rejects when `signal` is aborted.
   */
  run(thread: ThreadToRun): Promise<ThreadEnd>;
}

export interface ThreadToRun {
  /** A module that posts one message: its answer. */
  readonly program: URL;
  /** Can be cloned. */
  readonly input: unknown;
  readonly timeoutSeconds: number;
  /** Each line of its output and error output, without the line break. May hold anything. */
  readonly onLine: (text: string) => void;
  readonly signal?: AbortSignal;
}

export type ThreadEnd =
  | { readonly kind: 'answered'; readonly answer: unknown }
  /** An error that nothing in the thread has caught, or no memory. */
  | { readonly kind: 'failed'; readonly error: Error }
  | { readonly kind: 'ended' }
  | { readonly kind: 'timeout' };
