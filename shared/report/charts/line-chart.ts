import { type Html, html } from '../html.ts';
import { isKnown, linearScale, type Scale, scaleOf } from './scale.ts';
import { coordinate, linePath, percent, stretched, svgPicture } from './svg.ts';

export interface LineChart {
  readonly title: string;
  readonly xTitle: string;
  /** The x of each value. */
  readonly x: readonly number[];
  readonly lines: readonly ChartLine[];
  /** Values that the y axis must reach, e.g. 0. */
  readonly include?: readonly number[];
  /** A place on the first line that has something to say. */
  readonly mark?: { readonly index: number; readonly label: string };
}

export interface ChartLine {
  readonly name: string;
  readonly values: readonly (number | null | undefined)[];
  /** `main` is drawn strong, `other` thin and dashed, so that colour is not the only difference. */
  readonly kind: 'main' | 'other';
}

const HEIGHT = 230;

/** Null when there are fewer than two points to join. */
export function lineChart(chart: LineChart): Html | null {
  const points = chart.lines.map(({ values }) =>
    values.flatMap((y, index) => {
      const x = chart.x[index];
      return isKnown(y) && isKnown(x) ? [{ x, y, index }] : [];
    }),
  );
  if (!points.some((line) => line.length > 1)) return null;
  const all = points.flat();
  const y = scaleOf(
    all.map((point) => point.y),
    { nice: true, include: chart.include ?? [] },
  );
  const span = scaleOf(all.map((point) => point.x));
  const x = linearScale(span.low, span.high, { ticks: 6 });
  const lines = points.map(
    (line, index) =>
      html`<path class="line-${chart.lines[index]?.kind}" d="${linePath(
        line.map((point) => ({ x: x.place(point.x), y: y.place(point.y) })),
      )}"/>`,
  );
  const main = points[chart.lines.findIndex(({ kind }) => kind === 'main')] ?? [];
  const marked = main.find(({ index }) => index === chart.mark?.index);
  return html`<figure class="chart"><figcaption>${chart.title}${legend(chart.lines)}</figcaption><div class="canvas">${svgPicture(
    { title: `${chart.title}, by ${chart.xTitle}`, height: HEIGHT, className: 'line-chart' },
    [
      ...yAxis(y),
      ...xAxis(x),
      stretched(lines),
      ...(marked === undefined || chart.mark === undefined
        ? []
        : mark(
            x.place(marked.x),
            1 - y.place(marked.y),
            chart.mark.label,
            all.some((point) => y.place(point.y) > 0.88 && x.place(point.x) > 0.15),
          )),
    ],
  )}</div><p class="axis-title">${chart.xTitle}</p></figure>`;
}

function legend(lines: readonly ChartLine[]): Html | null {
  if (lines.length < 2) return null;
  return html`<span class="legend">${lines.map(
    ({ name, kind }) => html`<span class="key"><span class="sample-${kind}"></span>${name}</span>`,
  )}</span>`;
}

export function yAxis(scale: Scale): Html[] {
  return scale.ticks.map((tick) => {
    const place = percent(1 - scale.place(tick));
    return html`<line class="grid" x1="0" x2="100%" y1="${place}" y2="${place}"/><text class="tick" x="-8" y="${place}" dy="4" text-anchor="end">${scale.format(tick)}</text>`;
  });
}

/** Labels at both ends stay inside the picture. */
export function xAxis(scale: Scale): Html[] {
  return scale.ticks.map((tick) => {
    const share = scale.place(tick);
    const anchor = share > 0.97 ? 'end' : share < 0.03 ? 'start' : 'middle';
    return html`<text class="tick" x="${percent(share)}" y="100%" dy="18" text-anchor="${anchor}">${scale.format(tick)}</text>`;
  });
}

/** The label stands at the top of the picture, or at its foot where a line is at the top. */
function mark(x: number, y: number, label: string, low: boolean): Html[] {
  const right = x > 0.5;
  return [
    html`<line class="mark" x1="${percent(x)}" x2="${percent(x)}" y1="0" y2="100%"/>`,
    html`<circle class="value" cx="${percent(x)}" cy="${percent(y)}" r="4"/>`,
    html`<text class="mark-label" x="${percent(x)}" y="${low ? '100%' : '0'}" dy="${low ? '-8' : '12'}" dx="${coordinate(right ? -8 : 8)}" text-anchor="${right ? 'end' : 'start'}">${label}</text>`,
  ];
}
