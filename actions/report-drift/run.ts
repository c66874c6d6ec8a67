import type { ActionResult } from '../../shared/action/index.ts';
import { type Configuration, loadConfiguration, type Outcome } from '../../shared/config/index.ts';
import { type DataOrigin, readTable } from '../../shared/data/index.ts';
import {
  compareTables,
  type DriftReport,
  type DriftSource,
  driftHeadline,
  renderDriftSummary,
} from '../../shared/drift/index.ts';
import { UserError } from '../../shared/errors/index.ts';
import { prettyJson } from '../../shared/lineage/index.ts';
import type { Ports } from '../../shared/platform/index.ts';
import { followReading } from '../../shared/report/index.ts';
import { type DriftIssue, planDriftIssue } from './drift-issue.ts';
import type { ReportDriftInputs } from './inputs.ts';
import { requestRetraining } from './retraining.ts';

/** All outputs of a job together may have 1 MB. */
const OUTPUT_BYTES = 100_000;

/** Compares today's data with the data that the model was made for, column by column. */
export async function run(inputs: ReportDriftInputs, ports: Ports): Promise<ActionResult> {
  const configuration = await loadConfiguration(ports.files, inputs.configuration);
  const { monitoring, data, features, model, outputDirectory } = configuration;
  if (monitoring.current === undefined) throw noCurrentData(configuration);
  const reference = await read(
    ports,
    configuration,
    'reference',
    monitoring.reference ?? data.path,
    monitoring.reference === undefined ? 'data.path' : 'monitoring.reference',
  );
  const current = await read(
    ports,
    configuration,
    'current data',
    monitoring.current,
    'monitoring.current',
  );
  const report = compareTables(reference, current, {
    ...monitoring,
    excluded: [data.label, ...data.ignore],
    dates: features.flatMap((feature) => (feature.kind === 'date' ? [feature.column] : [])),
  });
  const issue: DriftIssue = monitoring.onDrift.includes('issue')
    ? await planDriftIssue(model, report, outputDirectory, ports)
    : { files: [] };
  const outcome = outcomeOf(report, configuration);
  const drifted = report.columns.filter((column) => column.drifted).map(({ column }) => column);
  return {
    verdict: outcome,
    outcome,
    headline: driftHeadline(report),
    outputs: {
      drift: report.status === 'drift',
      'drifted-columns': JSON.stringify(columnsThatFit(drifted)),
      share: report.driftShare,
      issue: '',
      retraining: false,
    },
    summary: renderDriftSummary(model, report),
    outputDirectory,
    files: [{ path: 'drift.json', content: prettyJson(report) }, ...issue.files],
    publish: async () => ({
      ...(await issue.publish?.()),
      ...(monitoring.onDrift.includes('retrain')
        ? { retraining: String(await requestRetraining(model, report, ports)) }
        : {}),
    }),
    record: (previous) => ({
      ...previous,
      model,
      drift: {
        drifted: report.status === 'drift',
        columns: drifted,
        reference: report.reference.files,
        current: report.current.files,
      },
    }),
  };
}

async function read(
  ports: Ports,
  { data }: Configuration,
  label: string,
  paths: readonly string[],
  origin: DataOrigin,
): Promise<DriftSource> {
  const { progress, done } = followReading(`reading the ${label}`, ports);
  const source = await readTable(ports.files, data, { paths, origin, progress });
  done();
  return source;
}

/** Names for an output: whole ones, so that they are those of the data; what does not fit is left out. */
function columnsThatFit(names: readonly string[]): string[] {
  let room = OUTPUT_BYTES;
  return names.filter((name) => {
    const bytes = Buffer.byteLength(JSON.stringify(name)) + 1;
    if (bytes > room) return false;
    room -= bytes;
    return true;
  });
}

/** Columns that the current data lost are never silently a pass. */
function outcomeOf(report: DriftReport, { monitoring }: Configuration): Outcome {
  if (report.status === 'insufficient-data') return 'warn';
  const drift = report.status === 'drift' ? monitoring.driftOutcome : 'pass';
  return drift === 'pass' && report.onlyInReference.length > 0 ? 'warn' : drift;
}

function noCurrentData({ file }: Configuration): UserError {
  return new UserError({
    what: 'There is no current data to compare with: monitoring.current is not set',
    where: { file },
    remedy: 'Set monitoring.current or the input "current" to files of production data',
  });
}
