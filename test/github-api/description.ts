import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** What does not agree with GitHub's description, and where. */
export interface Disagreement {
  /** e.g. `body/title`, `query`, `response/user/login` */
  readonly where: string;
  readonly message: string;
}

/** One operation of GitHub's description, e.g. `issues/create`. */
export interface DescribedOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly pattern: RegExp;
  readonly pathSchema: JsonSchema;
  readonly querySchema: JsonSchema;
  readonly body: {
    readonly required: boolean;
    readonly schema: JsonSchema;
    readonly type: string;
  } | null;
  readonly responses: Readonly<Record<string, Content | undefined>>;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: JsonSchema }>>;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: JsonSchema;
  readonly 'x-multi-segment'?: boolean;
}

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>;
  };
  readonly responses: Readonly<Record<string, Content | { readonly $ref: string }>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const SERVER_ERROR = 500;
const CLIENT_ERROR = 400;

/**
 * Part of GitHub's OpenAPI description (description.json, made by trim-description.mjs) with validators that are
 * compiled when they are first needed.
 */
export class ApiDescription {
  readonly operations: readonly DescribedOperation[];
  readonly #document: Document;
  /** Bodies are taken as they are; parameters arrive as text. */
  readonly #exact = makeAjv(false);
  readonly #coercing = makeAjv(true);

  constructor(text: string) {
    // Absolute references, so that any part can be compiled by itself.
    const document = JSON.parse(text.replaceAll('"$ref":"#/', '"$ref":"github#/')) as Document;
    this.#document = document;
    for (const ajv of [this.#exact, this.#coercing]) {
      ajv.addSchema({ $id: 'github', components: document.components }, 'github', false, false);
    }
    this.operations = Object.entries(document.paths)
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, item]) =>
          this.#read(path, method.toUpperCase(), item),
        ),
      )
      // `…/releases/latest` before `…/releases/{release_id}`, `…/commits/{ref}/status` before `…/commits/{ref}`.
      .sort((a, b) => literalLength(b.path) - literalLength(a.path));
  }

  /** The operation that answers `method path`, with the decoded values of the path's parameters. */
  find(method: string, path: string) {
    for (const operation of this.operations) {
      if (operation.method !== method) continue;
      const match = operation.pattern.exec(path);
      if (match === null) continue;
      const values = Object.entries(match.groups ?? {});
      return {
        operation,
        params: Object.fromEntries(
          values.map(([name, text = '']) => [name, decodeURIComponent(text)]),
        ),
      };
    }
    return null;
  }

  /** Coerces `query` in place (numbers, booleans), as GitHub does. */
  checkParameters(
    operation: DescribedOperation,
    params: Readonly<Record<string, string>>,
    query: Record<string, unknown>,
  ): Disagreement[] {
    return [
      ...check(this.#coercing.compile(operation.pathSchema), { ...params }, 'path'),
      ...check(this.#coercing.compile(operation.querySchema), query, 'query'),
    ];
  }

  checkBody(operation: DescribedOperation, body: unknown): Disagreement[] {
    if (operation.body === null) {
      return body === undefined ? [] : [{ where: 'body', message: 'the operation takes none' }];
    }
    if (body === undefined) {
      return operation.body.required ? [{ where: 'body', message: 'is missing' }] : [];
    }
    const { schema } = operation.body;
    return [
      ...check(this.#exact.compile(schema), body, 'body'),
      ...this.#unknownFields(schema, body),
    ];
  }

  checkResponse(
    operation: DescribedOperation,
    status: number,
    type: string | undefined,
    body: unknown,
  ): Disagreement[] {
    const described = operation.responses[status];
    if (described === undefined) {
      // Errors that GitHub may answer anywhere are not listed at every operation.
      if (status < CLIENT_ERROR)
        return [{ where: 'status', message: `${status} is not described` }];
      return status < SERVER_ERROR ? this.#checkError(body) : [];
    }
    const contents = Object.entries(described.content ?? {});
    if (contents.length === 0) {
      return body === undefined || status >= CLIENT_ERROR
        ? []
        : [{ where: 'response', message: 'no body is described' }];
    }
    const media = type?.split(';')[0] ?? '';
    const schema = contents.find(([name]) => name === media)?.[1].schema;
    if (schema === undefined) {
      return [{ where: 'response', message: `the type "${media}" is not described` }];
    }
    return check(this.#exact.compile(schema), body, 'response');
  }

  /** A schema under `components/schemas`. */
  schema(name: string): JsonSchema {
    return this.resolve({ $ref: `github#/components/schemas/${name}` });
  }

  resolve(schema: JsonSchema): JsonSchema {
    return typeof schema.$ref === 'string' ? this.resolve(this.#component(schema.$ref)) : schema;
  }

  #checkError(body: unknown): Disagreement[] {
    return check(this.#exact.compile(this.schema('basic-error')), body, 'response');
  }

  /** GitHub ignores a field that it does not know: nearly always a misspelling, so the double does not let it pass. */
  #unknownFields(schema: JsonSchema, body: unknown): Disagreement[] {
    const { properties } = this.resolve(schema) as { properties?: object };
    if (properties === undefined || body === null || typeof body !== 'object') return [];
    return Object.keys(body)
      .filter((name) => !Object.hasOwn(properties, name))
      .map((name) => ({ where: `body/${name}`, message: 'is not described' }));
  }

  #read(path: string, method: string, item: Described): DescribedOperation {
    const parameters = (item.parameters ?? []).map((parameter) =>
      '$ref' in parameter ? (this.#component(parameter.$ref) as unknown as Parameter) : parameter,
    );
    const [type, content] = Object.entries(item.requestBody?.content ?? {})[0] ?? [];
    return {
      id: item.operationId,
      method,
      path,
      pattern: toPattern(path, parameters),
      pathSchema: toSchema(parameters, 'path'),
      querySchema: toSchema(parameters, 'query'),
      body:
        type === undefined || content === undefined
          ? null
          : { type, schema: content.schema, required: item.requestBody?.required === true },
      responses: Object.fromEntries(
        Object.entries(item.responses).map(([status, response]) => [
          status,
          '$ref' in response ? (this.#component(response.$ref) as Content) : response,
        ]),
      ),
    };
  }

  #component(reference: string): JsonSchema {
    const [, , kind = '', name = ''] = reference.split('/');
    const found = this.#document.components[kind]?.[name];
    if (found === undefined) throw new Error(`description.json has no ${reference}`);
    return found as JsonSchema;
  }
}

let shared: ApiDescription | undefined;

/** Read once a process: validators that one double has compiled serve the next one. */
export function githubDescription(): ApiDescription {
  shared ??= new ApiDescription(readFileSync(new URL('description.json', import.meta.url), 'utf8'));
  return shared;
}

function makeAjv(coerceTypes: boolean): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, coerceTypes });
  formats.default(ajv);
  for (const name of ['repo.nwo', 'ssh-url', 'timestamp', 'uri-template'])
    ajv.addFormat(name, true);
  return ajv;
}

