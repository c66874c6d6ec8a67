import { ALL_ODD, Column, COLUMN_BYTES } from "./column";
import { allocateZeroed } from "./memory";
import { sampleSlots } from "./sample";
import { flushSums } from "./sums";
import { startTable, tallyTable } from "./values";

/** The kernel's exports; shared/scan/kernel/kernel.ts is the only caller. */

export { columnSums } from "./column";
export { allocate, isMemoryFull, release } from "./memory";
export { powersOfFive } from "./number";
export { limitValues, seedTables } from "./values";
export { startMissing, addMissing } from "./missing";
export {
  firstTexts,
  raiseSampleLevel,
  sampleHashes,
  sampleLevel,
  sampleRows,
  sampleSlots,
  sampleThreshold,
  sortSample,
  startSample,
} from "./sample";
export { contentAt, contentLevel, contents, contentTable, contentTableEnd, contentThreshold, startContents } from "./contents";
export { keyName, keyNameLength, keys, nameKey } from "./json-keys";
export { beginJson, jsonLine, jsonStatus, readJson } from "./json-lines";
export { addAllowed, newPredicate } from "./predicates";
export { beginFile, rowLine, rows, setCheckUtf8, setRepairedText, setRules, watchColumn } from "./row";
export { beginCsv, findRows, headerRowsLeft, readCsv, status } from "./csv";
export { countedFeeds, countQuotes, sawOddBytes } from "./csv-index";

/** The pointer to a new column. */
export function addColumn(index: u32, salt: u64): usize {
  const column = changetype<Column>(allocateZeroed(COLUMN_BYTES));
  column.index = index;
  column.salt = salt;
  column.min = Infinity;
  column.max = -Infinity;
  column.lengthMin = u32.MAX_VALUE;
  column.wantedOdd = ALL_ODD;
  column.slots = <u32>sampleSlots(index);
  startTable(column);
  return changetype<usize>(column);
}

/** Once, after the last row: the statistics of a column whose values are still counted. */
export function tallyColumn(column: usize): void {
  if (changetype<Column>(column).table != 0) tallyTable(changetype<Column>(column), 0);
  flushSums(changetype<Column>(column));
}
