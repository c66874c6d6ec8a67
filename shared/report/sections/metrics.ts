import { isLessBetter } from '../../config/index.ts';
import type { EvaluationReport, MetricValue } from '../../evaluation/index.ts';
import { intervalPlot, isKnown, scaleEnds } from '../charts/index.ts';
import { dataTable, prose, type Section } from '../components.ts';
import { type Html, html } from '../html.ts';
import { formatMetric, formatMetricChange } from '../metric-text.ts';
import type { ReportInput } from '../report-input.ts';
import { plotKey } from './gates.ts';
import { metricScale, metricTitle, renderInterval } from './metric.ts';

export function metricsSection({ evaluation }: ReportInput): Section | null {
  if (evaluation === undefined || evaluation.metrics.length === 0) return null;
  const withBaseline = evaluation.baseline !== undefined;
  const rows = evaluation.metrics.map((metric) => ({
    ...metric,
    baselineValue: evaluation.baseline?.metrics.find((other) => other.metric === metric.metric)
      ?.value,
  }));
  return {
    id: 'metrics',
    title: 'Metrics',
    body: [
      dataTable({
        caption: `Metrics on the evaluation split${withBaseline ? ', with those of the baseline' : ''}`,
        columns: [
          { title: 'Metric' },
          { title: 'Value', kind: 'number' },
          { title: '95 % interval', kind: 'number' },
          { title: 'Value and interval', kind: 'plot' },
          ...(withBaseline
            ? [
                { title: 'Baseline', kind: 'number' } as const,
                { title: 'Change', kind: 'number' } as const,
              ]
            : []),
        ],
        rows: rows.map((row) => metricRow(row, evaluation, withBaseline)),
      }),
      plotKey(rows),
      evaluation.intervals ? html`<p class="note">${prose(evaluation.intervals)}</p>` : null,
    ],
  };
}

type MetricRow = MetricValue & { readonly baselineValue: number | null | undefined };

function metricRow(
  row: MetricRow,
  evaluation: EvaluationReport,
  withBaseline: boolean,
): (Html | string)[] {
  const lower = isLessBetter(row.metric);
  const { value, baselineValue } = row;
  const change = isKnown(value) && isKnown(baselineValue) ? value - baselineValue : null;
  return [
    html`${metricTitle(row.metric)}${lower ? html`<span class="minor">lower is better</span>` : null}${
      isKnown(value) || row.reason === undefined
        ? null
        : html`<span class="minor">${row.reason}</span>`
    }`,
    html`<strong>${formatMetric(row.metric, value)}</strong>`,
    renderInterval(row.metric, row.interval) ?? '–',
    isKnown(value) ? metricPlot(row, evaluation) : '–',
    ...(withBaseline
      ? [formatMetric(row.metric, baselineValue), formatMetricChange(row.metric, change)]
      : []),
  ];
}

function metricPlot(row: MetricRow, evaluation: EvaluationReport): Html {
  // Scores lie on one scale and compare; each error has its own units.
  const alike = evaluation.metrics.filter(({ metric }) =>
    isLessBetter(row.metric) ? metric === row.metric : !isLessBetter(metric),
  );
  const baselines = evaluation.baseline?.metrics.filter(({ metric }) =>
    alike.some((other) => other.metric === metric),
  );
  const scale = metricScale(row.metric, [
    ...alike.flatMap((metric) => [metric.value, ...(metric.interval ?? [])]),
    ...(baselines ?? []).map((metric) => metric.value),
  ]);
  const interval = renderInterval(row.metric, row.interval);
  const title = `${metricTitle(row.metric)} ${formatMetric(row.metric, row.value)}${interval === null ? '' : `, interval ${interval}`}${
    isKnown(row.baselineValue) ? `, baseline ${formatMetric(row.metric, row.baselineValue)}` : ''
  }`;
  return html`${intervalPlot({
    title,
    scale,
    value: row.value,
    interval: row.interval,
    baseline: row.baselineValue,
  })}${scaleEnds(scale)}`;
}
