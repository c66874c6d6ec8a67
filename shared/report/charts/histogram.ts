import { type Html, html } from '../html.ts';
import { isKnown } from './scale.ts';
import { barPath, stepPath, stretched, svgPicture } from './svg.ts';

const HEIGHT = 36;

/** Bars side by side, the highest as high as the picture. */
export function histogram(title: string, counts: readonly number[]): Html | null {
  const heights = toHeights([counts])[0];
  if (heights === undefined) return null;
  return svgPicture({ title, height: HEIGHT, className: 'histogram' }, [
    stretched([html`<path class="bars" d="${barPath(heights)}"/>`]),
  ]);
}

/** Two distributions over the same buckets: the reference as filled bars, the current one as an outline over them. */
export function histogramPair(
  title: string,
  reference: readonly number[],
  current: readonly number[],
): Html | null {
  const [back, front] = toHeights([reference, current]);
  if (back === undefined || front === undefined) return null;
  return svgPicture({ title, height: 44, className: 'histogram' }, [
    stretched([
      html`<path class="bars-reference" d="${barPath(back, 0)}"/>`,
      html`<path class="outline-current" d="${stepPath(front)}"/>`,
    ]),
  ]);
}

/** Heights on one scale for all rows; none when nothing was counted. */
function toHeights(rows: readonly (readonly number[])[]): number[][] {
  const known = rows.map((row) => row.map((value) => (isKnown(value) && value > 0 ? value : 0)));
  const most = Math.max(0, ...known.flat());
  if (most === 0) return [];
  return known.map((row) => row.map((value) => value / most));
}
