import type { ActionResult } from '../../shared/action/index.ts';
import { type Configuration, loadConfiguration } from '../../shared/config/index.ts';
import {
  type DataExamination,
  examineData,
  mergeShards,
  readControls,
} from '../../shared/data/index.ts';
import { prettyJson } from '../../shared/lineage/index.ts';
import type { Ports } from '../../shared/platform/index.ts';
import { collectDataFacts, countOf, diffJson, followReading } from '../../shared/report/index.ts';
import { annotateAnomalies } from './annotations.ts';
import { type CommittedSchema, readCommittedSchema } from './committed-schema.ts';
import type { ValidateDataInputs } from './inputs.ts';
import { judge } from './judge.ts';
import { originOfShards, runShard } from './run-shard.ts';
import { renderSummary } from './summary.ts';
import { renderTerminalReport } from './terminal-report.ts';

/**
 * Reads the data once, or what the shards have found; gives statistics, anomalies and a schema, and a verdict on them.
 * For one shard of the data, see `runShard`.
 */
export async function run(inputs: ValidateDataInputs, ports: Ports): Promise<ActionResult> {
  const configuration = await loadConfiguration(ports.files, inputs.configuration);
  const committed = await readCommittedSchema(
    ports,
    configuration.schema,
    configuration.validation.environment ?? null,
  );
  if (inputs.share !== undefined) {
    return await runShard(ports, configuration, committed, inputs.share);
  }
  const examination = await examine(ports, configuration, committed, inputs.mergedShards);
  const { statistics, anomalies } = examination;
  const errors = anomalies.anomalies.filter(({ severity }) => severity === 'error').length;
  const warnings = anomalies.anomalies.length - errors;
  const verdict = judge(errors, warnings, configuration.validation.failOn);
  const annotated = annotateAnomalies(ports.annotations, anomalies.anomalies);
  const schemaText = proposedText(configuration, examination, committed?.text);
  const columns = statistics.columns.length;
  const counts = [
    countOf(statistics.examples, 'example'),
    countOf(columns, 'column'),
    errors === 1 ? '1 anomaly' : countOf(errors, 'anomaly', 'anomalies'),
    ...(warnings === 0 ? [] : [countOf(warnings, 'warning')]),
  ];
  return {
    verdict,
    outcome: verdict,
    headline: counts.join(', '),
    outputs: {
      examples: statistics.examples,
      columns,
      errors,
      warnings,
      schema: schemaText === null ? '' : `${configuration.outputDirectory}/schema.json`,
    },
    summary: renderSummary({
      configuration,
      statistics,
      anomalies,
      verdict,
      errors,
      warnings,
      annotated,
      schemaChanged: examination.schemaChanged,
      committedSchema: committed?.parsed.committed ?? null,
      proposedSchema: examination.proposedSchema,
    }),
    terminal: (width) =>
      [
        renderTerminalReport(collectDataFacts(statistics, anomalies), width),
        ...schemaNote(configuration, committed, examination),
      ].join('\n'),
    outputDirectory: configuration.outputDirectory,
    files: [
      { path: 'statistics.json', content: prettyJson(statistics) },
      { path: 'anomalies.json', content: prettyJson(anomalies) },
      ...(schemaText === null ? [] : [{ path: 'schema.json', content: schemaText }]),
    ],
    ...(configuration.validation.updateSchema === 'write' &&
    examination.schemaChanged &&
    schemaText !== null
      ? { workspaceFiles: [{ path: configuration.schema, content: schemaText }] }
      : {}),
    record: (previous) => {
      const { data: _, ...rest } = previous;
      return {
        ...rest,
        model: configuration.model,
        data: {
          files: statistics.files,
          examples: statistics.examples,
          columns,
          ...(committed === null ? {} : { schema: committed.digest }),
        },
      };
    },
  };
}

/** `shards`: how many to put together; undefined: the data itself is read. */
async function examine(
  ports: Ports,
  configuration: Configuration,
  committed: CommittedSchema | null,
  shards: number | undefined,
): Promise<DataExamination> {
  const { files, log } = ports;
  const { data, validation, outputDirectory: directory } = configuration;
  const schema = committed?.parsed ?? null;
  const controls = await readControls(files, data, validation, (name) =>
    followReading(`reading ${name}`, ports),
  );
  const dates = configuration.features.flatMap((feature) =>
    feature.kind === 'date' ? [feature.column] : [],
  );
  const judging = { checks: validation.checks, controls, requested: validation, dates };
  if (shards === undefined) {
    const { progress, done } = followReading('reading data', ports);
    const examination = await examineData(files, data, schema, { progress, ...judging });
    done();
    return examination;
  }
  const label = 'reading shards';
  const merge = {
    count: shards,
    directory,
    origin: originOfShards(ports, configuration, committed),
    progress: (fraction: number) => log.progress({ label, fraction }),
  };
  const merged = await mergeShards(files, data, schema, merge, judging);
  log.progress({ label, fraction: 1, done: true });
  return merged;
}

/** Where the schema is that follows the data; nothing where the committed one does. */
function schemaNote(
  { schema, outputDirectory, validation }: Configuration,
  committed: CommittedSchema | null,
  { proposedSchema, schemaChanged }: DataExamination,
): string[] {
  if (!schemaChanged || validation.updateSchema === 'never') return [];
  const written = validation.updateSchema === 'write';
  const path = written ? schema : `${outputDirectory}/schema.json`;
  if (committed === null) {
    return [`schema  ${path}, inferred${written ? '' : `: commit it as ${schema}`}`];
  }
  const places = countOf(diffJson(committed.parsed.committed, proposedSchema).length, 'place');
  return [
    written
      ? `schema  ${path} was widened at ${places}`
      : `schema  ${path} widens ${schema} at ${places}`,
  ];
}

/**
 * What was committed stays as it was written, to the byte, while nothing in it has to change. Null when there is none and
 * none is to be proposed.
 */
function proposedText(
  { validation }: Configuration,
  examination: DataExamination,
  committed: string | undefined,
): string | null {
  if (validation.updateSchema === 'never') return committed ?? null;
  return committed === undefined || examination.schemaChanged
    ? prettyJson(examination.proposedSchema)
    : committed;
}
