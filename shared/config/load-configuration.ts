import { parse } from 'yaml';
import { type Problem, UserError } from '../errors/index.ts';
import type { FilesPort } from '../platform/index.ts';
import type { Configuration } from './configuration.ts';
import { findInconsistencies } from './consistency.ts';
import { applyDefaults, type RawConfiguration } from './defaults.ts';
import type { ConfigurationOverride, ConfigurationRequest } from './request.ts';
import {
  type FieldPath,
  findSchemaProblems,
  type SchemaProblem,
  schemaOf,
} from './schema-problems.ts';
import { decodeText, parseYaml, type YamlDocument } from './yaml-document.ts';

/**
 * Reads `mlops.yml`, puts inputs in the place of fields, checks all of it and fills in the defaults.
 * Throws one `UserError` with every problem, each at its line and column or with the input that caused it.
 */
export async function loadConfiguration(
  files: FilesPort,
  request: ConfigurationRequest,
): Promise<Configuration> {
  const file = request.file.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
  const document = await readDocument(files, request, file);
  const value = applyOverrides(document?.value, request.overrides);
  const problems = findSchemaProblems(value);
  if (problems.length === 0) problems.push(...findInconsistencies(value as RawConfiguration));
  if (problems.length > 0) {
    throw new UserError(problems.map((problem) => locate(problem, request, document)));
  }
  const configuration = applyDefaults(
    value as RawConfiguration,
    file,
    (path) => document?.locate(path).line ?? 1,
    (path) => document?.locateKey(path) ?? { file },
  );
  refuseOwnFiles(configuration, document);
  return configuration;
}

/** What the actions write must never take the place of a file that the user keeps. */
function refuseOwnFiles(configuration: Configuration, document: YamlDocument | null): void {
  const { outputDirectory, schema, data, file } = configuration;
  const kept = [schema, file, ...data.path].filter((path) => directoryOf(path) === outputDirectory);
  if (kept.length === 0) return;
  const where = document?.locate(['output-directory']);
  throw new UserError({
    what: `The output directory ${outputDirectory} holds files of yours (${kept.join(', ')})`,
    ...(where === undefined ? {} : { where }),
    remedy: 'choose a folder of its own, such as .mlops',
  });
}

function directoryOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end < 0 ? '.' : path.slice(0, end);
}

/** Null when the default file is not there: inputs alone may say all that is needed. */
async function readDocument(
  files: FilesPort,
  request: ConfigurationRequest,
  file: string,
): Promise<YamlDocument | null> {
  if (await files.exists(file)) {
    return parseYaml(decodeText(await files.read(file), file), file);
  }
  if (!request.given && request.overrides.some(({ field }) => field.join('.') === 'data.path')) {
    return null;
  }
  throw new UserError({
    what: `There is no configuration file ${file}`,
    remedy: 'Run "npx mlops init <data file>" to make one, or name it with the input "config"',
  });
}

function applyOverrides(value: unknown, overrides: readonly ConfigurationOverride[]): unknown {
  if (overrides.length === 0 || (value !== null && value !== undefined && !isRecord(value))) {
    return value ?? {};
  }
  const result = structuredClone(value ?? {}) as Record<string, unknown>;
  for (const { field, value: text } of overrides) {
    let section = result;
    for (const name of field.slice(0, -1)) {
      // A section that is not one is left as it is, for the schema to refuse.
      section[name] ??= {};
      const inner = section[name];
      section = isRecord(inner) ? inner : {};
    }
    section[field.at(-1) as string] = parseOverride(text, field);
  }
  return result;
}

/** Text stays text where the field is text; several lines make a list; all else is read as YAML. */
function parseOverride(text: string, field: readonly string[]): unknown {
  const rules = schemaOf(field);
  const types = [rules, ...((rules?.anyOf ?? []) as Record<string, unknown>[])].map(
    (alternative) => alternative?.type,
  );
  const lines = text.split('\n').map((line) => line.trim());
  const filled = lines.filter((line) => line !== '');
  if (types.includes('array') && filled.length > 1) return filled;
  if (types.includes('array') && !types.includes('string')) {
    return text.startsWith('[') ? parseScalar(text) : text.split(',').map((part) => part.trim());
  }
  if (types.includes('string') || rules?.enum !== undefined) return text;
  return parseScalar(text);
}

function parseScalar(text: string): unknown {
  try {
    return parse(text, { logLevel: 'error' }) as unknown;
  } catch {
    return text;
  }
}

function locate(
  problem: SchemaProblem,
  request: ConfigurationRequest,
  document: YamlDocument | null,
): Problem {
  const override = request.overrides.find(({ field }) => startsWith(problem.path, field));
  const { what, remedy } = problem;
  if (override !== undefined) return { what: `${override.input}: ${what}`, remedy };
  if (document === null) return { what, remedy };
  const where = problem.atKey ? document.locateKey(problem.path) : document.locate(problem.path);
  return { what, where, remedy };
}

function startsWith(path: FieldPath, start: FieldPath): boolean {
  return start.length <= path.length && start.every((step, index) => path[index] === step);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