function toPattern(path: string, parameters: readonly Parameter[]): RegExp {
  const multiSegment = (name: string) =>
    parameters.some((item) => item.name === name && item['x-multi-segment'] === true);
  const source = path
    .replaceAll('.', '\\.')
    // Octokit leaves the slash before an empty parameter out.
    .replaceAll(/(\/?)\{(\w+)\}/g, (_, slash: string, name: string) =>
      multiSegment(name) ? `(?:${slash}(?<${name}>.*))?` : `${slash}(?<${name}>[^/]+)`,
    );
  return new RegExp(`^${source}$`);
}

function toSchema(parameters: readonly Parameter[], place: Parameter['in']): JsonSchema {
  const here = parameters.filter((parameter) => parameter.in === place);
  return {
    type: 'object',
    properties: Object.fromEntries(here.map(({ name, schema }) => [name, schema])),
    required: here.filter(({ required }) => required === true).map(({ name }) => name),
    additionalProperties: false,
  };
}

function literalLength(path: string): number {
  // The same with and without a last parameter: then the one without it stands first in the description, and here.
  return path.replaceAll(/\{\w+\}/g, '').replace(/\/$/, '').length;
}

function check(validate: ValidateFunction, value: unknown, where: string): Disagreement[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => ({
    where: where + error.instancePath,
    message: explain(error),
  }));
}

function explain({ message, params }: ErrorObject): string {
  const { additionalProperty, allowedValues } = params as Record<string, unknown>;
  const detail = additionalProperty ?? allowedValues;
  return `${message}${detail === undefined ? '' : `: ${detail}`}`;
}
