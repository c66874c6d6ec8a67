import { displayText } from './markdown.ts';

/** HTML that is safe to open: values enter only through the tag `html`, which escapes them. */
export class Html {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
  toString(): string {
    return this.source;
  }
}

type Interpolation = Html | readonly Html[] | string | number | null | undefined | false;

export function html(template: TemplateStringsArray, ...values: readonly Interpolation[]): Html {
  return new Html(
    template.reduce((text, part, index) => text + renderHtml(values[index - 1]) + part),
  );
}

function renderHtml(value: Interpolation): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.source;
  if (Array.isArray(value)) return value.map((part) => part.source).join('');
  return escapeHtml(String(value));
}

/** For text and for attribute values in quotes. `longest`: characters before it is cut. */
export function escapeHtml(text: string, longest?: number): string {
  return displayText(text, longest).replace(
    /[&<>"'`=]/g,
    (character) => `&#${character.charCodeAt(0)};`,
  );
}
