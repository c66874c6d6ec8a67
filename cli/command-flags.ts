import { commandLineInputs, InputReader } from '../shared/action/index.ts';

/** Splits a command's words into those before the first flag and a reader of the flags. */
export function readWords(words: readonly string[]): {
  readonly plain: readonly string[];
  readonly flags: InputReader;
} {
  const first = words.findIndex((word) => word.startsWith('--'));
  const end = first < 0 ? words.length : first;
  return {
    plain: words.slice(0, end),
    flags: new InputReader(commandLineInputs(words.slice(end))),
  };
}
