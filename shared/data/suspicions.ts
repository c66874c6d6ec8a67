import { countOf, formatCount, formatPercent } from '../report/index.ts';
import { CELL, hasDecimalComma } from '../scan/index.ts';
import { NO_EVIDENCE } from './anomaly-tally.ts';
import type { ColumnEvidence } from './column-evidence.ts';
import type { Anomaly } from './reports.ts';

const MOST_VALUES = 10;

/** What is suspicious without any schema to say so: warnings, but for infinities, which no training survives. */
export function findSuspicions(
  columns: ReadonlyMap<string, ColumnEvidence | undefined>,
  examples: number,
  files: readonly string[],
  committed: boolean,
): Anomaly[] {
  return [...columns].flatMap(([name, column]) => {
    if (column === undefined) return [];
    const constant = findConstant(name, column, examples);
    if (committed) return constant;
    return [
      ...constant,
      ...findDecimalCommas(name, column, files),
      ...findMixedTypes(name, column, files),
      ...findNonFinite(name, column, CELL.infinity, files),
      ...findNonFinite(name, column, CELL.notANumber, files),
    ];
  });
}

function findConstant(name: string, column: ColumnEvidence, examples: number): Anomaly[] {
  const values = column.countValues();
  if (values.distinct > 1 || examples < 2) return [];
  if (values.distinct === 1 && column.present < examples) return [];
  const [only] = values.top(1);
  return [
    {
      type: 'CONSTANT_COLUMN',
      severity: 'warning',
      column: name,
      title: values.distinct === 0 ? 'No values' : 'Constant column',
      description:
        values.distinct === 0
          ? `All of ${countOf(examples, 'cell')} are missing: nothing can be learned from the column.`
          : `All of ${countOf(examples, 'cell')} are equal: nothing can be learned from the column.`,
      ...NO_EVIDENCE,
      values: only === undefined ? [] : [only],
    },
  ];
}

function findDecimalCommas(
  name: string,
  column: ColumnEvidence,
  files: readonly string[],
): Anomaly[] {
  const { decimalCommas, decimalCommaCells, present } = column;
  if (decimalCommas === null) return [];
  const { count, certain } = decimalCommas;
  const cells = `${formatCount(count)} of ${countOf(present, 'cell')}`;
  return [
    {
      type: 'DECIMAL_COMMA',
      severity: 'warning',
      column: name,
      title: 'Numbers with a comma',
      description: certain
        ? `The column looks like numbers with a decimal comma (${cells}); it is read as text. Write them with a point (1.5), or commit a schema that calls the column a string.`
        : `The column looks like numbers with a comma (${cells}); it is read as text. Write decimals with a point and thousands without a sign, or commit a schema with a string.`,
      count,
      values: column
        .countValues()
        .top(Number.POSITIVE_INFINITY)
        .filter(({ value }) => hasDecimalComma(value))
        .slice(0, MOST_VALUES),
      places: decimalCommaCells.map(({ file, line }) => ({ file: files[file] ?? '', line })),
    },
  ];
}

function findMixedTypes(name: string, column: ColumnEvidence, files: readonly string[]): Anomaly[] {
  const texts = column.count(CELL.text);
  const { present, finiteNumbers } = column;
  if (!column.isMostlyNumeric || column.decimalCommas !== null) return [];
  const counts = new Map<string, number>();
  for (const { text } of column.oddTexts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [
    {
      type: 'UNEXPECTED_DATA_TYPE',
      severity: 'warning',
      column: name,
      title: 'Texts among numbers',
      description: `${formatPercent(finiteNumbers / present)} of the present cells are numbers; ${countOf(texts, 'cell')} make the column text. If they mean "missing", add them to data.missing-values.`,
      count: texts,
      values: [...counts].map(([value, count]) => ({ value, count })),
      places: column.oddTexts.map(({ file, line }) => ({ file: files[file] ?? '', line })),
    },
  ];
}

function findNonFinite(
  name: string,
  column: ColumnEvidence,
  kind: typeof CELL.infinity | typeof CELL.notANumber,
  files: readonly string[],
): Anomaly[] {
  const count = column.count(kind);
  if (column.type !== 'number' || count === 0) return [];
  const infinite = kind === CELL.infinity;
  const places = infinite ? column.infinities : column.notNumbers;
  return [
    {
      type: infinite ? 'FLOAT_TYPE_HAS_INF' : 'FLOAT_TYPE_HAS_NAN',
      severity: infinite ? 'error' : 'warning',
      column: name,
      title: infinite ? 'Infinite values' : 'Not a number',
      description: infinite
        ? `${formatCount(count)} of ${countOf(column.present, 'present cell')} are infinite: a model can't learn from them.`
        : `${formatCount(count)} of ${countOf(column.present, 'present cell')} say nan and are taken as missing. Add the text to data.missing-values to say that it is meant.`,
      count,
      values: [],
      places: places.map(({ file, line }) => ({ file: files[file] ?? '', line })),
    },
  ];
}
