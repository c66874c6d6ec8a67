import { isUtf8 } from 'node:buffer';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import schemaOfShards from '../../schemas/shard.schema.json' with { type: 'json' };
import { UserError } from '../errors/index.ts';
import type { DigestedFile } from '../lineage/index.ts';
import type { FilesPort } from '../platform/index.ts';
import { decodeState, encodeState, type StateJson } from '../scan/index.ts';
import { AnomalyTally, type RowPlace, type TallyJson } from './anomaly-tally.ts';
import type { FileHeader } from './columns.ts';
import type { RowEvidence } from './examine-data.ts';
import { MOST_SHARD_BYTES } from './limits.ts';
import { type RowAnomalyJson, RowFindings } from './row-findings.ts';
import { demand, InconsistentShard } from './shard-consistency.ts';
import type { UniqueValuesJson } from './unique-values.ts';

/** One of several shares of a data set; `index` counts from 1. */
export interface Share {
  readonly index: number;
  readonly of: number;
}

/** What must be the same for shards to be put together. */
export interface ShardOrigin {
  /** Version of mlops-actions. */
  readonly program: string;
  /** Left out where it is not known. */
  readonly commit?: string;
  /** Digest of the section `data`. */
  readonly configuration: string;
  /** The schema that rows were checked against. */
  readonly schema: DigestedFile | null;
}

/** Which files a shard has read and what their rows hold. */
export interface Shard {
  readonly share: Share;
  readonly origin: ShardOrigin;
  /** Digest of the names and sizes of every file of the data set. */
  readonly list: string;
  /** Index of the first of `files` among all. */
  readonly firstFile: number;
  readonly files: readonly DigestedFile[];
  readonly header: FileHeader | null;
  /** Columns of the statistics. */
  readonly columns: readonly string[];
  readonly evidence: RowEvidence;
}

/** The file as `schemas/shard.schema.json` describes it. */
interface ShardJson extends ShardOrigin {
  readonly version: 2;
  readonly shard: number;
  readonly of: number;
  readonly list: string;
  readonly firstFile: number;
  readonly files: readonly DigestedFile[];
  readonly header: FileHeader | null;
  readonly missingLabels: TallyJson;
  readonly rules: readonly RowAnomalyJson[];
  readonly unique: readonly UniqueValuesJson[];
  readonly columns: readonly string[];
  readonly state: StateJson;
}

/** Where a shard stands in the output directory. */
export function shardPath({ index, of }: Share): string {
  return `shards/${index}-of-${of}.json`;
}

/** The shard's file. Throws a `UserError` when it would be larger than can be read again. */
export function encodeShard(shard: Shard): Uint8Array {
  const { share, origin, list, firstFile, files, header, columns, evidence } = shard;
  const { state, findings, missingLabels } = evidence;
  const json: ShardJson = {
    version: 2,
    shard: share.index,
    of: share.of,
    ...origin,
    list,
    firstFile,
    files,
    header,
    missingLabels: missingLabels.toJson(),
    ...findings.toJson(),
    columns,
    state: encodeState(state),
  };
  try {
    const text = Buffer.from(`${JSON.stringify(json)}\n`);
    if (text.byteLength <= MOST_SHARD_BYTES) return text;
  } catch (cause) {
    // A string has no room for it.
    if (!(cause instanceof RangeError)) throw cause;
  }
  throw tooLarge(share);
}

function tooLarge({ index, of }: Share): UserError {
  return new UserError({
    what: `Shard ${index} of ${of} has found more than its file may hold (${MOST_SHARD_BYTES / 1024 / 1024} MiB)`,
    remedy:
      'Deal the files out to more shards; a file that is too large by itself has to be cut in several',
  });
}

let validate: ValidateFunction<ShardJson> | undefined;

/**
 * Reads a shard, which may come from anywhere: held against its schema and against itself, so that nothing in it can stop
 * the merge or point outside of its own files. Throws a `UserError`.
 */
export async function readShard(files: FilesPort, path: string, share: Share): Promise<Shard> {
  const size = await files.size(path);
  if (size > MOST_SHARD_BYTES) throw damaged(path, share, `it has ${size} bytes`);
  const bytes = await files.read(path);
  if (!isUtf8(bytes)) throw damaged(path, share, 'it is not UTF-8');
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw damaged(path, share, 'it is not JSON', cause);
  }
  validate ??= new Ajv2020({ strictTypes: false, strictTuples: false }).compile(schemaOfShards);
  if (!validate(value)) {
    const [error] = validate.errors ?? [];
    throw damaged(
      path,
      share,
      `${error?.message ?? 'another form'} at ${error?.instancePath || '/'}`,
    );
  }
  try {
    return decodeShard(value);
  } catch (cause) {
    if (cause instanceof InconsistentShard) throw damaged(path, share, cause.message, cause);
    throw cause;
  }
}

function damaged(file: string, { index, of }: Share, why: string, cause?: unknown): UserError {
  return new UserError(
    {
      what: `Shard ${index} of ${of} is damaged: ${why}`,
      where: { file },
      remedy: `Run validate-data with shard ${index}/${of} again`,
    },
    { cause },
  );
}

function decodeShard(json: ShardJson): Shard {
  const { shard, of, program, commit, configuration, schema, list, firstFile, files } = json;
  const { columns } = json;
  const hasFile = (file: number) => file >= firstFile && file < firstFile + files.length;
  const state = decodeState(json.state, hasFile);
  const { rows } = state;
  demand(state.columns.length === columns.length, 'columns are missing');
  const known = new Set(columns);
  demand(known.size === columns.length, 'a column stands twice');
  if (json.header !== null) {
    const { names, where } = json.header;
    const complete = rows === 0 || names.every((name) => known.has(name));
    demand(complete, 'a column of the header is missing');
    demand(new Set(names).size === names.length, 'a column of the header stands twice');
    demand(
      files.some(({ path }) => path === where.file),
      'the header stands in another file',
    );
  }
  const findings = RowFindings.fromJson(json.rules, json.unique);
  const missingLabels = AnomalyTally.fromJson(json.missingLabels);
  const tallies = [missingLabels, ...findings.anomalies.map(({ tally }) => tally)];
  demand(
    tallies.every(({ count }) => count <= rows),
    'a rule is broken by more rows than there are',
  );
  for (const { file } of placesOf(json)) {
    demand(hasFile(file), 'a row stands in another file');
  }
  return {
    share: { index: shard, of },
    origin: { program, ...(commit === undefined ? {} : { commit }), configuration, schema },
    list,
    firstFile,
    files,
    header: json.header,
    columns,
    evidence: { state, findings, missingLabels },
  };
}

function* placesOf(json: ShardJson): Iterable<Pick<RowPlace, 'file'>> {
  for (const { places } of [json.missingLabels, ...json.rules]) {
    for (const [file] of places) yield { file };
  }
  for (const { files } of json.unique) for (const file of files) yield { file };
}
