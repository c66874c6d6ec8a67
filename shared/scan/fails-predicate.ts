import { CELL, type CellKind } from './cell.ts';
import type { ByteAutomaton, CellPredicate } from './cell-predicate.ts';

/**
 * Whether a cell fails what its column's predicate asks. `number` is its value where its kind is a numeric one. What the
 * kernel must give for every cell of sound UTF-8.
 */
export function failsPredicate(
  predicate: CellPredicate,
  kind: CellKind,
  text: string,
  number: number,
): boolean {
  if (((predicate.refusedKinds >> kind) & 1) === 1) return true;
  if (kind === CELL.missing) return false;
  const { bounds, lengths, automaton, test } = predicate;
  if (bounds !== null && (kind === CELL.integer || kind === CELL.number)) {
    if (!(number >= bounds.min && number <= bounds.max)) return true;
  }
  if (lengths !== null && !hasLength(text, lengths.min, lengths.max)) return true;
  if (automaton !== null && !acceptsText(automaton, text)) return true;
  if (predicate.allowed !== null && !allowedTexts(predicate.allowed).has(text)) return true;
  return test !== null && !test(text, kind);
}

/** Whether an automaton accepts the whole of a text. Half a surrogate pair, which no UTF-8 spells, it never does. */
export function acceptsText(automaton: ByteAutomaton, text: string): boolean {
  const { classes, classCount, transitions, accepting } = automaton;
  let state = 0;
  const step = (byte: number): void => {
    state = transitions[state * classCount + (classes[byte] ?? 0)] ?? 0;
  };
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      state = transitions[state * classCount + (classes[unit] ?? 0)] ?? 0;
    } else if (unit < 0x800) {
      step(0xc0 | (unit >> 6));
      step(0x80 | (unit & 0x3f));
    } else if (unit < 0xd800 || unit > 0xdfff) {
      step(0xe0 | (unit >> 12));
      step(0x80 | ((unit >> 6) & 0x3f));
      step(0x80 | (unit & 0x3f));
    } else {
      const point = text.codePointAt(index) ?? 0;
      if (point < 0x10000) return false;
      step(0xf0 | (point >> 18));
      step(0x80 | ((point >> 12) & 0x3f));
      step(0x80 | ((point >> 6) & 0x3f));
      step(0x80 | (point & 0x3f));
      index++;
    }
  }
  return accepting[state] === 1;
}

/** Whether a text has from `min` to `max` characters; most need no counting. */
function hasLength(text: string, min: number, max: number): boolean {
  // Each character is one or two UTF-16 units.
  if (text.length < min || text.length > max * 2) return false;
  if (text.length <= max && text.length >= min * 2) return true;
  let length = text.length;
  for (let index = 0; index + 1 < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(index + 1);
    if (next < 0xdc00 || next > 0xdfff) continue;
    length--;
    index++;
  }
  return length >= min && length <= max;
}

const allowedSets = new WeakMap<readonly string[], ReadonlySet<string>>();

function allowedTexts(allowed: readonly string[]): ReadonlySet<string> {
  let texts = allowedSets.get(allowed);
  if (texts === undefined) {
    texts = new Set(allowed);
    allowedSets.set(allowed, texts);
  }
  return texts;
}
