import { type ActionResult, VERSION } from '../../shared/action/index.ts';
import type { Configuration } from '../../shared/config/index.ts';
import {
  encodeShard,
  examineShard,
  type ShardOrigin,
  type Share,
  shardPath,
} from '../../shared/data/index.ts';
import { digestValue } from '../../shared/lineage/index.ts';
import type { Ports } from '../../shared/platform/index.ts';
import { countOf, followReading } from '../../shared/report/index.ts';
import { annotateAnomalies } from './annotations.ts';
import type { CommittedSchema } from './committed-schema.ts';
import { judge } from './judge.ts';
import { renderShardSummary } from './shard-summary.ts';

/** Reads one share of the files; the verdict is on its rows, and what the whole data set must have is left to the merge. */
export async function runShard(
  ports: Ports,
  configuration: Configuration,
  committed: CommittedSchema | null,
  share: Share,
): Promise<ActionResult> {
  const { progress, done } = followReading(`reading shard ${share.index} of ${share.of}`, ports);
  const { shard, anomalies } = await examineShard(
    ports.files,
    configuration.data,
    committed?.parsed ?? null,
    { share, origin: originOfShards(ports, configuration, committed) },
    { progress },
  );
  done();
  const verdict = judge(anomalies.length, 0, configuration.validation.failOn);
  const annotated = annotateAnomalies(ports.annotations, anomalies);
  const { rows: examples } = shard.evidence.state;
  return {
    verdict,
    outcome: verdict,
    headline: [
      `shard ${share.index} of ${share.of}`,
      countOf(shard.files.length, 'file'),
      countOf(examples, 'example'),
      countOf(anomalies.length, 'anomaly', 'anomalies'),
    ].join(', '),
    outputs: {
      examples,
      columns: shard.columns.length,
      errors: anomalies.length,
      warnings: 0,
      schema: '',
    },
    summary: renderShardSummary({ configuration, shard, anomalies, verdict, annotated }),
    outputDirectory: configuration.outputDirectory,
    isPart: true,
    files: [{ path: shardPath(share), content: encodeShard(shard) }],
    record: (previous) => previous,
  };
}

/** Shards that differ in any of this would be put together into what no machine has seen. */
export function originOfShards(
  ports: Ports,
  configuration: Configuration,
  committed: CommittedSchema | null,
): ShardOrigin {
  const { commit } = ports.run;
  return {
    program: VERSION,
    ...(commit === undefined ? {} : { commit }),
    configuration: digestValue(examinedBy(configuration)),
    schema: committed?.digest ?? null,
  };
}

/** What of the configuration decides on what a shard finds in its rows. */
function examinedBy({ data, validation: { environment } }: Configuration): unknown {
  return environment === undefined ? data : { data, environment };
}
