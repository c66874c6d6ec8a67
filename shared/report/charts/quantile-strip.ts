import { type Html, html } from '../html.ts';
import { isKnown } from './scale.ts';
import { percent, svgPicture } from './svg.ts';

export interface QuantileStrip {
  readonly title: string;
  /** Maps a value to 0 … 1 along the histogram above. */
  readonly place: (value: number) => number;
  readonly quantiles: readonly { readonly q: number; readonly value: number }[];
}

const HEIGHT = 14;

/**
 * Where the values lie, to stand under a histogram: a line from the 5th to the 95th percentile, a box over the middle
 * half, a mark at the median. Null without the median.
 */
export function quantileStrip({ title, place, quantiles }: QuantileStrip): Html | null {
  const at = (share: number): number | null => {
    const found = quantiles.find(({ q }) => Math.abs(q - share) < 1e-9)?.value;
    return isKnown(found) ? Math.min(1, Math.max(0, place(found))) : null;
  };
  const [low, left, median, right, high] = [at(0.05), at(0.25), at(0.5), at(0.75), at(0.95)];
  if (!isKnown(median)) return null;
  return svgPicture({ title, height: HEIGHT, className: 'quantile-strip' }, [
    ...(isKnown(low) && isKnown(high)
      ? [html`<line class="whisker" x1="${percent(low)}" x2="${percent(high)}" y1="7" y2="7"/>`]
      : []),
    ...(isKnown(left) && isKnown(right)
      ? [
          html`<rect class="middle-half" x="${percent(left)}" y="3" width="${percent(Math.max(0.003, right - left))}" height="8" rx="2"/>`,
        ]
      : []),
    html`<line class="median" x1="${percent(median)}" x2="${percent(median)}" y1="0" y2="14"/>`,
  ]);
}
