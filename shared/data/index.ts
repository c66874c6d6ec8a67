export { type CsvRow, CsvScanner, compareCodePoints } from '../scan/index.ts';
export {
  ANOMALY_KINDS,
  type AnomalyKind,
  CHECK_NAMES,
  type CheckName,
  type CheckSeverities,
  OWN_ANOMALIES,
  TFDV_ANOMALIES,
} from './anomaly-catalogue.ts';
export type { RankError } from './column-evidence.ts';
export type { Controls } from './compare-statistics.ts';
export { readControls } from './control-statistics.ts';
export { crossValidationFolds, type Fold } from './cross-validation-folds.ts';
export type { DataOrigin } from './data-files.ts';
export * from './data-schema.ts';
export { type DataExamination, examineData } from './examine-data.ts';
export { examineShard, type ShardExamination } from './examine-shard.ts';
export { describeCsvFault, FaultList } from './faults.ts';
export { findLeakingColumns, type LeakingColumn } from './label-leakage.ts';
export { mergeShards, type ShardsToMerge } from './merge-shards.ts';
export { murmurHash3 } from './murmur-hash.ts';
export { type Bucket, distributionOf, quantileOf } from './number-distribution.ts';
export { type ParsedSchema, parseSchema, readSchema } from './parse-schema.ts';
export { parseTime, TIME_EXAMPLES } from './parse-time.ts';
export type { ImageRequest } from './read-images.ts';
export * from './read-splits.ts';
export * from './read-table.ts';
export * from './reports.ts';
export type { RequestedStatistics } from './requested-statistics.ts';
export * from './row-picker.ts';
export * from './row-splits.ts';
export * from './sample-splits.ts';
export type { ReadProgress, ScanOptions } from './scan-rows.ts';
export { encodeShard, type ShardOrigin, type Share, shardPath } from './shard-file.ts';
export { countSharedRows } from './shared-rows.ts';
export * from './slice-values.ts';
export * from './split-rows.ts';
export * from './split-table.ts';
export * from './stream-table.ts';
export * from './table.ts';
