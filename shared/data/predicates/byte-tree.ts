import type { CodePointClasses } from './code-point-classes.ts';
import { END } from './code-point-sets.ts';
import type { StepBudget } from './step-budget.ts';

/** What follows bytes that no UTF-8 has. */
export const INVALID = -1;

/**
 * The classes of code points by the bytes of their UTF-8 form. An entry is a class (from 0), or another node (below
 * `INVALID`, see `nodeOf`), or `INVALID`.
 */
export interface ByteTree {
  /** By first byte, 256 entries. */
  readonly first: Int32Array;
  /** By the lower six bits of a byte that continues a character, 64 entries; each node once. */
  readonly nodes: readonly Int32Array[];
}

/** Index of the node that an entry means. */
export function nodeOf(entry: number): number {
  return -2 - entry;
}

/** The Unicode Standard, table 3-7. Throws `BudgetExceeded`. */
export function cutIntoBytes({ bounds, classes }: CodePointClasses, budget: StepBudget): ByteTree {
  const nodes: Int32Array[] = [];
  const entries = new Map<string, number>();
  const intern = (children: Int32Array): number => {
    budget.spend(children.length);
    const key = children.join();
    let entry = entries.get(key);
    if (entry === undefined) {
      entry = -1 - nodes.push(children);
      entries.set(key, entry);
    }
    return entry;
  };
  const segmentAt = (point: number): number => {
    let low = 0;
    let high = bounds.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((bounds[middle] ?? END) <= point) low = middle;
      else high = middle;
    }
    return low;
  };
  const uniform = new Map<number, number>();
  const uniformEntry = (one: number, depth: number): number => {
    if (depth === 0) return one;
    const key = one * 4 + depth;
    let entry = uniform.get(key);
    if (entry === undefined) {
      entry = intern(new Int32Array(64).fill(uniformEntry(one, depth - 1)));
      uniform.set(key, entry);
    }
    return entry;
  };
  /** The entry for all code points from `start` that `depth` more bytes tell apart; those below `least` are overlong. */
  const entryOf = (start: number, depth: number, least: number): number => {
    const end = start + 64 ** depth;
    if (start >= END || end <= least || (start >= 0xd800 && end <= 0xe000)) return INVALID;
    const segment = segmentAt(start);
    const holdsInvalid = start < least || end > END || (start < 0xe000 && end > 0xd800);
    if (!holdsInvalid && (bounds[segment + 1] ?? END) >= end) {
      return uniformEntry(classes[segment] ?? 0, depth);
    }
    const step = 64 ** (depth - 1);
    return intern(
      Int32Array.from({ length: 64 }, (_, index) =>
        entryOf(start + index * step, depth - 1, least),
      ),
    );
  };
  const first = Int32Array.from({ length: 256 }, (_, byte) => {
    if (byte < 0x80) return entryOf(byte, 0, 0);
    if (byte < 0xc2 || byte > 0xf4) return INVALID;
    if (byte < 0xe0) return entryOf((byte & 0x1f) << 6, 1, 0x80);
    if (byte < 0xf0) return entryOf((byte & 0x0f) << 12, 2, 0x800);
    return entryOf((byte & 0x07) << 18, 3, 0x10000);
  });
  return { first, nodes };
}
