import { formatValue, isTextSlot, SLOT } from '../scan/index.ts';

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
