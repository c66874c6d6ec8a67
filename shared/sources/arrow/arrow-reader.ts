import type { ColumnarData, ColumnBatch } from '../../scan/index.ts';
import { batchRows } from '../limits.ts';
import { damaged } from '../source-fault.ts';
import { ValueTarget } from '../value-target.ts';
import { type ArrowColumn, type ArrowField, listColumns, parseSchema } from './arrow-schema.ts';
import { type ArrowDictionary, dictionaryOf, vectorOf } from './arrow-vector.ts';
import type { FlatTable } from './flat-table.ts';
import { type ArrowMessage, type ArrowMessages, HEADER } from './messages.ts';
import { type ArrowArray, type ArrowBody, readArrays } from './record-batch.ts';

export interface ArrowOptions {
  /** Only these; left out: all. Others are not read from a file, and not unpacked from a stream. */
  readonly columns?: ReadonlySet<string>;
  /** Called with where a record batch ends, before it is read. */
  readonly beforeBatch?: (endByte: number) => Promise<void>;
}

/**
 * The columns of an Arrow IPC file or stream, and its rows a batch at a time. One record batch is held in memory.
 * Throws a `SourceFault` or a `RangeError` for what is damaged or holds more than values and lists of values.
 */
export function openArrow(
  { schema, messages }: ArrowMessages,
  options: ArrowOptions = {},
): ColumnarData {
  const fields = parseSchema(schema);
  const columns = listColumns(fields, options.columns);
  return {
    columns: columns.map(({ name }) => name),
    batches: readBatches(messages, fields, columns, options),
  };
}

async function* readBatches(
  messages: AsyncIterable<ArrowMessage>,
  fields: readonly ArrowField[],
  columns: readonly ArrowColumn[],
  { beforeBatch }: ArrowOptions,
): AsyncGenerator<ColumnBatch, void, undefined> {
  const dictionaryFields = findDictionaries(fields);
  const dictionaries = new Map<number, ArrowDictionary>();
  const topLevel = new Set(columns.map(({ path }) => path[0]));
  const most = batchRows(columns.length);
  let firstRow = 0;
  for await (const { kind, header, body, endByte } of messages) {
    if (kind === HEADER.dictionary) {
      await readDictionary(header, body, dictionaryFields, dictionaries);
    } else if (kind === HEADER.records) {
      await beforeBatch?.(endByte);
      const { rowCount, arrays } = await readArrays(fields, header, body, (at) => topLevel.has(at));
      const found = columns.map((column) => findArray(arrays, column));
      for (let row = 0; row < rowCount; row += most) {
        const count = Math.min(most, rowCount - row);
        const vectors = found.map(({ array, around }) =>
          vectorOf(array, around, row, count, dictionaries),
        );
        yield { firstRow: firstRow + row, rowCount: count, columns: vectors };
      }
      firstRow += rowCount;
    } else throw damaged('Arrow file', `a message has the unknown kind ${kind}`);
  }
}

function findArray(
  arrays: readonly ArrowArray[],
  { path }: ArrowColumn,
): { readonly array: ArrowArray; readonly around: readonly ArrowArray[] } {
  const around: ArrowArray[] = [];
  let level = arrays;
  for (const [depth, at] of path.entries()) {
    const array = level[at];
    const parent = around.at(-1);
    if (array === undefined || (parent !== undefined && array.length !== parent.length)) {
      throw damaged('Arrow file', 'the columns of a batch differ in length');
    }
    if (depth === path.length - 1) return { array, around };
    around.push(array);
    level = array.children;
  }
  throw damaged('Arrow file', 'a batch lacks columns');
}

/** What each dictionary holds, by its number: several columns may share one. */
function findDictionaries(fields: readonly ArrowField[]): Map<number, ArrowField> {
  const found = new Map<number, ArrowField>();
  const visit = (field: ArrowField): void => {
    if (field.dictionary !== null) found.set(field.dictionary.id, { ...field, dictionary: null });
    for (const child of field.children) visit(child);
  };
  for (const field of fields) visit(field);
  return found;
}

async function readDictionary(
  header: FlatTable,
  body: ArrowBody,
  fields: ReadonlyMap<number, ArrowField>,
  dictionaries: Map<number, ArrowDictionary>,
): Promise<void> {
  const id = header.long(0);
  const field = fields.get(id);
  const data = header.table(1);
  if (field === undefined || data === null) throw damaged('Arrow file', 'a dictionary of nothing');
  const kind = field.type.kind;
  // Columns with dictionaries of objects or lists are refused, when they are asked for.
  if (!['fixed', 'texts', 'views', 'booleans'].includes(kind)) return;
  const {
    arrays: [array],
  } = await readArrays([field], data, body, () => true);
  if (array === undefined) return;
  const read = dictionaryOf(array);
  const before = header.boolean(2) ? dictionaries.get(id) : undefined;
  dictionaries.set(id, before === undefined ? read : append(before, read));
}

function append(before: ArrowDictionary, more: ArrowDictionary): ArrowDictionary {
  const length = before.length + more.length;
  const { values } = before;
  const isWhole = values.kind === 'numbers' && values.whole;
  const target = new ValueTarget(values.kind, isWhole, length);
  const valid = new Uint8Array(length).fill(1);
  for (const [offset, part] of [
    [0, before],
    [before.length, more],
  ] as const) {
    for (let at = 0; at < part.length; at++) {
      target.copy(offset + at, part.values, at);
      if (part.valid?.[at] === 0) valid[offset + at] = 0;
    }
  }
  return { values: target.values(), length, valid };
}
