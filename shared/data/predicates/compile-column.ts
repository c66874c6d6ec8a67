import type { ByteAutomaton, CellKind, CellPredicate } from '../../scan/index.ts';
import { CELL, parseNumber } from '../../scan/index.ts';
import type { ColumnSchema } from '../data-schema.ts';
import { newRowCompiler } from '../row-validator.ts';
import { type ValueClass, valueClassOf, valueOfCell } from '../schema-value.ts';
import type { AutomatonCompiler } from './automaton-compiler.ts';
import {
  type ColumnRules,
  isReadable,
  type NumberRules,
  readRules,
  type TextRules,
  textCheck,
} from './column-rules.ts';
import { MOST_ALLOWED_TEXTS } from './limits.ts';
import { spellNumbers } from './spelled-numbers.ts';

type Test = NonNullable<CellPredicate['test']>;
type Predicate = { -readonly [Part in keyof CellPredicate]: CellPredicate[Part] };

const PRESENT_KINDS = [
  ...[CELL.integer, CELL.number, CELL.notANumber, CELL.infinity, CELL.boolean, CELL.text],
] as const;

/** What a column's predicates share: the work that they may take together. */
export interface ColumnCompiler {
  readonly automata: AutomatonCompiler;
  /** Whether texts of so many characters may still be listed one by one; counts them if so. */
  readonly takeAllowed: (characters: number) => boolean;
}

/**
 * What a column's rules ask of each cell, null if nothing. `schema` is the column's own, references written out.
 *
 * It passes exactly the cells that ajv passes, but for these, which fail and are left to ajv: numbers written with a
 * point or an exponent where whole ones are asked for (`3.0`), numbers of an `enum` with an exponent or more digits than
 * theirs, leap seconds and fractions of more than 12 digits in times, host names of 254 characters with a dot at the end.
 */
export function compileColumn(
  column: ColumnSchema,
  schema: unknown,
  compiler: ColumnCompiler,
): CellPredicate | null {
  const predicate: Predicate = {
    refusedKinds: column.required ? 1 << CELL.missing : 0,
    bounds: null,
    lengths: null,
    automaton: null,
    allowed: null,
    test: null,
  };
  if (typeof schema === 'object' && schema !== null) {
    addRules(predicate, column, schema as Readonly<Record<string, unknown>>, compiler);
  } else if (schema === false) {
    for (const kind of PRESENT_KINDS) predicate.refusedKinds |= 1 << kind;
  }
  const { refusedKinds, ...others } = predicate;
  const asksNothing = refusedKinds === 0 && Object.values(others).every((part) => part === null);
  return asksNothing ? null : predicate;
}

function addRules(
  predicate: Predicate,
  column: ColumnSchema,
  schema: Readonly<Record<string, unknown>>,
  compiler: ColumnCompiler,
): void {
  const rules = readRules(schema);
  const classes = new Set<ValueClass>();
  for (const kind of PRESENT_KINDS) {
    if (refuses(column, rules, kind)) predicate.refusedKinds |= 1 << kind;
    else classes.add(valueClassOf(kind, column.type));
  }
  if (classes.size === 0) return;
  predicate.bounds = classes.has('number') ? (rules.number?.bounds ?? null) : null;
  if (!isReadable(schema)) {
    predicate.test = ajvTest(column, schema);
    return;
  }
  const [only] = classes.size === 1 ? classes : [];
  if (only === 'text' && rules.text !== null) addTextRules(predicate, rules.text, compiler);
  else if (only === 'number' && spelledAutomaton(rules.number, compiler) !== null) {
    predicate.automaton = spelledAutomaton(rules.number, compiler);
  } else predicate.test = classTest(column, rules, classes);
}

function refuses(column: ColumnSchema, rules: ColumnRules, kind: CellKind): boolean {
  switch (valueClassOf(kind, column.type)) {
    case 'text':
      return rules.text === null;
    case 'number':
      return rules.number === null || (rules.number.whole && kind === CELL.number);
    case 'boolean':
      return rules.boolean === null;
    case 'left-out':
      return kind === CELL.infinity
        ? column.rules['allow-infinity'] !== true
        : column.rules['allow-nan'] !== true;
  }
}

