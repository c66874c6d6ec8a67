import { JsonLinesScanner, type JsonObject } from '../../../shared/data/json-lines.ts';
import { Row } from '../../../shared/scan/cell.ts';
import { RowStatistics } from '../../../shared/scan/row-statistics.ts';
import type { ScanState } from '../../../shared/scan/scan-state.ts';
import type { StateLimits } from '../../../shared/scan/state-limits.ts';

export interface ReferenceRow {
  readonly file: number;
  readonly line: number;
  readonly position: number;
  readonly object: JsonObject;
}

/** Rows as the TypeScript scanner reads them; null when it finds a fault. */
export function referenceRows(
  bytes: Buffer,
  file: number,
  start = { line: 1, position: 0 },
): ReferenceRow[] | null {
  const rows: ReferenceRow[] = [];
  let sound = true;
  const fault = () => {
    sound = false;
  };
  // The first byte of each line.
  const positions = [0];
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) positions.push(at + 1);
  const take = (line: number, object: JsonObject) => {
    const position = start.position + (positions[line - 1] ?? 0);
    rows.push({ file, line: line + start.line - 1, position, object });
  };
  const scanner = new JsonLinesScanner('data.jsonl', take, fault);
  scanner.push(bytes);
  scanner.finish();
  // A key without a name is refused when columns are made of keys.
  return sound && rows.every(({ object }) => !object.has('')) ? rows : null;
}

export function referenceState(
  rows: readonly ReferenceRow[],
  missingValues: ReadonlySet<string>,
  limits: StateLimits,
  given: readonly string[] = [],
): { readonly names: readonly string[]; readonly state: ScanState } {
  const names = [...given];
  const places = new Map(names.map((name, index) => [name, index]));
  const statistics = new RowStatistics(limits);
  const row = new Row(names);
  for (const { file, line, position, object } of rows) {
    for (const key of object.keys()) {
      if (places.has(key)) continue;
      places.set(key, names.length);
      names.push(key);
    }
    fillJsonRow(row, { file, line, position, object }, missingValues);
    statistics.add(row);
  }
  return { names, state: statistics.state(names) };
}

/** The cells of an object, in the order of the row's names; absent ones are missing. */
export function fillJsonRow(
  row: Row,
  { file, line, position, object }: ReferenceRow,
  missingValues: ReadonlySet<string>,
): void {
  Object.assign(row, { file, line, position });
  row.resize(row.names.length);
  row.clear();
  for (const [index, name] of row.names.entries()) {
    const value = object.get(name);
    // The kernel leaves lists out.
    if (value === undefined || value.kind === 'list') continue;
    if (value.kind === 'string') row.setString(index, value.text, missingValues);
    else row.setText(index, value.text, missingValues);
  }
}
