import type { CellPredicate } from '../../scan/index.ts';
import { type ColumnSchema, columnSchemas, type SchemaJson } from '../data-schema.ts';
import { subschemas } from '../subschemas.ts';
import { AutomatonCompiler } from './automaton-compiler.ts';
import { isReadable } from './column-rules.ts';
import { type ColumnCompiler, compileColumn } from './compile-column.ts';
import { MOST_ALLOWED_CHARACTERS, MOST_TESTED_COLUMNS } from './limits.ts';
import { NotAlone, resolveReferences } from './resolve-references.ts';

/** What a schema asks of single cells, and whether that is all that it asks. */
export interface SchemaPredicates {
  /** By name of the column; those of which nothing is asked are not in it. */
  readonly byColumn: ReadonlyMap<string, CellPredicate>;
  /** Whether every row must be checked by the whole schema, whatever its cells are. */
  readonly everyRow: boolean;
  /** Why, as a sentence without a full stop. */
  readonly reason: string | null;
}

/** The same for a data set whose columns are known, by their index. */
export interface DataPredicates extends Pick<SchemaPredicates, 'everyRow' | 'reason'> {
  readonly columns: readonly (CellPredicate | null)[];
  /** Columns in which no value may stand twice: their cells are looked at in every row. */
  readonly unique: readonly number[];
}

/** Keywords of the whole schema that ask nothing of a row, or that are answered by counting. */
const OF_COLUMNS = new Set([
  ...['$schema', '$id', '$comment', '$anchor', '$vocabulary', '$defs', 'definitions', 'title'],
  ...['description', 'default', 'examples', 'deprecated', 'readOnly', 'writeOnly', 'type'],
  ...['properties', 'required', 'additionalProperties'],
]);

/** `json` has been read by `parseSchema`. Never throws for such a schema. */
export function compileSchema(json: SchemaJson): SchemaPredicates {
  const across = Object.keys(json).find(
    (keyword) => !OF_COLUMNS.has(keyword) && !keyword.startsWith('x-'),
  );
  if (across !== undefined) return everyRow(`"${across}" is a rule across columns`);
  const given = new Map(Object.entries(json.properties));
  const compiler = newColumnCompiler();
  const byColumn = new Map<string, CellPredicate>();
  let tested = 0;
  for (const column of columnSchemas(json).values()) {
    const schema = standingAlone(json, given.get(column.name));
    if (schema instanceof NotAlone) {
      return everyRow(`The column ${JSON.stringify(column.name)} ${schema.message}`);
    }
    if (typeof schema === 'object' && schema !== null && !isReadable({ ...schema })) tested++;
    if (tested > MOST_TESTED_COLUMNS) {
      return everyRow(`More than ${MOST_TESTED_COLUMNS} columns have rules of several parts`);
    }
    const predicate = compileColumn(column, schema, compiler);
    if (predicate !== null) byColumn.set(column.name, predicate);
  }
  return { byColumn, everyRow: false, reason: null };
}

/** For a data set with these columns, in their order. A required column that is not among them is asked of every row. */
export function compilePredicates(
  { json }: { readonly json: SchemaJson },
  columns: readonly string[],
): DataPredicates {
  return predicatesOfColumns(compileSchema(json), json, columns);
}

/** The same from what is compiled: data sets may have columns more than once. */
export function predicatesOfColumns(
  { byColumn, everyRow, reason }: SchemaPredicates,
  json: SchemaJson,
  columns: readonly string[],
): DataPredicates {
  const described = columnSchemas(json);
  const present = new Set(columns);
  const absent = [...described.values()].find(
    ({ name, required }) => required && !present.has(name),
  );
  return {
    columns: columns.map((name) => byColumn.get(name) ?? null),
    everyRow: everyRow || absent !== undefined,
    reason:
      reason ??
      (absent && `The column ${JSON.stringify(absent.name)} is required and not there`) ??
      null,
    unique: columns.flatMap((name, index) => (isUnique(described.get(name)) ? [index] : [])),
  };
}

function isUnique(column: ColumnSchema | undefined): boolean {
  return column?.rules.unique === true;
}

function everyRow(reason: string): SchemaPredicates {
  return { byColumn: new Map(), everyRow: true, reason };
}

function newColumnCompiler(): ColumnCompiler {
  let left = MOST_ALLOWED_CHARACTERS;
  return {
    automata: new AutomatonCompiler(),
    takeAllowed: (characters) => {
      if (characters > left) return false;
      left -= characters;
      return true;
    },
  };
}

const REFERRING = ['$ref', '$id', '$anchor', '$dynamicRef', '$dynamicAnchor', '$recursiveRef'];

/** A column's schema without references; most have none. */
function standingAlone(json: SchemaJson, schema: unknown): unknown {
  const refers = subschemas(schema).some(({ schema: inner }) =>
    REFERRING.some((keyword) => Object.hasOwn(inner, keyword)),
  );
  if (!refers) return schema;
  try {
    return resolveReferences(json, schema);
  } catch (error) {
    if (error instanceof NotAlone) return error;
    throw error;
  }
}
