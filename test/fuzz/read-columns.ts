import { isUserError } from '../../shared/errors/index.ts';
import {
  type ColumnBatch,
  type ColumnVector,
  lengthOfValues,
  Row,
} from '../../shared/scan/index.ts';
import { giveRows, openData } from '../../shared/sources/index.ts';

/**
 * Reads all that a file holds. Throws for anything but a mistake of the user's, for batches that are not what they must
 * be, and for bytes of the file that are not told of once each.
 */
export async function readColumns(name: string, bytes: Uint8Array): Promise<void> {
  let seen = 0;
  const source = {
    byteLength: bytes.length,
    slice: async (start: number, end = bytes.length) => bytes.subarray(start, end),
  };
  try {
    const { content, finish } = await openData(name, source, {
      format: 'auto',
      onBytes: ({ byteLength }) => {
        seen += byteLength;
      },
    });
    if (content.kind === 'columns') await readBatches(content.data.batches, content.data.columns);
    else if (content.kind === 'text') for await (const _ of content.chunks);
    else
      for await (const { features } of content.rows)
        for (const { values } of features.values()) values.at(-1);
    await finish();
  } catch (error) {
    if (isUserError(error)) return;
    throw error;
  }
  if (seen !== bytes.length) throw new Error(`${seen} of ${bytes.length} bytes were told of`);
}

async function readBatches(
  batches: AsyncIterable<ColumnBatch>,
  columns: readonly string[],
): Promise<void> {
  const places = columns.map((_, column) => column);
  const row = new Row(columns);
  row.resize(columns.length);
  let rows = 0;
  for await (const batch of batches) {
    require(batch.firstRow === rows, 'rows are missing');
    require(batch.columns.length === columns.length, 'columns are missing');
    for (const vector of batch.columns) checkVector(vector, batch.rowCount);
    let given = 0;
    giveRows(batch, row, places, new Set(['a']), () => given++);
    require(given === batch.rowCount, 'rows are not given');
    rows += batch.rowCount;
  }
}

function checkVector({ valid, offsets, values }: ColumnVector, rows: number): void {
  require(valid === null || valid.length >= rows, 'a row is neither there nor missing');
  const dictionary = values.kind === 'coded' ? values.dictionary : values;
  const length = values.kind === 'coded' ? values.codes.length : lengthOfValues(values);
  if (offsets === null) require(length >= rows, 'a row has no value');
  else {
    require(offsets.length === rows + 1 && offsets[rows] === length, 'lists have other values');
    for (let at = 0; at < rows; at++) {
      require((offsets[at] ?? 0) <= (offsets[at + 1] ?? 0), 'a list ends before it begins');
    }
  }
  if (values.kind !== 'coded') return;
  const known = lengthOfValues(dictionary);
  for (let at = 0; at < length; at++) {
    const code = values.codes[at] ?? -1;
    const isThere = offsets !== null || valid === null || valid[at] === 1;
    require(!isThere || (code >= 0 && code < known), 'a code is in no dictionary');
  }
}

function require(holds: boolean, fault: string): void {
  if (!holds) throw new Error(fault);
}
