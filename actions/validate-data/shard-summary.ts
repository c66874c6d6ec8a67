import type { Configuration, Verdict } from '../../shared/config/index.ts';
import type { Anomaly, ShardExamination } from '../../shared/data/index.ts';
import { code, countOf, joinBlocks, md } from '../../shared/report/index.ts';
import type { AnnotatedPlaces } from './annotations.ts';
import { renderAnomalies } from './summary-anomalies.ts';
import { renderFiles } from './summary-files.ts';

export interface ShardFacts {
  readonly configuration: Configuration;
  readonly shard: ShardExamination['shard'];
  readonly anomalies: readonly Anomaly[];
  readonly verdict: Verdict;
  readonly annotated: AnnotatedPlaces;
}

/** Markdown for the step's page: what the rows of one shard show by themselves. */
export function renderShardSummary(facts: ShardFacts): string {
  const { configuration, shard, anomalies, verdict, annotated } = facts;
  const { index, of } = shard.share;
  const sign = verdict === 'pass' ? '✅' : verdict === 'warn' ? '⚠️' : '❌';
  const found = verdict === 'pass' ? 'its rows are as expected' : 'rows are at fault';
  const size = `${countOf(shard.evidence.state.rows, 'example')} in ${countOf(shard.files.length, 'file')}`;
  const checked =
    shard.origin.schema === null
      ? md`There is no schema yet: the merge infers one.`
      : md`Checked against ${code(configuration.schema)}.`;
  const counted =
    anomalies.length === 0 ? 'no anomalies' : countOf(anomalies.length, 'anomaly', 'anomalies');
  return `${
    joinBlocks([
      md`## ${sign} ${configuration.model}, shard ${index} of ${of}: ${found}`,
      md`**${size}, ${counted}.** ${checked} What the whole data set must have is judged where the shards are merged.`,
      renderAnomalies(anomalies, annotated),
      renderFiles(shard.files),
    ]).source
  }\n`;
}
