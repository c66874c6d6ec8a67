import type { Problem } from '../errors/index.ts';
import { NO_EVIDENCE } from './anomaly-tally.ts';
import type { SchemaJson, StatisticsRuleJson } from './data-schema.ts';
import { evaluateRule, type RuleFacts } from './evaluate-rule.ts';
import type { JsonDocument } from './json-document.ts';
import { messageSentence } from './message-sentence.ts';
import { parseRule, type RuleTerm } from './parse-rule.ts';
import type { Anomaly } from './reports.ts';
import { RuleError } from './rule-tokens.ts';

/** A rule of `x-rules` that can be applied. */
export interface StatisticsRule {
  readonly name: string;
  readonly source: string;
  readonly message: string | null;
  readonly severity: Anomaly['severity'];
  readonly term: RuleTerm;
}

/** Reads the rules of a schema, and says what is wrong with those that are none, at line and column. */
export function compileRules(
  json: SchemaJson,
  document: JsonDocument,
): { readonly rules: readonly StatisticsRule[]; readonly problems: readonly Problem[] } {
  const columns = new Set(Object.keys(json.properties));
  const rules: StatisticsRule[] = [];
  const problems: Problem[] = [];
  for (const [name, given] of Object.entries(json['x-rules'] ?? {})) {
    const full: StatisticsRuleJson = typeof given === 'string' ? { rule: given } : given;
    const { rule: source, message, severity } = full;
    const path = ['x-rules', name, ...(typeof given === 'string' ? [] : ['rule'])];
    try {
      rules.push({
        name,
        source,
        message: message ?? null,
        severity: severity ?? 'error',
        term: parseRule(source, columns),
      });
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      problems.push({
        what: `The rule "${name}" can't be read: ${error.message}`,
        where: document.locateIn(path, error.offset),
        remedy: error.remedy,
      });
    }
  }
  return { rules, problems };
}

/** The rules that do not hold, and those that nothing can be said of. */
export function checkRules(rules: readonly StatisticsRule[], facts: RuleFacts): Anomaly[] {
  return rules.flatMap(({ name, source, message, severity, term }): Anomaly[] => {
    const { holds, figures } = evaluateRule(term, facts);
    if (holds === true) return [];
    const said = messageSentence(message);
    const found = figures.length === 0 ? '' : `: ${figures.join(', ')}`;
    return [
      {
        type: 'CUSTOM_VALIDATION',
        severity,
        title: name,
        description:
          holds === false
            ? `${said}The rule ${source} does not hold${found}.`
            : `${said}Whether the rule ${source} holds can't be said${found}.`,
        ...NO_EVIDENCE,
      },
    ];
  });
}
