import type { ExportReport, MetricPair, SliceParity, VariantReport } from '../../tflite/index.ts';
import { bar, isKnown } from '../charts/index.ts';
import {
  dataTable,
  folded,
  known,
  PAGE_LIMITS,
  prose,
  restNote,
  type Section,
  sliceName,
  statusMark,
  value,
  valueList,
} from '../components.ts';
import { type Html, html } from '../html.ts';
import { formatMetric, formatMetricChange, formatMetricChangeInterval } from '../metric-text.ts';
import { formatBytes, formatCount, formatPercent, formatQuantity } from '../numbers.ts';
import type { ReportInput } from '../report-input.ts';
import { metricTitle } from './metric.ts';

export function exportsSection({ export: report }: ReportInput): Section | null {
  if (report === undefined || report.variants.length === 0) return null;
  const largest = Math.max(1, ...report.variants.map(({ file }) => file.bytes));
  return {
    id: 'exports',
    title: 'Exported files',
    body: [
      html`<p>Each file was executed on ${formatCount(report.examples)} evaluation examples in ${report.runtime.name} ${report.runtime.version} and compared with the trained model.</p>`,
      dataTable({
        caption: 'Exported files and how they agree with the trained model',
        columns: [
          { title: 'File' },
          { title: 'Result' },
          { title: 'Size', kind: 'size' },
          { title: 'Agreement', kind: 'number' },
          { title: 'Largest difference', kind: 'number' },
          { title: 'Metrics changed, model → file', kind: 'pairs' },
        ],
        rows: report.variants.map((variant) => variantRow(variant, report, largest)),
      }),
      ...sliceTable(report),
      folded('Metrics of the files', [
        metricTable(report),
        report.intervals === undefined ? null : html`<p>${prose(report.intervals)}</p>`,
      ]),
      folded('What an app must feed', inputTable(report)),
      folded('Operators', [
        html`<ul>${report.variants.map(
          ({ variant, operators }) =>
            html`<li>${variant}: ${valueList(operators, PAGE_LIMITS.files)}</li>`,
        )}</ul>`,
      ]),
    ],
  };
}

function variantRow(
  variant: VariantReport,
  { examples }: ExportReport,
  largest: number,
): (Html | string)[] {
  const { file, status } = variant;
  return [
    html`<span class="gate-name">${variant.variant}</span><span class="minor">${file.path}</span><span class="minor">${prose(variant.reason)}</span>`,
    status === 'pass' ? statusMark('pass', 'Pass') : statusMark('fail', 'Fail'),
    html`<span class="sized">${bar(file.bytes / largest, 'bar')}<span class="bar-text">${known(file.bytes, formatBytes)}</span></span>`,
    html`<strong>${known(variant.agreement, formatPercent)}</strong><span class="minor">${known(examples - variant.disagreements, formatCount)} of ${known(examples, formatCount)}</span>`,
    html`${known(variant.maxDifference, formatDifference)}<span class="minor">mean ${known(variant.meanDifference, formatDifference)}</span>`,
    changedMetrics(variant),
  ];
}

/** The size of a difference matters, not its digits. */
function formatDifference(value: number): string {
  return formatQuantity(value, 2);
}

/** What a reader looks for: the metrics that the export changed, as far as the digits show it. */
function changedMetrics({ metrics }: VariantReport): Html | string {
  const changed = metrics
    .map(({ metric, model, file, changeInterval }) => ({
      title: metricTitle(metric),
      model: formatMetric(metric, model),
      file: formatMetric(metric, file),
      interval: formatChangeInterval(metric, changeInterval),
    }))
    .filter(({ model, file }) => model !== file);
  if (metrics.length === 0) return '–';
  if (changed.length === 0) return 'unchanged to the digits shown';
  return html`${changed.map(
    ({ title, model, file, interval }) =>
      html`<span class="pair-line">${title} ${model} → ${file}</span>${
        interval === null ? null : html`<span class="minor">change ${interval}</span>`
      }`,
  )}`;
}

