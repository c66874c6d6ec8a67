import { displayWidth } from '../shared/report/index.ts';

/** Lines are cut at no less than this: below it a table can't be read in any way. */
const NARROWEST = 60;

/**
 * A plain table: two spaces in front, columns as wide as their widest cell, the last one to the right. Where it is wider
 * than `width`, the widest column is folded at spaces.
 */
export function renderTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  width = Number.POSITIVE_INFINITY,
): string {
  const lines = [header, ...rows];
  const widths = header.map((_, column) =>
    Math.max(...lines.map((line) => displayWidth(line[column] ?? ''))),
  );
  const widest = widths.indexOf(Math.max(...widths));
  const total = widths.reduce((sum, column) => sum + column + GAP.length, 0);
  const room = (widths[widest] ?? 0) - Math.max(0, total - Math.max(NARROWEST, width));
  widths[widest] = room;
  const render = (line: readonly string[]) =>
    foldLine(line, widest, room).map((folded) =>
      `  ${folded
        .map((cell, column) => {
          const gap = ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell)));
          return column === header.length - 1 ? gap + cell : cell + gap;
        })
        .join(GAP)}`.trimEnd(),
    );
  const rule = `  ${widths.map((column) => '─'.repeat(column)).join('───')}`;
  return [...render(header), rule, ...rows.flatMap(render)].join('\n');
}

const GAP = '   ';

/** The line as several whose cell in `column` has at most `room` characters, where its words allow it. */
function foldLine(line: readonly string[], column: number, room: number): string[][] {
  const parts: string[] = [''];
  for (const word of (line[column] ?? '').split(' ')) {
    const last = parts.length - 1;
    const longer = parts[last] === '' ? word : `${parts[last]} ${word}`;
    if (displayWidth(longer) <= room || parts[last] === '') parts[last] = longer;
    else parts.push(word);
  }
  return parts.map((part, index) =>
    line.map((cell, place) => (place === column ? part : index === 0 ? cell : '')),
  );
}
