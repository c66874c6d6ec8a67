import type { ColumnComparison, Comparison } from '../../data/index.ts';
import { intervalPlot, isKnown, linearScale } from '../charts/index.ts';
import {
  dataTable,
  folded,
  known,
  name,
  PAGE_LIMITS,
  restNote,
  statusMark,
  value,
} from '../components.ts';
import type { DataFacts, Difference } from '../data-facts.ts';
import { type Html, html } from '../html.ts';
import { formatMeasure, formatOther } from '../measure-text.ts';
import { countOf, formatCount, formatQuantity } from '../numbers.ts';

/** How far each column is from the same one in other data, whether that is judged or not. */
export function differenceTable({ comparisons, differences }: DataFacts): (Html | null)[] {
  if (comparisons.length === 0) return [];
  const judged = differences.filter(({ threshold }) => threshold !== null);
  const others = differences.filter(({ threshold }) => threshold === null);
  const incomparable = comparisons
    .flatMap(({ columns }) => columns)
    .filter(({ kind, reason }) => kind === null && reason !== undefined);
  return [
    html`<h3>Compared with other data</h3>`,
    html`<p>${comparisons.map(sizes)}</p>`,
    ...(judged.length === 0
      ? []
      : [
          ...table('Differences that are judged, those above their threshold first', judged),
          html`<p class="legend"><span class="key"><span class="mark-value"></span>difference</span><span class="key"><span class="mark-threshold"></span>threshold, refused side shaded</span></p>`,
        ]),
    others.length === 0
      ? null
      : folded(
          `${countOf(others.length, 'difference')} without a threshold`,
          table('Differences without a threshold, the largest first', others),
        ),
    incomparable.length === 0 ? null : reasons(incomparable),
  ];
}

function table(caption: string, differences: readonly Difference[]): (Html | null)[] {
  return [
    dataTable({
      caption,
      captionHidden: true,
      columns: [
        { title: 'Column' },
        { title: 'Result' },
        { title: 'Difference', kind: 'number' },
        { title: 'From 0 to 1', kind: 'plot' },
        { title: 'Most at' },
      ],
      rows: differences.slice(0, PAGE_LIMITS.columns).map(differenceRow),
    }),
    restNote(differences.length, PAGE_LIMITS.columns, 'difference'),
  ];
}

function sizes({ with: against, examples }: Comparison, index: number): Html {
  return html`${index === 0 ? '' : ' '}${known(examples.control, formatCount)} examples in the ${formatOther(against)}, ${known(examples.current, formatCount)} now${isKnown(examples.ratio) ? ` (×${formatQuantity(examples.ratio, 3)})` : ''}.`;
}

function differenceRow(difference: Difference): (Html | string)[] {
  const { column, with: against, measure, value: size, at, threshold, exceeded } = difference;
  return [
    html`${name(column)}<span class="minor">${formatMeasure(measure)}, ${formatOther(against)}</span>`,
    threshold === null
      ? statusMark('neutral', 'Not judged')
      : exceeded
        ? statusMark('fail', 'Above')
        : statusMark('pass', 'Below'),
    known(size, formatQuantity),
    plot(difference),
    at === null ? '–' : value(at),
  ];
}

function plot({ value: size, threshold }: Difference): Html | string {
  if (!isKnown(size)) return '–';
  const limit = isKnown(threshold) ? threshold : null;
  const text = limit === null ? 'no threshold' : `threshold ${formatQuantity(limit)}`;
  return html`${intervalPlot({
    title: `${formatQuantity(size)}, ${text}`,
    scale: linearScale(0, 1),
    value: size,
    threshold: limit,
    lowerIsBetter: true,
  })}<span class="minor">${text}</span>`;
}

function reasons(columns: readonly ColumnComparison[]): Html {
  const rows = columns
    .slice(0, PAGE_LIMITS.columns)
    .map(({ column, reason = '' }) => [name(column), reason]);
  return folded('Columns that could not be compared', [
    dataTable({
      caption: 'Columns that could not be compared',
      captionHidden: true,
      columns: [{ title: 'Column' }, { title: 'Reason' }],
      rows,
    }),
    restNote(columns.length, PAGE_LIMITS.columns, 'column'),
  ]);
}
