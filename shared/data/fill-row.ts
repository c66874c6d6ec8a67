import type { SourceLocation } from '../errors/index.ts';
import {
  type CellValue,
  classifyText,
  isNumeric,
  parseNumber,
  putCell,
  putList,
  type Row,
  textCell,
} from '../scan/index.ts';
import type { TfRecordRow } from '../sources/index.ts';
import type { ColumnNames } from './columns.ts';
import { type JsonObject, type JsonScalar, REPLACEMENT } from './json-lines.ts';

/** A row, and what is known of its data set. */
export interface RowToFill {
  readonly row: Row;
  /** Gets the names that were not met before; too many of them, or an empty one, are a `UserError` at `where`. */
  readonly columns: ColumnNames;
  readonly where: SourceLocation;
  /** Texts that mean a missing cell. */
  readonly missingValues: ReadonlySet<string>;
}

/** Makes the row that of an object of JSON Lines. `isUtf8`: whether all bytes of its line are. */
export function fillFromObject(target: RowToFill, object: JsonObject, isUtf8: boolean): void {
  const { row, columns, missingValues } = target;
  begin(target, object.keys());
  for (const [name, value] of object) {
    const column = columns.find(name) ?? 0;
    if (!isUtf8 && JSON.stringify(value).includes(REPLACEMENT)) row.invalidUtf8.add(column);
    if (value.kind === 'list') {
      putList(row, column, value.items.map(cellOfScalar), missingValues);
    } else if (value.kind === 'string') row.setString(column, value.text, missingValues);
    else row.setText(column, value.text, missingValues);
  }
}

/** Makes the row that of an example of a TFRecord file: a feature of one value is no list. */
export function fillFromExample(target: RowToFill, features: TfRecordRow['features']): void {
  const { row, columns, missingValues } = target;
  begin(target, features.keys());
  row.hasTypes = true;
  for (const [name, { values, invalidUtf8 }] of features) {
    const column = columns.find(name) ?? 0;
    const [first] = values;
    if (values.length === 1 && first !== undefined) putCell(row, column, first, missingValues);
    else putList(row, column, values, missingValues);
    if (invalidUtf8) row.invalidUtf8.add(column);
  }
}

function begin({ row, columns, where }: RowToFill, names: Iterable<string>): void {
  for (const name of names) columns.require(name, where);
  row.resize(columns.names.length);
  row.clear();
  row.lists.clear();
  row.invalidUtf8.clear();
}

function cellOfScalar({ kind, text }: JsonScalar): CellValue {
  if (kind === 'string' || text === '') return textCell(text);
  const type = classifyText(text);
  return { kind: type, text, number: isNumeric(type) ? parseNumber(text) : Number.NaN };
}
