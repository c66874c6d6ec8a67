import type { DataConfiguration } from '../config/index.ts';
import { type Problem, UserError } from '../errors/index.ts';
import type { DigestedFile } from '../lineage/index.ts';
import type { FilesPort } from '../platform/index.ts';
import { emptyState, mergeStates } from '../scan/index.ts';
import { AnomalyTally } from './anomaly-tally.ts';
import { ColumnNames } from './columns.ts';
import { listPresentFiles } from './data-files.ts';
import {
  concludeExamination,
  type DataExamination,
  type JudgingOptions,
  type RowEvidence,
} from './examine-data.ts';
import { digestFileList } from './examine-shard.ts';
import type { ParsedSchema } from './parse-schema.ts';
import { RowFindings } from './row-findings.ts';
import { requireRows } from './scan-rows.ts';
import { readShard, type Shard, type ShardOrigin, type Share, shardPath } from './shard-file.ts';

export interface ShardsToMerge {
  readonly count: number;
  /** The output directory. */
  readonly directory: string;
  /** What every shard must have been made from. */
  readonly origin: ShardOrigin;
  /** Called as shards are read, 0 … 1. */
  readonly progress?: (fraction: number) => void;
}

/**
 * Puts the shards of a data set together, in the order of its files: statistics, anomalies and schema are those that
 * `examineData` would give. No data is read; files of the data set that are there must be those that the shards read.
 *
 * Throws a `UserError` that names the shard for one that is missing, damaged, doubled or made from something else.
 */
export async function mergeShards(
  files: FilesPort,
  data: DataConfiguration,
  schema: ParsedSchema | null,
  { count, directory, origin, progress }: ShardsToMerge,
  judging: JudgingOptions = {},
): Promise<DataExamination> {
  const shares = Array.from({ length: count }, (_, index) => ({ index: index + 1, of: count }));
  const pathOf = (share: Share) => `${directory}/${shardPath(share)}`;
  await requireShards(files, shares, pathOf);
  const whole = new MergedShards(schema, origin);
  for (const share of shares) {
    whole.add(await readShard(files, pathOf(share), share), share, pathOf(share));
    progress?.(share.index / count);
  }
  const { scanned, evidence, list } = whole.finish();
  await compareWithData(files, data, scanned.digests, list);
  return concludeExamination(scanned, evidence, data, schema, judging);
}

async function requireShards(
  files: FilesPort,
  shares: readonly Share[],
  pathOf: (share: Share) => string,
): Promise<void> {
  const missing: Share[] = [];
  for (const share of shares) if (!(await files.exists(pathOf(share)))) missing.push(share);
  if (missing.length === 0) return;
  throw new UserError(
    missing.map((share) => ({
      what: `Shard ${share.index} of ${share.of} is missing: there is no ${pathOf(share)}`,
      remedy: `Run validate-data with shard ${share.index}/${share.of} and the same artifact-name; if it ran, its log says why it left nothing`,
    })),
  );
}

/** Shards that have been put together so far. */
class MergedShards {
  readonly #schema: ParsedSchema | null;
  readonly #origin: ShardOrigin;
  readonly #columns = new ColumnNames();
  readonly #files: DigestedFile[] = [];
  #state = emptyState();
  readonly #findings = new RowFindings();
  readonly #missingLabels = new AnomalyTally();
  #list: string | null = null;

  constructor(schema: ParsedSchema | null, origin: ShardOrigin) {
    this.#schema = schema;
    this.#origin = origin;
  }

  add(shard: Shard, share: Share, path: string): void {
    const problem = this.#findMismatch(shard, share);
    if (problem !== null) throw new UserError({ ...problem, where: { file: path } });
    this.#list = shard.list;
    this.#addColumns(shard, path);
    const { state, findings, missingLabels } = shard.evidence;
    this.#state = mergeStates(
      this.#state,
      state,
      shard.columns.map((name) => this.#columns.find(name) ?? 0),
    );
    this.#findings.merge(findings);
    this.#missingLabels.merge(missingLabels);
    this.#files.push(...shard.files);
  }

