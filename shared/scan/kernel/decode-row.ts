import { isUtf8 } from 'node:buffer';
import type { Row } from '../cell.ts';

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * Puts the cells of a sound CSV row, without its line break, into `row`. `places`: column of the data set for each cell.
 */
export function decodeRow(
  bytes: Buffer,
  delimiter: number,
  places: readonly number[],
  missingValues: ReadonlySet<string>,
  row: Row,
): void {
  const sound = isUtf8(bytes);
  row.invalidUtf8.clear();
  row.lists.clear();
  row.resize(places.length);
  let at = 0;
  for (const place of places) {
    const quoted = bytes[at] === QUOTE;
    const start = quoted ? at + 1 : at;
    let doubled = false;
    let end = start;
    if (quoted) {
      end = bytes.indexOf(QUOTE, start);
      while (bytes[end + 1] === QUOTE) {
        doubled = true;
        end = bytes.indexOf(QUOTE, end + 2);
      }
      at = end + 2;
    } else {
      while (!endsCell(bytes[end], delimiter)) end++;
      at = end + 1;
    }
    const text = bytes.toString('utf8', start, end);
    row.setText(place, doubled ? text.replaceAll('""', '"') : text, missingValues);
    if (!sound && !isUtf8(bytes.subarray(start, end))) row.invalidUtf8.add(place);
  }
}

function endsCell(byte: number | undefined, delimiter: number): boolean {
  return byte === delimiter || byte === LINE_FEED || byte === CARRIAGE_RETURN || byte === undefined;
}
