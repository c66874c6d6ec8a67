import { SeededRandom } from '../numeric/index.ts';
import { SLOT, slotOfText } from '../scan/index.ts';
import { explainRule, findTellingRule } from './checks/telling-rule.ts';
import type { Column, Table } from './table.ts';

/** Enough to see what tells nearly all; of many columns each costs milliseconds. */
const MOST_ROWS = 5_000;

export interface LeakingColumn {
  readonly name: string;
  /** The rule of the column with its numbers, and what to do. */
  readonly description: string;
}

export interface LeakageRequest {
  /** Names of columns; names of none are passed over. */
  readonly features: readonly string[];
  readonly label: string;
  /** Whether the label has classes, and not quantities. */
  readonly classes: boolean;
}

/**
 * Columns that alone tell the label of rows that they were not learned from, as the check LABEL_LEAKAGE of validate-data
 * finds them, of up to 5,000 of `rows` drawn by a fixed seed: the order of rows may follow the label. Nothing is found
 * of fewer than 100 labelled rows.
 */
export function findLeakingColumns(
  table: Table,
  rows: Int32Array,
  { features, label, classes }: LeakageRequest,
): LeakingColumn[] {
  const byName = new Map(table.columns.map((column) => [column.name, column]));
  const labels = byName.get(label);
  if (labels === undefined) return [];
  const asked = drawRows(rows);
  const labelSlots = slotsOf(labels, asked);
  return features.flatMap((name): LeakingColumn[] => {
    const column = byName.get(name);
    if (column === undefined) return [];
    const kinds = { isNumeric: column.kind === 'numeric', classes };
    const rule = findTellingRule(slotsOf(column, asked), labelSlots, kinds);
    if (rule === null) return [];
    const description = explainRule(rule, { ...kinds, rows: 'a sample of the training split' });
    return [{ name, description }];
  });
}

/** The first steps of a shuffle are enough. */
function drawRows(rows: Int32Array): Int32Array {
  const random = new SeededRandom(0, 'label leakage');
  const drawn = rows.slice();
  const count = Math.min(MOST_ROWS, drawn.length);
  for (let place = 0; place < count; place++) {
    const other = place + random.integer(drawn.length - place);
    const row = drawn[place] as number;
    drawn[place] = drawn[other] as number;
    drawn[other] = row;
  }
  return drawn.subarray(0, count);
}

/** The cells as the scanner's sample holds them: bits of numbers, and one slot for each different text. */
function slotsOf(column: Column, rows: Int32Array): BigUint64Array {
  const slots = new BigUint64Array(rows.length);
  if (column.kind === 'categorical') {
    for (const [index, row] of rows.entries()) {
      const code = column.codes[row] ?? -1;
      slots[index] = code < 0 ? SLOT.missing : slotOfText(BigInt(code) << 13n);
    }
    return slots;
  }
  const numbers = new Float64Array(slots.buffer);
  for (const [index, row] of rows.entries()) {
    const value = column.values[row] ?? Number.NaN;
    if (Number.isNaN(value)) slots[index] = SLOT.missing;
    else numbers[index] = value === 0 ? 0 : value;
  }
  return slots;
}
