import { type CodePointSet, END } from './code-point-sets.ts';
import type { StepBudget } from './step-budget.ts';

/** Code points that no set of a pattern tells apart are one class. */
export interface CodePointClasses {
  readonly count: number;
  /** Code points at which a class begins, from 0 on, and the class that does. */
  readonly bounds: readonly number[];
  readonly classes: readonly number[];
  /** For each set: 1 for the classes that it holds. */
  readonly members: readonly Uint8Array[];
}

/** Throws `BudgetExceeded`. */
export function classifyCodePoints(
  sets: readonly CodePointSet[],
  budget: StepBudget,
): CodePointClasses {
  const bounds = [...new Set([0, ...sets.flat()])].sort((a, b) => a - b);
  budget.spend(bounds.length * (sets.length + 1));
  let classes: number[] = bounds.map(() => 0);
  let count = 1;
  const segmentsInSets = sets.map((set) => membership(set, bounds));
  for (const inside of segmentsInSets) {
    const known = new Map<number, number>();
    classes = classes.map((before, segment) => {
      const key = before * 2 + (inside[segment] ?? 0);
      const after = known.get(key) ?? known.size;
      known.set(key, after);
      return after;
    });
    count = known.size;
  }
  const members = segmentsInSets.map((inside) => {
    const held = new Uint8Array(count);
    for (const [segment, one] of classes.entries()) held[one] = inside[segment] ?? 0;
    return held;
  });
  return { count, bounds, classes, members };
}

/** Whether the set holds each of the segments that begin at `bounds`, the set's own bounds among them. */
function membership(set: CodePointSet, bounds: readonly number[]): Uint8Array {
  const inside = new Uint8Array(bounds.length);
  let passed = 0;
  for (const [segment, bound] of bounds.entries()) {
    while (passed < set.length && (set[passed] ?? END) <= bound) passed++;
    inside[segment] = passed % 2;
  }
  return inside;
}
