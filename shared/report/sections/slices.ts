import { isLessBetter, type MetricName } from '../../config/index.ts';
import type { EvaluationReport, SliceResult } from '../../evaluation/index.ts';
import { intervalPlot, isKnown, type Scale, scaleEnds } from '../charts/index.ts';
import { dataTable, PAGE_LIMITS, restNote, type Section, sliceName } from '../components.ts';
import { type Html, html } from '../html.ts';
import { formatMetric, formatMetricChange } from '../metric-text.ts';
import { formatCount } from '../numbers.ts';
import type { ReportInput } from '../report-input.ts';
import { keyMetric, metricScale, metricTitle, renderInterval } from './metric.ts';

/** One metric over all slices, the worst first. */
export function slicesSection({ evaluation }: ReportInput): Section | null {
  if (evaluation === undefined || evaluation.slices.length === 0) return null;
  const overall = keyMetric(evaluation);
  const metric = overall?.metric ?? evaluation.slices[0]?.metrics[0]?.metric;
  if (metric === undefined) return null;
  const title = metricTitle(metric);
  const slices = worstFirst(evaluation, metric).slice(0, PAGE_LIMITS.slices);
  const withBaseline = slices.some(({ baseline }) => baseline !== undefined);
  const scale = metricScale(metric, [
    overall?.value,
    ...slices.flatMap((slice) => {
      const { value, interval } = metricOf(slice.metrics, metric) ?? {};
      return [value, ...(interval ?? []), metricOf(slice.baseline, metric)?.value];
    }),
  ]);
  return {
    id: 'slices',
    title: 'Slices',
    body: [
      dataTable({
        caption: `${title} by slice, the worst first`,
        columns: [
          { title: 'Slice' },
          { title: 'Examples', kind: 'number' },
          { title, kind: 'number' },
          { title: 'Value and interval', kind: 'plot' },
          ...(withBaseline ? [{ title: 'Change', kind: 'number' } as const] : []),
        ],
        rows: slices.map((slice) => sliceRow(slice, metric, scale, overall?.value, withBaseline)),
      }),
      html`<p class="legend"><span class="key"><span class="mark-value"></span>value</span><span class="key"><span class="mark-interval"></span>95 % interval</span><span class="key"><span class="mark-reference"></span>all examples, ${formatMetric(metric, overall?.value)}</span>${
        withBaseline
          ? html`<span class="key"><span class="mark-baseline"></span>baseline</span>`
          : null
      }</p>`,
      restNote(evaluation.slices.length, PAGE_LIMITS.slices, 'slice'),
    ],
  };
}

function metricOf(metrics: SliceResult['baseline'], metric: MetricName) {
  return metrics?.find((other) => other.metric === metric);
}

/** Among equal values the one that is known to be less good comes first; slices without a value come last. */
function worstFirst({ slices }: EvaluationReport, metric: MetricName): SliceResult[] {
  const lower = isLessBetter(metric);
  const goodness = (value: unknown) => {
    if (!isKnown(value)) return Number.MAX_VALUE;
    return lower ? -value : value;
  };
  const order = (slice: SliceResult): readonly [number, number] => {
    const found = metricOf(slice.metrics, metric);
    return [goodness(found?.value), goodness(found?.interval?.[lower ? 1 : 0])];
  };
  return slices
    .map((slice) => ({ slice, order: order(slice) }))
    .sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1])
    .map(({ slice }) => slice);
}

function sliceRow(
  slice: SliceResult,
  metric: MetricName,
  scale: Scale,
  overall: number | null | undefined,
  withBaseline: boolean,
): (Html | string)[] {
  const found = metricOf(slice.metrics, metric);
  const value = found?.value ?? null;
  const baseline = metricOf(slice.baseline, metric)?.value;
  const interval = renderInterval(metric, found?.interval);
  const name = Object.entries(slice.slice)
    .map((pair) => pair.join(' = '))
    .join(', ');
  return [
    html`${sliceName(slice.slice)}${
      isKnown(value) || found?.reason === undefined
        ? null
        : html`<span class="minor">${found.reason}</span>`
    }`,
    formatCount(slice.examples),
    html`<strong>${formatMetric(metric, value)}</strong>${interval === null ? null : html`<span class="minor">${interval}</span>`}`,
    isKnown(value)
      ? html`${intervalPlot({
          title: `${metricTitle(metric)} ${formatMetric(metric, value)}${interval === null ? '' : `, interval ${interval}`}, for ${name}`,
          scale,
          value,
          interval: found?.interval,
          baseline,
          reference: overall,
        })}${scaleEnds(scale)}`
      : '–',
    ...(withBaseline
      ? [isKnown(value) && isKnown(baseline) ? formatMetricChange(metric, value - baseline) : '–']
      : []),
  ];
}
