import { isUtf8 } from 'node:buffer';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import schemaOfSchemas from '../../schemas/schema.schema.json' with { type: 'json' };
import { isUserError, nearestName, type Problem, UserError } from '../errors/index.ts';
import type { FilesPort } from '../platform/index.ts';
import { firstInvalidByte } from '../scan/index.ts';
import type { SchemaJson } from './data-schema.ts';
import { columnsOutside, effectiveSchema } from './effective-schema.ts';
import { notUtf8 } from './faults.ts';
import { type JsonDocument, parseJsonDocument } from './json-document.ts';
import { findRefusedRules } from './refused-rules.ts';
import { compileRows, newRowCompiler, type RowValidator } from './row-validator.ts';
import { findEnvironmentProblems } from './schema-environments.ts';
import { compileRules, type StatisticsRule } from './statistics-rules.ts';

export interface ParsedSchema {
  readonly file: string;
  /** As it stands in the file. */
  readonly committed: SchemaJson;
  /** What data is held to (`effectiveSchema`). */
  readonly json: SchemaJson;
  /** Columns that need not be there in the environment. */
  readonly absent: ReadonlySet<string>;
  /** Those of `x-rules`. */
  readonly rules: readonly StatisticsRule[];
  /** Checks the present cells of a row; presence and new columns are not its business. */
  readonly validateRow: RowValidator;
}

/** Reads a schema file, as `parseSchema` does; `text` is what stands in it. */
export async function readSchema(
  files: FilesPort,
  file: string,
  environment: string | null = null,
): Promise<ParsedSchema & { readonly text: string }> {
  const bytes = await files.read(file);
  if (!isUtf8(bytes)) {
    const offset = firstInvalidByte(bytes);
    const line = bytes.subarray(0, offset).filter((byte) => byte === 0x0a).length + 1;
    throw new UserError(notUtf8({ file, line }, offset));
  }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  return { text, ...parseSchema(text, file, environment) };
}

let schemaValidator: ValidateFunction | undefined;

/**
 * Reads a data schema. Throws a `UserError` with every mistake at its line and column: not JSON, not a JSON Schema, an
 * unknown keyword, a column rule that does not exist or speaks of a column that does not, a pattern that can't be applied
 * in linear time, a rule over statistics that is none, an environment that is not declared.
 */
export function parseSchema(
  text: string,
  file: string,
  environment: string | null = null,
): ParsedSchema {
  const document = parseJsonDocument(text, file);
  schemaValidator ??= new Ajv2020({ allErrors: true, strict: false, verbose: true }).compile(
    schemaOfSchemas,
  );
  if (schemaValidator(document.value) !== true) {
    throw new UserError(describeErrors(schemaValidator.errors ?? [], document));
  }
  const committed = document.value as SchemaJson;
  const { rules, problems: mistaken } = compileRules(committed, document);
  const problems = [
    ...findUnknownColumns(committed, document),
    ...findRefusedRules(committed, document),
    ...findEnvironmentProblems(committed, environment, document),
    ...mistaken,
  ];
  if (problems.length > 0) throw new UserError(problems);
  const json = effectiveSchema(committed, environment);
  const absent = columnsOutside(committed, environment);
  try {
    return { file, committed, json, absent, rules, validateRow: compileRows(json, file) };
  } catch (cause) {
    if (isUserError(cause)) throw cause;
    throw new UserError(locateCompileError(json, cause as Error, document), { cause });
  }
}

/** ajv says what is wrong and not where: the columns are compiled one by one until one fails alike. */
function locateCompileError(json: SchemaJson, error: Error, document: JsonDocument): Problem[] {
  const problems: Problem[] = [];
  for (const [name, property] of Object.entries(json.properties)) {
    try {
      newRowCompiler().compile(typeof property === 'object' ? property : {});
    } catch (alone) {
      problems.push(describeCompileError(alone as Error, ['properties', name], document));
    }
  }
  return problems.length > 0 ? problems : [describeCompileError(error, [], document)];
}

function describeCompileError(
  error: Error,
  path: readonly string[],
  document: JsonDocument,
): Problem {
  const message = error.message.replace(/^strict mode: /, '');
  const keyword = /^unknown keyword: "(.*)"$/.exec(message)?.[1];
  if (keyword === undefined) {
    return {
      what: `The schema can't be applied: ${message}`,
      where: document.locate(path),
      remedy: 'Change the rule, or remove it',
    };
  }
  const near = nearestName(keyword, KEYWORDS);
  return {
    what: `"${keyword}" is not a keyword of JSON Schema`,
    where: document.locateKey([...path, keyword]),
    remedy: near === undefined ? 'Remove it' : `Did you mean "${near}"?`,
  };
}

const KEYWORDS = [
  ...['type', 'enum', 'const', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  ...[
    'multipleOf',
    'minLength',
    'maxLength',
    'pattern',
    'format',
    'title',
    'description',
    'default',
  ],
  ...['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentRequired'],
  ...['properties', 'required', 'additionalProperties', 'patternProperties', 'x-columns'],
];

function findUnknownColumns(json: SchemaJson, document: JsonDocument): Problem[] {
  const names = Object.keys(json.properties);
  const known = new Set(names);
  const unknown = (path: readonly (string | number)[], name: string): Problem => {
    const near = nearestName(name, names);
    return {
      what: `The rule speaks of the column "${name}", which "properties" does not describe`,
      where: document.locateKey(path),
      remedy:
        near === undefined ? 'Describe it there, or remove the rule' : `Did you mean "${near}"?`,
    };
  };
  return [
    ...Object.keys(json['x-columns'] ?? {})
      .filter((name) => !known.has(name))
      .map((name) => unknown(['x-columns', name], name)),
    ...(json.required ?? []).flatMap((name, index) =>
      known.has(name) ? [] : [unknown(['required', index], name)],
    ),
  ];
}

function describeErrors(errors: readonly ErrorObject[], document: JsonDocument): Problem[] {
  const problems = new Map<string, Problem>();
  for (const error of errors) {
    const problem = describeError(error, document);
    // The alternatives of one rule complain one by one about the same place.
    const place = JSON.stringify(problem.where);
    if (!problems.has(place)) problems.set(place, problem);
  }
  return [...problems.values()];
}

function describeError(error: ErrorObject, document: JsonDocument): Problem {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const field = path.length === 0 ? 'The schema' : `"${path.join('.')}"`;
  if (error.keyword === 'additionalProperties') {
    const name = String(error.params.additionalProperty);
    const known = Object.keys((error.parentSchema as { properties?: object }).properties ?? {});
    const near = nearestName(name, known);
    return {
      what: `${field} has the unknown rule "${name}"`,
      where: document.locateKey([...path, name]),
      remedy: near === undefined ? `The rules are: ${known.join(', ')}` : `Did you mean "${near}"?`,
    };
  }
  const allowed = error.params.allowedValues as unknown[] | undefined;
  const near =
    typeof error.data === 'string' && allowed !== undefined
      ? nearestName(error.data, allowed.map(String))
      : undefined;
  return {
    what: `${field} ${error.message ?? 'is wrong'}${allowed === undefined ? '' : `: ${allowed.join(', ')}`}`,
    where: document.locate(path),
    remedy:
      near === undefined
        ? 'Change it, or remove the file to have a new one proposed'
        : `Did you mean "${near}"?`,
  };
}
