import type { ActionResult } from '../../shared/action/index.ts';
import type { DriftReport } from '../../shared/drift/index.ts';
import { renderDriftSummary } from '../../shared/drift/index.ts';
import { isUserError } from '../../shared/errors/index.ts';
import {
  type FileToWrite,
  type Ports,
  type PublishedItem,
  type RunContext,
  stampOfRun,
} from '../../shared/platform/index.ts';
import { code, fitMarkdown, md, webLink } from '../../shared/report/index.ts';

/** GitHub refuses an issue body of more than 65,536 characters. */
const LONGEST_ISSUE = 60_000;
const LABEL = 'model-drift';
const FILE = 'drift-issue.md';

export interface DriftIssue {
  /** The text, so that it is there without GitHub and where GitHub refuses it. */
  readonly files: readonly FileToWrite[];
  readonly publish?: NonNullable<ActionResult['publish']>;
}

/**
 * Keeps one issue a model in step with the data: opened or updated while it drifts, closed with a comment when it no
 * longer does; too few examples change nothing.
 */
export async function planDriftIssue(
  model: string,
  report: DriftReport,
  outputDirectory: string,
  ports: Ports,
): Promise<DriftIssue> {
  if (report.status === 'insufficient-data') return { files: [] };
  const drifted = report.status === 'drift';
  const text = drifted ? issueText(model, report, ports) : closingComment(report, ports);
  const path = `${outputDirectory}/${FILE}`;
  // The text of an earlier run would be wrong once the drift is gone.
  const files = drifted || (await ports.files.exists(path)) ? [{ path: FILE, content: text }] : [];
  return {
    files,
    publish: async () => ({ issue: await publishIssue({ model, drifted, text, path }, ports) }),
  };
}

interface IssueText {
  readonly model: string;
  readonly drifted: boolean;
  readonly text: string;
  readonly path: string;
}

/** Returns the issue's address, or nothing where there is none. An issue that can't be published is a warning. */
async function publishIssue(issue: IssueText, ports: Ports): Promise<string> {
  const { drifted, path } = issue;
  if (ports.github === null) {
    if (drifted) ports.log.info(`No GitHub here to open an issue: its text is in ${path}`);
    return '';
  }
  try {
    const item = await sendIssue(ports.github, issue, ports.run);
    if (item === null) return '';
    ports.log.info(
      item.action === 'outdated'
        ? `The issue is of a newer run and was left as it is: ${item.url}`
        : `Issue ${item.action}: ${item.url}`,
    );
    return item.url;
  } catch (error) {
    ports.annotations.add({
      level: 'warning',
      title: 'The issue could not be kept up to date',
      message: `${error instanceof Error ? error.message : String(error)}${drifted ? ` The text of the issue is in ${path}.` : ''}`,
    });
    if (!isUserError(error) && error instanceof Error) ports.log.debug(error.stack ?? '');
    return '';
  }
}

function sendIssue(
  github: NonNullable<Ports['github']>,
  { model, drifted, text }: IssueText,
  run: RunContext,
): Promise<PublishedItem | null> {
  const marker = `<!-- mlops-actions drift: ${model} -->`;
  return drifted
    ? github.publishIssue({
        marker,
        label: LABEL,
        title: `Data drift: ${model}`,
        body: text,
        ...stampOfRun(run),
      })
    : github.closeIssue({ marker, label: LABEL, comment: text, ...stampOfRun(run) });
}

function issueText(model: string, report: DriftReport, ports: Ports): string {
  return `${fitMarkdown(renderDriftSummary(model, report), LONGEST_ISSUE)}${footer(ports)}`;
}

function closingComment(report: DriftReport, ports: Ports): string {
  return `${md`No drift any more: ${report.reason}.`}\n${footer(ports)}`;
}

function footer({ run }: Ports): string {
  const { commit, runUrl } = run;
  const parts = [
    ...(commit === undefined ? [] : [code(commit.slice(0, 12))]),
    ...(runUrl === undefined ? [] : [webLink(runUrl)]),
  ];
  if (parts.length === 0) return '';
  return `\n${md`<sub>${parts.flatMap((part, index) => (index === 0 ? [part] : [md` · `, part]))}</sub>`}\n`;
}
