import type { CellKind } from './cell.ts';

/**
 * What a schema asks of each cell of a column by itself. A cell that fails one of these flags its row, which is then
 * checked by the whole schema; a row that is not flagged follows every rule about single columns. So a predicate may
 * fail a sound cell, at the price of time, and never passes one that the schema refuses.
 *
 * A present cell whose bytes are no UTF-8 fails every predicate: what its text is, only its decoder can say.
 */
export interface CellPredicate {
  /** Bit `1 << kind` for each `CELL` kind that fails outright; `missing` among them for a required column. */
  readonly refusedKinds: number;
  /** For finite numbers; both included. */
  readonly bounds: { readonly min: number; readonly max: number } | null;
  /** Characters (code points) of every present cell's text; both included. */
  readonly lengths: { readonly min: number; readonly max: number } | null;
  /** Must accept the whole text of every present cell. */
  readonly automaton: ByteAutomaton | null;
  /** Every present cell's text must be one of these, byte by byte. */
  readonly allowed: readonly string[] | null;
  /**
   * Anything else: whether a present cell passes. Depends on its text and kind alone (a JSON string may read like a
   * number), so that it is called once or more often for each distinct pair of them, and only where no kind of the
   * cell's is refused.
   */
  readonly test: ((text: string, kind: CellKind) => boolean) | null;
}

/** A deterministic automaton over the bytes of UTF-8 text; it accepts none that is no UTF-8. State 0 is where it starts. */
export interface ByteAutomaton {
  readonly states: number;
  /** Class of each byte, 256 of them. */
  readonly classes: Uint8Array;
  readonly classCount: number;
  /** Next state, by state · classCount + class. */
  readonly transitions: Uint16Array;
  /** 1 for a state in which a text may end. */
  readonly accepting: Uint8Array;
}
