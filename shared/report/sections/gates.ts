import { isLessBetter } from '../../config/index.ts';
import type { EvaluationReport, GateResult } from '../../evaluation/index.ts';
import { intervalPlot, isKnown, scaleEnds } from '../charts/index.ts';
import {
  dataTable,
  known,
  lookUp,
  PAGE_LIMITS,
  prose,
  restNote,
  type Section,
  statusMark,
  type Tone,
} from '../components.ts';
import { type Html, html } from '../html.ts';
import { formatMetric, formatMetricChange } from '../metric-text.ts';
import { digitsBeside, formatCount, formatQuantity } from '../numbers.ts';
import type { ReportInput } from '../report-input.ts';
import { metricScale, metricTitle, renderInterval } from './metric.ts';

const GATE_STATES: Readonly<Record<GateResult['status'], readonly [Tone, string]>> = {
  pass: ['pass', 'Pass'],
  fail: ['fail', 'Fail'],
  warn: ['warn', 'Warning'],
  'no-baseline': ['warn', 'No baseline'],
  skipped: ['neutral', 'Skipped'],
};

export function gatesSection({ evaluation }: ReportInput): Section | null {
  if (evaluation === undefined || evaluation.gates.length === 0) return null;
  const gates = [...evaluation.gates].sort((a, b) => rank(a) - rank(b)).slice(0, PAGE_LIMITS.gates);
  return {
    id: 'gates',
    title: 'Gates',
    body: [
      dataTable({
        caption: 'What the model must reach, what it reached, and the decision',
        columns: [
          { title: 'Gate' },
          { title: 'Result' },
          { title: 'Value', kind: 'number' },
          { title: 'Value, interval and threshold', kind: 'plot' },
          { title: 'Examples', kind: 'number' },
        ],
        rows: gates.map((gate) => gateRow(gate, evaluation)),
      }),
      plotKey(gates),
      restNote(evaluation.gates.length, PAGE_LIMITS.gates, 'gate'),
    ],
  };
}

/** What failed comes first. */
function rank({ status }: GateResult): number {
  return ['fail', 'warn', 'no-baseline', 'pass', 'skipped'].indexOf(status);
}

function gateRow(gate: GateResult, { gates }: EvaluationReport): (Html | string)[] {
  const [tone, word] = lookUp(GATE_STATES, gate.status) ?? ['neutral', gate.status];
  const interval = renderInterval(gate.metric, gate.interval);
  const change = isKnown(gate.change)
    ? html`<span class="minor">change ${formatMetricChange(gate.metric, gate.change)} ${changeInterval(gate)}</span>`
    : null;
  const detectable = isKnown(gate.detectableChange)
    ? html`<span class="minor">fails with 80 % power from ${formatMetric(gate.metric, gate.detectableChange)} worse on</span>`
    : null;
  return [
    html`<span class="gate-name">${prose(gate.gate)}</span><span class="minor">${prose(gate.reason)}</span>`,
    statusMark(tone, word),
    html`<strong>${gateValue(gate)}</strong>${interval === null ? null : html`<span class="minor">${interval}</span>`}${change}${detectable}`,
    gatePlot(gate, gates),
    formatCount(gate.examples),
  ];
}

function changeInterval({ metric, changeInterval }: GateResult): Html | null {
  if (changeInterval === undefined || !changeInterval.every(isKnown)) return null;
  return html`<span class="nowrap">(${formatMetricChange(metric, changeInterval[0])} … ${formatMetricChange(metric, changeInterval[1])})</span>`;
}

function gateValue({ metric, value, threshold }: GateResult): string {
  const beside = isKnown(value) && isKnown(threshold);
  return formatMetric(metric, value, beside ? digitsBeside(value, threshold) : 3);
}

/** Gates of one metric share a scale, so that their rows compare. */
function gatePlot(gate: GateResult, gates: readonly GateResult[]): Html {
  const values = gates
    .filter(({ metric }) => metric === gate.metric)
    .flatMap((other) => [
      other.value,
      other.baselineValue,
      other.threshold,
      ...(other.interval ?? []),
    ])
    .filter(isKnown);
  const lower = isLessBetter(gate.metric);
  // Some of the refused side is always in sight.
  const margin = (Math.max(...values) - Math.min(...values)) / 5;
  const beyond = gates
    .filter(({ metric, threshold }) => metric === gate.metric && isKnown(threshold))
    .map(({ threshold }) => (threshold ?? 0) + (lower ? margin : -margin));
  const scale = metricScale(gate.metric, [...values, ...beyond]);
  const parts = [
    `${metricTitle(gate.metric)} ${gateValue(gate)}`,
    gate.interval === undefined
      ? null
      : `interval ${renderInterval(gate.metric, gate.interval) ?? 'unknown'}`,
    isKnown(gate.baselineValue)
      ? `baseline ${formatMetric(gate.metric, gate.baselineValue)}`
      : null,
    isKnown(gate.threshold) ? `threshold ${known(gate.threshold, formatQuantity)}` : null,
  ];
  return html`${intervalPlot({
    title: parts.filter((part) => part !== null).join(', '),
    scale,
    value: gate.value,
    interval: gate.interval,
    baseline: gate.baselineValue,
    threshold: gate.threshold,
    lowerIsBetter: lower,
  })}${scaleEnds(scale)}`;
}

/** The marks that occur, with their names. */
export function plotKey(
  rows: readonly {
    readonly interval?: unknown;
    readonly baselineValue?: unknown;
    readonly threshold?: unknown;
  }[],
): Html {
  const has = (test: (row: (typeof rows)[number]) => boolean, name: string, title: string) =>
    rows.some(test)
      ? html`<span class="key"><span class="mark-${name}"></span>${title}</span>`
      : null;
  return html`<p class="legend"><span class="key"><span class="mark-value"></span>value</span>${has(
    ({ interval }) => interval !== undefined,
    'interval',
    '95 % interval',
  )}${has(({ baselineValue }) => isKnown(baselineValue), 'baseline', 'baseline')}${has(
    ({ threshold }) => isKnown(threshold),
    'threshold',
    'threshold, refused side shaded',
  )}</p>`;
}
