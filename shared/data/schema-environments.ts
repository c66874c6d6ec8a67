import { nearestName, type Problem } from '../errors/index.ts';
import type { SchemaJson } from './data-schema.ts';
import type { JsonDocument } from './json-document.ts';

/** Environments that the schema does not declare, in its own rules and in the configuration. */
export function findEnvironmentProblems(
  json: SchemaJson,
  environment: string | null,
  document: JsonDocument,
): Problem[] {
  const declared = json['x-environments'] ?? [];
  const unknown = (name: string): Pick<Problem, 'remedy'> => {
    const near = nearestName(name, declared);
    if (near !== undefined) return { remedy: `Did you mean "${near}"?` };
    return {
      remedy:
        declared.length === 0
          ? `Declare it in the schema: "x-environments": ["training", ${JSON.stringify(name)}]`
          : `The environments are: ${declared.join(', ')}`,
    };
  };
  const inRules = Object.entries(json['x-columns'] ?? {}).flatMap(([column, rules]) =>
    (['in-environments', 'not-in-environments'] as const).flatMap((rule) =>
      (rules[rule] ?? []).flatMap((name, index): Problem[] =>
        declared.includes(name)
          ? []
          : [
              {
                what: `"x-environments" does not declare the environment "${name}"`,
                where: document.locate(['x-columns', column, rule, index]),
                ...unknown(name),
              },
            ],
      ),
    ),
  );
  if (environment === null || declared.includes(environment)) return inRules;
  return [
    ...inRules,
    {
      what: `The schema does not declare the environment "${environment}" that validation.environment chooses`,
      where: document.locateKey(['x-environments']),
      ...unknown(environment),
    },
  ];
}
