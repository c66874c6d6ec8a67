/** A shard's file that follows its schema and contradicts itself: damaged, or not written by validate-data. */
export class InconsistentShard extends Error {}

/** `what` completes "the file is damaged: …". */
export function demand(condition: boolean, what: string): asserts condition {
  if (!condition) throw new InconsistentShard(what);
}
