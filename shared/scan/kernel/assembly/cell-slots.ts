import { SLOT_MISSING } from "./classify";
import { Column } from "./column";
import { addMissingCell, hasRules, openRow } from "./row";

/** By row at hand, the slot of its cell in the column at hand. */
export const slots: usize = memory.data(8 * 256, 16);

/** The row's cell is missing. */
export function skipCell(column: Column, row: u32): void {
  store<u64>(slots + (row << 3), SLOT_MISSING);
  if (!hasRules) return;
  openRow(row);
  addMissingCell(column);
}
