/**
 * Text that came from data or a repository, made safe for a log. The runner takes a line that begins with `::`, and any
 * line that holds `##[`, as a command (set an output, hide a text, stop commands); a terminal obeys escape sequences.
 */
export function neutralize(text: string): string {
  return splitLines(text)
    .map((line) =>
      line
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
        .replace(/^(\s*):(?=:)/, '$1: ')
        .replaceAll('##[', '## ['),
    )
    .join('\n');
}

/** The same on one line, for a place that has room for one. */
export function neutralizeLine(text: string): string {
  return splitLines(neutralize(text)).join(' ');
}

function splitLines(text: string): string[] {
  return text.split(/\r\n|[\r\n\u2028\u2029]/);
}
