import { type ArtifactPlan, type InputReader, MOST_PARTS } from '../../shared/action/index.ts';
import type { ConfigurationRequest } from '../../shared/config/index.ts';
import { type Share, shardPath } from '../../shared/data/index.ts';

export interface ValidateDataInputs {
  readonly configuration: ConfigurationRequest;
  /** Examine this share of the files only. */
  readonly share?: Share;
  /** Read no data and put so many shards together. */
  readonly mergedShards?: number;
}

export function parseInputs(reader: InputReader): ValidateDataInputs {
  reader.text('artifact-name');
  const share = reader.part('shard');
  const mergedShards = reader.integer('merge-shards', { min: 1, max: MOST_PARTS });
  if (share !== undefined && mergedShards !== undefined) {
    reader.refuse(
      'merge-shards',
      'is given together with shard',
      'examine shards in some jobs and merge them in one that needs those',
    );
  }
  return {
    ...(share === undefined ? {} : { share }),
    ...(mergedShards === undefined ? {} : { mergedShards }),
    configuration: reader.configuration({
      data: 'data.path',
      label: 'data.label',
      schema: 'schema',
      'update-schema': 'validation.update-schema',
      'fail-on': 'validation.fail-on',
      environment: 'validation.environment',
    }),
  };
}

/** Each shard travels by itself; the job that merges them hands on what they give and not the shards. */
export function planArtifacts(
  { share, mergedShards = 0 }: ValidateDataInputs,
  name: string,
): ArtifactPlan {
  if (share !== undefined) {
    const includes = (path: string) => path === shardPath(share);
    return { download: [], upload: { name: shardArtifact(name, share), includes } };
  }
  const shares = Array.from({ length: mergedShards }, (_, index) => ({
    index: index + 1,
    of: mergedShards,
  }));
  return {
    download: [name, ...shares.map((one) => shardArtifact(name, one))],
    upload: { name, includes: (path) => !path.startsWith('shards/') },
  };
}

function shardArtifact(name: string, { index, of }: Share): string {
  return `${name}-shard-${index}-of-${of}`;
}
