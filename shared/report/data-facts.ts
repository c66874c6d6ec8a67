import type {
  AnomaliesReport,
  Anomaly,
  ColumnStatistics,
  Comparison,
  ControlColumn,
  Correlation,
  OmittedSlices,
  RankError,
  RepeatedRows,
  SliceStatistics,
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
  readonly sample: RankError | null;
  /** Those with errors first, then with warnings, then the others, each in the order of the file. */
  readonly columns: readonly ColumnFacts[];
  /** Strongest first. */
  readonly correlations: readonly Correlation[];
  readonly repeatedRows: RepeatedRows | null;
  /** The column that weighs rows. */
  readonly weight: NonNullable<StatisticsReport['weight']> | null;
  /** The largest first. */
  readonly slices: readonly SliceFacts[];
  readonly omittedSlices: OmittedSlices | null;
  readonly comparisons: readonly Comparison[];
  /** Of all comparisons: those above their threshold first, then the largest. */
  readonly differences: readonly Difference[];
}

export interface ColumnFacts {
  readonly statistics: ColumnStatistics;
  readonly severity: Anomaly['severity'] | null;
  readonly reference: ControlColumn | null;
}

/** Rows that share values. */
export interface SliceFacts {
  readonly slice: SliceStatistics['slice'];
  readonly examples: number;
  /** Of `examples`; null where it is exact. */
  readonly standardError: number | null;
  readonly weight: SliceWeight | null;
  /** Means of numbers, those that are the most deviations away from the mean of all rows first. */
  readonly means: readonly SliceMean[];
}

/** Of the rows of a slice. */
export interface SliceWeight {
  readonly total: number;
  /** Of the weight of all rows, 0 … 1. */
  readonly share: number;
  /** Of `total`; null where it is exact. */
  readonly standardError: number | null;
}

export interface SliceMean {
  readonly name: string;
  readonly mean: number;
  readonly ofAll: number;
  /** (mean − mean of all rows) / standard deviation of all rows. */
  readonly deviations: number;
  /** Weighted; null where rows have no weight. */
  readonly weighted: number | null;
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

export function collectDataFacts(
  statistics: StatisticsReport,
  anomalies?: AnomaliesReport,
): DataFacts {
  const comparisons = listOf(anomalies?.comparisons);
  return {
    examples: statistics.examples,
    sample: statistics.sample ?? null,
    columns: sortColumns(
      statistics.columns,
      severities(anomalies?.anomalies ?? []),
      referenceColumns(comparisons),
    ),
    correlations: listOf(statistics.correlations)
      .filter(({ pearson }) => Number.isFinite(pearson))
      .sort((a, b) => Math.abs(b.pearson) - Math.abs(a.pearson)),
    repeatedRows: repeatedIn(statistics.repeatedRows),
    weight: statistics.weight ?? null,
    slices: listOf(statistics.slices).map((slice) => sliceFacts(slice, statistics)),
    omittedSlices: statistics.omittedSlices ?? null,
    comparisons,
    differences: comparisons
      .flatMap(differencesOf)
      .sort((a, b) => Number(b.exceeded) - Number(a.exceeded) || b.value - a.value),
  };
}

function sliceFacts(
  { slice, examples, standardError, weight, columns }: SliceStatistics,
  { columns: all, weight: ofAll }: StatisticsReport,
): SliceFacts {
  const whole = new Map(all.map(({ name, numeric }) => [name, numeric]));
  const means = listOf(columns).flatMap(({ name, numeric, weighted }): SliceMean[] => {
    const before = whole.get(name);
    if (numeric === undefined || before === undefined || !(before.deviation > 0)) return [];
    const { mean } = numeric;
    const deviations = (mean - before.mean) / before.deviation;
    const weightedMean = weighted?.numeric?.mean ?? null;
    return [{ name, mean, ofAll: before.mean, deviations, weighted: weightedMean }];
  });
  return {
    slice,
    examples,
    standardError: standardError ?? null,
    weight:
      weight === undefined || ofAll === undefined
        ? null
        : {
            total: weight.total,
            share: weight.total / ofAll.total,
            standardError: weight.standardError ?? null,
          },
    means: means
      .filter(({ deviations }) => Number.isFinite(deviations))
      .sort((a, b) => Math.abs(b.deviations) - Math.abs(a.deviations)),
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
