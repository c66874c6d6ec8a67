/** What is fuzzed: one function of bytes that must return whatever they are. */
export interface FuzzTarget {
  readonly seeds: readonly (string | Uint8Array)[];
  /** Words of the format beside those that the code compares with. */
  readonly words?: readonly string[];
  /** In bytes; left out: 512. */
  readonly longest?: number;
  /** Throws when the bytes show a fault: anything but a mistake of the user's, or two readers that disagree. */
  run(input: Uint8Array): void | Promise<void>;
}
