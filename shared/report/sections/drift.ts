import type { ColumnDrift, DriftReport } from '../../drift/index.ts';
import {
  histogramPair,
  intervalPlot,
  isKnown,
  linearScale,
  pairedBarList,
} from '../charts/index.ts';
import {
  dataTable,
  known,
  lookUp,
  name,
  PAGE_LIMITS,
  present,
  prose,
  restNote,
  type Section,
  statusMark,
  type Tone,
  valueList,
} from '../components.ts';
import { type Html, html } from '../html.ts';
import { formatCount, formatPercent, formatQuantity } from '../numbers.ts';
import type { ReportInput } from '../report-input.ts';

const DRIFT_STATES: Readonly<Record<DriftReport['status'], readonly [Tone, string]>> = {
  drift: ['warn', 'Drift'],
  'no-drift': ['pass', 'No drift'],
  'insufficient-data': ['warn', 'Too little data'],
};

function columnMark({ comparable, drifted }: ColumnDrift): Html {
  if (comparable === false) return statusMark('neutral', 'Not comparable');
  return drifted ? statusMark('warn', 'Drift') : statusMark('pass', 'No drift');
}

export function driftSection({ drift }: ReportInput): Section | null {
  if (drift === undefined) return null;
  const [tone, word] = lookUp(DRIFT_STATES, drift.status) ?? ['neutral', drift.status];
  return {
    id: 'drift',
    title: 'Drift',
    body: [
      html`<p><span class="gap">${statusMark(tone, word)}</span>${prose(drift.reason)}</p>`,
      html`<p class="note">Reference: ${known(drift.reference.examples, formatCount)} examples. Current: ${known(drift.current.examples, formatCount)} examples. The data set has drifted when ${known(drift.driftShareThreshold, formatPercent)} of the columns have; false discovery rate ${known(drift.falseDiscoveryRate, formatPercent)}.</p>`,
      onlyIn('Only in the reference', drift.onlyInReference),
      onlyIn('Only in the current data', drift.onlyInCurrent),
      ...driftTable(drift.columns),
    ],
  };
}

function onlyIn(title: string, columns: readonly string[] | undefined): Html | null {
  if (columns === undefined || columns.length === 0) return null;
  return html`<p>${title}: ${valueList(columns, PAGE_LIMITS.files)}</p>`;
}

function driftTable(columns: readonly ColumnDrift[]): (Html | null)[] {
  if (columns.length === 0) return [];
  return [
    dataTable({
      caption: 'Columns, the most drifted first',
      columns: [
        { title: 'Column' },
        { title: 'Result' },
        { title: 'Measure', kind: 'plot' },
        { title: 'Missing', kind: 'number' },
        { title: 'Distribution', kind: 'wide' },
      ],
      rows: columns.slice(0, PAGE_LIMITS.columns).map(driftRow),
    }),
    html`<p class="legend"><span class="key"><span class="sample-reference"></span>reference</span><span class="key"><span class="sample-current"></span>current</span></p>`,
    restNote(columns.length, PAGE_LIMITS.columns, 'column'),
  ];
}

function driftRow(column: ColumnDrift): (Html | string)[] {
  return [
    html`${name(column.column)}<span class="minor">${column.method}</span>`,
    columnMark(column),
    measure(column),
    missingChange(column),
    distribution(column) ?? '–',
  ];
}

/** A test says drift at its threshold or below, a distance at it or above. */
function measure(column: ColumnDrift): Html {
  const { statistic, adjustedPValue, threshold } = column;
  const isTest = column.pValue !== undefined || adjustedPValue !== undefined;
  const compared = isTest ? (adjustedPValue ?? column.pValue) : statistic;
  const verb = isTest
    ? (compared ?? 1) <= threshold
      ? '≤'
      : '>'
    : (compared ?? 0) >= threshold
      ? '≥'
      : '<';
  const name = isTest ? 'adjusted p' : 'distance';
  const line = `${name} ${known(compared, formatQuantity)} ${verb} ${known(threshold, formatQuantity)}`;
  const high = isTest ? 1 : Math.max(isKnown(compared) ? compared : 0, 2 * threshold, 0.1);
  return html`${
    isKnown(compared) && isKnown(threshold)
      ? intervalPlot({
          title: line,
          scale: linearScale(0, Number.isFinite(high) ? high : 1),
          value: compared,
          threshold,
          lowerIsBetter: !isTest,
        })
      : null
  }<span class="nowrap">${line}</span>${
    column.reason === undefined ? null : html`<span class="minor">${prose(column.reason)}</span>`
  }${
    isTest ? html`<span class="minor">statistic ${known(statistic, formatQuantity)}</span>` : null
  }<details class="formula"><summary>formula</summary><span class="minor">${prose(column.formula)}</span></details>`;
}

function missingChange(column: ColumnDrift): Html | string {
  const share = (missing: number, filled: number) =>
    missing + filled > 0 ? known(missing / (missing + filled), formatPercent) : '–';
  const before = share(column.referenceMissing, column.referencePresent);
  const now = share(column.currentMissing, column.currentPresent);
  return before === now ? now : `${before} → ${now}`;
}

function distribution(column: ColumnDrift): Html | null {
  const { means } = column;
  if (column.kind === 'numeric') {
    // Missing values have a column of the table to themselves.
    const buckets = column.buckets
      .filter(({ label }) => label !== 'missing')
      .slice(0, PAGE_LIMITS.buckets);
    const shift =
      means === undefined
        ? null
        : `mean ${known(means.reference, formatQuantity)} → ${known(means.current, formatQuantity)}`;
    const picture = histogramPair(
      `Shares in ${buckets.length} buckets, reference and current${shift === null ? '' : `; ${shift}`}`,
      buckets.map(({ reference }) => reference),
      buckets.map(({ current }) => current),
    );
    return picture === null
      ? null
      : html`${picture}<span class="scale-ends"><span>${buckets[0]?.label}</span><span>${buckets.at(-1)?.label}</span></span>${present([shift !== null && html`<span class="minor">${shift}</span>`])}`;
  }
  const { buckets } = column;
  if (buckets.length === 0) return null;
  const shown = buckets.slice(0, PAGE_LIMITS.values);
  return html`${pairedBarList(
    shown.map(({ label, reference, current }) => ({
      label,
      reference,
      current,
      text: `${known(reference, formatPercent)} → ${known(current, formatPercent)}`,
    })),
  )}${
    buckets.length > shown.length
      ? html`<span class="minor">and ${buckets.length - shown.length} more</span>`
      : null
  }`;
}
