import type { ColumnAccumulator } from './column-accumulator.ts';
import type { ColumnStatistics, StatisticsReport } from './reports.ts';

/** As many as TFDV's rank histogram has. */
const MOST_FREQUENCIES = 1_000;
/** Characters of all values of a column: committed statistics are read and compared by people. */
const MOST_CHARACTERS = 100_000;

/** The report with the `frequencies` of columns whose values are categories and more than `top` shows. */
export function withFrequencies(
  report: StatisticsReport,
  columns: readonly ColumnAccumulator[],
): StatisticsReport {
  return {
    ...report,
    columns: report.columns.map((statistics, index) => {
      const frequencies = frequenciesOf(statistics, columns[index]);
      return frequencies === undefined ? statistics : { ...statistics, frequencies };
    }),
  };
}

function frequenciesOf(
  { type, top, distinct, distinctIsLowerBound }: ColumnStatistics,
  column: ColumnAccumulator | undefined,
): ColumnStatistics['frequencies'] {
  if (type !== 'string' || distinctIsLowerBound || distinct <= top.length) return undefined;
  const values = column?.countValues().top(MOST_FREQUENCIES) ?? [];
  let characters = 0;
  const end = values.findIndex(({ value }) => {
    characters += value.length;
    return characters > MOST_CHARACTERS;
  });
  return end < 0 ? values : values.slice(0, end);
}
