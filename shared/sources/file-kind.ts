import { posix } from 'node:path';
import { isArrowFile, isArrowStream } from './arrow/messages.ts';
import { isTfRecord } from './tf-record.ts';

/** What a file is, by its first bytes before anything else: names lie. */
export type FileKind = 'text' | 'parquet' | 'arrow-file' | 'arrow-stream' | 'tfrecord';

const PACKED = /\.(?:gz|gzip|zst|zstd)$/i;
const TFRECORD = /\.tfrecords?(?:-\d+-of-\d+)?$|\.tfrec$/i;

/** `head`: the first bytes, unpacked. */
export function detectKind(file: string, head: Uint8Array): FileKind {
  const magic = Buffer.from(head.subarray(0, 4)).toString('latin1');
  if (magic === 'PAR1' || magic === 'PARE') return 'parquet';
  if (isArrowFile(head)) return 'arrow-file';
  if (isArrowStream(head)) return 'arrow-stream';
  // A damaged file of that name is refused as one, not read as text.
  if (isTfRecord(head) || TFRECORD.test(unpackedName(file))) return 'tfrecord';
  return 'text';
}

/** The name without an ending that says how the file is packed. */
export function unpackedName(file: string): string {
  return file.replace(PACKED, '');
}

const ROW_ENDINGS = new Set(['.parquet', '.pq', '.arrow', '.arrows', '.feather', '.ipc']);

/** Whether rows of such a file are known by their number and not by a line that an editor shows. */
export function hasRowsForLines(file: string): boolean {
  const name = unpackedName(file);
  return ROW_ENDINGS.has(posix.extname(name).toLowerCase()) || TFRECORD.test(name);
}

/** Where a row stands, for a person: `data.csv:12`, `data.parquet, row 12`. */
export function placeText({
  file,
  line,
}: {
  readonly file: string;
  readonly line: number;
}): string {
  if (hasRowsForLines(file)) return `${file}, row ${line}`;
  return PACKED.test(file) ? `${file}, line ${line}` : `${file}:${line}`;
}

/** Whether a page of GitHub can show that line of the file. */
export function hasVisibleLines(file: string): boolean {
  return !PACKED.test(file) && !hasRowsForLines(file);
}
