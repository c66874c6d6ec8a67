import { bar } from '../charts/index.ts';
import { dataTable, known, name, PAGE_LIMITS, sliceName } from '../components.ts';
import type { DataFacts, SliceFacts, SliceMean, SliceWeight } from '../data-facts.ts';
import { type Html, html } from '../html.ts';
import { countOf, formatCount, formatPercent, formatQuantity } from '../numbers.ts';

const MEANS_SHOWN = 4;
const LONGEST = 40;

/** Slices of the data, the largest first, with what is unusual in each. */
export function sliceTable({ slices, omittedSlices, examples }: DataFacts): (Html | null)[] {
  if (slices.length === 0) return [];
  const shown = slices.slice(0, PAGE_LIMITS.slices);
  const rest = slices.length - shown.length + (omittedSlices?.count ?? 0);
  return [
    html`<h3>Slices of the data</h3>`,
    dataTable({
      caption: 'Slices of the data, the largest first',
      captionHidden: true,
      columns: [
        { title: 'Slice' },
        { title: 'Examples', kind: 'number' },
        { title: 'Share', kind: 'size' },
        { title: 'Means farthest from those of all rows, and how many deviations', kind: 'wide' },
      ],
      rows: shown.map((slice) => sliceRow(slice, examples)),
    }),
    rest > 0
      ? html`<p class="note">${countOf(rest, 'more slice')} ${rest === 1 ? 'is' : 'are'} not shown; figures of the largest ${formatCount(slices.length)} are in statistics.json.</p>`
      : null,
  ];
}

function sliceRow(
  { slice, examples: count, standardError, weight, means }: SliceFacts,
  examples: number,
): (Html | string)[] {
  const share = count / Math.max(1, examples);
  return [
    sliceName(slice),
    standardError === null
      ? known(count, formatCount)
      : html`≈ ${known(count, formatCount)}<span class="minor">± ${known(Math.round(standardError), formatCount)}</span>`,
    html`${bar(share, 'bar')}<span class="minor">${known(share, formatPercent)}</span>${weight === null ? null : weightText(weight)}`,
    means.length === 0 ? '–' : html`${means.slice(0, MEANS_SHOWN).map(meanText)}`,
  ];
}

function weightText({ total, share, standardError }: SliceWeight): Html {
  const error = standardError === null ? null : html` ± ${known(standardError, formatQuantity)}`;
  return html`<span class="minor">weighted: ${known(share, formatPercent)}</span><span class="minor muted">${known(total, formatQuantity)}${error}</span>`;
}

function meanText({ name: column, mean, deviations, weighted }: SliceMean): Html {
  const sign = deviations > 0 ? '+' : '';
  return html`<span class="mean-of-slice">${name(column, LONGEST)} ${known(mean, formatQuantity)}${weighted === null ? null : html`, weighted ${known(weighted, formatQuantity)}`} <span class="muted nowrap">(${sign}${known(deviations, (value) => formatQuantity(value, 2))})</span></span>`;
}
