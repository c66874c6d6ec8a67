import { isLessBetter, METRIC_TITLES, type MetricName } from '../config/index.ts';
import {
  code,
  details,
  formatMetric,
  formatMetricChange,
  formatMetricInterval,
  type Markdown,
  type MarkdownColumn,
  markdownTable,
  md,
} from '../report/index.ts';
import type { EvaluationReport, MetricValue, SliceResult } from './evaluation-report.ts';
import { describeSlice } from './gate-text.ts';
import { metricsOf } from './metrics.ts';

/** Rows of slices on a page; all of them are in evaluation.json. */
const MOST_ROWS = 30;

interface SliceRow {
  readonly result: SliceResult;
  readonly metric: MetricValue | undefined;
  readonly before: number | null;
  readonly change: number | null;
}

/** Folded: slices by their change against the baseline, or by value without one, the worst first; null without slices. */
export function renderSlices(report: EvaluationReport, subject: string): Markdown | null {
  const [main] = metricsOf(report.task);
  if (main === undefined || report.slices.length === 0) return null;
  const rows = report.slices.map((result) => toRow(result, main));
  const title = METRIC_TITLES[main];
  if (report.baseline !== undefined) {
    const moved = rows.filter(({ change }) => change !== 0).length;
    return section(
      md`Slices whose ${title} moved (${moved} of ${rows.length})`,
      [md`baseline`, md`${subject}`, md`change`],
      worstFirst(rows, main, ({ change }) => change),
      ({ before, metric, change }) => [
        before === null ? md`–` : md`${formatMetric(main, before)}`,
        renderValue(metric),
        change === null ? md`–` : md`${formatMetricChange(main, change)}`,
      ],
    );
  }
  return section(
    md`Slices by ${title} (${rows.length})`,
    [md`${title}`, md`95 % interval`],
    worstFirst(rows, main, ({ metric }) => metric?.value ?? null),
    ({ metric }) => [
      renderValue(metric),
      metric?.interval === undefined ? md`–` : md`${formatMetricInterval(main, metric.interval)}`,
    ],
  );
}

/** Undefined amounts first. */
function worstFirst(
  rows: readonly SliceRow[],
  metric: MetricName,
  amountOf: (row: SliceRow) => number | null,
): SliceRow[] {
  const badness = (row: SliceRow) => {
    const amount = amountOf(row);
    if (amount === null) return Number.POSITIVE_INFINITY;
    return isLessBetter(metric) ? amount : -amount;
  };
  return [...rows].sort((a, b) => badness(b) - badness(a) || 0);
}

function section(
  summary: Markdown,
  titles: readonly Markdown[],
  rows: readonly SliceRow[],
  renderCells: (row: SliceRow) => Markdown[],
): Markdown {
  const columns: MarkdownColumn[] = [
    { title: md`slice` },
    { title: md`n`, align: 'right' },
    ...titles.map((title) => ({ title, align: 'right' as const })),
  ];
  const cells = rows
    .slice(0, MOST_ROWS)
    .map((row) => [
      code(describeSlice(row.result.slice)),
      md`${row.result.examples}`,
      ...renderCells(row),
    ]);
  const hidden = rows.length - cells.length;
  const more = hidden > 0 ? md`\n\n${hidden} more are in <code>evaluation.json</code>.` : md``;
  return details(summary, md`${markdownTable(columns, cells)}${more}`);
}

function toRow(result: SliceResult, main: MetricName): SliceRow {
  const metric = result.metrics.find((candidate) => candidate.metric === main);
  const before = result.baseline?.find((candidate) => candidate.metric === main)?.value ?? null;
  const value = metric?.value ?? null;
  return {
    result,
    metric,
    before,
    change: value === null || before === null ? null : value - before,
  };
}

function renderValue(metric: MetricValue | undefined): Markdown {
  return metric === undefined || metric.value === null
    ? md`–`
    : md`${formatMetric(metric.metric, metric.value)}`;
}
