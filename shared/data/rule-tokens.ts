/** A mistake in the text of a rule, with its place in it. */
export class RuleError extends Error {
  /** UTF-16 units from the beginning of the rule. */
  readonly offset: number;
  readonly remedy: string;

  constructor(message: string, offset: number, remedy: string) {
    super(message);
    this.name = 'RuleError';
    this.offset = offset;
    this.remedy = remedy;
  }
}

export type RuleToken =
  | { readonly kind: 'number'; readonly value: number; readonly offset: number }
  | { readonly kind: 'text'; readonly value: string; readonly offset: number }
  /** A word (`mean`, `and`) or a sign (`<=`, `(`), as it is written; '' at the end. */
  | { readonly kind: 'word' | 'sign' | 'end'; readonly value: string; readonly offset: number };

/** Longer rules are read by nobody. */
export const LONGEST_RULE = 2_000;

const SPACE = /[ \t\r\n]+/y;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
/** Words hold hyphens: a minus needs a space before a word. */
const WORD = /[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z][A-Za-z0-9_]*)*/y;
const SIGN = /<=|>=|==|!=|[<>()+\-*/,]/y;

/** Throws a `RuleError`. The last token is the end. */
export function readTokens(source: string): RuleToken[] {
  if (source.length > LONGEST_RULE) {
    throw new RuleError(
      `The rule has more than ${LONGEST_RULE} characters`,
      0,
      'Write several rules',
    );
  }
  const tokens: RuleToken[] = [];
  let offset = 0;
  const match = (pattern: RegExp): string => {
    pattern.lastIndex = offset;
    return pattern.exec(source)?.[0] ?? '';
  };
  while (offset < source.length) {
    const start = offset;
    const space = match(SPACE);
    if (space !== '') {
      offset += space.length;
      continue;
    }
    const quote = source[offset];
    if (quote === '"' || quote === "'") {
      const [value, end] = readText(source, offset, quote);
      tokens.push({ kind: 'text', value, offset: start });
      offset = end;
      continue;
    }
    const number = match(NUMBER);
    const word = match(WORD);
    const sign = match(SIGN);
    if (number !== '') tokens.push({ kind: 'number', value: Number(number), offset });
    else if (word !== '') tokens.push({ kind: 'word', value: word, offset });
    else if (sign !== '') tokens.push({ kind: 'sign', value: sign, offset });
    else throw unknownCharacter(source, offset);
    offset += (number || word || sign).length;
  }
  tokens.push({ kind: 'end', value: '', offset });
  return tokens;
}

/** Text in quotes of either kind; a backslash takes the next character as it is. */
function readText(source: string, start: number, quote: string): [value: string, end: number] {
  let value = '';
  for (let offset = start + 1; offset < source.length; offset++) {
    const character = source[offset];
    if (character === quote) return [value, offset + 1];
    value += character === '\\' ? (source[++offset] ?? '') : character;
  }
  throw new RuleError('A quote opened here is never closed', start, 'Close the quote');
}

function unknownCharacter(source: string, offset: number): RuleError {
  const character = String.fromCodePoint(source.codePointAt(offset) ?? 0);
  const remedies: Readonly<Record<string, string>> = {
    '=': 'Write == to compare',
    '&': 'Write and',
    '|': 'Write or',
    '!': 'Write not',
    '%': 'Write a share as a number between 0 and 1',
  };
  return new RuleError(
    `${JSON.stringify(character)} means nothing here`,
    offset,
    remedies[character] ?? 'Remove it',
  );
}
