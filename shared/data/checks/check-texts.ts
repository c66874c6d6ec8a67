import { countOf, formatPercent } from '../../report/index.ts';
import { NO_EVIDENCE } from '../anomaly-tally.ts';
import type { Anomaly } from '../reports.ts';
import {
  type CheckedData,
  type KnownTexts,
  knownTexts,
  placesOf,
  rowsWithTexts,
  type TextCount,
} from './checked-data.ts';

const MOST_VALUES = 10;
const LONGEST_VALUE = 200;

/**
 * Texts in UTF-8 that were read as Windows-1252 or Latin-1 (`Ã©` for `é`, `â€™` for `’`, `Â°` for `°`), and U+FFFD,
 * which stands for what could not be read. `Ã` before a letter of ASCII is Portuguese.
 */
const DAMAGE =
  /\ufffd|[ÃÂ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|\u00e2(?:\u20ac|\u0080)|ï»¿/;

/** ENCODING_DAMAGE: in the names of columns and in their texts. */
export function findEncodingDamage(checked: CheckedData): Anomaly[] {
  const { names, state } = checked;
  const damaged = names.filter((name) => DAMAGE.test(name));
  const inNames: Anomaly[] = damaged.map((column) => ({
    type: 'ENCODING_DAMAGE',
    severity: 'warning',
    column,
    title: 'Damaged name',
    description:
      'The name of the column looks like UTF-8 that was read as another encoding. Save the file as UTF-8 from its source.',
    ...NO_EVIDENCE,
  }));
  const inTexts = names.flatMap((column, index): Anomaly[] => {
    // Cells that are no UTF-8 are an error of their own.
    if ((state.columns[index]?.invalidUtf8 ?? 0) > 0) return [];
    const known = knownTexts(state, index);
    const found = known.texts.filter(({ value }) => DAMAGE.test(value));
    if (found.length === 0) return [];
    const cells = found.reduce((sum, { count }) => sum + count, 0);
    return [
      {
        type: 'ENCODING_DAMAGE',
        severity: 'warning',
        column,
        title: 'Damaged texts',
        description: `${shareOf(cells, known)} look like UTF-8 that was read as another encoding (Ã© for é), or hold the sign � for what could not be read. Save the file as UTF-8 from its source.`,
        count: known.isAll ? cells : 0,
        values: mostFrequent(found),
        places: placesOf(
          checked,
          rowsWithTexts(
            checked,
            index,
            found.map(({ value }) => value),
          ),
        ),
      },
    ];
  });
  return [...inNames, ...inTexts];
}

/** Units that measure one thing: two of them in one column are two scales. */
const UNITS: readonly (readonly string[])[] = [
  ['mg', 'g', 'kg', 't', 'oz', 'lb', 'lbs', 'pounds'],
  ['mm', 'cm', 'dm', 'm', 'km', 'in', 'inch', 'inches', '"', 'ft', "'", 'yd', 'mi', 'miles'],
  ['ml', 'cl', 'dl', 'l', 'gal', 'fl oz'],
  ['ms', 's', 'sec', 'min', 'h', 'hr', 'hrs', 'd', 'days', 'weeks', 'months', 'years'],
  ['°c', '°f', 'c', 'f', 'k'],
  ['€', '$', '£', '¥', 'eur', 'usd', 'gbp', 'jpy', 'chf'],
  ['b', 'kb', 'mb', 'gb', 'tb', 'kib', 'mib', 'gib'],
  ['km/h', 'kmh', 'mph', 'm/s', 'kn'],
  ['pa', 'hpa', 'kpa', 'bar', 'psi', 'mmhg'],
  ['%', '‰'],
];

const DIMENSIONS: ReadonlyMap<string, number> = new Map(
  UNITS.flatMap((units, dimension) => units.map((unit) => [unit, dimension] as const)),
);

const WITH_UNIT =
  /^\s{0,9}(?<before>[€$£¥])?\s?[+-]?\d{1,30}(?:[.,\s]\d{1,30}){0,9}\s?(?<after>[^\d\s.,+-][^\d]{0,9})?\s{0,9}$/u;

/** Share of cells with a known unit that makes a column one of quantities, and of a unit that is no slip. */
const QUANTITIES = 0.9;

/** MIXED_UNITS: texts such as `5 kg` and `11 lb` in one column. */
/** The example lines are those of all units but the most frequent one. */
export function findMixedUnits(checked: CheckedData): Anomaly[] {
  const { names, state } = checked;
  return names.flatMap((column, index): Anomaly[] => {
    const known = knownTexts(state, index);
    const units = new Map<string, number>();
    let cells = 0;
    for (const { value, count } of known.texts) {
      const unit = unitOf(value);
      if (unit === null) continue;
      cells += count;
      units.set(unit, (units.get(unit) ?? 0) + count);
    }
    if (cells === 0 || cells < QUANTITIES * known.cells) return [];
    const dimensions = new Set([...units.keys()].map((unit) => DIMENSIONS.get(unit)));
    if (units.size < 2 || dimensions.size > 1) return [];
    const values = [...units].map(([value, count]) => ({ value, count }));
    const [usual] = mostFrequent(values);
    const others = known.texts.filter(({ value }) => {
      const unit = unitOf(value);
      return unit !== null && unit !== usual?.value;
    });
    return [
      {
        type: 'MIXED_UNITS',
        severity: 'warning',
        column,
        title: 'Mixed units',
        description: `${shareOf(cells, known)} are numbers with one of ${countOf(units.size, 'unit')}. Convert them to one unit, and leave it out of the cells.`,
        count: known.isAll ? cells : 0,
        values: mostFrequent(values),
        places: placesOf(
          checked,
          rowsWithTexts(
            checked,
            index,
            others.map(({ value }) => value),
          ),
        ),
      },
    ];
  });
}

function unitOf(text: string): string | null {
  if (text.length > 60) return null;
  const { before, after } = WITH_UNIT.exec(text)?.groups ?? {};
  const unit = (before ?? after)?.trim().toLowerCase();
  return unit !== undefined && DIMENSIONS.has(unit) ? unit : null;
}

const DATE =
  /^\s*(?:\d{4}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|[12]\d|3[01])[-/.](?:\d{4}|\d{2}))(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s?(?:Z|[+-]\d{2}:?\d{2}|[ap]m)?)?\s*$/i;

/** Share of the known texts that must be dates. */
const DATES = 0.95;

/** Whether nearly all texts of a column are dates, with a time or without. */
export function isDates({ texts, cells }: KnownTexts): boolean {
  if (cells === 0) return false;
  let dates = 0;
  for (const { value, count } of texts) if (value.length < 50 && DATE.test(value)) dates += count;
  return dates >= DATES * cells;
}

function shareOf(cells: number, known: KnownTexts): string {
  return known.isAll
    ? `${countOf(cells, 'cell')} of ${known.cells}`
    : `${formatPercent(cells / known.cells)} of ${countOf(known.cells, 'sampled text')}`;
}

function mostFrequent(values: readonly TextCount[]): TextCount[] {
  return [...values]
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VALUES)
    .map(({ value, count }) => ({ value: value.slice(0, LONGEST_VALUE), count }));
}
