import { known, name, prose, type Section } from '../components.ts';
import { collectDataFacts, type DataFacts } from '../data-facts.ts';
import { type Html, html } from '../html.ts';
import { countOf, formatCount, formatPercent, formatQuantity } from '../numbers.ts';
import type { ReportInput } from '../report-input.ts';
import { anomalyList } from './data-anomalies.ts';
import { columnTable } from './data-columns.ts';
import { differenceTable } from './data-differences.ts';
import { correlationMatrix, repeatedRowsNote } from './data-relations.ts';
import { sliceTable } from './data-slices.ts';

export function dataSection(input: ReportInput): Section | null {
  const { statistics, anomalies } = input;
  if (statistics === undefined && anomalies === undefined) return null;
  return {
    id: 'data',
    title: 'Data',
    body: [
      html`<p>${prose(summary(input))}</p>`,
      ...(anomalies === undefined ? [] : anomalyList(anomalies.anomalies, input.record.source)),
      ...(statistics === undefined ? [] : statisticsParts(collectDataFacts(statistics, anomalies))),
    ],
  };
}

function statisticsParts(facts: DataFacts): (Html | null)[] {
  return [
    ...differenceTable(facts),
    ...columnTable(facts),
    weightNote(facts),
    sampleNote(facts),
    ...correlationMatrix(facts),
    ...repeatedRowsNote(facts),
    ...sliceTable(facts),
  ];
}

function weightNote({ weight }: DataFacts): Html | null {
  if (weight === null) return null;
  const sampled =
    weight.approximate === undefined
      ? null
      : html` They come from the sample, which is worth ${known(weight.approximate.rows, formatCount)} rows of equal weight.`;
  return html`<p class="note">Weighted figures are by ${name(weight.column)}, which sums to ${known(weight.total, (total) => formatQuantity(total, 6))}.${sampled}</p>`;
}

function sampleNote({ sample, examples, slices }: DataFacts): Html | null {
  if (sample === null) return null;
  return html`<p class="note">Quantiles, histograms, frequent values and correlations are estimated from ${known(sample.rows, formatCount)} of ${known(examples, formatCount)} rows, drawn evenly: with ${known(sample.confidence, formatPercent)} confidence the rank of a quantile is off by at most ${known(sample.rankError, (share) => formatPercent(share, 2))}. Counts, means and extremes are exact${slices.length > 0 ? ', but for slices, all of whose figures are estimates' : ''}.</p>`;
}

function summary({ statistics, anomalies }: ReportInput): string {
  const examples = statistics?.examples ?? anomalies?.examples ?? 0;
  const size =
    statistics === undefined
      ? countOf(examples, 'example')
      : `${countOf(examples, 'example')} in ${countOf(statistics.files.length, 'file')}, ${countOf(statistics.columns.length, 'column')}`;
  if (anomalies === undefined) return `${size}.`;
  const errors = anomalies.anomalies.filter(({ severity }) => severity === 'error').length;
  const warnings = anomalies.anomalies.length - errors;
  const found =
    errors + warnings === 0
      ? 'no anomalies'
      : `${countOf(errors, 'error')} and ${countOf(warnings, 'warning')}`;
  const against =
    typeof anomalies.schema === 'string'
      ? `Checked against ${anomalies.schema}`
      : 'No schema is committed yet, so the data was checked against the one inferred from it';
  return `${size}. ${against}: ${found}.`;
}
