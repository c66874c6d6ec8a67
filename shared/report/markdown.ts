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
 * becomes a character reference: references are never markup, and a mention or an issue number behind one is not linked.
 */
export function escapeMarkdown(text: string): string {
  return shorten(visible(text)).replace(
    /[&<>"'`*_~|[\]()#@\\!:{}$+-]/g,
    (character) => `&#${character.charCodeAt(0)};`,
  );
}

/** Text as inline code; line breaks and backticks can't end it early. */
export function code(text: string): Markdown {
  return new Markdown(`<code>${escapeMarkdown(text)}</code>`);
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
      ...rows.map((cells) => line(cells.map((cell) => cell.source.replace(/\s*\n\s*/g, ' ')))),
    ].join('\n'),
  );
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

/** Line breaks become `␤`, other control and invisible direction marks `�`: nothing in a value can hide. */
export function visible(text: string): string {
  return text
    .replace(/\r\n|\r|\n|\u2028|\u2029/g, '␤')
    .replace(/\t/g, ' ')
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g,
      '\ufffd',
    );
}

export function shorten(text: string, longest: number = LONGEST_VALUE): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
