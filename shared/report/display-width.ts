/**
 * How much room text takes on a terminal, in columns: two for East Asian and emoji characters, none for marks that join
 * the character before. Terminals differ on rare ones; a table may then be off by a column, and nothing else.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

/** Cut to at most `room` columns, with an ellipsis where something was cut. */
export function cutToWidth(text: string, room: number): string {
  if (displayWidth(text) <= room) return text;
  let kept = '';
  let width = 0;
  for (const character of text) {
    width += widthOf(character);
    if (width > room - 1) break;
    kept += character;
  }
  return room > 0 ? `${kept}…` : '';
}

/** Spaces up to `room` columns. */
export function padToWidth(text: string, room: number, side: 'left' | 'right' = 'left'): string {
  const gap = ' '.repeat(Math.max(0, room - displayWidth(text)));
  return side === 'left' ? text + gap : gap + text;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

function widthOf(character: string): number {
  if (character < '\u0300') return 1;
  if (/^\p{M}$/u.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
