import type { EvaluationReport } from '../../evaluation/index.ts';
import { coordinate, isKnown, scatterChart } from '../charts/index.ts';
import {
  dataTable,
  folded,
  known,
  name,
  PAGE_LIMITS,
  restNote,
  type Section,
} from '../components.ts';
import { type Html, html } from '../html.ts';
import { formatCount, formatPercent, formatQuantity } from '../numbers.ts';
import type { ReportInput } from '../report-input.ts';

/** The confusion matrix of a classification, or predicted over actual of a regression. */
export function predictionsSection({ evaluation }: ReportInput): Section | null {
  if (evaluation === undefined) return null;
  const { confusion, scatter } = evaluation;
  if (confusion !== undefined && confusion.classes.length > 0) {
    const small = confusion.classes.length <= PAGE_LIMITS.classes;
    return {
      id: 'confusion',
      title: 'Confusion matrix',
      body: small ? [heatMap(confusion)] : worstConfusions(confusion),
    };
  }
  if (scatter === undefined) return null;
  const chart = scatterChart(scatter.slice(0, PAGE_LIMITS.points));
  return chart === null
    ? null
    : { id: 'predictions', title: 'Predictions', body: [chart, ...largestErrors(scatter)] };
}

/** Characters of a class beside and above a matrix. */
const LONGEST_CLASS = 40;

type Confusion = NonNullable<EvaluationReport['confusion']>;

/** A table whose cells are tinted by their share of the row: the share of an actual class predicted so. */
function heatMap({ classes, counts }: Confusion): Html {
  const heads = classes.map(
    (title) => html`<th role="columnheader" scope="col">${name(title, LONGEST_CLASS)}</th>`,
  );
  const rows = classes.map((title, actual) => {
    const row = classes.map((_, predicted) => cellCount(counts, actual, predicted));
    const total = row.reduce((sum, count) => sum + count, 0);
    const cells = row.map((count, predicted) => {
      const share = total > 0 ? count / total : 0;
      const kind = predicted === actual ? 'right' : count > 0 ? 'wrong' : 'none';
      return html`<td role="cell" class="heat ${kind}" style="--heat:${coordinate(share * 0.4)}">${formatCount(count)}${
        count > 0 ? html`<span class="minor">${formatPercent(share)}</span>` : null
      }</td>`;
    });
    return html`<tr role="row"><th role="rowheader" scope="row">${name(title, LONGEST_CLASS)}</th>${cells}<td role="cell" class="number total">${formatCount(total)}</td></tr>`;
  });
  return html`<div class="scroll" role="region" aria-label="Confusion matrix" tabindex="0"><table role="table" class="matrix"><caption>Rows are actual classes, columns predicted ones; shares are of the row, right answers framed</caption><thead role="rowgroup"><tr role="row"><td role="cell" class="corner">actual ↓ predicted →</td>${heads}<th role="columnheader" scope="col" class="number">Total</th></tr></thead><tbody role="rowgroup">${rows}</tbody></table></div>`;
}

function cellCount(counts: Confusion['counts'], actual: number, predicted: number): number {
  const count = counts[actual]?.[predicted];
  return Number.isSafeInteger(count) ? Math.max(0, count as number) : 0;
}

function worstConfusions({ classes, counts }: Confusion): (Html | null)[] {
  const confusions = classes.flatMap((actual, row) => {
    const total = classes.reduce((sum, _, column) => sum + cellCount(counts, row, column), 0);
    return classes.flatMap((predicted, column) => {
      const count = cellCount(counts, row, column);
      return row === column || count === 0 ? [] : [{ actual, predicted, count, total }];
    });
  });
  const worst = confusions.sort((a, b) => b.count - a.count).slice(0, PAGE_LIMITS.confusions);
  if (worst.length === 0)
    return [html`<p>No example of the ${classes.length} classes was confused.</p>`];
  return [
    dataTable({
      caption: `The most frequent confusions among ${classes.length} classes`,
      columns: [
        { title: 'Actual' },
        { title: 'Predicted' },
        { title: 'Examples', kind: 'number' },
        { title: 'Share of the actual class', kind: 'number' },
      ],
      rows: worst.map(({ actual, predicted, count, total }) => [
        name(actual),
        name(predicted),
        formatCount(count),
        formatPercent(count / total),
      ]),
    }),
    restNote(confusions.length, PAGE_LIMITS.confusions, 'pair of classes', 'pairs of classes'),
  ];
}

function largestErrors(scatter: NonNullable<EvaluationReport['scatter']>): Html[] {
  const errors = scatter
    .filter(({ actual, predicted }) => isKnown(actual) && isKnown(predicted))
    .map((pair) => ({ ...pair, error: pair.predicted - pair.actual }))
    .sort((a, b) => Math.abs(b.error) - Math.abs(a.error));
  const sizes = errors.map(({ error }) => Math.abs(error));
  const median = sizes[Math.floor(sizes.length / 2)];
  const tail = sizes[Math.floor(sizes.length * 0.05)];
  return [
    html`<p>Of the ${formatCount(errors.length)} pairs shown, half are predicted to within ${known(median, formatQuantity)} of the actual value, 95 % to within ${known(tail, formatQuantity)}.</p>`,
    folded('Largest errors', [
      dataTable({
        caption: 'The largest errors among the pairs shown',
        columns: [
          { title: 'Actual', kind: 'number' },
          { title: 'Predicted', kind: 'number' },
          { title: 'Error', kind: 'number' },
        ],
        rows: errors
          .slice(0, 10)
          .map(({ actual, predicted, error }) => [
            formatQuantity(actual),
            formatQuantity(predicted),
            error > 0 ? `+${formatQuantity(error)}` : formatQuantity(error),
          ]),
      }),
    ]),
  ];
}
