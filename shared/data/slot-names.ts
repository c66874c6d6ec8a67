import {
  CELL,
  classifyText,
  formatValue,
  hashBytes,
  isNumeric,
  isTextSlot,
  parseNumber,
  SLOT,
  slotOfNumber,
  slotOfText,
  type ValueState,
} from '../scan/index.ts';

/** A value of the sample as people read it; undefined for a text that the sample does not name. */
export function nameOfSlot(slot: bigint, texts: ReadonlyMap<bigint, string>): string | undefined {
  if (isTextSlot(slot)) return texts.get(slot);
  if (slot === SLOT.true) return 'true';
  if (slot === SLOT.false) return 'false';
  if (slot === SLOT.notANumber) return 'nan';
  if (slot === SLOT.missing) return '';
  return formatValue(numberOfSlot(slot));
}

export function numberOfSlot(slot: bigint): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, slot);
  return view.getFloat64(0);
}

/** Slots of the texts that were counted. Numbers and booleans stand under their most frequent spelling. */
export function countedNames({ counts }: ValueState): Map<bigint, string> {
  const named = new Map<bigint, string>();
  if (counts === null) return named;
  const byCount = [...counts.texts.keys()].sort(
    (a, b) => (counts.counts[a] ?? 0) - (counts.counts[b] ?? 0) || b - a,
  );
  for (const index of byCount) {
    const text = counts.texts[index] ?? '';
    for (const slot of slotsOfText(text)) named.set(slot, text);
  }
  return named;
}

/** A JSON string holds as text what is a number or a boolean elsewhere: cells with this text may have any of the slots. */
export function slotsOfText(text: string): bigint[] {
  const slots = [slotOfText(hashBytes(new TextEncoder().encode(text)))];
  const kind = classifyText(text);
  if (kind === CELL.boolean) slots.push(text.length === 4 ? SLOT.true : SLOT.false);
  else if (isNumeric(kind)) {
    const value = parseNumber(text);
    slots.push(Number.isNaN(value) ? SLOT.notANumber : slotOfNumber(value));
  }
  return slots;
}
