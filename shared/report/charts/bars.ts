import { type Html, html } from '../html.ts';
import { isKnown } from './scale.ts';
import { percent } from './svg.ts';

export interface Bar {
  readonly label: string;
  /** Length as a share of the whole, 0 … 1. */
  readonly share: number;
  readonly text: string;
}

/** Named bars with their numbers: the text carries all that the bars show. */
export function barList(bars: readonly Bar[]): Html {
  return html`<ul class="bar-list">${bars.map(
    ({ label, share, text }) =>
      html`<li><span class="bar-label"><bdi>${label === '' ? '(empty)' : label}</bdi></span>${bar(share, 'bar')}<span class="bar-text">${text}</span></li>`,
  )}</ul>`;
}

/** A bar without a number of its own, for a table cell that has it in words. */
export function bar(share: number, className: 'bar' | 'bar bar-reference'): Html {
  const length = isKnown(share) ? Math.min(1, Math.max(0, share)) : 0;
  return html`<span class="${className}"><span style="width:${percent(length)}"></span></span>`;
}

export interface PairedBar {
  readonly label: string;
  readonly reference: number;
  readonly current: number;
  readonly text: string;
}

/** Two bars a name, the reference above the current one. */
export function pairedBarList(bars: readonly PairedBar[]): Html {
  return html`<ul class="bar-list paired">${bars.map(
    ({ label, reference, current, text }) =>
      html`<li><span class="bar-label"><bdi>${label === '' ? '(empty)' : label}</bdi></span><span class="pair">${bar(reference, 'bar bar-reference')}${bar(current, 'bar')}</span><span class="bar-text">${text}</span></li>`,
  )}</ul>`;
}
