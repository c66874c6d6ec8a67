import type { CommandTrainingReport } from '../../shared/model/index.ts';
import type { CommandModelDescription } from '../../shared/model-directory/index.ts';
import {
  code,
  countOf,
  formatBytes,
  formatCount,
  formatQuantity,
  joinBlocks,
  type Markdown,
  markdownTable,
  md,
  shorten,
} from '../../shared/report/index.ts';

export interface CommandSummaryFacts {
  readonly model: string;
  readonly report: CommandTrainingReport;
  readonly description: CommandModelDescription;
  readonly modelDigest: string;
}

/** Rows of a table; the rest is counted. */
const MOST_ROWS = 50;
const LONGEST_TEXT = 200;

/** Markdown for the step's page: what ran, on what, what it left, what it says of itself. */
export function renderCommandSummary(facts: CommandSummaryFacts): string {
  const { model, report, description, modelDigest } = facts;
  const { examples } = report;
  return joinBlocks([
    md`## ${model}: trained by a command`,
    code(shorten(report.architecture.run, LONGEST_TEXT)),
    markdownTable(
      [{ title: md`fact` }, { title: md`value` }],
      [
        [md`task`, md`${report.task}`],
        [
          md`examples`,
          md`${formatCount(examples.train)} training, ${formatCount(examples.validation)} validation, ${formatCount(examples.evaluation)} evaluation (without labels)`,
        ],
        [md`features`, md`${countOf(report.features.length, 'column')}`],
        [md`seed`, md`${report.seed}`],
        [md`model`, code(`sha256:${modelDigest}`)],
      ],
    ),
    renderRows(
      [{ title: md`file` }, { title: md`size`, align: 'right' }],
      description.files.map(({ path, bytes }) => [code(path), md`${formatBytes(bytes)}`]),
    ),
    renderMetrics(report.metrics),
  ]).source;
}

function renderMetrics(metrics: CommandTrainingReport['metrics']): Markdown | null {
  const entries = Object.entries(metrics);
  if (entries.length === 0) return null;
  return joinBlocks([
    md`The command says of its own model (evaluate-gate measures for itself):`,
    renderRows(
      [{ title: md`metric` }, { title: md`value`, align: 'right' }],
      entries.map(([name, value]) => [
        md`${shorten(name, LONGEST_TEXT)}`,
        md`${formatQuantity(value)}`,
      ]),
    ),
  ]);
}

function renderRows(
  head: Parameters<typeof markdownTable>[0],
  rows: readonly (readonly Markdown[])[],
): Markdown {
  const rest = rows.length - MOST_ROWS;
  return joinBlocks([
    markdownTable(head, rows.slice(0, MOST_ROWS)),
    rest > 0 ? md`… and ${formatCount(rest)} more.` : null,
  ]);
}
