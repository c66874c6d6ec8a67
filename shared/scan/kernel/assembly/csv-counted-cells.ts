import { skipCell, slots } from "./cell-slots";
import { Column } from "./column";
import { QUOTE } from "./csv-index";
import { contentTerm } from "./hash";
import { isMissing, missingLengths } from "./missing";
import { addToContent, checkCounted, hasRules, keepOdd, openRow } from "./row";
import { unquote, unquotedLength } from "./unquote";
import {
  countEntry,
  countTagged,
  countValue,
  firstPointer,
  isPlainEntry,
  ODD_SHIFT,
  plainTag,
} from "./values";

/** By row, where its text is placed in the column's table. */
const tags: usize = memory.data(4 * 256, 16);
/** The entry that its text is likely to have, else 0. */
const likely: usize = memory.data(4 * 256, 16);

/**
 * Counts cells one by one; the row at which the column's values become too many for it. All texts are hashed, and then all
 * entries that they are likely to have are looked at, before the first text is compared: none of that branches, so that the
 * processor waits for many places of a large table at a time.
 */
export function countCells(column: Column, window: usize, before: usize, ends: usize, count: u32): u32 {
  const missing = missingLengths;
  for (let row: u32 = 0; row < count; row++) {
    const text = window + load<u32>(before + (row << 2)) + 1;
    const length = <u32>(window + load<u32>(ends + (row << 2)) - text);
    const tag = plainTag(text, length);
    store<u32>(tags + (row << 2), tag);
    store<u32>(likely + (row << 2), firstPointer(column, tag));
  }
  // Entries stay where they are until the table is given up; 0 may be read as any other address.
  for (let row: u32 = 0; row < count; row++) {
    const pointer = load<u32>(likely + (row << 2));
    const tag = load<u32>(tags + (row << 2));
    store<u32>(likely + (row << 2), load<u32>(<usize>pointer) == tag ? pointer : 0);
  }
  const salt = column.salt;
  for (let row: u32 = 0; row < count; row++) {
    let text = window + load<u32>(before + (row << 2)) + 1;
    let length = <u32>(window + load<u32>(ends + (row << 2)) - text);
    let tag = load<u32>(tags + (row << 2));
    let guess = load<u32>(likely + (row << 2));
    if (length != 0 && <u32>load<u8>(text) == QUOTE) {
      text = unquote(text, length);
      length = unquotedLength;
      tag = plainTag(text, length);
      guess = 0;
    }
    if (length == 0 || (((missing >> <u64>min<u32>(length, 63)) & 1) != 0 && isMissing(text, length))) {
      skipCell(column, row);
      continue;
    }
    const entry =
      column.keyed != 0
        ? countValue(column, text, length, 0)
        : guess != 0 && isPlainEntry(guess, text, length)
          ? countEntry(guess)
          : countTagged(column, tag, text, length, 0);
    if (!entry) return row;
    addToContent(row, contentTerm(entry.cellHash, salt));
    store<u64>(slots + (row << 3), entry.slot);
    const odd = <u32>entry.flags >> ODD_SHIFT;
    if (odd & column.wantedOdd) {
      openRow(row);
      keepOdd(column, odd, text, length);
    }
    if (hasRules) {
      openRow(row);
      checkCounted(column, entry, text, length);
    }
  }
  return count;
}
