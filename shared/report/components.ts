import { isKnown } from './charts/index.ts';
import { escapeHtml, Html, html } from './html.ts';
import { displayText } from './markdown.ts';
import { countOf, formatNumber } from './numbers.ts';

/** More rows than these are counted and not shown, so that a page stays small enough to open and to read. */
export const PAGE_LIMITS = {
  columns: 200,
  slices: 30,
  anomalies: 100,
  gates: 200,
  classes: 12,
  confusions: 20,
  files: 40,
  values: 6,
  buckets: 24,
  points: 500,
  trials: 50,
  features: 50,
} as const;

export type Tone = 'pass' | 'fail' | 'warn' | 'neutral';

const TONE_SIGNS: Readonly<Record<Tone, string>> = {
  pass: 'M2.5 7.5 5.5 10.5 11.5 3.5',
  fail: 'M3 3 11 11M11 3 3 11',
  warn: 'M7 2V8.2M7 10.8V12',
  neutral: 'M3 7H11',
};

/** A sign and a word: colour is never the only difference. */
export function statusMark(tone: Tone, word: string): Html {
  return html`<span class="status ${tone}">${sign(tone)}${word}</span>`;
}

export function sign(tone: Tone): Html {
  return html`<svg class="sign" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true"><path d="${TONE_SIGNS[tone]}"/></svg>`;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: readonly (Html | null)[];
}

export function renderSection({ id, title, body }: Section): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${present(body)}</section>
`;
}

export function present(parts: readonly (Html | null | undefined | false)[]): Html[] {
  return parts.filter((part): part is Html => part instanceof Object);
}

export interface TableColumn {
  readonly title: string;
  readonly kind?: 'number' | 'plot' | 'wide' | 'size' | 'pairs';
}

export interface DataTable {
  /** Says what the table holds. */
  readonly caption: string;
  /** The heading above says it already: the caption is only read aloud. */
  readonly captionHidden?: boolean;
  readonly columns: readonly TableColumn[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly (readonly (Html | string)[])[];
}

/**
 * On a narrow screen each row becomes a block with the column's title before each value. The roles are written out,
 * since browsers drop a table's meaning when its parts are no longer laid out as one.
 */
export function dataTable({ caption, captionHidden, columns, rows }: DataTable): Html {
  const heads = columns.map(
    ({ title, kind }) =>
      html`<th role="columnheader" scope="col" class="${kind ?? 'text'}">${title}</th>`,
  );
  const body = rows.map(
    (cells) =>
      html`<tr role="row">${cells.map((cell, index) => tableCell(cell, index, columns[index]))}</tr>
`,
  );
  return html`<table role="table"><caption>${
    captionHidden === true ? html`<span class="spoken">${caption}</span>` : caption
  }</caption><thead role="rowgroup"><tr role="row">${heads}</tr></thead><tbody role="rowgroup">
${body}</tbody></table>`;
}

function tableCell(cell: Html | string, index: number, column: TableColumn | undefined): Html {
  const kind = column?.kind ?? 'text';
  if (index === 0) return html`<th role="rowheader" scope="row" class="${kind}">${cell}</th>`;
  return html`<td role="cell" class="${kind}" data-label="${column?.title}">${cell}</td>`;
}

export function definitionList(
  entries: readonly (readonly [term: string, description: Html | string | null])[],
): Html {
  return html`<dl class="facts">${entries
    .filter(([, description]) => description !== null)
    .map(([term, description]) => html`<div><dt>${term}</dt><dd>${description}</dd></div>`)}</dl>`;
}

/** A folded part; print shows what is open. */
export function folded(summary: string, body: readonly (Html | null)[]): Html {
  return html`<details><summary>${summary}</summary>${present(body)}</details>`;
}

/** `12 more columns are not shown`, or nothing. */
export function restNote(
  count: number,
  limit: number,
  singular: string,
  plural?: string,
): Html | null {
  const rest = count - limit;
  if (rest <= 0) return null;
  return html`<p class="note">${countOf(rest, `more ${singular}`, `more ${plural ?? `${singular}s`}`)} ${rest === 1 ? 'is' : 'are'} not shown.</p>`;
}

/** Characters of a sentence: a reason names columns and values, and its end matters as much as its start. */
const LONGEST_SENTENCE = 1000;

/** A sentence of a report, with the values from data that it quotes. */
export function prose(text: string): Html {
  return new Html(escapeHtml(text, LONGEST_SENTENCE));
}

/** Characters of a name in a table or a chart. */
const LONGEST_NAME = 80;

/** A name from data, kept apart from its surroundings whatever its direction. */
export function name(text: string, longest = LONGEST_NAME): Html {
  return html`<bdi>${text === '' ? '(empty)' : displayText(text, longest)}</bdi>`;
}

/** Text from data as it stands in a file, kept apart from its surroundings whatever its direction. */
export function value(text: string): Html {
  return html`<code>${name(text)}</code>`;
}

export function valueList(texts: readonly string[], limit: number): Html {
  const shown = texts.slice(0, limit);
  const rest = texts.length - shown.length;
  return html`${shown.map((text, index) => html`${index === 0 ? '' : ', '}${value(text)}`)}${rest > 0 ? html` <span class="muted">+ ${countOf(rest, 'more', 'more')}</span>` : null}`;
}

/** The first 12 digits of a digest; all of it on hover and for copying from run.json. */
export function shortDigest(digest: string): Html {
  return html`<code class="digest" title="sha256:${digest}">${digest.slice(0, 12)}</code>`;
}

/** The entry of a table of ours for a word from a file, which may be any word: `toString` is in no table. */
export function lookUp<Value>(
  table: Readonly<Record<string, Value>>,
  word: string,
): Value | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

/** A number of a file that may hold `null` for what is not a number. */
export function known(value: unknown, format: (value: number) => string = formatNumber): string {
  return isKnown(value) ? format(value) : '–';
}

export function sliceName(slice: Readonly<Record<string, string>>): Html {
  const parts = Object.entries(slice).map(
    ([column, text], index) => html`${index === 0 ? '' : ', '}${name(column)} = ${name(text)}`,
  );
  return html`<span class="slice">${parts}</span>`;
}
