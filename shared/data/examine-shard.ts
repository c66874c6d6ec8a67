import type { DataConfiguration } from '../config/index.ts';
import { UserError } from '../errors/index.ts';
import { digestValue } from '../lineage/index.ts';
import type { FilesPort } from '../platform/index.ts';
import { DatasetView } from './dataset-view.ts';
import { collectEvidence } from './examine-data.ts';
import { findRowAnomalies } from './find-anomalies.ts';
import type { ParsedSchema } from './parse-schema.ts';
import type { Anomaly } from './reports.ts';
import type { FileScan, ScanOptions } from './scan-rows.ts';
import type { Shard, ShardOrigin, Share } from './shard-file.ts';

export interface ShardExamination {
  readonly shard: Shard;
  /** Errors that the shard's rows show by themselves. */
  readonly anomalies: readonly Anomaly[];
}

/**
 * One pass over one share of the files. Needs the names and sizes of all files and reads its own. Throws a `UserError`
 * for data that can't be read.
 */
export async function examineShard(
  files: FilesPort,
  data: DataConfiguration,
  schema: ParsedSchema | null,
  { share, origin }: { readonly share: Share; readonly origin: ShardOrigin },
  options: Pick<ScanOptions, 'progress'> = {},
): Promise<ShardExamination> {
  const { scanned, evidence } = await collectEvidence(files, data, schema, { ...options, share });
  const { range, sizes, digests, header, columns } = scanned;
  refuseChangedFiles(scanned);
  const { findings, missingLabels } = evidence;
  const statistics = new DatasetView(evidence.state);
  return {
    shard: {
      share,
      origin,
      list: digestFileList(scanned.files, sizes),
      firstFile: range.first,
      files: digests,
      header,
      columns,
      evidence,
    },
    anomalies: findRowAnomalies(
      { scanned, statistics, rows: findings.anomalies, label: data.label, missingLabels },
      schema,
    ),
  };
}

/** Identity of a data set's files without reading them. */
export function digestFileList(paths: readonly string[], sizes: readonly number[]): string {
  return digestValue(paths.map((path, index) => [path, sizes[index]]));
}

/** The sizes decide who reads which file: shards that see other ones would leave files out. */
function refuseChangedFiles({ digests, sizes, range }: FileScan): void {
  const changed = digests.filter(({ bytes }, index) => bytes !== sizes[range.first + index]);
  if (changed.length === 0) return;
  throw new UserError(
    changed.map(({ path }) => ({
      what: 'The data file changed while it was read',
      where: { file: path },
      remedy: 'Run the shards again when nothing writes to the data',
    })),
  );
}
