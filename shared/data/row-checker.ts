import type { ErrorObject } from 'ajv/dist/2020.js';
import {
  CELL,
  type CellKind,
  type CellPredicate,
  classifyText,
  failsPredicate,
  type ListCell,
  parseNumber,
  type Row,
} from '../scan/index.ts';
import type { RowPlace } from './anomaly-tally.ts';
import { type ColumnSchema, columnSchemas, type SchemaJson } from './data-schema.ts';
import { compileSchema, type SchemaPredicates } from './predicates/index.ts';
import { RowFindings } from './row-findings.ts';
import type { RowValidator } from './row-validator.ts';
import { valueClassOf, valueOfCell } from './schema-value.ts';
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
    this.checkRules(row);
    this.checkRepeats(row);
  }

  /** All but whether values stand in the row that must not repeat. */
  checkRules(row: Row): void {
    this.#meet(row.names, row.texts.length);
    if (this.#isFlagged(row)) this.#checkRow(row);
  }

  /** Whether values stand in the row that must not repeat. */
  checkRepeats(row: Row): void {
    this.#meet(row.names, row.texts.length);
    for (const index of this.#unique) {
      const { schema, seen } = this.#plan[index] ?? NO_PLAN;
      if (schema === null || seen === null || row.kinds[index] === CELL.missing) continue;
      if (!row.lists.has(index) && isNotFinite(row, index, schema)) continue;
      const text = row.texts[index] ?? '';
      const isNumber = row.kinds[index] === CELL.number;
      this.#addValue(schema, seen, isNumber ? String(row.numbers[index]) : text, text, row);
    }
  }

  /** The same for one cell that is not missing, whose text alone says what it is. Its column must have been met. */
  checkRepeat(column: number, text: string, place: RowPlace): void {
    const { schema, seen } = this.#plan[column] ?? NO_PLAN;
    if (schema === null || seen === null) return;
    const kind = classifyText(text);
    if (valueClassOf(kind, schema.type) === 'left-out') return;
    const value = kind === CELL.number ? String(parseNumber(text)) : text;
    this.#addValue(schema, seen, value, text, place);
  }

  #addValue(
    { name }: ColumnSchema,
    seen: UniqueValues,
    value: string,
    text: string,
    place: RowPlace,
  ): void {
    if (!seen.add(value, text, place)) this.findings.repeatsOf(name).add(place, text);
  }

  #isFlagged(row: Row): boolean {
    if (this.#predicates.everyRow || this.#awaited.size > 0) return true;
    for (const index of this.#asked) {
      const predicate = this.#plan[index]?.predicate;
      if (!predicate) continue;
      const list = row.lists.get(index);
      if (list !== undefined) {
        if (
          valuesOf(list).some((one) => failsPredicate(predicate, one.kind, one.text, one.number))
        ) {
          return true;
        }
        continue;
      }
      const kind = (row.kinds[index] ?? CELL.missing) as CellKind;
      const number = row.numbers[index] ?? Number.NaN;
      if (failsPredicate(predicate, kind, row.texts[index] ?? '', number)) return true;
    }
    return false;
  }

  #checkRow(row: Row): void {
    // Without a prototype, `__proto__` and `constructor` are names like others.
    const example = Object.create(null) as Record<string, unknown>;
    for (let index = 0; index < row.texts.length; index++) {
      const { schema } = this.#plan[index] ?? NO_PLAN;
      if (row.kinds[index] === CELL.missing) {
        if (schema?.required === true) this.#addMissing(row, schema.name);
        continue;
      }
      if (schema === null) {
        example[row.names[index] ?? ''] = cellOfRow(row, index, undefined);
        continue;
      }
      const list = row.lists.get(index);
      // JSON has neither NaN nor infinities: they are checked here and left out of the row.
      if (list === undefined && isNotFinite(row, index, schema)) {
        this.#checkNotFinite(row, schema, row.kinds[index], row.texts[index] ?? '');
        continue;
      }
      example[schema.name] =
        list === undefined ? cellOfRow(row, index, schema.type) : finiteValues(list, schema);
    }
    for (const name of this.#awaited) this.#addMissing(row, name);
    const reported = new Set<string>();
    for (const error of this.#validate(example)) {
      const found = classifyError(error, this.#schemas);
      const index = found.column === undefined ? -1 : row.names.indexOf(found.column);
      // What a column must be is asked of each value of a list, below, and not of the list.
      if (row.lists.has(index) && isOfColumn(error)) continue;
      this.#addError(row, found, row.texts[index] ?? '', reported);
    }
    for (const [index, list] of row.lists) this.#checkList(row, index, list, reported);
  }

  #checkList(row: Row, index: number, list: ListCell, reported: Set<string>): void {
    const { schema } = this.#plan[index] ?? NO_PLAN;
    if (schema === null) return;
    const notFinite = new Set<CellKind>();
    for (const { text, kind, number } of valuesOf(list)) {
      if (valueClassOf(kind, schema.type) === 'left-out') {
        if (!notFinite.has(kind)) this.#checkNotFinite(row, schema, kind, text);
        notFinite.add(kind);
        continue;
      }
      const example = Object.create(null) as Record<string, unknown>;
      example[schema.name] = valueOfCell(text, kind, number, schema.type);
      for (const error of this.#validate(example)) {
        if (isOfColumn(error)) {
          this.#addError(row, classifyError(error, this.#schemas), text, reported);
        }
      }
    }
  }

  /** Columns of rows that follow. */
  meet(names: readonly string[]): void {
    this.#meet(names, names.length);
  }

  /** Rows of JSON Lines may have more columns than those before. */
  #meet(names: readonly string[], width: number): void {
    for (let index = this.#plan.length; index < width; index++) {
      const name = names[index] ?? '';
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

  #checkNotFinite(
    row: Row,
    { name, rules }: ColumnSchema,
    kind: number | undefined,
    text: string,
  ): void {
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

  #addError(
    row: Row,
    { type, column, rule }: ClassifiedError,
    text: string,
    reported: Set<string>,
  ): void {
    const key = `${type}\0${column ?? ''}\0${rule}`;
    // A rule of several parts complains several times about one row.
    if (reported.has(key)) return;
    reported.add(key);
    this.#add(row, type, column, rule, text);
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

interface ListValue {
  readonly text: string;
  readonly kind: CellKind;
  readonly number: number;
}

function valuesOf({ texts, kinds, numbers }: ListCell): ListValue[] {
  return texts.map((text, index) => ({
    text,
    kind: kinds[index] ?? CELL.text,
    number: numbers[index] ?? Number.NaN,
  }));
}

/** What a rule across columns has of a list. */
function finiteValues(list: ListCell, { type }: ColumnSchema): unknown[] {
  return valuesOf(list)
    .filter(({ kind }) => valueClassOf(kind, type) !== 'left-out')
    .map(({ text, kind, number }) => valueOfCell(text, kind, number, type));
}

/** Whether a column's own rule is broken, one that it refers to included, and none across columns. */
function isOfColumn({ schemaPath }: ErrorObject): boolean {
  return /^#\/(?:properties|\$defs|definitions)\//.test(schemaPath);
}

interface ClassifiedError {
  readonly type: string;
  readonly column: string | undefined;
  readonly rule: string;
}

/** TFDV's name for what ajv found. */
function classifyError(
  error: ErrorObject,
  schemas: ReadonlyMap<string, ColumnSchema>,
): ClassifiedError {
  const [, first, ...deeper] = error.instancePath.split('/');
  const column = first?.replaceAll('~1', '/').replaceAll('~0', '~');
  const steps = error.schemaPath.split('/').slice(1);
  const schema = column === undefined ? undefined : schemas.get(column);
  const direct = steps.length === 3 && steps[0] === 'properties' && deeper.length === 0;
  if (column === undefined || schema === undefined || !direct) {
    // A rule over several columns, or a nested one: named by the place of its outermost keyword.
    const rule = `#/${steps.slice(0, steps[0] === 'properties' ? 3 : 2).join('/')}`;
    return { type: 'CUSTOM_VALIDATION', column, rule };
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
