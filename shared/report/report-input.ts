import type { AnomaliesReport, StatisticsReport } from '../data/index.ts';
import type { DeploymentReport } from '../deploy/index.ts';
import type { DriftReport } from '../drift/index.ts';
import type { EvaluationReport } from '../evaluation/index.ts';
import type { RunRecord } from '../lineage/index.ts';
import type { TrainingReport } from '../model/index.ts';
import type { FilesPort } from '../platform/index.ts';
import type { ExportReport } from '../tflite/index.ts';
import type { TuningReport } from '../tuning/index.ts';

/** Everything that the report page is drawn from; what is left out has no section. */
export interface ReportInput {
  readonly record: RunRecord;
  readonly statistics?: StatisticsReport;
  readonly anomalies?: AnomaliesReport;
  readonly training?: TrainingReport;
  readonly tuning?: TuningReport;
  readonly evaluation?: EvaluationReport;
  readonly export?: ExportReport;
  readonly deployment?: DeploymentReport;
  readonly drift?: DriftReport;
}

type ReportName = Exclude<keyof ReportInput, 'record'>;

/** A report of 1,000 columns has under 5 MB; a larger file is not one of ours. */
const LARGEST_REPORT = 64_000_000;

/** The fields without which a section can't be drawn, by their JSON kind. */
const REQUIRED_FIELDS: Readonly<Record<ReportName, Readonly<Record<string, FieldKind>>>> = {
  statistics: { files: 'array', examples: 'number', columns: 'array' },
  anomalies: { examples: 'number', anomalies: 'array' },
  training: { history: 'array', bestEpoch: 'number', architecture: 'object', features: 'array' },
  tuning: { seed: 'number', best: 'number', trials: 'array' },
  evaluation: {
    verdict: 'string',
    reason: 'string',
    metrics: 'array',
    gates: 'array',
    slices: 'array',
  },
  export: { inputs: 'array', output: 'object', variants: 'array', runtime: 'object' },
  deployment: { targets: 'array', action: 'string' },
  drift: { status: 'string', reference: 'object', current: 'object', columns: 'array' },
};

type FieldKind = 'array' | 'object' | 'number' | 'string';

/** Reports that speak of one model: those of another model than the record's are left out. */
const OF_ONE_MODEL: readonly ReportName[] = ['evaluation', 'export', 'deployment'];

/**
 * Reads the reports that lie in the output directory. A file that is not there, is no JSON, is no such report or speaks
 * of another model is left out: the page shows what is known and never fails a step.
 */
export async function collectReportInput(
  files: FilesPort,
  outputDirectory: string,
  record: RunRecord,
): Promise<ReportInput> {
  const names = Object.keys(REQUIRED_FIELDS) as ReportName[];
  const found: [ReportName, object][] = [];
  for (const name of names) {
    const path = outputDirectory === '' ? `${name}.json` : `${outputDirectory}/${name}.json`;
    const report = await readReport(files, path);
    if (report !== null && isReport(report, name) && isOfModel(report, name, record)) {
      found.push([name, report]);
    }
  }
  return { record, ...(Object.fromEntries(found) as Omit<ReportInput, 'record'>) };
}

async function readReport(
  files: FilesPort,
  path: string,
): Promise<Readonly<Record<string, unknown>> | null> {
  if (!(await files.exists(path)) || (await files.isDirectory(path))) return null;
  if ((await files.size(path)) > LARGEST_REPORT) return null;
  const text = await files.readText(path).catch(() => '');
  try {
    const value: unknown = JSON.parse(text);
    return kindOf(value) === 'object' ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function isReport(report: Readonly<Record<string, unknown>>, name: ReportName): boolean {
  return (
    report.version === 1 &&
    Object.entries(REQUIRED_FIELDS[name]).every(([field, kind]) => kindOf(report[field]) === kind)
  );
}

function isOfModel(
  report: Readonly<Record<string, unknown>>,
  name: ReportName,
  record: RunRecord,
): boolean {
  const model = record.training?.modelDigest;
  return model === undefined || !OF_ONE_MODEL.includes(name) || report.modelDigest === model;
}

function kindOf(value: unknown): FieldKind | 'other' {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'object' && value !== null) return 'object';
  if (typeof value === 'string') return 'string';
  return typeof value === 'number' ? 'number' : 'other';
}
