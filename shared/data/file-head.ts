import { posix } from 'node:path';
import type { DataConfiguration } from '../config/index.ts';
import { type Problem, UserError } from '../errors/index.ts';
import { unpackedName } from '../sources/index.ts';
import { detectDelimiter } from './delimiter.ts';
import { HEAD_BYTES } from './limits.ts';

/** How a data file is written. */
export type FileFormat =
  | { readonly kind: 'csv'; readonly delimiter: string }
  | { readonly kind: 'jsonl' };

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** Files that are often taken for text tables, by their first bytes. */
const FOREIGN_FORMATS: readonly {
  readonly bytes: readonly number[];
  readonly name: string;
  readonly remedy: string;
}[] = [
  { bytes: [0xff, 0xfe], name: 'UTF-16 text', remedy: 'Save it as UTF-8' },
  { bytes: [0xfe, 0xff], name: 'UTF-16 text', remedy: 'Save it as UTF-8' },
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    name: 'a zip archive or a spreadsheet',
    remedy: 'Save the table as CSV in UTF-8',
  },
];

/**
 * Format and delimiter of a file from its name and first bytes, and how many bytes of byte order mark to leave out.
 * Throws a `UserError` for an empty file and for one that is no text.
 */
export function detectFormat(
  file: string,
  head: Uint8Array,
  data: Pick<DataConfiguration, 'format' | 'delimiter'>,
): { readonly format: FileFormat; readonly skip: number } {
  const foreign = FOREIGN_FORMATS.find(({ bytes }) => startsWith(head, bytes));
  if (foreign !== undefined) {
    throw new UserError({
      what: `The data file is ${foreign.name}`,
      where: { file },
      remedy: foreign.remedy,
    });
  }
  const skip = startsWith(head, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  const text = head.subarray(skip);
  if (text.every(isWhiteSpace)) {
    throw new UserError({
      what: 'The data file is empty',
      where: { file },
      remedy: 'Write a header line and at least one row',
    });
  }
  const { format } = data;
  const kind =
    format === 'csv' || format === 'tsv' || format === 'jsonl' ? format : guessKind(file, text);
  if (kind === 'jsonl') return { format: { kind }, skip };
  const delimiter =
    data.delimiter ?? (kind === 'tsv' ? '\t' : detectDelimiter(text, head.length < HEAD_BYTES));
  if (!/^[\t\x20-\x7e]$/.test(delimiter) || /["\w]/.test(delimiter)) {
    throw new UserError({
      what: `The delimiter ${JSON.stringify(delimiter)} can't part cells`,
      remedy: 'Set data.delimiter to one character such as "," or ";"',
    });
  }
  return { format: { kind: 'csv', delimiter }, skip };
}

function guessKind(file: string, text: Uint8Array): 'csv' | 'tsv' | 'jsonl' {
  const extension = posix.extname(unpackedName(file)).toLowerCase();
  if (extension === '.csv') return 'csv';
  if (extension === '.tsv' || extension === '.tab') return 'tsv';
  if (extension === '.jsonl' || extension === '.ndjson') return 'jsonl';
  const first = text.find((byte) => !isWhiteSpace(byte));
  if (first === '['.charCodeAt(0) && extension === '.json') throw new UserError(jsonArray(file));
  return first === '{'.charCodeAt(0) ? 'jsonl' : 'csv';
}

function jsonArray(file: string): Problem {
  return {
    what: 'The data file is a JSON list',
    where: { file },
    remedy: 'Write JSON Lines: one object per line, without brackets around and commas between',
  };
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function isWhiteSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}