  #findMismatch(shard: Shard, { index, of }: Share): Omit<Problem, 'where'> | null {
    const name = `Shard ${index} of ${of}`;
    const { origin } = shard;
    const again = `Run validate-data with shard ${index}/${of} again`;
    if (shard.share.index !== index || shard.share.of !== of) {
      return {
        what: `${name} is missing: its file holds shard ${shard.share.index} of ${shard.share.of}`,
        remedy: again,
      };
    }
    if (origin.program !== this.#origin.program) {
      return {
        what: `${name} was made by version ${origin.program} of mlops-actions, and this is ${this.#origin.program}`,
        remedy: 'Use one version in all jobs',
      };
    }
    if (origin.configuration !== this.#origin.configuration) {
      return {
        what: `${name} was made with another section "data" of the configuration`,
        remedy: 'Give all jobs the same configuration file and the same inputs data and label',
      };
    }
    if (origin.schema?.sha256 !== this.#origin.schema?.sha256) {
      return {
        what: `${name} was checked against ${describeSchema(origin.schema)}, and this job has ${describeSchema(this.#origin.schema)}`,
        remedy: 'Check the same commit out in all jobs, and give them the same input schema',
      };
    }
    if (
      origin.commit !== undefined &&
      this.#origin.commit !== undefined &&
      origin.commit !== this.#origin.commit
    ) {
      return {
        what: `${name} was made for commit ${origin.commit}, and this is ${this.#origin.commit}`,
        remedy: again,
      };
    }
    if (this.#list !== null && shard.list !== this.#list) {
      return {
        what: `${name} saw other data files, or other sizes of them, than the shards before it`,
        remedy: 'Give every job the whole data set, all files alike, and run all shards again',
      };
    }
    if (shard.firstFile !== this.#files.length) {
      return {
        what: `${name} begins at file ${shard.firstFile + 1} of the data set, and the shards before it end at ${this.#files.length}`,
        remedy: again,
      };
    }
    return this.#findUnchecked(shard, name, again);
  }

  /** Repeats between shards can be seen in columns only whose values every shard has kept. */
  #findUnchecked(shard: Shard, name: string, again: string): Omit<Problem, 'where'> | null {
    if (shard.evidence.state.rows === 0) return null;
    const rules = Object.entries(this.#schema?.json['x-columns'] ?? {});
    const columns = new Set(shard.columns);
    const unchecked = rules.find(
      ([column, { unique }]) =>
        unique === true && columns.has(column) && !shard.evidence.findings.unique.has(column),
    );
    if (unchecked === undefined) return null;
    return {
      what: `${name} lacks the values of the unique column "${unchecked[0]}"`,
      remedy: again,
    };
  }

  #addColumns({ header, columns, files }: Shard, path: string): void {
    const compared = this.#columns.header !== null && header !== null;
    const problems = compared ? this.#columns.takeHeader(header) : [];
    if (problems.length > 0) throw new UserError(problems);
    for (const name of columns) this.#columns.require(name, { file: files[0]?.path ?? path });
    if (!compared && header !== null) this.#columns.takeHeader(header);
  }

  finish() {
    const files = this.#files.map(({ path }) => path);
    const sizes = this.#files.map(({ bytes }) => bytes);
    const list = digestFileList(files, sizes);
    if (list !== this.#list) {
      throw new UserError({
        what: 'The shards together are not the whole data set',
        remedy: 'Run all shards again',
      });
    }
    const rowCount = this.#state.rows;
    requireRows(rowCount, this.#columns.names, files.at(-1) ?? '');
    return {
      scanned: { columns: this.#columns.names, files, digests: this.#files, rowCount },
      evidence: {
        state: this.#state,
        findings: this.#findings,
        missingLabels: this.#missingLabels,
      } satisfies RowEvidence,
      list,
    };
  }
}

function describeSchema(schema: DigestedFile | null): string {
  return schema === null ? 'no schema' : `${schema.path} (SHA-256 ${schema.sha256.slice(0, 12)}…)`;
}

/** Data may have changed since shards were made of it; where it is not there, nothing can be said. */
async function compareWithData(
  files: FilesPort,
  data: DataConfiguration,
  read: readonly DigestedFile[],
  list: string,
): Promise<void> {
  const present = await listPresentFiles(files, data.path);
  if (present.length === 0) return;
  const sizes = await Promise.all(present.map((path) => files.size(path)));
  if (digestFileList(present, sizes) === list) return;
  const known = new Map(read.map(({ path, bytes }) => [path, bytes]));
  const other = present.find((path, index) => known.get(path) !== sizes[index]);
  const gone = read.find(({ path }) => !present.includes(path))?.path;
  throw new UserError({
    what: 'The data is not the one that the shards have read: this file is new, gone or has another size',
    ...(other === undefined && gone === undefined ? {} : { where: { file: other ?? gone ?? '' } }),
    remedy: 'Run all shards again on this data, or keep the data out of the job that merges them',
  });
}
