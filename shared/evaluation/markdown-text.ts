import { escapeMarkdown, Markdown } from '../report/index.ts';

/** Characters: sentences of ours name some gates, whose names and values are short already. */
const LONGEST_SENTENCE = 10_000;

/** A sentence of ours with its parts from data, which may be longer than a value. */
export function sentence(text: string): Markdown {
  return new Markdown(escapeMarkdown(text, LONGEST_SENTENCE));
}
