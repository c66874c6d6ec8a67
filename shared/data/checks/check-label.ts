import { splitKey } from '../../config/index.ts';
import { countOf, formatCount, formatPercent, formatQuantity } from '../../report/index.ts';
import { SLOT } from '../../scan/index.ts';
import { NO_EVIDENCE } from '../anomaly-tally.ts';
import type { Anomaly } from '../reports.ts';
import { countSlots } from '../slot-counts.ts';
import {
  type CheckedData,
  featureIndices,
  frequentValues,
  knownTexts,
  LEAST_ROWS,
  placesOf,
  rowsWhere,
  rowsWithTexts,
} from './checked-data.ts';
import { explainRule, findTellingRule } from './telling-rule.ts';

const MOST_VALUES = 10;
/** Whole numbers of more values are taken for quantities. */
const MOST_CLASSES = 20;
const RARE_SHARE = 0.01;
const RARE_COUNT = 10;

/** Whether the label has classes, and not quantities. */
function hasClasses({ state, types }: CheckedData, label: number): boolean {
  const type = types[label];
  if (type === 'string' || type === 'boolean') return true;
  return (
    type === 'integer' &&
    countSlots(state.sample.slots[label] ?? new BigUint64Array()).distinct <= MOST_CLASSES + 1
  );
}

/** LABEL_IMBALANCE: classes with few examples. */
export function findImbalance(checked: CheckedData): Anomaly[] {
  const { state, names, data } = checked;
  const label = names.indexOf(data.label);
  if (label < 0 || state.rows < LEAST_ROWS || !hasClasses(checked, label)) return [];
  const known = knownTexts(state, label);
  if (!known.isAll || known.texts.length < 2 || known.texts.length > LEAST_ROWS) return [];
  const rare = known.texts
    .filter(({ count }) => count < RARE_COUNT || count < RARE_SHARE * known.cells)
    .sort((a, b) => a.count - b.count || (a.value < b.value ? -1 : 1));
  if (rare.length === 0) return [];
  const most = Math.max(...known.texts.map(({ count }) => count));
  const least = rare[0]?.count ?? 1;
  return [
    {
      type: 'LABEL_IMBALANCE',
      severity: 'warning',
      column: data.label,
      title: 'Rare classes',
      description: `${countOf(rare.length, 'class', 'classes')} of ${formatCount(known.texts.length)} ${rare.length === 1 ? 'has' : 'have'} fewer than ${RARE_COUNT} examples or less than ${formatPercent(RARE_SHARE)} of them; the most frequent class has ${formatQuantity(most / least, 3)} times as many as the rarest. Judge such a model by macro-F1 or by slices, not by accuracy.`,
      ...NO_EVIDENCE,
      values: rare.slice(0, MOST_VALUES).map(({ value, count }) => ({
        value: value.slice(0, 200),
        count,
      })),
      places: placesOf(
        checked,
        rowsWithTexts(
          checked,
          label,
          rare.map(({ value }) => value),
        ),
      ),
    },
  ];
}

/** LABEL_LEAKAGE: features that tell the label alone, found by a rule of one column on held-out rows. */
export function findLabelLeakage(checked: CheckedData): Anomaly[] {
  const { state, names, data, types } = checked;
  const label = names.indexOf(data.label);
  const labels = state.sample.slots[label];
  if (labels === undefined || state.rows < LEAST_ROWS) return [];
  const classes = hasClasses(checked, label);
  return featureIndices(checked).flatMap((index): Anomaly[] => {
    const slots = state.sample.slots[index];
    if (slots === undefined || splitKey(data.split).includes(names[index] ?? '')) return [];
    const isNumeric = types[index] === 'integer' || types[index] === 'number';
    const rule = findTellingRule(slots, labels, { isNumeric, classes });
    if (rule === null) return [];
    return [
      {
        type: 'LABEL_LEAKAGE',
        severity: 'warning',
        column: names[index] ?? '',
        title: 'Tells the label alone',
        description: explainRule(rule, { isNumeric, classes, rows: 'the sample' }),
        count: 0,
        values: rule.groups <= MOST_CLASSES ? frequentValues(checked, index) : [],
        places: placesOf(
          checked,
          rowsWhere(checked, index, (slot) => slot !== SLOT.missing),
        ),
      },
    ];
  });
}

const ALMOST_ALL = 0.99;

/** NEAR_CONSTANT_COLUMN: one value, or none, in nearly all cells. The example lines are those of the other cells. */
export function findNearConstant(checked: CheckedData): Anomaly[] {
  const { state, names, data } = checked;
  const rows = state.sample.hashes.length;
  if (rows < LEAST_ROWS) return [];
  return names.flatMap((column, index): Anomaly[] => {
    if (column === data.label) return [];
    const counts = countSlots(state.sample.slots[index] ?? new BigUint64Array());
    let most = 0;
    for (const [entry, times] of counts.counts.entries()) {
      if (times > (counts.counts[most] ?? 0)) most = entry;
    }
    const count = counts.counts[most] ?? 0;
    if (counts.distinct < 2 || count < ALMOST_ALL * rows) return [];
    const slot = counts.slotAt(most);
    const what = slot === SLOT.missing ? 'are missing' : 'have one and the same value';
    return [
      {
        type: 'NEAR_CONSTANT_COLUMN',
        severity: 'warning',
        column,
        title: 'Nearly constant column',
        description: `${formatPercent(count / rows)} of ${countOf(rows, 'cell')}${state.sample.level === 0 ? '' : ' of the sample'} ${what}: hardly anything can be learned from the column.`,
        count: 0,
        values: frequentValues(checked, index),
        places: placesOf(
          checked,
          rowsWhere(checked, index, (other) => other !== slot),
        ),
      },
    ];
  });
}
