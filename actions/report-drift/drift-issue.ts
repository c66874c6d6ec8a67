import type { DriftReport } from '../../shared/drift/index.ts';
import { renderDriftSummary } from '../../shared/drift/index.ts';
import { isUserError } from '../../shared/errors/index.ts';
import type { FileToWrite, Ports } from '../../shared/platform/index.ts';
import { fitMarkdown, md } from '../../shared/report/index.ts';

/** GitHub refuses an issue body of more than 65,536 characters. */
const LONGEST_ISSUE = 60_000;
const LABEL = 'model-drift';
const FILE = 'drift-issue.md';

/**
 * Keeps one issue a model in step with the data: opened or updated while it drifts, closed with a comment when it no
 * longer does; too few examples change nothing. Without GitHub the text is left as a file. A refusal of GitHub is a
 * warning: it must not cost the report.
 */
export async function updateDriftIssue(
  model: string,
  report: DriftReport,
  outputDirectory: string,
  ports: Ports,
): Promise<FileToWrite[]> {
  if (report.status === 'insufficient-data') return [];
  const drifted = report.status === 'drift';
  const marker = `<!-- mlops-actions drift: ${model} -->`;
  const text = drifted ? issueText(model, report, ports) : closingComment(report, ports);
  if (ports.github === null) {
    const path = `${outputDirectory}/${FILE}`;
    // An issue text of an earlier run would be wrong now.
    if (!drifted && !(await ports.files.exists(path))) return [];
    if (drifted) ports.log.info(`No GitHub here to open an issue: its text is in ${path}`);
    return [{ path: FILE, content: text }];
  }
  try {
    const item = drifted
      ? await ports.github.publishIssue({
          marker,
          label: LABEL,
          title: `Data drift: ${model}`,
          body: `${marker}\n${text}`,
        })
      : await ports.github.closeIssue({ marker, label: LABEL, comment: text });
    if (item !== null) ports.log.info(`Issue ${item.action}: ${item.url}`);
  } catch (error) {
    if (!isUserError(error)) throw error;
    ports.log.warning(`The issue could not be kept up to date. ${error.message}`);
  }
  return [];
}

function issueText(model: string, report: DriftReport, ports: Ports): string {
  return `${fitMarkdown(renderDriftSummary(model, report), LONGEST_ISSUE)}${footer(ports)}`;
}

function closingComment(report: DriftReport, ports: Ports): string {
  return `${md`No drift any more: ${report.reason}.`}\n${footer(ports)}`;
}

function footer({ run }: Ports): string {
  const parts = [run.commit?.slice(0, 12), run.runUrl].filter((part) => part !== undefined);
  if (parts.length === 0) return '';
  return `\n${md`<sub>${parts.join(' · ')}</sub>`}\n`;
}
