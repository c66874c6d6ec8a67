import type { Correlation } from '../../data/index.ts';
import { bar, coordinate, isKnown } from '../charts/index.ts';
import { dataTable, folded, known, name, PAGE_LIMITS, restNote } from '../components.ts';
import type { DataFacts } from '../data-facts.ts';
import { type Html, html } from '../html.ts';
import { formatRepeatedRows } from '../measure-text.ts';
import { formatCount, formatNumber } from '../numbers.ts';

const PAIRS_SHOWN = 20;
const LONGEST = 40;

/** Pearson's correlations: a matrix of the columns in the strongest pairs, and these pairs as a list. */
export function correlationMatrix({ correlations }: DataFacts): (Html | null)[] {
  const [strongest] = correlations;
  if (strongest === undefined) return [];
  const columns = strongestColumns(correlations);
  return [
    html`<h3>Correlations</h3>`,
    html`<p>Strongest: ${name(strongest.columns[0])} and ${name(strongest.columns[1])}, ${signed(strongest.pearson)} (Pearson).</p>`,
    columns.length > 2 ? matrix(columns, correlations) : null,
    correlations.length > 1 ? pairList(correlations) : null,
  ];
}

/** As many as a matrix can show, in the order in which they first stand among the strongest pairs. */
function strongestColumns(correlations: readonly Correlation[]): string[] {
  const columns = new Set<string>();
  for (const { columns: pair } of correlations) {
    const more = pair.filter((column) => !columns.has(column)).length;
    if (columns.size + more > PAGE_LIMITS.classes) break;
    for (const column of pair) columns.add(column);
  }
  return [...columns];
}

/** The lower half: the upper one would say the same. Columns are named by their number, which stands before the row's name. */
function matrix(columns: readonly string[], correlations: readonly Correlation[]): Html {
  const byPair = new Map(
    correlations.flatMap(({ columns: [first, second], pearson }) => [
      [pairKey(first, second), pearson],
      [pairKey(second, first), pearson],
    ]),
  );
  const heads = columns
    .slice(0, -1)
    .map(
      (title, index) =>
        html`<th role="columnheader" scope="col"><span aria-hidden="true">${index + 1}</span><span class="spoken">${name(title, LONGEST)}</span></th>`,
    );
  const rows = columns.map((title, row) => {
    const cells = columns
      .slice(0, -1)
      .map((other, column) =>
        column < row ? cell(byPair.get(pairKey(title, other))) : html`<td role="cell"></td>`,
      );
    return html`<tr role="row"><th role="rowheader" scope="row"><span class="muted" aria-hidden="true">${row + 1}</span>\u00a0${name(title, LONGEST)}</th>${cells}</tr>
`;
  });
  return html`<div class="scroll" role="region" aria-label="Correlations" tabindex="0"><table role="table" class="matrix correlations"><caption><span class="spoken">Correlations of numeric columns; </span>The deeper the tint, the stronger</caption><thead role="rowgroup"><tr role="row"><td role="cell" class="corner"></td>${heads}</tr></thead><tbody role="rowgroup">${rows}</tbody></table></div>`;
}

function pairKey(first: string, second: string): string {
  return JSON.stringify([first, second]);
}

function cell(pearson: number | undefined): Html {
  if (!isKnown(pearson)) return html`<td role="cell" class="heat none">–</td>`;
  const strength = Math.min(1, Math.abs(pearson));
  return html`<td role="cell" class="heat ${pearson < 0 ? 'negative' : 'positive'}" style="--heat:${coordinate(strength * 0.5)}">${signed(pearson, 2)}</td>`;
}

function pairList(correlations: readonly Correlation[]): Html {
  return folded('The pairs in numbers', [
    dataTable({
      caption: 'Correlated pairs of columns, the strongest first',
      captionHidden: true,
      columns: [
        { title: 'Column' },
        { title: 'With' },
        { title: 'Pearson', kind: 'number' },
        { title: 'Spearman', kind: 'number' },
        { title: 'Rows', kind: 'number' },
        { title: 'Strength', kind: 'size' },
      ],
      rows: correlations
        .slice(0, PAIRS_SHOWN)
        .map(({ columns: [first, second], pearson, spearman, rows }) => [
          name(first),
          name(second),
          signed(pearson),
          signed(spearman),
          known(rows, formatCount),
          bar(Math.abs(pearson), 'bar'),
        ]),
    }),
    restNote(correlations.length, PAIRS_SHOWN, 'pair'),
  ]);
}

function signed(value: number, digits = 3): string {
  if (!isKnown(value)) return '–';
  const text = formatNumber(value, digits);
  return Number(value.toFixed(digits)) > 0 ? `+${text}` : text;
}

export function repeatedRowsNote({ repeatedRows, examples }: DataFacts): (Html | null)[] {
  if (repeatedRows === null) return [];
  return [
    html`<h3>Repeated rows</h3>`,
    html`<p>${formatRepeatedRows(repeatedRows, examples)} of ${known(examples, formatCount)} rows repeat an earlier one.</p>`,
  ];
}
