import { CELL, classifyText, hasDecimalComma, isNumeric, mayHaveThousandsComma } from './cell.ts';
import { hashTextAsCell } from './cell-hashes.ts';
import { compareCodePoints } from './code-points.ts';
import { Hasher } from './hasher.ts';
import { addToRegisters, REGISTERS } from './hyper-log-log.ts';
import type { ValueState } from './scan-state.ts';
import type { ValueLimits } from './state-limits.ts';

/** What is known of a text, so that it is found out once. */
export interface CountedText {
  count: number;
  /** By the text alone. */
  readonly kind: number;
  /** Hash of the cell that CSV would make of it. */
  readonly high: number;
  readonly low: number;
  readonly characters: number;
  readonly commas: Commas;
}

/** 0: no number with a comma; 1: one with a decimal comma; 2: its comma may part thousands as well. */
export type Commas = 0 | 1 | 2;

export function commasOf(text: string): Commas {
  if (!text.includes(',') || !hasDecimalComma(text)) return 0;
  return mayHaveThousandsComma(text) ? 2 : 1;
}

/** Counts texts one by one, and when they are too many keeps a sketch of them. */
export class ValueTally {
  #counts: Map<string, CountedText> | null = new Map();
  #registers: Uint8Array | null = null;
  #texts = 0;
  #numbers = 0;
  #bytes = 0;
  readonly #limits: ValueLimits;

  /** `limits`: may become smaller, as more columns are met. */
  constructor(limits: ValueLimits) {
    this.#limits = limits;
  }

  /** Counts a text and gives what is known of it; null when texts are no longer counted. */
  count(text: string, hasher: Hasher, times = 1): CountedText | null {
    if (this.#counts === null) return null;
    let known = this.#counts.get(text);
    if (known === undefined) {
      known = this.#meet(text, hasher);
      this.#counts.set(text, known);
      if (this.#isOverfull(hasher.bytes)) {
        this.#giveUp(hasher);
        return null;
      }
    }
    known.count += times;
    return known;
  }

  /** Takes the hash that stands in `hasher`, and mixes it, for a text that is no longer counted. */
  sketch(hasher: Hasher): void {
    if (this.#registers === null) return;
    hasher.mix();
    addToRegisters(this.#registers, hasher.high, hasher.low);
  }

  #meet(text: string, hasher: Hasher): CountedText {
    const kind = classifyText(text);
    // First of the text itself, for its size.
    hasher.hashText(text);
    const { characters, bytes } = hasher;
    if (isNumeric(kind)) this.#numbers++;
    else this.#texts++;
    this.#bytes += bytes;
    if (kind !== CELL.text) hashTextAsCell(hasher, text, kind);
    hasher.bytes = bytes;
    const commas = kind === CELL.text ? commasOf(text) : 0;
    return { count: 0, kind, high: hasher.high, low: hasher.low, characters, commas };
  }

  #isOverfull(bytes: number): boolean {
    const { countedTexts, countedNumbers, countedBytes, countedTextBytes } = this.#limits;
    return (
      this.#texts > countedTexts ||
      this.#numbers > countedNumbers ||
      this.#bytes > countedBytes ||
      bytes > countedTextBytes
    );
  }

  #giveUp(hasher: Hasher): void {
    const counts = this.#counts?.values() ?? [];
    this.#registers = new Uint8Array(REGISTERS);
    this.#counts = null;
    for (const { high, low } of counts) {
      hasher.set(high, low);
      this.sketch(hasher);
    }
  }

  state(): ValueState {
    if (this.#counts !== null && this.#isOverfull(0)) this.#giveUp(new Hasher());
    if (this.#counts === null) return { counts: null, registers: this.#registers?.slice() ?? null };
    const sorted = [...this.#counts].sort(([a], [b]) => compareCodePoints(a, b));
    return {
      counts: { texts: sorted.map(([text]) => text), counts: sorted.map(([, { count }]) => count) },
      registers: null,
    };
  }
}
