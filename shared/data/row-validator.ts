import { Ajv2020, type ErrorObject, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import { UserError } from '../errors/index.ts';
import type { SchemaJson } from './data-schema.ts';
import { TEXT_FORMATS } from './formats.ts';
import { LinearPattern } from './linear-pattern.ts';
import { subschemas } from './subschemas.ts';

/** What is wrong with the present cells of one row; presence and new columns are not its business. */
export type RowValidator = (example: Readonly<Record<string, unknown>>) => readonly ErrorObject[];

/** ajv's time grows with the square of the columns that it compiles together. */
const COLUMNS_AT_ONCE = 100;
/** Columns whose rules refer to each other must be compiled together. */
const MOST_CONNECTED_COLUMNS = 1_000;
/** ajv leaves a property called `__proto__` out of every check: it is checked under this name. */
const STAND_IN = '-proto-';

/** ajv with patterns and formats that take linear time, and without its own warnings. */
export function newRowCompiler(options: Options = {}): Ajv2020 {
  const compiler = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    logger: false,
    code: {
      regExp: Object.assign((source: string) => new LinearPattern(source), {
        code: 'LinearPattern',
      }),
    },
    ...options,
  });
  for (const [name, { test }] of TEXT_FORMATS) compiler.addFormat(name, test);
  return compiler;
}

/** Throws ajv's errors for rules that can't be compiled, and a `UserError` for a schema that has no end. */
export function compileRows(json: SchemaJson, file: string): RowValidator {
  // Presence and unknown columns are counted by column, with better words.
  const { required: _, additionalProperties: __, properties, ...rest } = json;
  const rules = Object.fromEntries(
    Object.entries(rest).filter(([keyword]) => !keyword.startsWith('x-')),
  );
  const columns = Object.entries(properties).filter(([name]) => name !== '__proto__');
  const own = Object.entries(properties).filter(([name]) => name === '__proto__');
  const connected = isConnected(json);
  if (connected) refuseConnected(columns.length, own.length > 0, file);
  const parts: Record<string, unknown>[] = connected
    ? []
    : Array.from({ length: Math.ceil(columns.length / COLUMNS_AT_ONCE) }, (_, part) => ({
        type: 'object',
        properties: Object.fromEntries(
          columns.slice(part * COLUMNS_AT_ONCE, (part + 1) * COLUMNS_AT_ONCE),
        ),
      }));
  parts.push({ ...rules, properties: connected ? Object.fromEntries(columns) : {} });
  const compile = (part: object) => withoutOverflow(file, () => newRowCompiler().compile(part));
  const validators = parts.map(compile);
  const ownValidator = own.map(([, property]) =>
    compile({ type: 'object', properties: { [STAND_IN]: property } }),
  );
  return (example) =>
    withoutOverflow(file, () => [
      ...validators.flatMap((validate) => errorsOf(validate, example)),
      ...ownValidator.flatMap((validate) => checkOwnName(validate, example)),
    ]);
}

function errorsOf(
  validate: ValidateFunction,
  example: Readonly<Record<string, unknown>>,
): ErrorObject[] {
  return validate(example) === true ? [] : (validate.errors ?? []);
}

function checkOwnName(
  validate: ValidateFunction,
  example: Readonly<Record<string, unknown>>,
): ErrorObject[] {
  const own = Object.getOwnPropertyDescriptor(example, '__proto__');
  if (own === undefined) return [];
  const rename = (path: string) => path.replace(STAND_IN, '__proto__');
  return errorsOf(validate, { [STAND_IN]: own.value as unknown }).map((error) => ({
    ...error,
    instancePath: rename(error.instancePath),
    schemaPath: rename(error.schemaPath),
  }));
}

function isConnected(json: SchemaJson): boolean {
  const connecting = ['$ref', '$dynamicRef', '$recursiveRef', 'unevaluatedProperties', '$id'];
  for (const { schema } of subschemas(json)) {
    if (connecting.some((keyword) => Object.hasOwn(schema, keyword))) return true;
  }
  return false;
}

function refuseConnected(columns: number, ownName: boolean, file: string): void {
  if (columns > MOST_CONNECTED_COLUMNS) {
    throw new UserError({
      what: `A schema with "$ref", "$id" or "unevaluatedProperties" can describe ${MOST_CONNECTED_COLUMNS} columns, and this one describes ${columns}`,
      where: { file },
      remedy: 'Write the rules out where they are referred to, or describe fewer columns',
    });
  }
  if (ownName) {
    throw new UserError({
      what: 'The column "__proto__" can\'t be checked in a schema with "$ref", "$id" or "unevaluatedProperties"',
      where: { file },
      remedy: 'Write the rules out where they are referred to, or rename the column',
    });
  }
}

/** A schema that applies itself to the same value, such as `"allOf": [{ "$ref": "#" }]`, never comes to an end. */
function withoutOverflow<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    const problem = {
      what: 'The schema refers to itself without end, or is nested too deeply to be applied',
      where: { file },
      remedy: 'Remove the "$ref" that leads back to where it stands',
    };
    throw new UserError(problem, { cause });
  }
}
