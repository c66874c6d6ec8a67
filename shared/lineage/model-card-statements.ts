import type { ModelCardStatements } from '../config/index.ts';
import { escapeMarkdown, joinBlocks, Markdown, md } from '../report/index.ts';

/** Longest statement that the schema of mlops.yml lets through, in characters. */
const LONGEST_STATEMENT = 500;

/** What the classes of the EU AI Act are called in a card. */
export const RISK_CLASSES = {
  minimal: 'minimal risk',
  limited: 'limited risk (duties of transparency, Article 50)',
  high: 'high risk (Article 6)',
  unacceptable: 'unacceptable risk (a prohibited practice, Article 5)',
} as const;

/** Sections of the model card with what its owner states in mlops.yml; what is not stated has none. */
export function statementSections(statements: ModelCardStatements | undefined): Markdown[] {
  if (statements === undefined) return [];
  const { owners, intendedUse, outOfScope, limitations, ethicalConsiderations } = statements;
  const sections = [
    listSection(md`## Owners`, owners),
    listSection(md`## Intended use`, intendedUse),
    listSection(md`## Out of scope`, outOfScope),
    listSection(md`## Limitations`, limitations),
    listSection(md`## Ethical considerations`, ethicalConsiderations),
    riskSection(statements.risk),
  ].filter((section) => section !== null);
  if (sections.length === 0) return [];
  return [
    md`The sections from here to the evaluation are statements of the model's owner, from the configuration. Nothing of them was measured or checked.`,
    ...sections,
  ];
}

function listSection(title: Markdown, texts: readonly string[]): Markdown | null {
  if (texts.length === 0) return null;
  const items = texts.map((text) => md`- ${statement(text)}`.source).join('\n');
  return joinBlocks([title, new Markdown(items)]);
}

function riskSection(risk: ModelCardStatements['risk']): Markdown | null {
  if (risk === undefined) return null;
  return joinBlocks([
    md`## Risk class`,
    md`The owner puts this model into the class **${RISK_CLASSES[risk.class]}** of the EU AI Act, Regulation (EU) 2024/1689.`,
    risk.reason === undefined ? null : md`Reason given: ${statement(risk.reason)}`,
  ]);
}

function statement(text: string): Markdown {
  return new Markdown(escapeMarkdown(text.trim(), LONGEST_STATEMENT));
}
