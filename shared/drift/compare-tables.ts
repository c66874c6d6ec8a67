import type { MonitoringConfiguration } from '../config/index.ts';
import type { Column, Table } from '../data/index.ts';
import { nearestName, UserError } from '../errors/index.ts';
import type { DigestedFile } from '../lineage/index.ts';
import { adjustBenjaminiHochberg } from '../numeric/index.ts';
import { countOf, formatCount, formatPercent, formatQuantity } from '../report/index.ts';
import { type ColumnMeasurement, measureColumn } from './column-drift.ts';
import type { ColumnDrift, DriftReport } from './drift-report.ts';

export interface DriftSource {
  readonly table: Table;
  readonly digests: readonly DigestedFile[];
}

export type DriftSettings = Pick<
  MonitoringConfiguration,
  'columns' | 'driftShare' | 'falseDiscoveryRate' | 'distanceThreshold' | 'minExamples'
> & {
  /** Columns that are never compared, such as the label, unless `columns` names them. */
  readonly excluded: readonly string[];
  /** Columns that the model reads as dates: their values are not compared, unless `columns` names them. */
  readonly dates: readonly string[];
};

/**
 * Compares two data sets column by column. The data set has drifted when at least one column has and the share of
 * drifted columns is `driftShare` or more. Throws a `UserError` when a column of `settings.columns` is missing from
 * either data set, or when there is nothing to compare.
 */
export function compareTables(
  reference: DriftSource,
  current: DriftSource,
  settings: DriftSettings,
): DriftReport {
  const names = chooseColumns(reference.table, current.table, settings);
  const rows = [reference.table.rowCount, current.table.rowCount] as const;
  const dates = new Set(settings.columns === undefined ? settings.dates : []);
  const enough = Math.min(...rows) >= settings.minExamples;
  const measurements =
    Math.min(...rows) === 0
      ? []
      : names.both.map(([ours, theirs]) =>
          measureColumn(ours, theirs, { holdsDates: dates.has(ours.name) }),
        );
  const columns = judgeColumns(measurements, settings, enough).sort(byDrift);
  const driftedColumns = columns.filter(({ drifted }) => drifted).length;
  const compared = columns.filter(({ comparable }) => comparable !== false).length;
  const driftShare = compared === 0 ? 0 : driftedColumns / compared;
  const drifted = driftedColumns > 0 && driftShare >= settings.driftShare;
  const status = !enough || compared === 0 ? 'insufficient-data' : drifted ? 'drift' : 'no-drift';
  return {
    version: 1,
    status,
    reason: enough
      ? reasonOf(driftedColumns, compared, columns.length - compared, settings)
      : `The reference has ${countOf(rows[0], 'row')} and the current data ${formatCount(rows[1])}: drift is judged from ${formatCount(settings.minExamples)} on`,
    reference: { files: reference.digests, examples: rows[0] },
    current: { files: current.digests, examples: rows[1] },
    driftedColumns,
    driftShare,
    driftShareThreshold: settings.driftShare,
    falseDiscoveryRate: settings.falseDiscoveryRate,
    columns,
    onlyInReference: names.onlyInReference,
    onlyInCurrent: names.onlyInCurrent,
  };
}

function reasonOf(
  drifted: number,
  compared: number,
  others: number,
  { driftShare }: DriftSettings,
): string {
  if (compared === 0) {
    return 'No column can be compared: identifiers and dates differ between any two data sets';
  }
  const left = others === 0 ? '' : `; ${countOf(others, 'more column')} can't be compared`;
  return `${drifted} of ${countOf(compared, 'column')} drifted (${formatPercent(drifted / compared)}); the data set counts as drifted at ${formatPercent(driftShare)} or more${left}`;
}

function chooseColumns(reference: Table, current: Table, settings: DriftSettings) {
  const inReference = new Map(reference.columns.map((column) => [column.name, column]));
  const inCurrent = new Map(current.columns.map((column) => [column.name, column]));
  const chosen = settings.columns === undefined ? null : new Set(settings.columns);
  const problems = [...(chosen ?? [])].flatMap((name) => [
    ...absence(name, inReference, 'reference'),
    ...absence(name, inCurrent, 'current'),
  ]);
  if (problems.length > 0) throw new UserError(problems);
  const excluded = new Set(settings.excluded);
  const wanted = (name: string) => (chosen === null ? !excluded.has(name) : chosen.has(name));
  const both = [...inReference].flatMap(([name, column]) => {
    const other = inCurrent.get(name);
    return other !== undefined && wanted(name) ? [[column, other] as const] : [];
  });
  if (both.length === 0) {
    throw new UserError({
      what: 'The reference and the current data have no column in common that could be compared',
      remedy: 'Compare files with the same header, or name columns in monitoring.columns',
    });
  }
  return {
    both,
    onlyInReference: [...inReference.keys()].filter((name) => wanted(name) && !inCurrent.has(name)),
    onlyInCurrent: [...inCurrent.keys()].filter((name) => wanted(name) && !inReference.has(name)),
  };
}

function absence(
  name: string,
  columns: ReadonlyMap<string, Column>,
  data: 'reference' | 'current',
) {
  if (columns.has(name)) return [];
  const near = nearestName(name, columns.keys());
  const hint = near === undefined ? '' : ` (did you mean "${near}"?)`;
  return [
    {
      what: `monitoring.columns names "${name}", and the ${data} data has no such column${hint}`,
      remedy: 'Correct the name, or take it out of monitoring.columns',
    },
  ];
}

function judgeColumns(
  measurements: readonly ColumnMeasurement[],
  settings: DriftSettings,
  enough: boolean,
): ColumnDrift[] {
  const tests = measurements.flatMap(({ pValue }) => (pValue === null ? [] : [pValue]));
  const adjusted = adjustBenjaminiHochberg(tests);
  let place = 0;
  return measurements.map((measurement) => {
    const { pValue, decidedBy, reason, ...measured } = measurement;
    const adjustedPValue = pValue === null ? 0 : (adjusted[place++] ?? 1);
    const significant = adjustedPValue <= settings.falseDiscoveryRate;
    if (decidedBy === 'test' && pValue !== null) {
      return {
        ...measured,
        pValue,
        adjustedPValue,
        threshold: settings.falseDiscoveryRate,
        drifted: enough && significant,
        ...(reason === undefined ? {} : { reason }),
      };
    }
    if (decidedBy === 'nothing') {
      return {
        ...measured,
        threshold: settings.distanceThreshold,
        drifted: false,
        comparable: false,
        ...(reason === undefined ? {} : { reason }),
      };
    }
    const far = measured.statistic >= settings.distanceThreshold;
    const chance =
      decidedBy === 'distance' && far && !significant
        ? `Samples of these sizes come this far apart by chance (adjusted p-value ${formatQuantity(adjustedPValue, 2)})`
        : undefined;
    const why = reason ?? chance;
    return {
      ...measured,
      threshold: settings.distanceThreshold,
      drifted: enough && (decidedBy === 'type' || (far && significant)),
      ...(why === undefined ? {} : { reason: why }),
    };
  });
}

/**
 * Most drifted first: changed types, then small p-values, then large distances; last what can't be compared; else as in
 * the file.
 */
function byDrift(a: ColumnDrift, b: ColumnDrift): number {
  return (
    Number(b.drifted) - Number(a.drifted) ||
    Number(a.comparable === false) - Number(b.comparable === false) ||
    (a.pValue ?? -1) - (b.pValue ?? -1) ||
    Math.abs(b.statistic) - Math.abs(a.statistic)
  );
}
