import type { ErrorObject } from 'ajv/dist/2020.js';
import { CELL, type Row } from '../scan/index.ts';
import { type ColumnSchema, columnSchemas, type SchemaJson } from './data-schema.ts';
import { RowFindings } from './row-findings.ts';
import type { RowValidator } from './row-validator.ts';
import type { UniqueValues } from './unique-values.ts';

/** Checks rows against a schema, one by one, and counts what breaks it. */
export class RowChecker {
  readonly #schemas: ReadonlyMap<string, ColumnSchema>;
  readonly #validate: RowValidator;
  readonly #plan: (ColumnPlan | null)[] = [];
  /** Required columns that no row has had yet: in JSON Lines, one may come first in a later row. */
  #awaited: string[];
  readonly findings = new RowFindings();

  constructor(json: SchemaJson, validate: RowValidator) {
    this.#schemas = columnSchemas(json);
    this.#validate = validate;
    this.#awaited = [...this.#schemas.values()]
      .filter(({ required }) => required)
      .map(({ name }) => name);
  }

  check(row: Row): void {
    // Without a prototype, `__proto__` and `constructor` are names like others.
    const example = Object.create(null) as Record<string, unknown>;
    for (let index = 0; index < row.texts.length; index++) {
      const plan = this.#planOf(row, index);
      if (row.kinds[index] === CELL.missing) {
        if (plan?.schema.required === true) {
          this.#addMissing(row, plan.schema.name);
        }
        continue;
      }
      if (plan === null) {
        example[row.names[index] ?? ''] = valueOfCell(row, index, undefined);
        continue;
      }
      if (this.#isNotFinite(row, index, plan.schema)) continue;
      if (plan.seen !== null) this.#checkUnique(row, index, plan.schema, plan.seen);
      example[plan.schema.name] = valueOfCell(row, index, plan.schema.type);
    }
    for (const name of this.#awaited) this.#addMissing(row, name);
    const errors = this.#validate(example);
    if (errors.length === 0) return;
    const reported = new Set<string>();
    for (const error of errors) this.#addError(row, error, reported);
  }

  #planOf(row: Row, index: number): ColumnPlan | null {
    const known = this.#plan[index];
    if (known !== undefined) return known;
    const schema = this.#schemas.get(row.names[index] ?? '');
    const plan =
      schema === undefined
        ? null
        : {
            schema,
            seen: schema.rules.unique === true ? this.findings.uniqueValuesOf(schema.name) : null,
          };
    this.#plan[index] = plan;
    this.#awaited = this.#awaited.filter((name) => name !== schema?.name);
    return plan;
  }

  /** JSON has neither NaN nor infinities: they are checked here and left out of the row. */
  #isNotFinite(row: Row, index: number, { type, name, rules }: ColumnSchema): boolean {
    if (type !== 'number') return false;
    const kind = row.kinds[index];
    if (kind !== CELL.notANumber && kind !== CELL.infinity) return false;
    const text = row.texts[index] ?? '';
    if (kind === CELL.notANumber && rules['allow-nan'] !== true) {
      this.#add(row, 'FLOAT_TYPE_HAS_NAN', name, 'allow-nan', text);
    }
    if (kind === CELL.infinity && rules['allow-infinity'] !== true) {
      this.#add(row, 'FLOAT_TYPE_HAS_INF', name, 'allow-infinity', text);
    }
    return true;
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
  readonly schema: ColumnSchema;
  /** Values met so far, for a column that must be unique. */
  readonly seen: UniqueValues | null;
}

/** A cell as the declared type has it; a text that is not of that type stays text, for the schema to refuse. */
function valueOfCell(row: Row, index: number, type: ColumnSchema['type']): unknown {
  const text = row.texts[index] ?? '';
  const kind = row.kinds[index] ?? CELL.missing;
  if (type === 'string') return text;
  if (kind === CELL.integer || kind === CELL.number) {
    return type === 'boolean' ? text : row.numbers[index];
  }
  if (kind === CELL.boolean && (type === 'boolean' || type === undefined)) {
    return text.toLowerCase() === 'true';
  }
  return text;
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
