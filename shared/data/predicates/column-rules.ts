import type { TextFormat } from '../formats.ts';
import { TEXT_FORMATS } from '../formats.ts';
import { LinearPattern } from '../linear-pattern.ts';

/** What the keywords of a column's schema ask of a text, a number and a boolean; null: no such value passes. */
export interface ColumnRules {
  readonly text: TextRules | null;
  readonly number: NumberRules | null;
  readonly boolean: BooleanRules | null;
}

export interface TextRules {
  /** Those of `enum` and `const` that follow the other rules. */
  readonly allowed: readonly string[] | null;
  readonly lengths: { readonly min: number; readonly max: number } | null;
  readonly pattern: string | null;
  readonly format: TextFormat | null;
}

export interface NumberRules {
  readonly bounds: { readonly min: number; readonly max: number } | null;
  readonly allowed: readonly number[] | null;
  /** Only whole numbers pass. */
  readonly whole: boolean;
}

/** Which of them passes. */
export interface BooleanRules {
  readonly true: boolean;
  readonly false: boolean;
}

/** No text of JavaScript has so many; a larger bound is this one, which fits into the kernel's integers. */
const MOST_CHARACTERS = 2 ** 31 - 1;

type Keywords = Readonly<Record<string, unknown>>;

const ANNOTATIONS = new Set([
  ...['title', 'description', 'default', 'examples', '$comment', 'deprecated', 'readOnly'],
  ...['writeOnly', 'nullable', 'contentEncoding', 'contentMediaType', 'contentSchema'],
  ...['$defs', 'definitions', '$schema'],
]);
const RULES = new Set([
  ...['type', 'enum', 'const', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  ...['minLength', 'maxLength', 'pattern', 'format'],
]);

/** Whether `readRules` says all that the keywords ask. */
export function isReadable(schema: Keywords): boolean {
  return Object.keys(schema).every((keyword) => RULES.has(keyword) || ANNOTATIONS.has(keyword));
}

/** What the keywords ask that are known here, as ajv has them; others may ask more. */
export function readRules(schema: Keywords): ColumnRules {
  const types = schema.type === undefined ? null : [schema.type].flat();
  const has = (type: string) => types === null || types.includes(type);
  const values = listedValues(schema);
  const hasNumber = has('number') || has('integer');
  return {
    text: has('string') ? textRules(schema, values) : null,
    number: hasNumber ? numberRules(schema, values, types !== null && !has('number')) : null,
    boolean: has('boolean') ? booleanRules(values) : null,
  };
}

/** Texts, numbers and booleans that `enum` and `const` let pass; null when neither is there. Cells are nothing else. */
function listedValues(schema: Keywords): readonly unknown[] | null {
  const listed = Array.isArray(schema.enum) ? (schema.enum as unknown[]) : null;
  if (!Object.hasOwn(schema, 'const')) return listed;
  const { const: only } = schema;
  return listed === null || listed.includes(only) ? [only] : [];
}

function textRules(schema: Keywords, values: readonly unknown[] | null): TextRules | null {
  const min = Math.min(numberOr(schema.minLength, 0), MOST_CHARACTERS);
  const max = Math.min(numberOr(schema.maxLength, MOST_CHARACTERS), MOST_CHARACTERS);
  const rules: TextRules = {
    allowed: null,
    lengths: min > 0 || max < MOST_CHARACTERS ? { min, max } : null,
    pattern: typeof schema.pattern === 'string' ? schema.pattern : null,
    format: TEXT_FORMATS.get(String(schema.format)) ?? null,
  };
  if (values === null) return rules;
  const check = textCheck(rules);
  const allowed = values.filter((value) => typeof value === 'string').filter(check);
  if (allowed.length === 0) return null;
  return { allowed, lengths: null, pattern: null, format: null };
}

function numberRules(
  schema: Keywords,
  values: readonly unknown[] | null,
  whole: boolean,
): NumberRules | null {
  const min = Math.max(
    numberOr(schema.minimum, Number.NEGATIVE_INFINITY),
    nextUp(numberOr(schema.exclusiveMinimum, Number.NEGATIVE_INFINITY)),
  );
  const max = Math.min(
    numberOr(schema.maximum, Number.POSITIVE_INFINITY),
    -nextUp(-numberOr(schema.exclusiveMaximum, Number.POSITIVE_INFINITY)),
  );
  if (values === null) {
    const bounded = min > -Number.MAX_VALUE || max < Number.MAX_VALUE;
    return { bounds: bounded ? { min, max } : null, allowed: null, whole };
  }
  const allowed = values
    .filter((value) => typeof value === 'number')
    .filter((value) => value >= min && value <= max && !(whole && value % 1 !== 0));
  return allowed.length === 0 ? null : { bounds: null, allowed, whole };
}

function booleanRules(values: readonly unknown[] | null): BooleanRules | null {
  if (values === null) return { true: true, false: true };
  const rules = { true: values.includes(true), false: values.includes(false) };
  return rules.true || rules.false ? rules : null;
}

/** What `rules` ask, of one text. */
export function textCheck({
  allowed,
  lengths,
  pattern,
  format,
}: TextRules): (text: string) => boolean {
  const texts = allowed === null ? null : new Set(allowed);
  const linear = pattern === null ? null : new LinearPattern(pattern);
  return (text) =>
    (texts?.has(text) ?? true) &&
    (lengths === null || hasLength(text, lengths)) &&
    (linear?.test(text) ?? true) &&
    (format?.test(text) ?? true);
}

function hasLength(text: string, { min, max }: { readonly min: number; readonly max: number }) {
  let length = 0;
  for (const _ of text) length++;
  return length >= min && length <= max;
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

const bits = new DataView(new ArrayBuffer(8));

/** The least double above a finite one; an infinity is given back. */
function nextUp(value: number): number {
  if (!Number.isFinite(value)) return value;
  if (value === 0) return Number.MIN_VALUE;
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return bits.getFloat64(0);
}
