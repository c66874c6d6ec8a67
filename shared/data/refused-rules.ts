import { nearestName, type Problem } from '../errors/index.ts';
import { MOST_COLUMNS } from '../scan/index.ts';
import type { SchemaJson } from './data-schema.ts';
import { expandedSize } from './expanded-size.ts';
import { TEXT_FORMATS } from './formats.ts';
import type { JsonDocument } from './json-document.ts';
import { LinearPattern } from './linear-pattern.ts';
import { PatternError } from './pattern-syntax.ts';
import { type Subschema, subschemas } from './subschemas.ts';

/** Rules of one row, every `$ref` followed: ten for each of the most columns. */
const MOST_CHECKS = 100_000;

/** What JSON Schema or its compiler would let through and rows can't be checked against. */
export function findRefusedRules(json: SchemaJson, document: JsonDocument): Problem[] {
  const columns = Object.keys(json.properties).length;
  if (columns > MOST_COLUMNS) {
    return [
      {
        what: `The schema describes ${columns} columns; at most ${MOST_COLUMNS} can be read`,
        where: document.locateKey(['properties']),
        remedy: 'Describe fewer columns',
      },
    ];
  }
  if (expandedSize(json) > MOST_CHECKS) {
    return [
      {
        what: `A row would be checked against more than ${MOST_CHECKS} rules, since definitions name each other again and again`,
        where: document.locate([]),
        remedy: 'Name fewer definitions by "$ref"',
      },
    ];
  }
  return [...subschemas(json)].flatMap((subschema) => [
    ...refuseAsync(subschema, document),
    ...refusePatterns(subschema, document),
    ...refuseFormats(subschema, document),
    ...refusePrototypeNames(subschema, document),
  ]);
}

/** A keyword of ajv's, which makes the check answer later. */
function refuseAsync({ schema, path }: Subschema, document: JsonDocument): Problem[] {
  if (!Object.hasOwn(schema, '$async')) return [];
  return [
    {
      what: '"$async" is not a keyword of JSON Schema',
      where: document.locateKey([...path, '$async']),
      remedy: 'Remove it',
    },
  ];
}

function refusePatterns({ schema, path }: Subschema, document: JsonDocument): Problem[] {
  const refuse = (source: string, where: Problem['where']): Problem[] => {
    const fault = faultOfPattern(source);
    if (fault === null) return [];
    return [
      {
        what: `The pattern ${JSON.stringify(shorten(source))} ${fault}`,
        ...(where === undefined ? {} : { where }),
        remedy: 'Write a simpler pattern, use other rules such as maxLength, or remove it',
      },
    ];
  };
  const { pattern, patternProperties = {} } = schema;
  return [
    ...(typeof pattern === 'string' ? refuse(pattern, document.locate([...path, 'pattern'])) : []),
    ...Object.keys(patternProperties as object).flatMap((source) =>
      refuse(source, document.locateKey([...path, 'patternProperties', source])),
    ),
  ];
}

/** JSON Schema lets unknown formats pass unchecked: a slip in the name would never be noticed. */
function refuseFormats({ schema: { format }, path }: Subschema, document: JsonDocument): Problem[] {
  if (typeof format !== 'string' || TEXT_FORMATS.has(format)) return [];
  const near = nearestName(format, TEXT_FORMATS.keys());
  return [
    {
      what: `${JSON.stringify(shorten(format))} is no format that can be checked`,
      where: document.locate([...path, 'format']),
      remedy:
        near === undefined
          ? `The formats are: ${[...TEXT_FORMATS.keys()].join(', ')}; write a pattern for others`
          : `Did you mean "${near}"?`,
    },
  ];
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function faultOfPattern(source: string): string | null {
  try {
    new LinearPattern(source);
    return null;
  } catch (error) {
    if (error instanceof PatternError) return error.message;
    throw error;
  }
}

const BY_NAME = ['properties', 'patternProperties', 'dependentSchemas', 'dependentRequired'];

/** ajv skips rules for this name; those of a column are checked apart, others can't be. */
function refusePrototypeNames({ schema, path }: Subschema, document: JsonDocument): Problem[] {
  return [...BY_NAME, 'dependencies']
    .filter((keyword) => Object.hasOwn((schema[keyword] ?? {}) as object, '__proto__'))
    .filter((keyword) => path.length > 0 || keyword !== 'properties')
    .map((keyword) => ({
      what: `"${keyword}" has a rule for the name "__proto__", which can't be checked`,
      where: document.locateKey([...path, keyword, '__proto__']),
      remedy: 'Put the rule under "properties" of the schema itself, or rename the column',
    }));
}
