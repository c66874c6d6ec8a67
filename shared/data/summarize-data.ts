import { CELL, SLOT } from '../scan/index.ts';
import type {
  ColumnEvidence,
  DatasetEvidence,
  NumberDistribution,
  RankError,
  ValueCount,
} from './column-evidence.ts';
import { correlateColumns } from './correlations.ts';
import { rankError } from './number-distribution.ts';
import { type NumericFigures, quantilesOf, summarizeNumbers } from './numeric-statistics.ts';
import { countRepeatedRows } from './repeated-rows.ts';
import type { ColumnStatistics, StatisticsReport } from './reports.ts';
import type { RequestedStatistics } from './requested-statistics.ts';
import type { ScannedData } from './scan-rows.ts';
import { summarizeSlices } from './summarize-slices.ts';
import { addWeighted } from './weighted-statistics.ts';

const TOP_VALUES = 20;
/** As many as TFDV's rank histogram has … */
const MOST_FREQUENCIES = 1_000;
/** … and for all columns together. */
const MOST_LISTED_VALUES = 200_000;
/** Characters of the values of one column: committed statistics are read and compared by people. */
const MOST_CHARACTERS = 100_000;

/** `statistics.json`: the same for the same rows, whoever has read them. */
export function summarizeData(
  evidence: DatasetEvidence,
  scanned: ScannedData,
  requested: RequestedStatistics = {},
): StatisticsReport {
  const { examples, columns, state } = evidence;
  const mostListed = Math.min(MOST_FREQUENCIES, Math.floor(MOST_LISTED_VALUES / columns.length));
  const sampled = state.sample.hashes.length;
  return {
    version: 1,
    files: scanned.digests,
    examples,
    ...(sampled < examples ? { sample: rankError(sampled) } : {}),
    repeatedRows: countRepeatedRows(state.contents),
    ...addWeighted(
      columns.map((column, index) =>
        summarizeColumn(scanned.columns[index] ?? '', column, evidence, index, mostListed),
      ),
      evidence,
      scanned.columns,
      requested.weight,
    ),
    ...correlateColumns(evidence, scanned.columns),
    ...summarizeSlices(evidence, scanned.columns, requested.slices ?? [], requested.weight),
  };
}

function summarizeColumn(
  name: string,
  column: ColumnEvidence,
  { examples, state }: DatasetEvidence,
  index: number,
  mostListed: number,
): ColumnStatistics {
  const { present, type, lists, lengths } = column;
  const values = column.countValues();
  const top = values.top(TOP_VALUES);
  const isNumeric = type === 'integer' || type === 'number';
  const numbers = isNumeric ? column.numbers() : null;
  const frequencies = isNumeric ? [] : shortEnough(values.top(mostListed));
  const invalid = column.invalidUtf8.count;
  return {
    name,
    type,
    present,
    missing: examples - present,
    ...(lists === null
      ? {}
      : {
          valuesPerExample: {
            min: lists.min,
            max: lists.max,
            mean: lists.mean,
            quantiles: quantilesOf(lists.sizes),
          },
        }),
    ...(invalid === 0 ? {} : { invalidUtf8: invalid }),
    distinct: values.distinct,
    ...(values.distinctError === 0 ? {} : { distinctError: values.distinctError }),
    top,
    ...(frequencies.length > top.length ? { frequencies } : {}),
    ...(numbers === null ? {} : { numeric: summarizeNumbers(figuresOf(column, numbers)) }),
    ...(type === 'string' && lengths !== null
      ? { text: { minLength: lengths.min, maxLength: lengths.max, meanLength: lengths.mean } }
      : {}),
    ...approximation(column, numbers, state.sample, index),
  };
}

function shortEnough(values: readonly ValueCount[]): readonly ValueCount[] {
  let characters = 0;
  const end = values.findIndex(({ value }) => {
    characters += value.length;
    return characters > MOST_CHARACTERS;
  });
  return end < 0 ? values : values.slice(0, end);
}

/** What part of the column's rows its quantiles, histograms and frequent values come from, when not from all. */
function approximation(
  column: ColumnEvidence,
  numbers: NumberDistribution | null,
  { level, slots }: DatasetEvidence['state']['sample'],
  index: number,
): { approximate?: RankError } {
  if (numbers !== null) {
    return numbers.approximate === null ? {} : { approximate: numbers.approximate };
  }
  if (!column.countValues().isFull || level === 0) return {};
  const present =
    slots[index]?.reduce((sum, slot) => sum + (slot === SLOT.missing ? 0 : 1), 0) ?? 0;
  return { approximate: rankError(present) };
}

function figuresOf(column: ColumnEvidence, numbers: NumberDistribution): NumericFigures {
  const { type, range, zeros, mean, deviation, finiteNumbers } = column;
  return {
    isWhole: type === 'integer',
    range,
    mean,
    deviation,
    zeros,
    finiteNumbers,
    notANumber: column.count(CELL.notANumber),
    infinite: column.count(CELL.infinity),
    numbers,
  };
}
