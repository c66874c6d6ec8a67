import type { MetricName } from '../config/index.ts';
import { describeSlice, STATUS_SYMBOLS } from '../evaluation/index.ts';
import {
  code,
  countOf,
  details,
  formatMetricChange,
  formatMetricChangeInterval,
  formatPercent,
  joinBlocks,
  type Markdown,
  type MarkdownColumn,
  markdownTable,
  md,
} from '../report/index.ts';
import type { ExportReport, MetricPair, SliceParity, VariantReport } from './export-report.ts';

/** Rows of slices on a page; all of them are in export.json. */
const MOST_ROWS = 30;

const right = (title: Markdown): MarkdownColumn => ({ title, align: 'right' });

/** Folded: how each metric changes from the trained model to each file, with intervals; null without metrics. */
export function renderChanges({ variants, intervals }: ExportReport): Markdown | null {
  const metrics = variants[0]?.metrics.map(({ metric }) => metric) ?? [];
  if (metrics.length === 0) return null;
  const table = markdownTable(
    [{ title: md`metric` }, ...variants.map(({ variant }) => right(md`${variant}`))],
    metrics.map((metric) => [
      md`${metric}`,
      ...variants.map((variant) => renderChange(pairOf(variant.metrics, metric))),
    ]),
  );
  return details(
    md`How the metrics change, file − model`,
    joinBlocks([table, intervals === undefined ? null : md`${intervals}`]),
  );
}

/** Folded: slices of all files, what is worse than allowed first; null without slices. */
export function renderSlices({ variants }: ExportReport): Markdown | null {
  const rows = listSlices(variants);
  const [first] = rows;
  if (first === undefined) return null;
  const worse = rows.filter(({ slice }) => slice.status !== 'pass').length;
  const metric = first.slice.metrics[0]?.metric ?? variants[0]?.metrics[0]?.metric;
  const shown = rows.slice(0, MOST_ROWS);
  const table = markdownTable(
    [
      { title: md`file` },
      { title: md`slice` },
      right(md`n`),
      right(md`same answer`),
      ...(metric === undefined ? [] : [right(md`change of ${metric}`)]),
      { title: md``, align: 'center' },
    ],
    shown.map(({ variant, slice }) => [
      md`${variant}`,
      code(describeSlice(slice.slice)),
      md`${slice.examples}`,
      md`${slice.examples - slice.disagreements} (${formatPercent(slice.agreement)})`,
      ...(metric === undefined ? [] : [renderChange(pairOf(slice.metrics, metric))]),
      md`${STATUS_SYMBOLS[slice.status]}`,
    ]),
  );
  const hidden = rows.length - shown.length;
  return details(
    worse === 0
      ? md`Slices: ${countOf(rows.length, 'comparison')}, none worse than allowed`
      : md`Slices: ${worse} of ${countOf(rows.length, 'comparison')} worse than allowed`,
    joinBlocks([
      table,
      hidden > 0 ? md`${countOf(hidden, 'more comparison')} in ${code('export.json')}.` : null,
      worse > 0 ? md`⚠️: worse than allowed, by no more than chance explains.` : null,
    ]),
  );
}

/** What is worse than allowed first, then by agreement; otherwise as in the report. */
function listSlices(
  variants: readonly VariantReport[],
): { readonly variant: VariantReport['variant']; readonly slice: SliceParity }[] {
  const rank = ({ status }: SliceParity) => ['fail', 'warn', 'pass'].indexOf(status);
  return variants
    .flatMap(({ variant, slices = [] }) => slices.map((slice) => ({ variant, slice })))
    .sort((a, b) => rank(a.slice) - rank(b.slice) || a.slice.agreement - b.slice.agreement);
}

function pairOf(metrics: readonly MetricPair[], metric: MetricName): MetricPair | undefined {
  return metrics.find((entry) => entry.metric === metric);
}

function renderChange(pair: MetricPair | undefined): Markdown {
  if (pair === undefined) return md`–`;
  const { metric, model, file, changeInterval } = pair;
  const change = formatMetricChange(metric, file - model);
  return changeInterval === undefined
    ? md`${change}`
    : md`${change} (${formatMetricChangeInterval(metric, changeInterval)})`;
}
