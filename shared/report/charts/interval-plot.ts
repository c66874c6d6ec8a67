import { type Html, html } from '../html.ts';
import { isKnown, type Scale } from './scale.ts';
import { percent, svgPicture } from './svg.ts';

export interface IntervalPlot {
  readonly title: string;
  readonly scale: Scale;
  readonly value: number | null;
  readonly interval?: readonly [low: number, high: number] | undefined;
  /** A ring. */
  readonly baseline?: number | null | undefined;
  /** A line; what lies on the wrong side of it is shaded. */
  readonly threshold?: number | null | undefined;
  /** Which side of the threshold is wrong. */
  readonly lowerIsBetter?: boolean;
  /** A dotted line, e.g. where all examples lie. */
  readonly reference?: number | null | undefined;
}

const HEIGHT = 22;

/** One line of a dot-and-interval plot; rows of a table that share a scale line up. */
export function intervalPlot(plot: IntervalPlot): Html {
  const { scale, value, interval, baseline, threshold, reference } = plot;
  const at = (place: number) => percent(scale.place(place));
  const parts: Html[] = [];
  if (isKnown(threshold)) {
    const edge = scale.place(threshold);
    const [from, width] = plot.lowerIsBetter === true ? [edge, 1 - edge] : [0, edge];
    parts.push(
      html`<rect class="refused" x="${percent(from)}" y="0" width="${percent(width)}" height="22"/>`,
    );
  }
  parts.push(html`<line class="track" x1="0" x2="100%" y1="11" y2="11"/>`);
  if (isKnown(reference)) {
    parts.push(
      html`<line class="reference" x1="${at(reference)}" x2="${at(reference)}" y1="0" y2="22"/>`,
    );
  }
  if (interval !== undefined && isKnown(interval[0]) && isKnown(interval[1])) {
    const [low, high] = [scale.place(interval[0]), scale.place(interval[1])];
    parts.push(
      html`<rect class="interval" x="${percent(low)}" y="8" width="${percent(Math.max(0, high - low))}" height="6" rx="3"/>`,
    );
  }
  if (isKnown(threshold)) {
    parts.push(
      html`<line class="threshold" x1="${at(threshold)}" x2="${at(threshold)}" y1="0" y2="22"/>`,
    );
  }
  if (isKnown(baseline)) {
    parts.push(html`<circle class="baseline" cx="${at(baseline)}" cy="11" r="5"/>`);
  }
  if (isKnown(value)) parts.push(html`<circle class="value" cx="${at(value)}" cy="11" r="4"/>`);
  return svgPicture({ title: plot.title, height: HEIGHT, className: 'interval-plot' }, parts);
}

/** The ends of the scale in numbers, to stand under a plot. */
export function scaleEnds(scale: Scale): Html {
  return html`<span class="scale-ends"><span>${scale.format(scale.low)}</span><span>${scale.format(scale.high)}</span></span>`;
}
