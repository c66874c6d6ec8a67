import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import schema from '../../schemas/mlops.schema.json' with { type: 'json' };
import { nearestName } from '../errors/index.ts';

/** A place in the configuration, from the root: names of fields and numbers of list items. */
export type FieldPath = readonly (string | number)[];

/** What breaks the schema at one place. */
export interface SchemaProblem {
  readonly path: FieldPath;
  /** True when the name of the last field is wrong and not its value. */
  readonly atKey: boolean;
  readonly what: string;
  readonly remedy: string;
}

let compiled: ValidateFunction | undefined;

/** Every way in which `value` breaks `mlops.schema.json`, in document order of the schema's rules. */
export function findSchemaProblems(value: unknown): SchemaProblem[] {
  compiled ??= new Ajv2020({ allErrors: true, strictTypes: false, verbose: true }).compile(schema);
  if (compiled(value) === true) return [];
  return withoutOtherBranches(compiled.errors ?? []).map(describe);
}

/** The schema of the field at `path`; undefined when there is no such field. */
export function schemaOf(path: readonly string[]): Readonly<Record<string, unknown>> | undefined {
  let node: unknown = schema;
  for (const name of path) {
    const properties = (node as { properties?: Record<string, unknown> }).properties;
    if (properties === undefined || !Object.hasOwn(properties, name)) return undefined;
    node = properties[name];
  }
  return node as Record<string, unknown>;
}

/**
 * `anyOf` reports the errors of every alternative. Of the alternatives, only the one whose type the value has is of
 * interest; where none fits, one sentence that names all is better than each alternative's complaint.
 */
function withoutOtherBranches(errors: readonly ErrorObject[]): ErrorObject[] {
  const choices = errors.filter((error) => error.keyword === 'anyOf');
  const dropped = new Set<ErrorObject>();
  for (const choice of choices) {
    const branches = Map.groupBy(
      errors.filter((error) => error.schemaPath.startsWith(`${choice.schemaPath}/`)),
      (error) => error.schemaPath.slice(choice.schemaPath.length + 1).split('/')[0],
    );
    const fits = (branch: readonly ErrorObject[]) =>
      !branch.some(
        ({ instancePath, keyword }) =>
          instancePath === choice.instancePath && (keyword === 'type' || keyword === 'const'),
      );
    const fitting = [...branches.values()].find(fits);
    if (fitting !== undefined) dropped.add(choice);
    for (const branch of branches.values()) {
      if (branch !== fitting) for (const error of branch) dropped.add(error);
    }
  }
  return errors.filter((error) => !dropped.has(error));
}

function describe(error: ErrorObject): SchemaProblem {
  const path = parsePointer(error.instancePath);
  const field = path.length === 0 ? 'The file' : `"${formatPath(path)}"`;
  const at = (what: string, remedy: string): SchemaProblem => ({
    path,
    atKey: false,
    what: `${field} ${what}`,
    remedy,
  });
  const rules = (error.parentSchema ?? {}) as Record<string, unknown>;
  const shown = show(error.data);
  switch (error.keyword) {
    case 'additionalProperties': {
      const name = String(error.params.additionalProperty);
      const known = Object.keys((rules.properties ?? {}) as object);
      return unknownName([...path, name], name, known);
    }
    case 'propertyNames': {
      const name = String(error.params.propertyName);
      return unknownName([...path, name], name, namesOf(rules.propertyNames));
    }
    case 'required':
      return at(
        `lacks "${error.params.missingProperty}"`,
        `add "${error.params.missingProperty}:" here`,
      );
    case 'enum': {
      const allowed = (error.params.allowedValues as unknown[]).map(String);
      const near = typeof error.data === 'string' ? nearestName(error.data, allowed) : undefined;
      const choices = `use one of: ${allowed.join(', ')}`;
      return at(
        `is ${shown}`,
        near === undefined ? choices : `did you mean "${near}"? (${allowed.join(', ')})`,
      );
    }
    case 'type':
      return at(`is ${shown}`, `write ${describeRules(rules)}`);
    case 'anyOf':
      return at(
        `is ${shown}`,
        `write ${(rules.anyOf as Record<string, unknown>[]).map(describeRules).join(', or ')}`,
      );
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return at(`is ${shown}`, `write ${describeRules(rules)}`);
    case 'pattern':
      if (error.params.pattern === '\\S') return at(`is ${shown}`, 'write text that is not blank');
      return at(`is ${shown}`, `write text that matches ${String(error.params.pattern)}`);
    default:
      return at(`${error.message ?? `breaks "${error.keyword}"`}`, 'Change it');
  }
}

function unknownName(path: FieldPath, name: string, known: readonly string[]): SchemaProblem {
  const near = nearestName(name, known);
  return {
    path,
    atKey: true,
    what: `"${formatPath(path)}" is not known`,
    remedy:
      near === undefined ? `the names here are: ${known.join(', ')}` : `did you mean "${near}"?`,
  };
}

function namesOf(rules: unknown): string[] {
  return ((rules as { enum?: string[] } | undefined)?.enum ?? []).map(String);
}

/** What a schema allows, in words, its range included. */
export function describeRules(rules: Readonly<Record<string, unknown>>): string {
  if ('const' in rules) return String(rules.const);
  if (Array.isArray(rules.enum)) return `one of: ${rules.enum.join(', ')}`;
  const type = Array.isArray(rules.type) ? rules.type.join(' or ') : String(rules.type);
  const names: Record<string, string> = {
    integer: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
    string: 'text',
    array: 'a list',
    object: 'a section with fields',
  };
  const bounds = [
    bound('of at least', rules.minimum),
    bound('above', rules.exclusiveMinimum),
    bound('of at most', rules.maximum),
    bound('below', rules.exclusiveMaximum),
  ].filter((text) => text !== '');
  return [names[type] ?? type, bounds.join(' and ')].filter((text) => text !== '').join(' ');
}

function bound(words: string, value: unknown): string {
  return value === undefined ? '' : `${words} ${String(value)}`;
}

export function formatPath(path: FieldPath): string {
  return path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`,
    '',
  );
}

function parsePointer(pointer: string): (string | number)[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a section';
  if (value === null) return 'empty';
  // As YAML writes what JSON has no word for.
  if (Number.isNaN(value)) return '.nan';
  if (value === Number.POSITIVE_INFINITY) return '.inf';
  if (value === Number.NEGATIVE_INFINITY) return '-.inf';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
