/**
 * Markdown that is safe to publish. Text becomes markdown only through the tag `md`, which escapes every value put into
 * it, so that a value from a data file can't start a mention, a table cell, a link, an image, a comment or HTML.
 */
export class Markdown {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
  toString(): string {
    return this.source;
  }
}

/** The longest piece of text taken from data into a report, in characters. */
export const LONGEST_VALUE = 200;

type Interpolation = Markdown | readonly Markdown[] | string | number | boolean;

/** `md\`**${value}**\``: the template is trusted, each value is escaped unless it is `Markdown` itself. */
export function md(template: TemplateStringsArray, ...values: readonly Interpolation[]): Markdown {
  return new Markdown(
    template.reduce((text, part, index) => text + renderMarkdown(values[index - 1] ?? '') + part),
  );
}

function renderMarkdown(value: Interpolation): string {
  if (value instanceof Markdown) return value.source;
  if (Array.isArray(value)) return value.map((part) => part.source).join('');
  return escapeMarkdown(String(value));
}

/**
 * Escapes text for any place in GitHub-flavoured Markdown, table cells included. Punctuation that could start something
 * becomes a character reference. GitHub looks for mentions, issues, advisories, commits and addresses after references
 * are resolved, so a zero-width space parts their sign from the name. Not for text that people copy: see `code`.
 * `longest`: characters before it is cut.
 */
export function escapeMarkdown(text: string, longest: number = LONGEST_VALUE): string {
  return escapePunctuation(displayText(text, longest))
    .replace(/&#(?:64|35);/g, `$&${GAP}`)
    .replace(/\b(?:gh|ghsa|cve)&#45;(?=[a-z\d])/gi, `$&${GAP}`)
    .replace(/&#58;(?=\/\/)|www(?=&#46;)/gi, `$&${GAP}`)
    .replace(COMMIT, (digits) => digits.replace(/.{6}(?=.)/g, `$&${GAP}`));
}

/** A zero-width space. */
const GAP = '&#8203;';

/** What GitHub takes for a commit: 7 to 40 hexadecimal digits. Shorter ones of decimal digits alone are numbers. */
const COMMIT = /\b(?:(?=\d*[a-f])[\da-f]{7,40}|\d{40})\b/gi;

/** A link to an address of plain characters, which nothing of Markdown can begin or end; other addresses as code. */
export function webLink(address: string, text: string = address): Markdown {
  if (!/^https?:\/\/[A-Za-z0-9.:-]+(\/[A-Za-z0-9._%/-]*)?(#[A-Za-z0-9._/-]*)?$/.test(address))
    return code(address);
  return new Markdown(`[${escapeMarkdown(text)}](${address})`);
}

/** Text as inline code, where GitHub links nothing; line breaks and backticks can't end it early. */
export function code(text: string, longest: number = LONGEST_VALUE): Markdown {
  return new Markdown(`<code>${escapePunctuation(displayText(text, longest))}</code>`);
}

/** Lines in a table's cell. */
export function lines(parts: readonly Markdown[]): Markdown {
  return new Markdown(
    parts
      .map(({ source }) => source)
      .filter((source) => source !== '')
      .join('<br>'),
  );
}

function escapePunctuation(text: string): string {
  return text
    .replace(/[&<>"'`*_~|[\]()#@\\!:{}$+=-]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/www\./gi, (link) => `${link.slice(0, 3)}&#46;`)
    .replace(/^(\s*\d+)\.(?=\s|$)/, '$1&#46;');
}

export interface MarkdownColumn {
  readonly title: Markdown;
  readonly align?: 'left' | 'right' | 'center';
}

export function markdownTable(
  columns: readonly MarkdownColumn[],
  rows: readonly (readonly Markdown[])[],
): Markdown {
  const rule = { left: '---', right: '---:', center: ':-:' };
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return new Markdown(
    [
      line(columns.map(({ title }) => title.source)),
      line(columns.map(({ align }) => rule[align ?? 'left'])),
      ...rows.map((cells) => line(cells.map((cell) => onOneLine(cell.source)))),
    ].join('\n'),
  );
}

/**
 * A space for each line break with the white space around it, in time linear in the text: a pattern for it goes over a
 * long run of spaces again from each of them.
 */
function onOneLine(text: string): string {
  const parts = text.split('\n');
  const last = parts.length - 1;
  if (last === 0) return text;
  const inner = parts.slice(1, last).map((part) => part.trim());
  return [
    (parts[0] ?? '').trimEnd(),
    ...inner.filter((part) => part !== ''),
    (parts[last] ?? '').trimStart(),
  ].join(' ');
}

/** A folded section. */
export function details(summary: Markdown, body: Markdown): Markdown {
  return new Markdown(
    `<details><summary>${summary.source}</summary>\n\n${body.source}\n\n</details>`,
  );
}

/** Blocks with an empty line between them; empty ones are left out. */
export function joinBlocks(blocks: readonly (Markdown | null | undefined)[]): Markdown {
  return new Markdown(
    blocks
      .map((block) => block?.source ?? '')
      .filter((source) => source !== '')
      .join('\n\n'),
  );
}

/** A value as every report shows it: nothing hidden in it, and no longer than `longest` characters. */
export function displayText(text: string, longest: number = LONGEST_VALUE): string {
  // Cut first, since a value may be megabytes long; a pair of characters becomes one at most.
  return shorten(visible(text.slice(0, 2 * longest + 2)), longest);
}

/**
 * Line breaks become `␤`; other control characters, invisible and direction marks, and halves of characters become `�`:
 * nothing in a value can hide.
 */
export function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n|\r|\n|\u2028|\u2029/g, '␤')
    .replace(/\t/g, ' ')
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|[\u{e0000}-\u{e007f}]/gu,
      '\ufffd',
    );
}

export function shorten(text: string, longest: number = LONGEST_VALUE): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
