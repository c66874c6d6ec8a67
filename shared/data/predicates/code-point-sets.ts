/**
 * Sets of code points that have a UTF-8 form (all but surrogates), as the sorted bounds at which membership changes:
 * `[a, b, c]` holds a … b − 1, and c and all above. Every bound is below `END`.
 */
export type CodePointSet = readonly number[];

export const END = 0x110000;
const SURROGATES = 0xd800;
const AFTER_SURROGATES = 0xe000;

export const WORD_CHARACTERS: CodePointSet = [0x30, 0x3a, 0x41, 0x5b, 0x5f, 0x60, 0x61, 0x7b];

/** What `.` matches: all but line ends. */
const NO_LINE_END: CodePointSet = [0, 0x0a, 0x0b, 0x0d, 0x0e, 0x2028, 0x202a];

/** Sets kept between patterns: a class that speaks of all of Unicode takes up to 50 ms to be told. */
const MOST_KEPT = 200;
const kept = new Map<string, CodePointSet>();

/** What one character of a pattern matches; `source` is a character, a class or an escape (ECMAScript, flag `u`). */
export function codePointsOf(source: string): CodePointSet {
  const literal = literalOf(source);
  if (literal !== undefined) return [literal, literal + 1].filter((bound) => bound < END);
  let set = kept.get(source);
  if (set === undefined) {
    if (kept.size >= MOST_KEPT) kept.clear();
    set = source === '.' ? NO_LINE_END : (asciiMatches(source) ?? allMatches(source));
    kept.set(source, set);
  }
  return set;
}

/** Whether `codePointsOf` must look at every code point for this one, the first time that it is asked. */
export function isCostlySet(source: string): boolean {
  return literalOf(source) === undefined && source !== '.' && !ASCII_CLASS.test(source);
}

function literalOf(source: string): number | undefined {
  const [first, second, third] = source;
  const character =
    third === undefined && first === '\\' && /^[^A-Za-z0-9]$/.test(second ?? '')
      ? second
      : undefined;
  if (character !== undefined) return character.codePointAt(0);
  if (second !== undefined || source === '.') return undefined;
  return isSurrogate(source) ? undefined : source.codePointAt(0);
}

function isSurrogate(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  return point >= SURROGATES && point < AFTER_SURROGATES;
}

/** `\d`, `\w`, their opposites, and classes of nothing but ASCII characters and the first two: what they match of other ones is all or nothing. */
const ASCII_CLASS =
  /^(?:\\[dDwWtnrfv]|\[(\^?)(?:[\x00-\x5b\x5e-\x7f]|\\[dwtnrfv]|\\[^A-Za-z0-9\x80-\u{10ffff}])*\])$/u;

function asciiMatches(source: string): CodePointSet | undefined {
  const found = ASCII_CLASS.exec(source);
  if (found === null) return undefined;
  const others = found[1] === '^' || source === '\\D' || source === '\\W';
  const one = new RegExp(source, 'u');
  const bounds: number[] = [];
  let inside = false;
  for (let point = 0; point <= 0x80; point++) {
    const matches = point === 0x80 ? others : one.test(String.fromCharCode(point));
    if (matches !== inside) bounds.push(point);
    inside = matches;
  }
  return bounds;
}

let everyCharacter: string | undefined;

function allMatches(source: string): CodePointSet {
  everyCharacter ??= allCharacters();
  const bounds: number[] = [];
  for (const { 0: run, index } of everyCharacter.matchAll(new RegExp(`(?:${source})+`, 'gu'))) {
    const end = everyCharacter.codePointAt(index + run.length) ?? END;
    bounds.push(everyCharacter.codePointAt(index) ?? END, end);
  }
  return bounds.filter((bound) => bound < END);
}

/** Each code point but surrogates, once and in order. */
function allCharacters(): string {
  const pieces: string[] = [];
  for (let point = 0; point < END; point += 0x800) {
    if (point >= SURROGATES && point < AFTER_SURROGATES) continue;
    pieces.push(
      String.fromCodePoint(...Array.from({ length: 0x800 }, (_, index) => point + index)),
    );
  }
  return pieces.join('');
}
