import type { DataConfiguration } from '../../shared/config/index.ts';
import {
  type DataExamination,
  encodeShard,
  examineData,
  examineShard,
  mergeShards,
  type ParsedSchema,
  parseSchema,
  type ShardOrigin,
  shardPath,
} from '../../shared/data/index.ts';
import { isUserError } from '../../shared/errors/index.ts';
import { sha256 } from '../../shared/lineage/index.ts';
import { type MemoryPorts, memoryPorts } from '../../shared/platform/index.ts';
import { dataConfiguration } from './data-support.ts';

export const ORIGIN: ShardOrigin = {
  program: '1.0.0',
  configuration: sha256('configuration'),
  schema: null,
};

export interface ShardedData {
  readonly files: Readonly<Record<string, string>>;
  readonly schema?: object;
  readonly data?: Partial<DataConfiguration>;
}

/** Compiling takes longer than checking a few rows. */
const compiled = new Map<string, ParsedSchema>();

function parse(text: string): ParsedSchema {
  const parsed = compiled.get(text) ?? parseSchema(text, 'schema.json');
  compiled.set(text, parsed);
  return parsed;
}

function prepare({ files, schema, data }: ShardedData) {
  const parsed = schema === undefined ? null : parse(JSON.stringify(schema));
  return { parsed, configuration: dataConfiguration({ path: Object.keys(files), ...data }) };
}

/** What one machine finds; the message where it refuses the data. */
export async function examineWhole(given: ShardedData): Promise<DataExamination | string> {
  const { parsed, configuration } = prepare(given);
  return await orMessage(() => examineData(memoryPorts(given.files).files, configuration, parsed));
}

/** The output directory `.mlops` with the files of all shards, each made in a workspace of its own. */
export async function makeShards(given: ShardedData, count: number): Promise<MemoryPorts> {
  const { parsed, configuration } = prepare(given);
  const merging = memoryPorts();
  for (let index = 1; index <= count; index++) {
    const { files } = memoryPorts(given.files);
    const job = { share: { index, of: count }, origin: ORIGIN };
    const { shard } = await examineShard(files, configuration, parsed, job);
    merging.files.content.set(`.mlops/${shardPath(job.share)}`, encodeShard(shard));
  }
  return merging;
}

/** What the shards give together. */
export async function examineMerged(
  given: ShardedData,
  count: number,
  { files }: MemoryPorts,
  origin = ORIGIN,
): Promise<DataExamination | string> {
  const { parsed, configuration } = prepare(given);
  return await orMessage(() => merge(files, configuration, parsed, count, origin));
}

function merge(
  files: MemoryPorts['files'],
  configuration: DataConfiguration,
  schema: ParsedSchema | null,
  count: number,
  origin: ShardOrigin,
): Promise<DataExamination> {
  return mergeShards(files, configuration, schema, { count, directory: '.mlops', origin });
}

async function orMessage<T>(work: () => Promise<T>): Promise<T | string> {
  try {
    return await work();
  } catch (error) {
    if (isUserError(error)) return error.message;
    throw error;
  }
}
