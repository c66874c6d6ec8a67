const STOP_OR_SPACE = /[.\s]/;

/**
 * A schema's own message as a sentence that others follow: `Sizes end at 4` and `Sizes end at 4. ` are both
 * `Sizes end at 4. `; empty where nothing is said. Walks from the end: `/[.\s]+$/` would begin anew at each of many
 * blanks inside the text, in quadratic time.
 */
export function messageSentence(message: string | null): string {
  if (message === null) return '';
  let end = message.length;
  while (end > 0 && STOP_OR_SPACE.test(message.charAt(end - 1))) end--;
  return end === 0 ? '' : `${message.slice(0, end)}. `;
}
