import { Ajv2020 } from 'ajv/dist/2020.js';
import anomaliesSchema from '../../schemas/anomalies.schema.json' with { type: 'json' };
import exportSchema from '../../schemas/export.schema.json' with { type: 'json' };
import trainingSchema from '../../schemas/training.schema.json' with { type: 'json' };
import type { EvaluationContext } from '../../shared/evaluation/index.ts';
import type { DigestedFile, RunRecord } from '../../shared/lineage/index.ts';
import type { TrainingReport } from '../../shared/model/index.ts';
import type { FilesPort } from '../../shared/platform/index.ts';
import { collectReportInput } from '../../shared/report/index.ts';

export type RunReports = Pick<EvaluationContext, 'training' | 'anomalies' | 'exports'>;

/**
 * The reports of other actions that the comment tells of. Each only where it is known to speak of this model or of this
 * data, and is what its schema says: anything else is left out, and never costs the evaluation.
 */
export async function readRunReports(
  files: FilesPort,
  outputDirectory: string,
  record: RunRecord | null,
  { modelDigest, data }: { readonly modelDigest: string; readonly data: readonly DigestedFile[] },
): Promise<RunReports> {
  if (record === null) return {};
  const found = await collectReportInput(files, outputDirectory, record);
  const { training, anomalies, export: exported } = found;
  return {
    ...(training !== undefined && isOfRecord(training, record) && matches(trainingSchema, training)
      ? { training }
      : {}),
    ...(anomalies !== undefined &&
    sameFiles(record.data?.files, data) &&
    matches(anomaliesSchema, anomalies)
      ? { anomalies }
      : {}),
    ...(exported?.modelDigest === modelDigest && matches(exportSchema, exported)
      ? { exports: exported }
      : {}),
  };
}

/** training.json has no digest of the model; the record, which was checked against the model, says how it was trained. */
function isOfRecord(report: TrainingReport, { training }: RunRecord): boolean {
  return (
    training !== undefined &&
    report.seed === training.seed &&
    report.parameters === training.parameters &&
    report.bestEpoch === training.bestEpoch &&
    report.history.length === training.epochs
  );
}

function sameFiles(
  checked: readonly DigestedFile[] | undefined,
  read: readonly DigestedFile[],
): boolean {
  const key = (files: readonly DigestedFile[]) => files.map(({ sha256 }) => sha256).join();
  return checked !== undefined && key(checked) === key(read);
}

function matches(schema: object, report: unknown): boolean {
  return new Ajv2020({ strictTypes: false }).compile(schema)(report);
}
