import { countOf, formatPercent } from '../../report/index.ts';
import { SLOT } from '../../scan/index.ts';
import { parseTime } from '../parse-time.ts';
import type { Anomaly } from '../reports.ts';
import { countSlots } from '../slot-counts.ts';
import { isDates } from './check-texts.ts';
import {
  type CheckedData,
  featureIndices,
  frequentValues,
  knownTexts,
  LEAST_ROWS,
  placesOf,
  rowsWhere,
  sampledNumbers,
} from './checked-data.ts';

/** Share of present cells with a value of their own. */
const OWN_VALUES = 0.99;
/** Longer texts, and texts with spaces, are written by people and name nothing. */
const LONGEST_NAME = 64;
const WITHOUT_SPACES = 0.9;
const NAMES =
  /(?:^|[^a-z])(?:id|ids|uuid|guid|key|index|no|nr|number|row)(?:$|[^a-z])|[a-z]I[dD]$/i;

/** IDENTIFIER_FEATURE: a feature that names rows, such as an order number, and says nothing of new ones. */
export function findIdentifiers(checked: CheckedData): Anomaly[] {
  const { state, names } = checked;
  return featureIndices(checked).flatMap((index): Anomaly[] => {
    const slots = state.sample.slots[index] ?? new BigUint64Array();
    const counts = countSlots(slots);
    const missing = counts.countOf(SLOT.missing);
    const present = slots.length - missing;
    const distinct = counts.distinct - (missing > 0 ? 1 : 0);
    if (present < LEAST_ROWS || distinct < OWN_VALUES * present) return [];
    if (!isName(checked, index)) return [];
    return [
      {
        type: 'IDENTIFIER_FEATURE',
        severity: 'warning',
        column: names[index] ?? '',
        title: 'Identifier as a feature',
        description: `${formatPercent(distinct / present)} of ${countOf(present, 'cell')}${state.sample.level === 0 ? '' : ' of the sample'} have a value of their own, as an identifier has: nothing of it holds for new rows. Name the column in data.ignore.`,
        ...examplesOf(checked, index),
      },
    ];
  });
}

function isName({ state, names, types }: CheckedData, index: number): boolean {
  const column = state.columns[index];
  if (column === undefined || column.lists !== null) return false;
  if (types[index] === 'integer') {
    const { min, max } = column.numbers;
    // Numbered through, or called so.
    return max - min < 2 * state.rows || NAMES.test(names[index] ?? '');
  }
  if (types[index] !== 'string' || column.lengths.max > LONGEST_NAME) return false;
  // Numbers with a few texts among them are measured.
  if (2 * column.numbers.count > column.lengths.count) return false;
  const known = knownTexts(state, index);
  if (isDates(known)) return false;
  const without = known.texts.filter(({ value }) => !/\s/.test(value));
  return without.reduce((sum, { count }) => sum + count, 0) >= WITHOUT_SPACES * known.cells;
}

/** Cells of a column that is one anomaly as a whole. */
function examplesOf(
  checked: CheckedData,
  index: number,
): Pick<Anomaly, 'count' | 'values' | 'places'> {
  return {
    count: 0,
    values: frequentValues(checked, index),
    places: placesOf(
      checked,
      rowsWhere(checked, index, (slot) => slot !== SLOT.missing),
    ),
  };
}

/** DATE_FEATURE: dates tell when a row was made; new rows are later than all that was learned from. */
export function findDates(checked: CheckedData): Anomaly[] {
  const { state, names, types, dates = [] } = checked;
  return featureIndices(checked).flatMap((index): Anomaly[] => {
    if (dates.includes(names[index] ?? '')) return [];
    const known = types[index] === 'string' ? knownTexts(state, index) : null;
    const text = known !== null && isDates(known);
    const slots = state.sample.slots[index] ?? new BigUint64Array();
    const number = types[index] === 'integer' && slots.length >= LEAST_ROWS && isDigits(slots);
    if (!text && !number) return [];
    return [
      {
        type: 'DATE_FEATURE',
        severity: 'warning',
        column: names[index] ?? '',
        title: 'Date as a feature',
        description: `The column holds dates${number ? ' (year, month and day as one number)' : ''}: new rows are later than all that is learned from. ${remedyFor(text && known.texts.every(({ value }) => !Number.isNaN(parseTime(value))), names[index] ?? '')}`,
        ...examplesOf(checked, index),
      },
    ];
  });
}

/** Only dates that `parseTime` reads can be features; whoever has others must write them so first. */
function remedyFor(canBeFeature: boolean, name: string): string {
  const parts = `Let features make parts of it that come again, such as the weekday (${JSON.stringify(name)}: date)`;
  return canBeFeature
    ? `${parts}, or name it in data.ignore.`
    : `Write it as 2024-01-31 and l${parts.slice(1)}, or name it in data.ignore.`;
}

/** Whether all numbers are dates such as 20240131, of more than one month. */
function isDigits(slots: BigUint64Array): boolean {
  const months = new Set<number>();
  for (const value of sampledNumbers(slots)) {
    if (Number.isNaN(value)) continue;
    const month = Math.floor(value / 100) % 100;
    const day = value % 100;
    if (value < 19_000_101 || value > 21_001_231 || month < 1 || month > 12) return false;
    if (day < 1 || day > 31) return false;
    months.add(Math.floor(value / 100));
  }
  return months.size > 1;
}
