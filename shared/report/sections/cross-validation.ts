import type { MetricName } from '../../config/index.ts';
import type { CrossValidationReport, TrainingReport } from '../../model/index.ts';
import { intervalPlot, scaleEnds } from '../charts/index.ts';
import { dataTable, known } from '../components.ts';
import { type Html, html } from '../html.ts';
import { formatMetric } from '../metric-text.ts';
import { countOf, formatCount, formatQuantity } from '../numbers.ts';
import { metricScale, metricTitle } from './metric.ts';

/** How far models that learned from other rows lie apart: part of the section on training. */
export function crossValidationPart({ crossValidation }: TrainingReport): Html | null {
  if (!isReport(crossValidation)) return null;
  const { folds, metrics, rounds } = crossValidation;
  const failed = rounds.filter(({ failure }) => failure !== undefined).length;
  return html`<h3>Cross-validation</h3>
<p>${countOf(folds, 'further model')} of the same configuration learned from other rows, each judged by rows that it had not seen; the evaluation split took no part.${
    failed === 0 ? null : ` ${formatCount(failed)} of them gave no model.`
  }</p>
${dataTable({
  caption: 'Metrics of the cross-validation',
  captionHidden: true,
  columns: [
    { title: 'Metric' },
    { title: 'Mean', kind: 'number' },
    { title: 'Deviation', kind: 'number' },
    { title: 'Lowest … highest', kind: 'number' },
    { title: 'Mean and range', kind: 'plot' },
  ],
  rows: metrics.map((row) => metricRow(row, folds)),
})}`;
}

function metricRow(
  { metric, rounds, mean, deviation, lowest, highest }: CrossValidationReport['metrics'][number],
  folds: number,
): (Html | string)[] {
  const format = (value: number) => formatMetric(metric as MetricName, value);
  const scale = metricScale(metric, [lowest, highest]);
  return [
    html`${metricTitle(metric)}${
      rounds === folds
        ? null
        : html`<span class="minor">${known(rounds, formatCount)} of ${formatCount(folds)} folds</span>`
    }`,
    known(mean, format),
    known(deviation, (value) => formatQuantity(value, 2)),
    `${known(lowest, format)} … ${known(highest, format)}`,
    html`${intervalPlot({
      title: `Mean ${known(mean, format)}, from ${known(lowest, format)} to ${known(highest, format)}`,
      scale,
      value: mean,
      interval: [lowest, highest],
    })}${scaleEnds(scale)}`,
  ];
}

/** The file may hold anything; what is no such part is left out. */
function isReport(report: CrossValidationReport | undefined): report is CrossValidationReport {
  return (
    typeof report?.folds === 'number' &&
    [report.metrics, report.rounds].every(
      (list) =>
        Array.isArray(list) && list.every((entry) => typeof entry === 'object' && entry !== null),
    ) &&
    report.metrics.length > 0
  );
}
