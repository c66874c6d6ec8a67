import type {
  AnomaliesReport,
  Anomaly,
  ColumnStatistics,
  Comparison,
  ControlColumn,
  StatisticsReport,
} from '../data/index.ts';

/**
 * What the reports on data say, sorted as people read it: what the renderers for the step's page, the report page and
 * the terminal share. Reports may come from files that other versions or hands have written, so each list is looked at
 * before it is used.
 */
export interface DataFacts {
  readonly examples: number;
  /** Null where every figure is exact. */
  readonly sample: SampleFacts | null;
  /** Those with errors first, then with warnings, then the others, each in the order of the file. */
  readonly columns: readonly ColumnFacts[];
  /** Strongest first. */
  readonly correlations: readonly Correlation[];
  readonly repeatedRows: RepeatedRows | null;
  readonly comparisons: readonly Comparison[];
  /** Of all comparisons: those above their threshold first, then the largest. */
  readonly differences: readonly Difference[];
}

export interface ColumnFacts {
  readonly statistics: ColumnStatistics;
  readonly severity: Anomaly['severity'] | null;
  readonly reference: ControlColumn | null;
}

/** Rows from which figures were computed that would be too much to compute from all. */
export interface SampleFacts {
  readonly rows: number;
  /** Greatest error of a quantile's rank, as a share, in `confidence` of all samples. */
  readonly rankError: number;
  readonly confidence: number;
}

export interface Bucket {
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

export interface Correlation {
  readonly columns: readonly [string, string];
  readonly rows: number;
  /** −1 … 1. */
  readonly pearson: number;
  /** −1 … 1. */
  readonly spearman: number;
}

/** Rows that repeat an earlier one. */
export interface RepeatedRows {
  readonly count: number;
  /** Left out where `count` is exact. */
  readonly standardError?: number;
}

/** A distance of a column from other data, reported whether it is judged or not. */
export interface Difference {
  readonly column: string;
  readonly with: string;
  readonly measure: string;
  readonly value: number;
  /** The value or the bucket that differs most. */
  readonly at: string | null;
  /** Null: the value is not judged. */
  readonly threshold: number | null;
  readonly exceeded: boolean;
}

/** What reports of this version may hold besides. */
interface StatisticsExtras {
  readonly sample?: SampleFacts;
  readonly correlations?: readonly Correlation[];
  readonly repeatedRows?: RepeatedRows;
}

export function collectDataFacts(
  statistics: StatisticsReport,
  anomalies?: AnomaliesReport,
): DataFacts {
  const extras = statistics as StatisticsReport & StatisticsExtras;
  const comparisons = listOf(anomalies?.comparisons);
  return {
    examples: statistics.examples,
    sample: extras.sample ?? null,
    columns: sortColumns(
      statistics.columns,
      severities(anomalies?.anomalies ?? []),
      referenceColumns(comparisons),
    ),
    correlations: listOf(extras.correlations)
      .filter(({ pearson }) => Number.isFinite(pearson))
      .sort((a, b) => Math.abs(b.pearson) - Math.abs(a.pearson)),
    repeatedRows: repeatedIn(extras.repeatedRows),
    comparisons,
    differences: comparisons
      .flatMap(differencesOf)
      .sort((a, b) => Number(b.exceeded) - Number(a.exceeded) || b.value - a.value),
  };
}

/** Null where no row repeats another. */
function repeatedIn(rows: RepeatedRows | undefined): RepeatedRows | null {
  return rows !== undefined && rows.count > 0 ? rows : null;
}

function differencesOf({ with: against, columns }: Comparison): Difference[] {
  return listOf(columns).flatMap(({ column, measures }) =>
    listOf(measures).map(({ measure, value, at, threshold, exceeded }) => ({
      column,
      with: against,
      measure,
      value,
      at: at ?? null,
      threshold: threshold ?? null,
      exceeded: exceeded === true,
    })),
  );
}

/** Pictures show the first of the comparisons. */
function referenceColumns(comparisons: readonly Comparison[]): ReadonlyMap<string, ControlColumn> {
  const columns = listOf(comparisons[0]?.columns);
  return new Map(
    columns.flatMap(({ column, control }) => (control === undefined ? [] : [[column, control]])),
  );
}

/** A list of so many values may not be all of them. */
const WHOLE_TOP = 20;

/** Share of the reference's values, 0 … 1; null where its most frequent ones don't tell. */
export function shareInReference(reference: ControlColumn | null, value: string): number | null {
  if (reference === null || !(reference.present > 0)) return null;
  const top = listOf(reference.top);
  const found = top.find((one) => one.value === value);
  if (found !== undefined) return found.count / reference.present;
  return top.length > 0 && top.length < WHOLE_TOP ? 0 : null;
}

/** The worst of each column's anomalies. */
function severities(anomalies: readonly Anomaly[]): Map<string, Anomaly['severity']> {
  const worst = new Map<string, Anomaly['severity']>();
  for (const { column, severity } of anomalies) {
    if (column !== undefined && worst.get(column) !== 'error') worst.set(column, severity);
  }
  return worst;
}

function sortColumns(
  columns: readonly ColumnStatistics[],
  worst: ReadonlyMap<string, Anomaly['severity']>,
  references: ReadonlyMap<string, ControlColumn>,
): ColumnFacts[] {
  const facts = columns.map(
    (statistics): ColumnFacts => ({
      statistics,
      severity: worst.get(statistics.name) ?? null,
      reference: references.get(statistics.name) ?? null,
    }),
  );
  const rank = ({ severity }: ColumnFacts) =>
    severity === 'error' ? 0 : severity === 'warning' ? 1 : 2;
  return facts.sort((a, b) => rank(a) - rank(b));
}

function listOf<Item>(value: readonly Item[] | undefined): Item[] {
  return Array.isArray(value) ? [...(value as readonly Item[])] : [];
}
