import { code, joinBlocks, type Markdown, markdownTable, md, webLink } from '../report/index.ts';
import type { DeploymentReport, DeploymentResult } from './deployment-report.ts';

const STATUS_WORDS: Readonly<Record<DeploymentResult['status'], string>> = {
  deployed: 'deployed, current now',
  proposed: 'proposed, current once it is merged',
  unchanged: 'unchanged: this very model is there already',
  'rolled-back': 'rolled back, current now',
};

/** The step's page of deploy-model. */
export function renderDeploymentSummary(report: DeploymentReport): string {
  return `${joinBlocks(
    report.refused === undefined ? deployed(report) : refused(report, report.refused),
  )}\n`;
}

/** One line for the terminal, e.g. `models/penguin-species/3 (current)`. */
export function deploymentHeadline(report: DeploymentReport): string {
  const [reason, ...others] = report.refused ?? [];
  if (reason !== undefined) {
    return `refused: ${reason}${others.length === 0 ? '' : ` (and ${others.length} more)`}`;
  }
  return report.targets
    .map(({ location, status }) => {
      if (status === 'proposed') return `${location} (proposed)`;
      if (/^https?:/.test(location))
        return `${location}${status === 'unchanged' ? ' (unchanged)' : ''}`;
      return `${location}  (current${status === 'deployed' ? '' : `, ${status}`})`;
    })
    .join(', ');
}

function refused(report: DeploymentReport, reasons: readonly string[]): Markdown[] {
  return [
    md`## ❌ ${report.model}: not deployed`,
    md`Nothing was written. ${reasons.length === 1 ? 'The reason' : 'The reasons'}:`,
    joinLines(reasons.map((reason) => md`- ${reason}`)),
    md`Model: ${code(report.modelDigest)}`,
  ];
}

function deployed(report: DeploymentReport): (Markdown | null)[] {
  const rows = report.targets.map((result) => [
    md`${result.target}`,
    webLink(result.location),
    md`${result.version}`,
    md`${result.previousVersion ?? '–'}`,
    md`${STATUS_WORDS[result.status]}${result.removed.length === 0 ? '' : `; removed: ${result.removed.join(', ')}`}`,
  ]);
  const done = report.action === 'rollback' ? 'rolled back' : 'deployed';
  return [
    md`## ${report.forced === undefined ? '✅' : '⚠️'} ${report.model}: ${done}`,
    report.forced === undefined
      ? null
      : md`**Deployed although it had not passed.** Reason given: ${report.forced}`,
    markdownTable(
      [
        { title: md`target` },
        { title: md`place` },
        { title: md`version` },
        { title: md`before` },
        { title: md`result` },
      ],
      rows,
    ),
    environmentLine(report.environment),
    ...report.targets.map(({ note }) => (note === undefined ? null : md`> ⚠️ ${note}`)),
    md`Model: ${code(report.modelDigest)}`,
  ];
}

function environmentLine(environment: DeploymentReport['environment']): Markdown | null {
  if (environment === undefined) return null;
  const { name, deployment, note } = environment;
  const told = deployment === undefined ? 'unchanged' : `Deployment ${deployment} of GitHub`;
  return md`Environment ${code(name)}: ${told}${note === undefined ? '' : `. ${note}`}`;
}

function joinLines(lines: readonly Markdown[]): Markdown {
  return md`${lines.flatMap((line, index) => (index === 0 ? [line] : [md`\n`, line]))}`;
}
