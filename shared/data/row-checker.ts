import type { ErrorObject } from 'ajv/dist/2020.js';
import {
  CELL,
  type CellKind,
  type CellPredicate,
  failsPredicate,
  type Row,
} from '../scan/index.ts';
import { valueClassOf, valueOfCell } from './cell-value.ts';
import { type ColumnSchema, columnSchemas, type SchemaJson } from './data-schema.ts';
import { compileSchema, type SchemaPredicates } from './predicates/index.ts';
import { RowFindings } from './row-findings.ts';
import type { RowValidator } from './row-validator.ts';
import type { UniqueValues } from './unique-values.ts';

/**
 * Checks rows against a schema, one by one, and counts what breaks it. Most rows are only asked what their columns'
 * predicates ask; those that fail one, and all rows where the schema has rules across columns, are given to ajv.
 */
export class RowChecker {
  readonly #schemas: ReadonlyMap<string, ColumnSchema>;
  readonly #validate: RowValidator;
  readonly #predicates: SchemaPredicates;
  readonly #plan: ColumnPlan[] = [];
  /** Indices of the columns that are asked something of in every row. */
  readonly #asked: number[] = [];
  readonly #unique: number[] = [];
  /** Required columns that no row has had yet: in JSON Lines, one may come first in a later row. */
  readonly #awaited: Set<string>;
  readonly findings = new RowFindings();

  constructor(json: SchemaJson, validate: RowValidator, predicates = compileSchema(json)) {
    this.#schemas = columnSchemas(json);
    this.#validate = validate;
    this.#predicates = predicates;
    const required = [...this.#schemas.values()].filter((column) => column.required);
    this.#awaited = new Set(required.map(({ name }) => name));
  }

  check(row: Row): void {
    this.#meetColumns(row);
    if (this.#isFlagged(row)) this.#checkRow(row);
    else this.checkRepeats(row);
  }

  /** All that is to be asked of a row that no predicate flags: whether values stand in it that must not repeat. */
  checkRepeats(row: Row): void {
    this.#meetColumns(row);
    for (const index of this.#unique) {
      const { schema, seen } = this.#plan[index] ?? NO_PLAN;
      if (schema === null || seen === null || row.kinds[index] === CELL.missing) continue;
      if (isNotFinite(row, index, schema)) continue;
      this.#checkUnique(row, index, schema, seen);
    }
  }

  #isFlagged(row: Row): boolean {
    if (this.#predicates.everyRow || this.#awaited.size > 0) return true;
    for (const index of this.#asked) {
      const predicate = this.#plan[index]?.predicate;
      const kind = (row.kinds[index] ?? CELL.missing) as CellKind;
      const text = row.texts[index] ?? '';
      if (predicate && failsPredicate(predicate, kind, text, row.numbers[index] ?? Number.NaN)) {
        return true;
      }
    }
    return false;
  }

  #checkRow(row: Row): void {
    // Without a prototype, `__proto__` and `constructor` are names like others.
    const example = Object.create(null) as Record<string, unknown>;
    for (let index = 0; index < row.texts.length; index++) {
      const { schema, seen } = this.#plan[index] ?? NO_PLAN;
      if (row.kinds[index] === CELL.missing) {
        if (schema?.required === true) this.#addMissing(row, schema.name);
        continue;
      }
      if (schema === null) {
        example[row.names[index] ?? ''] = cellOfRow(row, index, undefined);
        continue;
      }
      // JSON has neither NaN nor infinities: they are checked here and left out of the row.
      if (isNotFinite(row, index, schema)) {
        this.#checkNotFinite(row, index, schema);
        continue;
      }
      if (seen !== null) this.#checkUnique(row, index, schema, seen);
      example[schema.name] = cellOfRow(row, index, schema.type);
    }
    for (const name of this.#awaited) this.#addMissing(row, name);
    const errors = this.#validate(example);
    if (errors.length === 0) return;
    const reported = new Set<string>();
    for (const error of errors) this.#addError(row, error, reported);
  }

  /** Rows of JSON Lines may have more columns than those before. */
  #meetColumns(row: Row): void {
    for (let index = this.#plan.length; index < row.texts.length; index++) {
      const name = row.names[index] ?? '';
      const schema = this.#schemas.get(name) ?? null;
      const unique = schema?.rules.unique === true;
      const predicate = this.#predicates.byColumn.get(name) ?? null;
      this.#plan.push({
        schema,
        predicate,
        seen: unique ? this.findings.uniqueValuesOf(name) : null,
      });
      if (unique) this.#unique.push(index);
      if (predicate !== null) this.#asked.push(index);
      this.#awaited.delete(name);
    }
  }

  #checkNotFinite(row: Row, index: number, { name, rules }: ColumnSchema): void {
    const text = row.texts[index] ?? '';
    const kind = row.kinds[index];
    if (kind === CELL.notANumber && rules['allow-nan'] !== true) {
      this.#add(row, 'FLOAT_TYPE_HAS_NAN', name, 'allow-nan', text);
    }
    if (kind === CELL.infinity && rules['allow-infinity'] !== true) {
      this.#add(row, 'FLOAT_TYPE_HAS_INF', name, 'allow-infinity', text);
    }
  }

  #addMissing(row: Row, column: string): void {
    this.#add(row, 'FEATURE_TYPE_LOW_FRACTION_PRESENT', column, 'required', '');
  }

  #checkUnique(row: Row, index: number, schema: ColumnSchema, seen: UniqueValues): void {
    const text = row.texts[index] ?? '';
    const value = row.kinds[index] === CELL.number ? String(row.numbers[index]) : text;
    if (!seen.add(value, text, row)) this.findings.repeatsOf(schema.name).add(row, text);
  }

  #addError(row: Row, error: ErrorObject, reported: Set<string>): void {
    const { type, column, rule } = classifyError(error, this.#schemas);
    const key = `${type}\0${column ?? ''}\0${rule}`;
    // A rule of several parts complains several times about one row.
    if (reported.has(key)) return;
    reported.add(key);
    const index = column === undefined ? -1 : row.names.indexOf(column);
    this.#add(row, type, column, rule, row.texts[index] ?? '');
  }

  #add(row: Row, type: string, column: string | undefined, rule: string, value: string): void {
    this.findings.tallyOf(type, column, rule).add(row, value);
  }
}

