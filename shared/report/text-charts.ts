import { displayText, escapeMarkdown, Markdown } from './markdown.ts';

/** A Mermaid chart with more points than this is slow and no clearer. */
const MOST_MERMAID_POINTS = 60;
const LONGEST_SPARKLINE = 60;
const SPARKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** Mermaid's xychart has no legend, so the lines have fixed colours whose names stand under the chart. */
const LINE_COLOURS = [
  { name: 'blue', hex: '#1f78c1' },
  { name: 'orange', hex: '#d9730d' },
  { name: 'green', hex: '#2e9e5b' },
  { name: 'purple', hex: '#8957c7' },
] as const;

export interface MermaidLineChart {
  readonly title: string;
  readonly xTitle: string;
  /** The x of the first and of the last value; the values between lie evenly apart. */
  readonly xRange: readonly [first: number, last: number];
  readonly yTitle: string;
  /** Left out: from the smallest value to the largest. */
  readonly yRange?: readonly [low: number, high: number];
  /** At most four, all with the same number of values; points where one of them is not finite are left out. */
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** One character a value, low to high; a value that is not finite leaves a gap. At most 60 characters, thinned evenly. */
export function sparkline(values: readonly number[]): string {
  const shown = thinEvenly(values, LONGEST_SPARKLINE);
  const finite = shown.filter(Number.isFinite);
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  // Halves keep the span finite for values near the largest number there is.
  const span = high / 2 - low / 2;
  return shown
    .map((value) => {
      if (!Number.isFinite(value)) return ' ';
      const share = span > 0 ? (value / 2 - low / 2) / span : 0.5;
      return SPARKS[Math.min(SPARKS.length - 1, Math.floor(share * SPARKS.length))];
    })
    .join('');
}

/** A fenced Mermaid chart with a legend under it when there are several lines; empty when there is nothing to draw. */
export function mermaidLineChart(chart: MermaidLineChart): Markdown {
  const series = chart.series.slice(0, LINE_COLOURS.length);
  const length = Math.min(...series.map(({ values }) => values.length));
  if (series.length === 0 || length < 2) return new Markdown('');
  const places = thinEvenly(
    Array.from({ length }, (_, place) => place).filter((place) =>
      series.every(({ values }) => Number.isFinite(values[place])),
    ),
    MOST_MERMAID_POINTS,
  );
  if (places.length < 2) return new Markdown('');
  const lines = series.map(({ values }) => places.map((place) => values[place] ?? 0));
  const [low, high] = widen(chart.yRange ?? [Math.min(...lines.flat()), Math.max(...lines.flat())]);
  const palette = LINE_COLOURS.slice(0, series.length).map(({ hex }) => hex);
  const step = (chart.xRange[1] - chart.xRange[0]) / (length - 1);
  const [first, last] = widen([
    chart.xRange[0] + step * (places[0] ?? 0),
    chart.xRange[0] + step * (places.at(-1) ?? 0),
  ]);
  const chartText = [
    '```mermaid',
    `%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "${palette.join(', ')}"}}}}%%`,
    'xychart-beta',
    `  title "${escapeMermaid(chart.title)}"`,
    `  x-axis "${escapeMermaid(chart.xTitle)}" ${plainNumber(first)} --> ${plainNumber(last)}`,
    `  y-axis "${escapeMermaid(chart.yTitle)}" ${plainNumber(low)} --> ${plainNumber(high)}`,
    ...lines.map((line) => `  line [${line.map(plainNumber).join(', ')}]`),
    '```',
  ].join('\n');
  if (series.length === 1) return new Markdown(chartText);
  const legend = series.map(({ name }, index) => {
    return `${LINE_COLOURS[index]?.name ?? ''}: ${escapeMarkdown(name)}`;
  });
  return new Markdown(`${chartText}\n\n<sub>${legend.join(' · ')}</sub>`);
}

/**
 * Text for a quoted string in a Mermaid diagram. Mermaid has no escape for a quote and reads `%%{…}%%`, `#…;`, backticks
 * and tags everywhere, so characters that could mean something become look-alikes.
 */
export function escapeMermaid(text: string): string {
  return displayText(text).replace(
    /["`<>#;{}&\\%@[\]]/g,
    (character) => MERMAID_LOOKALIKES[character as keyof typeof MERMAID_LOOKALIKES],
  );
}

const MERMAID_LOOKALIKES = {
  '"': '″',
  '`': '′',
  '<': '‹',
  '>': '›',
  '#': '＃',
  ';': '；',
  '{': '｛',
  '}': '｝',
  '&': '＆',
  '\\': '＼',
  '%': '％',
  '@': '＠',
  '[': '［',
  ']': '］',
} as const;

/** At most `most` of the values, the first and the last among them, as evenly apart as whole places allow. */
export function thinEvenly<Value>(values: readonly Value[], most: number): readonly Value[] {
  if (values.length <= most) return values;
  const step = (values.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => values[Math.round(index * step)] as Value);
}

/** A range that is not empty, since Mermaid divides by its length. */
function widen([low, high]: readonly [number, number]): [number, number] {
  if (low < high) return [low, high];
  const margin = Math.abs(low) / 10 || 1;
  return [Math.max(-Number.MAX_VALUE, low - margin), Math.min(Number.MAX_VALUE, low + margin)];
}

/** Mermaid's numbers have no exponent. */
function plainNumber(value: number): string {
  if (value === 0) return '0';
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  if (exponent >= 15) return BigInt(Math.round(value)).toString();
  const text = value.toFixed(Math.min(100, Math.max(0, 4 - exponent)));
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
