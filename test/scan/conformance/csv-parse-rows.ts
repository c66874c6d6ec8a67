import { parse } from 'csv-parse/sync';
import { countLineBreaks } from './physical-lines.ts';

export interface PeerRow {
  /** Physical line on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Rows as csv-parse reads them, and the line of each by the place where csv-parse says that the row ends. Ends early at
 * what csv-parse refuses, a quote that is never closed.
 */
export function csvParseRows(bytes: Uint8Array, delimiter: string): PeerRow[] {
  const rows: PeerRow[] = [];
  let end = startsWithMark(bytes) ? 3 : 0;
  let line = 1;
  const refused = { code: 'CSV_QUOTE_NOT_CLOSED' };
  try {
    parse(Buffer.from(bytes), {
      bom: true,
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      // With `info` each row comes as { info, record }, whatever the types say.
      on_record: (given: unknown) => {
        const { info, record } = given as { info: { bytes: number }; record: string[] };
        const start = skipEmptyLines(bytes, end);
        line += countLineBreaks(bytes.subarray(end, start));
        rows.push({ line, cells: record });
        line += countLineBreaks(bytes.subarray(start, info.bytes));
        end = info.bytes;
        return null;
      },
    });
  } catch (error) {
    if ((error as { code?: unknown }).code !== refused.code) throw error;
  }
  return rows;
}

function startsWithMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function skipEmptyLines(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === 10 || bytes[at] === 13) at++;
  return at;
}
