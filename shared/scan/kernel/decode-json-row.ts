import type { Row } from '../cell.ts';

const KEY = /[^"]*/y;
const COLON = /[ \t\r]*:[ \t\r]*/y;
const BARE = /[^ \t\r\n,}]*/y;

/** Puts the members of a sound flat object into `row`; `places`: column of each key. */
export function decodeJsonRow(
  text: string,
  places: ReadonlyMap<string, number>,
  missingValues: ReadonlySet<string>,
  row: Row,
): void {
  row.invalidUtf8.clear();
  row.lists.clear();
  row.resize(places.size);
  row.clear();
  for (let at = endOf(KEY, text, 0); at < text.length; at = endOf(KEY, text, at)) {
    const keyEnd = endOfString(text, at);
    const place = places.get(JSON.parse(text.slice(at, keyEnd)) as string) ?? 0;
    const start = endOf(COLON, text, keyEnd);
    const isString = text[start] === '"';
    at = isString ? endOfString(text, start) : endOf(BARE, text, start);
    const value = text.slice(start, at);
    if (isString) row.setString(place, JSON.parse(value) as string, missingValues);
    else row.setText(place, value === 'null' ? '' : value, missingValues);
  }
}

function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  pattern.test(text);
  return pattern.lastIndex;
}

/** Behind the closing quote of the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}
