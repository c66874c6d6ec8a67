export { giveRows } from './batch-rows.ts';
export { FileBudget, type Spending } from './file-budget.ts';
export { hasRowsForLines, hasVisibleLines, placeText, unpackedName } from './file-kind.ts';
export { DEEPEST_NESTING } from './limits.ts';
export {
  type DataContent,
  type DataSource,
  type OpenOptions,
  openData,
  type RequestedFormat,
} from './open-data.ts';
export { openParquet, type RowGroups } from './parquet/parquet-reader.ts';
export { SourceFault } from './source-fault.ts';
export type { TfRecordRow } from './tf-record.ts';
