/** The exports of the kernel of column batches; shared/scan/kernel/batch-kernel.ts is the only caller. */
export { allocate, isMemoryFull, release } from "./memory";
export { powersOfFive } from "./number";
export { addMissing, startMissing } from "./missing";
export { limitValues, seedTables } from "./values";
export {
  addNumbers,
  addTerms,
  addTexts,
  countCodes,
  newNumbers,
  newTexts,
  oddRows,
  selectContents,
  selectPlaces,
  setMissingNumbers,
  tallyNumbers,
  tallyTexts,
} from "./batch";
export { columnSums } from "./column";
