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
import { formatCount, formatQuantity } from '../numbers.ts';

/** How far each column is from the same one in other data, whether that is judged or not. */
export function differenceTable({ comparisons, differences }: DataFacts): (Html | null)[] {
  if (comparisons.length === 0) return [];
  const shown = differences.slice(0, PAGE_LIMITS.columns);
  const incomparable = comparisons
    .flatMap(({ columns }) => columns)
    .filter(({ kind, reason }) => kind === null && reason !== undefined);
  return [
    html`<h3>Compared with other data</h3>`,
    html`<p>${comparisons.map(sizes)}</p>`,
    ...(shown.length === 0
      ? []
      : [
          dataTable({
            caption: 'Differences from other data, those above their threshold first',
            captionHidden: true,
            columns: [
              { title: 'Column' },
              { title: 'Result' },
              { title: 'Difference', kind: 'number' },
              { title: 'Against threshold', kind: 'plot' },
              { title: 'Most at' },
            ],
            rows: shown.map(differenceRow),
          }),
          html`<p class="legend"><span class="key"><span class="mark-value"></span>difference</span><span class="key"><span class="mark-threshold"></span>threshold, refused side shaded</span></p>`,
          restNote(differences.length, PAGE_LIMITS.columns, 'difference'),
        ]),
    incomparable.length === 0 ? null : reasons(incomparable),
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
  const high = Math.max(size, limit === null ? 0.1 : 2 * limit);
  return html`${intervalPlot({
    title: `${formatQuantity(size)}, ${text}`,
    scale: linearScale(0, high > 0 && Number.isFinite(high) ? high : 1),
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
