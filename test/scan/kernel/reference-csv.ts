import { isUtf8 } from 'node:buffer';
import { Row } from '../../../shared/scan/cell.ts';
import { RowStatistics } from '../../../shared/scan/row-statistics.ts';
import type { ScanState } from '../../../shared/scan/scan-state.ts';
import type { StateLimits } from '../../../shared/scan/state-limits.ts';

export interface ReferenceRow {
  readonly position: number;
  readonly line: number;
  readonly cells: readonly Buffer[];
}

/** RFC 4180 one byte after the other, as plainly as it can be written; null where a quote is at fault. */
export function referenceRows(bytes: Buffer, delimiter: string): ReferenceRow[] | null {
  const text = bytes.toString('latin1');
  const rows: ReferenceRow[] = [];
  let line = 1;
  let at = 0;
  const lineBreak = () => {
    const length = text.startsWith('\r\n', at) ? 2 : text[at] === '\r' || text[at] === '\n' ? 1 : 0;
    if (length > 0) line++;
    at += length;
    return length > 0;
  };
  while (at < text.length) {
    if (lineBreak()) continue;
    const position = at;
    const first = line;
    const cells: Buffer[] = [];
    for (;;) {
      let cell = '';
      if (text[at] === '"') {
        at++;
        for (;;) {
          if (at >= text.length) return null;
          const start = at;
          if (text.startsWith('""', at)) {
            cell += '"';
            at += 2;
          } else if (text[at] === '"') {
            at++;
            break;
          } else if (lineBreak()) cell += text.slice(start, at);
          else cell += text[at++];
        }
        const next = text[at];
        if (next !== undefined && next !== delimiter && next !== '\r' && next !== '\n') return null;
      } else {
        while (at < text.length && !`${delimiter}\r\n`.includes(text[at] ?? '')) cell += text[at++];
      }
      cells.push(Buffer.from(cell, 'latin1'));
      if (text[at] !== delimiter) break;
      at++;
    }
    rows.push({ position, line: first, cells });
    lineBreak();
  }
  return rows;
}

/** What the TypeScript twin makes of the rows behind the header; null where one has another width. */
export function referenceState(
  files: readonly (readonly ReferenceRow[])[],
  names: readonly string[],
  missingValues: ReadonlySet<string>,
  limits: StateLimits,
): ScanState | null {
  const statistics = new RowStatistics(limits);
  const row = new Row(names);
  for (const [file, rows] of files.entries()) {
    const [header, ...others] = rows;
    const places = header?.cells.map((name) => names.indexOf(name.toString())) ?? [];
    for (const { position, line, cells } of others) {
      if (cells.length !== places.length) return null;
      Object.assign(row, { file, line, position });
      row.invalidUtf8.clear();
      row.resize(names.length);
      for (const [cell, bytes] of cells.entries()) {
        const place = places[cell] ?? 0;
        row.setText(place, bytes.toString('utf8'), missingValues);
        if (!isUtf8(bytes)) row.invalidUtf8.add(place);
      }
      statistics.add(row);
    }
  }
  return statistics.state(names);
}
