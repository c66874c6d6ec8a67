import { type Html, html } from '../html.ts';
import { xAxis, yAxis } from './line-chart.ts';
import { isKnown, scaleOf } from './scale.ts';
import { percent, svgPicture } from './svg.ts';

const HEIGHT = 360;

/** Predicted over actual on one scale for both axes, with the line on which both agree. */
export function scatterChart(
  pairs: readonly { readonly actual: number; readonly predicted: number }[],
): Html | null {
  const points = pairs.filter(({ actual, predicted }) => isKnown(actual) && isKnown(predicted));
  if (points.length === 0) return null;
  const scale = scaleOf(
    points.flatMap(({ actual, predicted }) => [actual, predicted]),
    { nice: true },
  );
  return html`<figure class="chart scatter"><figcaption>Predicted over actual; on the line both agree</figcaption><div class="canvas">${svgPicture(
    {
      title: `Predicted over actual value of ${points.length} examples`,
      height: HEIGHT,
      className: 'scatter-chart',
    },
    [
      ...yAxis(scale),
      ...xAxis(scale),
      html`<line class="agreement" x1="0" y1="100%" x2="100%" y2="0"/>`,
      ...points.map(
        ({ actual, predicted }) =>
          html`<circle class="point" cx="${percent(scale.place(actual))}" cy="${percent(1 - scale.place(predicted))}" r="3"/>`,
      ),
    ],
  )}</div><p class="axis-title">actual</p></figure>`;
}