/** Slices of all files in one table, what is worse than allowed first; reports without slices have none. */
function sliceTable({ variants }: ExportReport): (Html | null)[] {
  const rows = variants
    .flatMap(({ variant, slices }) => (slices ?? []).map((slice) => ({ variant, slice })))
    .sort(
      (a, b) => sliceRank(a.slice) - sliceRank(b.slice) || a.slice.agreement - b.slice.agreement,
    );
  if (rows.length === 0) return [];
  const metric = rows[0]?.slice.metrics[0]?.metric;
  return [
    dataTable({
      caption: 'How the files agree with the trained model by slice, the worst first',
      columns: [
        { title: 'Slice' },
        { title: 'File' },
        { title: 'Result' },
        { title: 'Examples', kind: 'number' },
        { title: 'Agreement', kind: 'number' },
        ...(metric === undefined
          ? []
          : [{ title: `Change of ${metricTitle(metric)}`, kind: 'number' } as const]),
      ],
      rows: rows
        .slice(0, PAGE_LIMITS.slices)
        .map(({ variant, slice }) => [
          html`${sliceName(slice.slice)}${
            slice.reason === undefined
              ? null
              : html`<span class="minor">${prose(slice.reason)}</span>`
          }`,
          variant,
          SLICE_MARKS[slice.status] ?? '–',
          known(slice.examples, formatCount),
          known(slice.agreement, formatPercent),
          ...(metric === undefined
            ? []
            : [changeCell(slice.metrics.find((pair) => pair.metric === metric))]),
        ]),
    }),
    restNote(rows.length, PAGE_LIMITS.slices, 'slice'),
  ];
}

const SLICE_MARKS: Readonly<Record<SliceParity['status'], Html>> = {
  pass: statusMark('pass', 'Pass'),
  warn: statusMark('warn', 'Could be chance'),
  fail: statusMark('fail', 'Fail'),
};

function sliceRank({ status }: SliceParity): number {
  return ['fail', 'warn', 'pass'].indexOf(status);
}

function changeCell(pair: MetricPair | undefined): Html | string {
  if (pair === undefined || !isKnown(pair.file) || !isKnown(pair.model)) return '–';
  const interval = formatChangeInterval(pair.metric, pair.changeInterval);
  return html`${formatMetricChange(pair.metric, pair.file - pair.model)}${
    interval === null ? null : html`<span class="minor">${interval}</span>`
  }`;
}

/** Null where an end is not known. */
function formatChangeInterval(
  metric: MetricPair['metric'],
  interval: MetricPair['changeInterval'],
): string | null {
  return interval !== undefined && isKnown(interval[0]) && isKnown(interval[1])
    ? formatMetricChangeInterval(metric, interval)
    : null;
}

/** All metrics of all files beside those of the model. */
function metricTable({ variants }: ExportReport): Html | null {
  const [first] = variants;
  if (first === undefined || first.metrics.length === 0) return null;
  return dataTable({
    caption: 'Metrics on the evaluation examples',
    columns: [
      { title: 'Metric' },
      { title: 'Model', kind: 'number' },
      ...variants.map(({ variant }) => ({ title: variant, kind: 'number' }) as const),
    ],
    rows: first.metrics.map(({ metric, model }) => [
      metricTitle(metric),
      formatMetric(metric, model),
      ...variants.map(({ metrics }) =>
        formatMetric(metric, metrics.find((other) => other.metric === metric)?.file),
      ),
    ]),
  });
}

function inputTable({ inputs, output, variants }: ExportReport): (Html | null)[] {
  return [
    dataTable({
      caption: 'Inputs of the files',
      columns: [
        { title: 'Input' },
        { title: 'Column' },
        { title: 'Type' },
        { title: 'If missing' },
        { title: 'If unknown' },
        { title: 'Values, by id from 0' },
      ],
      rows: inputs
        .slice(0, PAGE_LIMITS.columns)
        .map((input) => [
          value(input.name),
          value(input.column),
          `${input.type} [${input.shape.join(', ')}]`,
          input.missing,
          input.unknown ?? '–',
          input.buckets !== undefined
            ? `hash of the value, modulo ${input.buckets}`
            : input.vocabulary === undefined
              ? '–'
              : valueList(input.vocabulary, 12),
        ]),
    }),
    restNote(inputs.length, PAGE_LIMITS.columns, 'input'),
    html`<p>Output ${value(output.name)}${
      output.classes === undefined
        ? null
        : html`: the probability of ${valueList(output.classes, PAGE_LIMITS.files)}, in this order`
    }.</p>`,
    ...variants.map(endpointNote),
  ];
}

/** A file with integers at its ends is fed otherwise than the others. */
function endpointNote({ file, endpoints }: VariantReport): Html | null {
  if (endpoints === undefined) return null;
  const { input, output } = endpoints;
  return html`<p>${value(file.path)} takes the vector of the transform as integers instead: ${value(input.name)}, ${String(input.type)} [${input.shape.join(', ')}], scale ${known(input.scale, String)}, zero point ${known(input.zeroPoint, String)}; it answers ${value(output.name)} with scale ${known(output.scale, String)}, zero point ${known(output.zeroPoint, String)}${
    output.offset === undefined ? null : html` and offset ${known(output.offset, String)}`
  }.</p>`;
}
