import type { ColumnEvidence, NumberDistribution } from './column-evidence.ts';
import type { RuleFacts } from './evaluate-rule.ts';
import type { ColumnType, StatisticsReport } from './reports.ts';
import type { RuleColumn } from './rule-functions.ts';

/** What rules over statistics are computed from: the report, and what it leaves out of each column. */
export function ruleFacts(
  { examples, columns }: StatisticsReport,
  accumulators: ReadonlyMap<string, ColumnEvidence | undefined>,
): RuleFacts {
  return {
    examples,
    columns: new Map(
      columns.map((statistics): [string, RuleColumn] => {
        const column = accumulators.get(statistics.name);
        return [
          statistics.name,
          {
            statistics,
            countOf: (value) =>
              column === undefined ? null : countValue(column, statistics.type, value),
            quantile: column === undefined ? () => null : quantilesOf(column),
          },
        ];
      }),
    ),
  };
}

/** The column's numbers are put in order when a rule first asks for them. */
function quantilesOf(column: ColumnEvidence): (q: number) => number | null {
  let numbers: NumberDistribution | null = null;
  return (q) => {
    numbers ??= column.numbers();
    return quantileOf(numbers, q);
  };
}

/** Null for a value that may be among those that were not counted. */
function countValue(column: ColumnEvidence, type: ColumnType, value: string): number | null {
  const counts = column.countValues();
  const found = counts
    .top(Number.POSITIVE_INFINITY)
    .find((one) => normalize(one.value, type) === normalize(value, type));
  return found?.count ?? (counts.isFull ? null : 0);
}

/** Numbers that are equal are one value, however they are written, and so are `true` and `TRUE`. */
function normalize(value: string, type: ColumnType): string {
  if (type === 'boolean') return value.toLowerCase();
  return type === 'string' || Number.isNaN(Number(value)) ? value : String(Number(value));
}

interface Distribution {
  /** Ascending, each once. */
  readonly values: Float64Array;
  readonly counts: Float64Array;
  readonly total: number;
}

/** By linear interpolation between the two nearest: NumPy's default, type 7 of Hyndman and Fan (1996). */
export function quantileOf({ values, counts, total }: Distribution, q: number): number | null {
  if (total === 0) return null;
  const place = q * (total - 1);
  const below = Math.floor(place);
  let index = 0;
  let upTo = counts[0] ?? 0;
  while (upTo <= below && index < values.length - 1) upTo += counts[++index] ?? 0;
  const low = values[index] ?? Number.NaN;
  const high = below + 1 < upTo ? low : (values[Math.min(index + 1, values.length - 1)] ?? low);
  const share = place - below;
  return low * (1 - share) + high * share;
}