/** For a column all of whose cells are texts to the schema. */
function addTextRules(predicate: Predicate, rules: TextRules, compiler: ColumnCompiler): void {
  const { allowed, lengths, pattern, format } = rules;
  if (allowed !== null) {
    const characters = allowed.reduce((sum, text) => sum + text.length, 0);
    if (allowed.length > MOST_ALLOWED_TEXTS || !compiler.takeAllowed(characters)) {
      predicate.test = textCheck(rules);
    } else predicate.allowed = [...new Set(allowed)].filter((text) => text.isWellFormed());
    return;
  }
  predicate.lengths = lengths;
  // There is one automaton; what it leaves out is tested.
  const left = { allowed: null, lengths: null, pattern, format };
  const byPattern = pattern === null ? null : compiler.automata.compile(pattern);
  const byFormat = byPattern === null ? formatAutomaton(format?.pattern, compiler) : null;
  predicate.automaton = byPattern ?? byFormat;
  if (byPattern !== null) left.pattern = null;
  if (byFormat !== null) {
    left.format = null;
    const longest = format?.longest;
    if (longest != null && !(lengths !== null && lengths.max <= longest)) {
      predicate.lengths = { min: lengths?.min ?? 0, max: longest };
    }
  }
  if (left.pattern !== null || left.format !== null) predicate.test = textCheck(left);
}

function formatAutomaton(
  pattern: string | null | undefined,
  { automata }: ColumnCompiler,
): ByteAutomaton | null {
  return pattern === null || pattern === undefined ? null : automata.compile(pattern);
}

function spelledAutomaton(
  rules: NumberRules | null,
  { automata }: ColumnCompiler,
): ByteAutomaton | null {
  const spelled = rules?.allowed == null ? null : spellNumbers(rules.allowed);
  return spelled === null ? null : automata.compile(spelled);
}

/** What the bounds and refused kinds leave open where cells are of several classes; null if nothing. */
function classTest(
  { type }: ColumnSchema,
  { text, number, boolean }: ColumnRules,
  classes: ReadonlySet<ValueClass>,
): Test | null {
  const checkText =
    classes.has('text') && text !== null && asksAnything(text) ? textCheck(text) : null;
  const numbers =
    classes.has('number') && number !== null && number.allowed !== null
      ? new Set(number.allowed)
      : null;
  const booleans =
    classes.has('boolean') && boolean !== null && !(boolean.true && boolean.false) ? boolean : null;
  if (checkText === null && numbers === null && booleans === null) return null;
  return (cell, kind) => {
    switch (valueClassOf(kind, type)) {
      case 'text':
        return checkText?.(cell) ?? true;
      case 'number':
        return numbers?.has(parseNumber(cell)) ?? true;
      case 'boolean':
        return booleans?.[cell.toLowerCase() === 'true' ? 'true' : 'false'] ?? true;
      case 'left-out':
        return true;
    }
  };
}

function asksAnything(rules: TextRules): boolean {
  return Object.values(rules).some((part) => part !== null);
}

/** The whole of a column's schema, compiled when the first cell comes. */
function ajvTest({ type }: ColumnSchema, schema: object): Test {
  let validate: ((value: unknown) => boolean) | undefined;
  return (text, kind) => {
    if (valueClassOf(kind, type) === 'left-out') return true;
    validate ??= compileAlone(schema);
    return validate(valueOfCell(text, kind, parseNumber(text), type));
  };
}

/** The schema has been compiled with all others before, so that what strictness refuses is not there. */
function compileAlone(schema: object): (value: unknown) => boolean {
  const options = { allErrors: false, verbose: false, strict: false, validateSchema: false };
  return newRowCompiler(options).compile(schema) as (value: unknown) => boolean;
}
