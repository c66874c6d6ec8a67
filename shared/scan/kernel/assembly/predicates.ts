import { characters } from "./classify";
import { Column, INTEGER, NUMBER } from "./column";
import { failsTest } from "./imports";
import { allocateZeroed } from "./memory";
import { addToSet, isInSet, newTextSet, TextSet } from "./text-set";

/** What is asked of each cell of a column by itself: `failsPredicate` of shared/scan/fails-predicate.ts. */

const HAS_BOUNDS: u32 = 1;
const HAS_LENGTHS: u32 = 2;
const HAS_AUTOMATON: u32 = 4;
const HAS_ALLOWED: u32 = 8;
const HAS_TEST: u32 = 16;

/** JavaScript writes the members up to `accepting` (column-layout.ts), and then adds the allowed texts. */
@unmanaged
export class Predicate {
  min: f64;
  max: f64;
  refusedKinds: u32;
  /** `HAS_` bits. */
  parts: u32;
  minLength: u32;
  maxLength: u32;
  /** 256 bytes. */
  classes: u32;
  classCount: u32;
  /** By place and class, the next place: that of a state's row, in bytes. */
  transitions: u32;
  /** A byte for each state. */
  accepting: u32;
  allowed: u32;
}

/** The pointer to a predicate that nothing fails, before the first row; `allowed`: how many texts will be added. */
export function newPredicate(column: usize, allowed: u32): usize {
  const predicate = changetype<Predicate>(allocateZeroed(<u32>offsetof<Predicate>()));
  predicate.allowed = <u32>changetype<usize>(newTextSet(allowed));
  changetype<Column>(column).predicate = <u32>changetype<usize>(predicate);
  return changetype<usize>(predicate);
}

export function addAllowed(predicate: usize, text: usize, length: u32): void {
  addToSet(changetype<TextSet>(<usize>changetype<Predicate>(predicate).allowed), text, length);
}

@inline
export function missingFails(column: Column): bool {
  return column.predicate != 0 && (changetype<Predicate>(<usize>column.predicate).refusedKinds & 1) != 0;
}

/** Of a present cell, in a column with a predicate; `value` is its value where its kind has one. */
export function cellFails(column: Column, kind: u32, value: f64, text: usize, length: u32): bool {
  const predicate = changetype<Predicate>(<usize>column.predicate);
  if ((predicate.refusedKinds >> kind) & 1) return true;
  const parts = predicate.parts;
  if (parts == 0) return false;
  if ((parts & HAS_BOUNDS) != 0 && (kind == INTEGER || kind == NUMBER)) {
    if (!(value >= predicate.min && value <= predicate.max)) return true;
  }
  if (parts & HAS_LENGTHS) {
    const count = characters(text, length);
    if (count < predicate.minLength || count > predicate.maxLength) return true;
  }
  if ((parts & HAS_AUTOMATON) != 0 && !accepts(predicate, text, length)) return true;
  if ((parts & HAS_ALLOWED) != 0) {
    if (!isInSet(changetype<TextSet>(<usize>predicate.allowed), text, length)) return true;
  }
  return (parts & HAS_TEST) != 0 && failsTest(column.index, text, length, kind) != 0;
}

function accepts(predicate: Predicate, text: usize, length: u32): bool {
  const classes: usize = predicate.classes;
  const transitions: usize = predicate.transitions;
  const end = text + length;
  let place: usize = 0;
  for (let at = text; at < end; at++) {
    place = load<u32>(transitions + place + (<usize>load<u8>(classes + load<u8>(at)) << 2));
  }
  const state = <u32>place / (predicate.classCount << 2);
  return load<u8>(<usize>predicate.accepting + state) == 1;
}
