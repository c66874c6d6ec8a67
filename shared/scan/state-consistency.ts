/** A part of a state that contradicts itself: its file is damaged, or was not written by this program. */
export class InconsistentState extends Error {}

/** `what` completes "the file is damaged: …". */
export function demand(condition: boolean, what: string): asserts condition {
  if (!condition) throw new InconsistentState(what);
}
