import { ColumnChoice } from '../column-choice.ts';
import type { FixedType } from '../fixed-width.ts';
import { DEEPEST_NESTING, MOST_FIELDS, MOST_NAME_CHARACTERS } from '../limits.ts';
import { damaged, SourceFault } from '../source-fault.ts';
import { type ArrowType, intType, typeOfField } from './arrow-type.ts';
import type { FlatTable } from './flat-table.ts';

/** A field of the schema, in the order in which record batches hold their buffers. */
export interface ArrowField {
  readonly name: string;
  readonly type: ArrowType;
  readonly children: readonly ArrowField[];
  /** Set where the field's values are codes of a dictionary. */
  readonly dictionary: { readonly id: number; readonly index: FixedType } | null;
}

/** A column of values or of lists of values. */
export interface ArrowColumn {
  /** Names of the structs around it and its own, joined by `.`. */
  readonly name: string;
  /** Places among the children, from the schema's fields on. */
  readonly path: readonly number[];
}

/** `schema`: the table `Schema`. */
export function parseSchema(schema: FlatTable): ArrowField[] {
  if (schema.int(0, 16, 0) !== 0) {
    throw new SourceFault(
      'The Arrow file has its most significant bytes first',
      'Write it on a little-endian machine',
    );
  }
  let count = 0;
  let characters = 0;
  const parse = (table: FlatTable, depth: number): ArrowField => {
    if (++count > MOST_FIELDS || depth > DEEPEST_NESTING) {
      throw damaged('Arrow file', 'its schema has too many fields');
    }
    const name = table.text(0);
    characters += name.length;
    if (characters > MOST_NAME_CHARACTERS) {
      throw damaged('Arrow file', 'the names of its fields are too long');
    }
    const type = table.table(3);
    if (type === null) throw damaged('Arrow file', `"${name}" has no type`);
    const encoding = table.table(4);
    const children: ArrowField[] = [];
    // One by one: a vector may claim millions of them.
    for (const child of table.tables(5)) children.push(parse(child, depth + 1));
    return {
      name,
      type: typeOfField(name, table.int(2, 8, 0), type),
      children,
      dictionary:
        encoding === null ? null : { id: encoding.long(0), index: intType(encoding.table(1)) },
    };
  };
  const fields: ArrowField[] = [];
  for (const field of schema.tables(1)) fields.push(parse(field, 0));
  return fields;
}

/** The columns of a schema, or those of `wanted`. Throws a `SourceFault` for one that can't be read. */
export function listColumns(
  fields: readonly ArrowField[],
  wanted: ReadonlySet<string> | undefined,
): ArrowColumn[] {
  const columns: ArrowColumn[] = [];
  const names = new ColumnChoice(wanted);
  const visit = (field: ArrowField, prefix: string, path: readonly number[]): void => {
    const name = prefix + field.name;
    if (field.type.kind === 'struct' && field.dictionary === null) {
      for (const [at, child] of field.children.entries()) visit(child, `${name}.`, [...path, at]);
      return;
    }
    if (names.isRead(name, () => refuse(field))) columns.push({ name, path });
  };
  for (const [at, field] of fields.entries()) visit(field, '', [at]);
  return columns;
}

function refuse({ type, children, dictionary }: ArrowField): string | null {
  if (type.kind === 'map') return 'maps';
  if (type.kind === 'struct') return 'a dictionary of objects';
  if (type.kind === 'fixedList' && (type.size < 0 || type.size > 2 ** 24)) {
    throw damaged('Arrow file', `a list has ${type.size} values`);
  }
  if (!isList(type)) return null;
  const [element] = children;
  if (element === undefined || children.length !== 1)
    throw damaged('Arrow file', 'a list of nothing');
  if (dictionary !== null) return 'a dictionary of lists';
  if (element.type.kind === 'struct' || element.type.kind === 'map') return 'lists of objects';
  return isList(element.type) ? 'lists of lists' : null;
}

export function isList({ kind }: ArrowType): boolean {
  return kind === 'list' || kind === 'listViews' || kind === 'fixedList';
}
