import { escapeMarkdown, Markdown } from '../report/index.ts';

/** Characters that are escaped at a time: values are shortened at a limit that a sentence made by us may exceed. */
const PIECE = /[\s\S]{1,100}/gu;

/** A sentence whose parts from data are already short; escaped as a whole, never cut. */
export function sentence(text: string): Markdown {
  return new Markdown((text.match(PIECE) ?? []).map(escapeMarkdown).join(''));
}