interface ColumnPlan {
  /** Null for a column that the schema doesn't describe. */
  readonly schema: ColumnSchema | null;
  readonly predicate: CellPredicate | null;
  /** Values met so far, for a column that must be unique. */
  readonly seen: UniqueValues | null;
}

const NO_PLAN: ColumnPlan = { schema: null, predicate: null, seen: null };

function isNotFinite(row: Row, index: number, { type }: ColumnSchema): boolean {
  return valueClassOf(row.kinds[index] ?? CELL.missing, type) === 'left-out';
}

function cellOfRow(row: Row, index: number, type: ColumnSchema['type']): unknown {
  const kind = row.kinds[index] ?? CELL.missing;
  return valueOfCell(row.texts[index] ?? '', kind, row.numbers[index] ?? Number.NaN, type);
}

/** TFDV's name for what ajv found. */
function classifyError(
  error: ErrorObject,
  schemas: ReadonlyMap<string, ColumnSchema>,
): { readonly type: string; readonly column?: string; readonly rule: string } {
  const [, first, ...deeper] = error.instancePath.split('/');
  const column = first?.replaceAll('~1', '/').replaceAll('~0', '~');
  const steps = error.schemaPath.split('/').slice(1);
  const schema = column === undefined ? undefined : schemas.get(column);
  const direct = steps.length === 3 && steps[0] === 'properties' && deeper.length === 0;
  if (column === undefined || schema === undefined || !direct) {
    // A rule over several columns, or a nested one: named by the place of its outermost keyword.
    const rule = `#/${steps.slice(0, steps[0] === 'properties' ? 3 : 2).join('/')}`;
    return { type: 'CUSTOM_VALIDATION', ...(column === undefined ? {} : { column }), rule };
  }
  return { type: namesOfKeyword(error, schema), column, rule: ruleText(error) };
}

function namesOfKeyword({ keyword, data }: ErrorObject, { type }: ColumnSchema): string {
  const bounded = type === 'integer' ? 'INT' : 'FLOAT';
  switch (keyword) {
    case 'type':
      if (typeof data === 'number') return 'UNEXPECTED_DATA_TYPE';
      if (type === 'integer') return 'INT_TYPE_NOT_INT_STRING';
      if (type === 'number') return 'FLOAT_TYPE_STRING_NOT_FLOAT';
      return type === 'boolean' ? 'BOOL_TYPE_UNEXPECTED_STRING' : 'UNEXPECTED_DATA_TYPE';
    case 'enum':
    case 'const':
      return typeof data === 'string' ? 'ENUM_TYPE_UNEXPECTED_STRING_VALUES' : 'CUSTOM_VALIDATION';
    case 'minimum':
    case 'exclusiveMinimum':
      return bounded === 'INT' ? 'INT_TYPE_SMALL_INT' : 'FLOAT_TYPE_SMALL_FLOAT';
    case 'maximum':
    case 'exclusiveMaximum':
      return bounded === 'INT' ? 'INT_TYPE_BIG_INT' : 'FLOAT_TYPE_BIG_FLOAT';
    default:
      return 'CUSTOM_VALIDATION';
  }
}

function ruleText({ keyword, schema }: ErrorObject): string {
  if (keyword === 'enum' && Array.isArray(schema)) return `enum of ${schema.length} values`;
  return `${keyword} ${JSON.stringify(schema)}`;
}
