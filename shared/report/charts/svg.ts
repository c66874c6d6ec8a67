import { Html, html } from '../html.ts';

/**
 * Charts that keep the size of their text at every width: the picture has no view box, places along x (and y) are
 * percentages, and lines live in an inner picture that stretches without scaling its strokes.
 */

/** A number for an attribute. Throws on NaN and infinities: a chart leaves such values out before it draws. */
export function coordinate(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no place in a chart`);
  return String(Math.round(value * 100) / 100 + 0);
}

/** A share 0 … 1 as a percentage for an attribute. */
export function percent(share: number): string {
  return `${coordinate(share * 100)}%`;
}

export interface Picture {
  /** What the picture shows, in one sentence: read aloud and shown on hover. */
  readonly title: string;
  readonly height: number;
  readonly className: string;
}

export function svgPicture(picture: Picture, content: readonly Html[]): Html {
  return html`<svg class="${picture.className}" role="img" width="100%" height="${coordinate(picture.height)}"><title>${picture.title}</title>${content}</svg>`;
}

/** The side of the inner picture: places in it are 0 … 1000, y downwards. */
const SIDE = 1000;

/** An inner picture that fills the outer one; `stretched` content is made by `linePath` and `stepPath`. */
export function stretched(content: readonly Html[]): Html {
  return html`<svg viewBox="0 0 1000 1000" width="100%" height="100%" preserveAspectRatio="none" aria-hidden="true">${content}</svg>`;
}

export interface Point {
  /** 0 … 1 from the left. */
  readonly x: number;
  /** 0 … 1 from the bottom. */
  readonly y: number;
}

/** Path data are ours alone, numbers and letters, and longer than a value from data may be: so they skip the escaping. */
export function linePath(points: readonly Point[]): Html {
  const places = points.map(({ x, y }) => `${inner(x)} ${inner(1 - y)}`);
  return new Html(places.length === 0 ? '' : `M${places.join('L')}`);
}

/** Bars from the bottom side by side, each a share of the height; `gap` is the empty share of each bar's width. */
export function barPath(heights: readonly number[], gap = 0.12): Html {
  const width = 1 / heights.length;
  const bars = heights.map((height, index) => {
    if (height <= 0) return '';
    const left = inner((index + gap / 2) * width);
    const right = inner((index + 1 - gap / 2) * width);
    return `M${left} ${SIDE}V${inner(1 - height)}H${right}V${SIDE}Z`;
  });
  return new Html(bars.join(''));
}

/** The outline over bars of the same heights. */
export function stepPath(heights: readonly number[]): Html {
  const width = 1 / heights.length;
  const steps = heights.map(
    (height, index) => `V${inner(1 - height)}H${inner((index + 1) * width)}`,
  );
  return new Html(`M0 ${SIDE}${steps.join('')}V${SIDE}`);
}

function inner(share: number): string {
  return coordinate(Math.round(share * SIDE * 10) / 10);
}
