import { shorten, visible } from '../report/index.ts';

/** Characters of a line of a log; a value of a data file may have megabytes. */
const LONGEST_LINE = 10_000;

/**
 * Text that came from data or a repository, made safe for a log. The runner takes a line that begins with `::`, and any
 * line that holds `##[`, as a command (set an output, hide a text, stop commands); a terminal obeys escape sequences; and
 * marks without a width or of another direction make a reader see what is not there.
 */
export function neutralize(text: string): string {
  return splitLines(text)
    .map((line) =>
      shorten(showHidden(shorten(line, LONGEST_LINE)), LONGEST_LINE)
        .replace(/^(\s*):(?=:)/, '$1: ')
        .replaceAll('##[', '## ['),
    )
    .join('\n');
}

/** The same on one line, for a place that has room for one. */
export function neutralizeLine(text: string): string {
  return splitLines(neutralize(text)).join(' ');
}

/** Tables in a log are made of tabs. */
function showHidden(line: string): string {
  return line.split('\t').map(visible).join('\t');
}

function splitLines(text: string): string[] {
  return text.split(/\r\n|[\r\n\u2028\u2029]/);
}
