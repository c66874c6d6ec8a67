import type { ImportanceReport, TrainingReport } from '../../model/index.ts';
import { intervalPlot, isKnown, scaleEnds, scaleOf } from '../charts/index.ts';
import { dataTable, known, name, PAGE_LIMITS, restNote } from '../components.ts';
import { type Html, html } from '../html.ts';
import { countOf, formatCount, formatQuantity } from '../numbers.ts';

/** Features by how much the model needs them: part of the section on training. */
export function importancePart({ importance }: TrainingReport): Html | null {
  if (!isReport(importance)) return null;
  const { features, examples, repeats } = importance;
  const shown = features.slice(0, PAGE_LIMITS.features);
  // All share a scale, so that rows can be compared at a glance.
  const scale = scaleOf(
    shown.flatMap(({ increase, interval }) => [increase, ...(interval ?? [])]),
    { include: [0], ticks: 4 },
  );
  return html`<h3>Importance of features</h3>
<p>By how much the loss rises when a feature's values are dealt anew to the ${isKnown(examples) ? countOf(examples, 'validation example') : 'validation examples'} (${known(repeats, formatCount)} times), with an interval of 95 % over the examples, and what the feature tells of the label by itself. The dotted line is no rise: the model does not need the feature.</p>
${dataTable({
  caption: 'Importance of features',
  captionHidden: true,
  columns: [
    { title: 'Feature' },
    { title: 'Rise of the loss', kind: 'number' },
    { title: 'Rise and interval', kind: 'plot' },
    { title: 'By itself (nats)', kind: 'number' },
  ],
  rows: shown.map(({ feature, increase, interval, mutualInformation }) => [
    name(String(feature)),
    known(increase, (value) => formatQuantity(value, 3)),
    html`${intervalPlot({
      title: `${known(increase, (value) => formatQuantity(value, 3))}, ${known(interval?.[0], formatQuantity)} to ${known(interval?.[1], formatQuantity)}`,
      scale,
      value: increase,
      interval,
      reference: 0,
    })}${scaleEnds(scale)}`,
    known(mutualInformation, (value) => formatQuantity(value, 3)),
  ]),
})}
${restNote(features.length, PAGE_LIMITS.features, 'feature')}`;
}

/** The file may hold anything; what is no such part is left out. */
function isReport(report: ImportanceReport | undefined): report is ImportanceReport {
  return (
    Array.isArray(report?.features) &&
    report.features.length > 0 &&
    report.features.every((entry) => typeof entry === 'object' && entry !== null)
  );
}
