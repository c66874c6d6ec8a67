import type { ActionResult } from '../../shared/action/index.ts';
import { type Configuration, loadConfiguration } from '../../shared/config/index.ts';
import {
  type DataExamination,
  examineData,
  type ParsedSchema,
  readSchema,
} from '../../shared/data/index.ts';
import { type DigestedFile, digestContent, prettyJson } from '../../shared/lineage/index.ts';
import type { Ports } from '../../shared/platform/index.ts';
import { countOf } from '../../shared/report/index.ts';
import { annotateAnomalies } from './annotations.ts';
import type { ValidateDataInputs } from './inputs.ts';
import { renderSummary } from './summary.ts';

/** Reads the data once; gives statistics, anomalies and a schema, and a verdict on them. */
export async function run(inputs: ValidateDataInputs, ports: Ports): Promise<ActionResult> {
  const configuration = await loadConfiguration(ports.files, inputs.configuration);
  const committed = await readCommittedSchema(ports, configuration.schema);
  const examination = await examineWithProgress(ports, configuration, committed?.parsed ?? null);
  const { statistics, anomalies } = examination;
  const errors = anomalies.anomalies.filter(({ severity }) => severity === 'error').length;
  const warnings = anomalies.anomalies.length - errors;
  const verdict = judge(errors, warnings, configuration.validation.failOn);
  const annotated = annotateAnomalies(ports.annotations, anomalies.anomalies);
  const schemaText = proposedText(examination, committed?.text);
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
      schema: `${configuration.outputDirectory}/schema.json`,
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
    }),
    outputDirectory: configuration.outputDirectory,
    files: [
      { path: 'statistics.json', content: prettyJson(statistics) },
      { path: 'anomalies.json', content: prettyJson(anomalies) },
      { path: 'schema.json', content: schemaText },
    ],
    ...(configuration.validation.updateSchema === 'write' && examination.schemaChanged
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

interface CommittedSchema {
  readonly text: string;
  readonly parsed: ParsedSchema;
  readonly digest: DigestedFile;
}

async function readCommittedSchema(ports: Ports, path: string): Promise<CommittedSchema | null> {
  if (!(await ports.files.exists(path))) return null;
  const { text, ...parsed } = await readSchema(ports.files, path);
  return { text, parsed, digest: digestContent(path, text) };
}

async function examineWithProgress(
  ports: Ports,
  configuration: Configuration,
  schema: ParsedSchema | null,
): Promise<DataExamination> {
  const label = 'reading data';
  const examination = await examineData(ports.files, configuration.data, schema, {
    progress: (fraction) => ports.log.progress({ label, fraction }),
  });
  ports.log.progress({ label, fraction: 1, done: true });
  return examination;
}

/** What was committed stays as it was written, to the byte, while nothing in it has to change. */
function proposedText(examination: DataExamination, committed: string | undefined): string {
  return committed === undefined || examination.schemaChanged
    ? prettyJson(examination.proposedSchema)
    : committed;
}

function judge(
  errors: number,
  warnings: number,
  failOn: Configuration['validation']['failOn'],
): 'pass' | 'warn' | 'fail' {
  if (errors + warnings === 0) return 'pass';
  if (failOn === 'never') return 'warn';
  return errors > 0 || failOn === 'warning' ? 'fail' : 'warn';
}
