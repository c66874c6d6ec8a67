import type { ColumnarData, ColumnBatch } from '../../scan/index.ts';
import { FileBudget, heldBytes } from '../file-budget.ts';
import { batchRows } from '../limits.ts';
import { damaged } from '../source-fault.ts';
import { ValueTarget } from '../value-target.ts';
import {
  type ArrowColumn,
  type ArrowField,
  isList,
  listColumns,
  parseSchema,
} from './arrow-schema.ts';
import { type ArrowDictionary, dictionaryOf, vectorOf } from './arrow-vector.ts';
import type { FlatTable } from './flat-table.ts';
import { type ArrowMessage, type ArrowMessages, HEADER } from './messages.ts';
import { type ArrowArray, type ArrowBody, readArrays, rowsOf } from './record-batch.ts';

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
  { schema, messages, fileBytes }: ArrowMessages,
  options: ArrowOptions = {},
): ColumnarData {
  const fields = parseSchema(schema);
  const columns = listColumns(fields, options.columns);
  return {
    columns: columns.map(({ name }) => name),
    batches: readBatches(messages, fields, columns, new FileBudget(fileBytes), options),
  };
}

async function* readBatches(
  messages: AsyncIterable<ArrowMessage>,
  fields: readonly ArrowField[],
  columns: readonly ArrowColumn[],
  budget: FileBudget,
  { beforeBatch }: ArrowOptions,
): AsyncGenerator<ColumnBatch, void, undefined> {
  const dictionaryFields = findDictionaries(fields);
  const dictionaries = new Map<number, ArrowDictionary>();
  const topLevel = new Set(columns.map(({ path }) => path[0]));
  let firstRow = 0;
  for await (const { kind, header, body, endByte } of messages) {
    if (kind === HEADER.dictionary) {
      await readDictionary(header, body, dictionaryFields, dictionaries, budget);
    } else if (kind === HEADER.records) {
      await beforeBatch?.(endByte);
      const rowCount = rowsOf(header);
      budget.addCells(rowCount * (1 + columns.length));
      const arrays = await readArrays(fields, header, body, budget, (at) => topLevel.has(at));
      const found = columns.map((column) => findArray(arrays, column));
      const most = rowsAtOnce(
        rowCount,
        found.map(({ array }) => array),
      );
      for (let row = 0; row < rowCount; row += most) {
        const count = Math.min(most, rowCount - row);
        const addToBudget = budget.batch();
        const vectors = found.map(({ array, around }) => {
          const vector = vectorOf(array, around, row, count, { dictionaries, budget });
          addToBudget(vector);
          return vector;
        });
        yield { firstRow: firstRow + row, rowCount: count, columns: vectors };
      }
      firstRow += rowCount;
    } else throw damaged('Arrow file', `a message has the unknown kind ${kind}`);
  }
}

function rowsAtOnce(rows: number, arrays: readonly ArrowArray[]): number {
  let bytes = 0;
  let listValues = 0;
  const visit = ({ buffers, children, field }: ArrowArray): void => {
    for (const buffer of buffers) bytes += buffer.length;
    for (const child of children) {
      if (isList(field.type)) listValues = Math.max(listValues, child.length);
      visit(child);
    }
  };
  for (const array of arrays) visit(array);
  return batchRows({ columns: arrays.length, rows, bytes, listValues });
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
  budget: FileBudget,
): Promise<void> {
  const id = header.long(0);
  const field = fields.get(id);
  const data = header.table(1);
  if (field === undefined || data === null) throw damaged('Arrow file', 'a dictionary of nothing');
  const kind = field.type.kind;
  // Columns with dictionaries of objects or lists are refused, when they are asked for.
  if (!['fixed', 'texts', 'views', 'booleans'].includes(kind)) return;
  const [array] = await readArrays([field], data, body, budget, () => true);
  if (array === undefined) return;
  budget.addCells(array.length);
  const read = dictionaryOf(array);
  const known = dictionaries.get(id);
  const before = header.boolean(2) ? known : undefined;
  // One that grows piece by piece is copied for each of them.
  if (before !== undefined) budget.addCells(before.length);
  const whole = before === undefined ? read : append(before, read);
  budget.hold(heldBytes(whole.values) - (known === undefined ? 0 : heldBytes(known.values)));
  dictionaries.set(id, whole);
}

function append(before: ArrowDictionary, more: ArrowDictionary): ArrowDictionary {
  const length = before.length + more.length;
  const target = ValueTarget.like(before.values, length);
  const valid = new Uint8Array(length).fill(1);
  for (const [offset, part] of [
    [0, before],
    [before.length, more],
  ] as const) {
    if (part.valid !== null) valid.set(part.valid, offset);
    if (part.values.kind === 'numbers' && part.values.digits === null) {
      target.numbers.set(part.values.numbers, offset);
      continue;
    }
    for (let at = 0; at < part.length; at++) target.copy(offset + at, part.values, at);
  }
  return { values: target.values(), length, valid };
}
