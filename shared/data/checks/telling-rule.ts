import { countOf, formatPercent, formatQuantity } from '../../report/index.ts';
import { type LearnedRule, learnRule } from './one-column-rule.ts';

/** From this skill on a column alone tells the label. */
const TELLING_CLASS = 0.95;
const TELLING_NUMBER = 0.99;

export interface RuleKinds {
  readonly isNumeric: boolean;
  /** Whether the label has classes, and not quantities. */
  readonly classes: boolean;
}

/** The rule of one column where it tells the label alone; null where it does not. See `learnRule`. */
export function findTellingRule(
  slots: BigUint64Array,
  labels: BigUint64Array,
  kinds: RuleKinds,
): LearnedRule | null {
  const rule = learnRule(slots, labels, kinds);
  return rule === null || rule.skill < limitOf(kinds) ? null : rule;
}

/** One or two sentences with the numbers and the remedy. `rows`: what the rule was learned from, e.g. `the sample`. */
export function explainRule(
  rule: LearnedRule,
  { isNumeric, classes, rows }: RuleKinds & { readonly rows: string },
): string {
  const groups = countOf(rule.groups, isNumeric ? 'interval' : 'value');
  const how = `${groups} of the column, learned on half of ${rows} and tried on ${countOf(rule.heldOut, 'other row')}`;
  const [score, baseline] = [formatPercent(rule.score), formatPercent(rule.baseline)];
  const limit = limitOf({ isNumeric, classes });
  const formula = classes
    ? `its majority class is right for ${score}, and the most frequent class for ${baseline}: skill (${score} − ${baseline}) / (1 − ${baseline}) = ${formatQuantity(rule.skill, 3)} ≥ ${limit}`
    : `its mean explains R² = 1 − Σ(y − mean)² / Σ(y − ȳ)² = ${formatQuantity(rule.skill, 4)} ≥ ${limit} of the variance`;
  return `For each of ${how}, ${formula}. If the column is known only once the label is, name it in data.ignore.`;
}

function limitOf({ classes }: RuleKinds): number {
  return classes ? TELLING_CLASS : TELLING_NUMBER;
}
